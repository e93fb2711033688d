/* tidy: the tree as docs/bulletin-xml.md has it, without what only the way there needed. */
#include <string.h>

#include "bulletin/assembly.h"
#include "locale/locale.h"

/* Elements whose place is of use to readers of the XML: blocks, and inlines of ours. */
static bool
keeps_place(const xmlNode *node)
{
	static const char *const blocks[] = {"paragraph", "heading",	"block_quote",	  "list",
					     "item",	  "code_block", "thematic_break", "link"};
	static const char *const ours[] = {"figure", "table", "fact", "entity",
					   "ref",    "span",  "note", "noteref"};

	for (gsize i = 0; i < G_N_ELEMENTS(blocks); i++) {
		if (tree_is(node, TREE_CM, blocks[i]))
			return true;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(ours); i++) {
		if (tree_is(node, TREE_B, ours[i]))
			return true;
	}
	return false;
}

/* A run takes in the runs that follow it. */
static void
join_runs(xmlNode *run)
{
	while (tree_is(run->next, TREE_CM, "text")) {
		xmlNode *next = run->next;

		if (next->children)
			xmlNodeAddContent(run, next->children->content);
		tree_drop(next);
	}
}

static void
unwrap_abandoned(xmlNode *tree)
{
	xmlNode *node = tree, *next;

	for (; node; node = next) {
		next = tree_next(node, tree, false);
		if (tree_is(node, TREE_B, "abandoned"))
			tree_unwrap(node);
	}
}

/*
 * A figure and the word after it, "281 million", stay on one line: the space between them becomes
 * U+00A0.  *before is the character that comes before the text.
 */
static void
bind_text(xmlNode *text, gunichar *before)
{
	const char *content = (const char *)text->content;
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = content; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		gunichar after = c == ' ' ? g_utf8_get_char(p + 1) : 0;

		if (c == ' ' && g_unichar_isdigit(*before) && g_unichar_isalpha(after))
			c = 0x00A0;
		g_string_append_unichar(out, c);
		*before = c;
	}
	if (strcmp(out->str, content) != 0)
		xmlNodeSetContentLen(text, BAD_CAST out->str, (int)out->len);
}

void
tidy_fact(xmlNode *fact)
{
	gunichar before = 0;

	for (xmlNode *node = fact; node; node = tree_next(node, fact, false)) {
		if (node->type == XML_TEXT_NODE)
			bind_text(node, &before);
	}
}

/* A line end of the source inside a figure is a space like any other. */
static void
straighten_fact(xmlNode *fact)
{
	for (xmlNode *node = fact; node; node = tree_next(node, fact, false)) {
		if (!tree_is(node, TREE_CM, "softbreak"))
			continue;
		xmlNodeSetName(node, BAD_CAST "text");
		xmlNodeAddContent(node, BAD_CAST " ");
	}
}

/* Does the writing set its lines without blanks between words, so that a line end of the source is
 * nothing? */
static bool
is_unspaced(gunichar c)
{
	if ((c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60))
		return true;
	switch (g_unichar_get_script(c)) {
	case G_UNICODE_SCRIPT_HAN:
	case G_UNICODE_SCRIPT_HIRAGANA:
	case G_UNICODE_SCRIPT_KATAKANA:
	case G_UNICODE_SCRIPT_BOPOMOFO:
		return true;
	default:
		return false;
	}
}

/* Is node one whose words stand elsewhere on the page than the text around it? */
static bool
stands_apart(const xmlNode *node)
{
	return tree_is(node, TREE_B, "note") || tree_is(node, TREE_B, "citation") ||
	       tree_is(node, TREE_B, "source");
}

/*
 * Line ends between two signs of Chinese or Japanese go; elsewhere they are blanks.  Notes between
 * the signs and the line end do not count; they have line ends of their own, and do not nest.
 */
static void
join_lines(xmlNode *tree)
{
	g_autoptr(GPtrArray) gone = g_ptr_array_new();
	xmlNode *line_end = NULL;
	gunichar before = 0;
	bool skip = false;

	for (xmlNode *node = tree; node; node = tree_next(node, tree, skip)) {
		const char *text = node->type == XML_TEXT_NODE ? (const char *)node->content : "";

		skip = node != tree && stands_apart(node);
		if (skip)
			join_lines(node);
		if (tree_is(node, TREE_CM, "softbreak"))
			line_end = node;
		if (tree_is(node, TREE_CM, "paragraph") || tree_is(node, TREE_CM, "linebreak"))
			line_end = NULL;
		if (!*text)
			continue;
		if (line_end && is_unspaced(before) && is_unspaced(g_utf8_get_char(text)))
			g_ptr_array_add(gone, line_end);
		line_end = NULL;
		before = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
	}
	for (guint i = 0; i < gone->len; i++)
		tree_drop(g_ptr_array_index(gone, i));
}

/* A description is heard, not seen: its words are all there is of it. */
static void
flatten_alts(xmlNode *tree)
{
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		g_autofree char *words = NULL;

		if (!tree_is(node, TREE_B, "alt"))
			continue;
		words = g_strstrip(tree_plain(node));
		while (node->children)
			tree_drop(node->children);
		xmlNodeAddContent(node, BAD_CAST words);
	}
}

/* Columns of figures stand on their decimal mark. */
static void
column_mark(xmlNode *column, const char *mark)
{
	if (strcmp(tree_find(column, "align"), "end") == 0)
		tree_set(column, "mark", mark);
}

/* As the language writes it; "" where it cannot be told. */
static char *
decimal_mark(const struct locale *locale)
{
	g_autofree char *half = locale_decimal(locale, (struct decimal){5, -1});
	const char *start = g_utf8_strlen(half, -1) == 3 ? g_utf8_next_char(half) : NULL;

	return start ? g_strndup(start, (gsize)(g_utf8_next_char(start) - start)) : g_strdup("");
}

void
tidy_tree(const struct assembly *a, xmlNode *tree)
{
	g_autofree char *mark = decimal_mark(a->env->locale);

	unwrap_abandoned(tree);
	join_lines(tree);
	flatten_alts(tree);
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (tree_is(node, TREE_B, "fact"))
			straighten_fact(node);
	}
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		tree_unset(node, "end");
		tree_unset(node, "anchor");
		if (!keeps_place(node))
			tree_unset(node, "sourcepos");
		if (tree_is(node, TREE_CM, "text"))
			join_runs(node);
		if (tree_is(node, TREE_B, "column") && mark && *mark)
			column_mark(node, mark);
	}
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (tree_is(node, TREE_B, "fact"))
			tidy_fact(node);
	}
}
