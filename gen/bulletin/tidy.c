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
	xmlNode *next;

	while ((next = run->next)) {
		if (tree_is(next, TREE_B, "abandoned")) {
			tree_unwrap(next);
			continue;
		}
		if (!tree_is(next, TREE_CM, "text"))
			return;
		if (next->children)
			xmlNodeAddContent(run, next->children->content);
		tree_drop(next);
	}
}

/*
 * A figure, "38 500", and the word after it stay on one line: the space between them becomes
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

		if (c == ' ' && g_unichar_isdigit(*before) && g_unichar_isalnum(after))
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

/* Where join_lines stands. */
struct joiner {
	xmlNode *line_end;  /* since the last sign; NULL for none */
	const char *before; /* the text of the last sign, which ends it */
	GPtrArray *gone;    /* xmlNode *: line ends */
};

/* Is a line end between the two no blank?  A figure, too, is set close to the signs beside it, and
 * anything to their stops. */
static bool
joins(gunichar before, gunichar after)
{
	bool first = is_unspaced(before), second = is_unspaced(after);

	if (first && second)
		return true;
	if (first)
		return g_unichar_isdigit(after) || g_unichar_ispunct(before);
	return second && (g_unichar_isdigit(before) || g_unichar_ispunct(after));
}

static void
pass_text(struct joiner *joiner, const char *text)
{
	if (!*text)
		return;
	if (joiner->line_end && joiner->before &&
	    joins(g_utf8_get_char(g_utf8_prev_char(joiner->before + strlen(joiner->before))),
		  g_utf8_get_char(text)))
		g_ptr_array_add(joiner->gone, joiner->line_end);
	joiner->line_end = NULL;
	joiner->before = text;
}

static void
pass_element(struct joiner *joiner, xmlNode *node)
{
	if (tree_is(node, TREE_CM, "softbreak"))
		joiner->line_end = node;
	else if (tree_is(node, TREE_CM, "paragraph") || tree_is(node, TREE_CM, "linebreak"))
		joiner->line_end = NULL;
}

/*
 * Line ends between two signs of Chinese or Japanese, or such a sign and a figure, go; elsewhere
 * they are blanks.  Notes between the signs and the line end do not count; they have line ends of
 * their own, and do not nest.
 */
static void
join_lines(xmlNode *tree)
{
	g_autoptr(GPtrArray) gone = g_ptr_array_new();
	struct joiner joiner = {.gone = gone};
	bool skip = false;

	for (xmlNode *node = tree; node; node = tree_next(node, tree, skip)) {
		skip = false;
		if (node->type == XML_TEXT_NODE) {
			pass_text(&joiner, (const char *)node->content);
		} else if (node != tree && stands_apart(node)) {
			join_lines(node);
			skip = true;
		} else {
			pass_element(&joiner, node);
		}
	}
	for (guint i = 0; i < gone->len; i++)
		tree_drop(g_ptr_array_index(gone, i));
}

/* A description is heard, not seen: its words are all there is of it. */
static void
flatten_alt(xmlNode *alt)
{
	g_autofree char *words = g_strstrip(tree_plain(alt));

	while (alt->children)
		tree_drop(alt->children);
	xmlNodeAddContent(alt, BAD_CAST words);
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

/* One element made ready; facts have their words joined first, and are done in the end. */
static void
tidy_element(xmlNode *node, const char *mark, GPtrArray *facts)
{
	if (tree_is(node, TREE_CM, "text")) {
		join_runs(node);
		return;
	}
	if (tree_is(node, TREE_B, "alt"))
		flatten_alt(node);
	else if (tree_is(node, TREE_B, "column") && *mark)
		column_mark(node, mark);
	else if (tree_has_loc(node) && keeps_place(node))
		/* behind what the author wrote, before what was found out */
		tree_write_loc(node,
			       !tree_is(node, TREE_CM, "link") && !tree_is(node, TREE_B, "span"));
	tree_unset(node, "anchor");
	if (tree_is(node, TREE_B, "fact")) {
		straighten_fact(node);
		g_ptr_array_add(facts, node);
	}
}

void
tidy_tree(const struct assembly *a, xmlNode *tree)
{
	g_autofree char *mark = decimal_mark(a->env->locale);
	g_autoptr(GPtrArray) facts = g_ptr_array_new();
	xmlNode *node = tree, *next;

	join_lines(tree);
	for (; node; node = next) {
		if (tree_is(node, TREE_B, "abandoned")) {
			next = tree_next(node, tree, false);
			tree_unwrap(node);
			continue;
		}
		if (node->type == XML_ELEMENT_NODE)
			tidy_element(node, mark, facts);
		next = tree_next(node, tree, false);
	}
	for (guint i = 0; i < facts->len; i++)
		tidy_fact(g_ptr_array_index(facts, i));
}
