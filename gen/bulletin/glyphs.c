/* glyphs: characters that the fonts of their language cannot show. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "font/fonts.h"

/*
 * The place of a byte of a text: exact in runs copied from the brief, else that of the element
 * around it.
 */
static struct loc
loc_of_byte(const struct assembly *a, const xmlNode *text, const char *content, gsize byte)
{
	const xmlNode *run = text->parent;
	struct loc at = tree_loc(run, a->file);

	if (at.column > 0 && tree_find(run, "sourcepos") &&
	    (tree_is(run, TREE_CM, "text") || tree_is(run, TREE_CM, "code"))) {
		at.column += (int)g_utf8_strlen(content, (gssize)byte);
		at.end_column = at.column + 1;
	}
	return at;
}

static void
check_text(struct assembly *a, const xmlNode *node)
{
	const char *text = (const char *)node->content, *p = text;
	bool code = tree_is(node->parent, TREE_CM, "code") ||
		    tree_is(node->parent, TREE_CM, "code_block");
	const char *lang = tree_lang(node->parent);
	gunichar c;
	gsize at = 0;

	while (*p && (c = fonts_missing(a->env->fonts, code ? "monospace" : "serif",
					lang ? lang : a->lang, p, &at))) {
		char shown[7] = {0};

		g_unichar_to_utf8(c, shown);
		p += at;
		diag_help(diag_add(a->env->diags, DIAG_GLYPH_MISSING,
				   loc_of_byte(a, node, text, (gsize)(p - text)),
				   "no font of fonts.list has “%s” (U+%04X) in %s", shown,
				   (unsigned)c, lang ? lang : a->lang),
			  "write it with another character, or mark the language with lang:");
		p = g_utf8_next_char(p);
	}
}

void
glyphs_check(struct assembly *a, xmlNode *tree)
{
	if (!a->env->fonts)
		return;
	for (xmlNode *node = tree; node;) {
		/* the drawing has fonts of its own */
		bool skip = tree_is(node, TREE_B, "graphic") || tree_is(node, TREE_B, "alt");

		if (node->type == XML_TEXT_NODE)
			check_text(a, node);
		node = tree_next(node, tree, skip);
	}
}
