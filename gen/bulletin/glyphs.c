/* glyphs: characters that the fonts of their language cannot show. */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "font/families.h"

/*
 * The place of a byte of a text: exact in runs copied from the brief, else that of the element
 * around it.
 */
static struct loc
loc_of_byte(const struct assembly *a, const xmlNode *text, const char *content, gsize byte)
{
	const xmlNode *run = text->parent;
	struct loc at = tree_loc(run, a->file);

	if (tree_has_loc(run) && (tree_is(run, TREE_CM, "text") || tree_is(run, TREE_CM, "code"))) {
		at.column += (int)g_utf8_strlen(content, (gssize)byte);
		at.end_column = at.column + 1;
	}
	return at;
}

/* What is missing in one text: where first, and each character once, as far as a line has room. */
struct missing {
	GString *list; /* NULL: none so far */
	gsize first;
	int count;
};

enum { SHOWN = 8 };

static void
add_missing(struct missing *missing, gunichar c, gsize byte)
{
	char shown[7] = {0};

	g_unichar_to_utf8(c, shown);
	if (!missing->list)
		missing->list = g_string_new(NULL);
	if (strstr(missing->list->str, shown))
		return;
	if (missing->count == 0)
		missing->first = byte;
	if (++missing->count <= SHOWN)
		g_string_append_printf(missing->list, "%s“%s” U+%04X",
				       missing->count > 1 ? ", " : "", shown, (unsigned)c);
	else if (missing->count == SHOWN + 1)
		g_string_append(missing->list, ", …");
}

/* The characters that a role's fonts lack. */
static void
find_missing(const struct assembly *a, const char *role, const char *lang, const char *text,
	     struct missing *missing)
{
	const char *p = text;
	gunichar c;
	gsize at = 0;

	while (*p && (c = families_missing(a->env->families, role, lang, p, &at))) {
		add_missing(missing, c, (gsize)(p - text) + at);
		p = g_utf8_next_char(p + at);
	}
}

static void
report(struct assembly *a, struct loc at, const char *lang, struct missing *missing)
{
	a->n_missing++;
	diag_help(diag_add(a->env->diags, DIAG_GLYPH_MISSING, at, "no font listed for %s has %s",
			   lang, missing->list->str),
		  "write it otherwise, mark the language with lang:, or add a font to fonts.list");
	g_string_free(missing->list, TRUE);
}

static void
check_text(struct assembly *a, const xmlNode *node)
{
	const char *text = (const char *)node->content;
	bool code = tree_is(node->parent, TREE_CM, "code") ||
		    tree_is(node->parent, TREE_CM, "code_block");
	const char *own = tree_lang(node->parent), *lang = own ? own : a->lang;
	struct missing missing = {0};

	find_missing(a, code ? "monospace" : FAMILIES_OF_PROSE, lang, text, &missing);
	if (missing.count > 0)
		report(a, loc_of_byte(a, node, text, missing.first), lang, &missing);
}

void
glyphs_check_words(struct assembly *a, const xmlNode *at, const char *lang, const char *words)
{
	const char *around = lang ? NULL : tree_lang(at);
	struct missing missing = {0};

	if (!words || !a->env->families)
		return;
	lang = lang ? lang : around ? around : a->lang;
	find_missing(a, FAMILIES_OF_PROSE, lang, words, &missing);
	if (missing.count > 0)
		report(a, tree_loc(at, a->file), lang, &missing);
}

void
glyphs_check(struct assembly *a, xmlNode *tree)
{
	if (!a->env->families)
		return;
	for (xmlNode *node = tree; node;) {
		/* the drawing has fonts of its own */
		bool skip = tree_is(node, TREE_B, "graphic") || tree_is(node, TREE_B, "alt");

		if (node->type == XML_TEXT_NODE)
			check_text(a, node);
		node = tree_next(node, tree, skip);
	}
}
