/* inlines: emphasis, links, facts, citations … of one block of cmark's. */
#include "brief/inlines.h"

#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "brief/align.h"
#include "brief/convert.h"
#include "brief/destination.h"
#include "brief/limits.h"
#include "brief/note.h"
#include "brief/tree.h"

/* Where the walk over cmark's inlines stands. */
struct walk {
	struct conversion *cv;
	struct passage *passage;
	GPtrArray *open; /* the conversion's: where children go; twice for marks without element */
	GArray *runs;	 /* the conversion's */
	bool fragment;	 /* its first text is FRAGMENT_START */
};

static xmlNode *
top(const struct walk *walk)
{
	return g_ptr_array_index(walk->open, walk->open->len - 1);
}

/* ---- text ---- */

/*
 * cmark loses lines to dropped definitions and to line ends inside links: then the text is found
 * further down.
 */
static bool
find_runs(struct walk *walk, cmark_node *node, const char *literal)
{
	struct passage *passage = walk->passage;
	int shift = passage->shift;

	for (;; passage->shift++) {
		gssize offset = passage_offset(passage, cmark_node_get_start_line(node),
					       cmark_node_get_start_column(node));

		if (offset >= 0 &&
		    align_text(walk->runs, passage->text->str, (gsize)offset, literal))
			return true;
		if (passage->shift - shift > (int)passage->lines->len)
			break;
	}
	passage->shift = shift;
	return false;
}

static void
add_text(xmlNode *into, const char *text, gsize length, struct loc at)
{
	xmlNode *run;

	if (length == 0)
		return;
	run = tree_add(into, TREE_CM, "text");
	xmlAddChild(run, xmlNewDocTextLen(run->doc, BAD_CAST text, (int)length));
	tree_set_loc(run, at);
}

/*
 * A character reference must not let in what is refused of the file: a text of cmark's, without
 * that; the caller frees; NULL where it is fine.
 */
static char *
refuse(const struct walk *walk, const char *text, struct loc at)
{
	return text ? text_refuse_decoded(text, 0, strlen(text), at, walk->cv->diags) : NULL;
}

/* The same in running text. */
static void
add_reference(struct walk *walk, const char *literal, gsize from, gsize length, struct loc at)
{
	g_autofree char *fine =
		text_refuse_decoded(literal, from, from + length, at, walk->cv->diags);

	if (fine)
		add_text(top(walk), fine, strlen(fine), at);
	else
		add_text(top(walk), literal + from, length, at);
}

/* A run of text with the references to notes in it. */
static void
add_run(struct walk *walk, const char *literal, const struct align_run *run)
{
	gsize done = 0, start, length;

	while (!run->escaped && note_find_reference(literal + run->from + done, run->length - done,
						    &start, &length)) {
		g_autofree char *label =
			g_strndup(literal + run->from + done + start + 2, length - 3);
		gsize source = run->source + done;
		xmlNode *noteref;

		add_text(top(walk), literal + run->from + done, start,
			 passage_loc(walk->passage, source, source + start));
		walk->cv->has_noterefs = true;
		noteref = tree_add(top(walk), TREE_B, "noteref");
		tree_set(noteref, "label", label);
		tree_set_loc(noteref,
			     passage_loc(walk->passage, source + start, source + start + length));
		done += start + length;
	}
	if (run->escaped)
		add_reference(walk, literal, run->from, run->length,
			      passage_loc(walk->passage, run->source, run->source_end));
	else
		add_text(top(walk), literal + run->from + done, run->length - done,
			 passage_loc(walk->passage, run->source + done, run->source_end));
}

static void
convert_text(struct walk *walk, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	const GArray *runs = walk->runs;

	if (!find_runs(walk, node, literal)) {
		literal += walk->fragment && *literal == '.';
		walk->fragment = false;
		add_reference(walk, literal, 0, strlen(literal),
			      tree_loc(top(walk), walk->cv->text.file));
		return;
	}
	for (guint i = 0; i < runs->len; i++) {
		/* the first run of a fragment is the escaped point of FRAGMENT_START */
		if (walk->fragment && i == 0)
			continue;
		add_run(walk, literal, &g_array_index(runs, struct align_run, i));
	}
	walk->fragment = false;
}

/* ---- links ---- */

/* Where a link's bracket may be: its column is right, its line that of its end. */
static gssize
bracket_above(const struct walk *walk, cmark_node *node)
{
	const char *text = walk->passage->text->str;
	int column = cmark_node_get_start_column(node);
	int last = cmark_node_get_start_line(node);

	for (int line = last; line >= walk->passage->first_line; line--) {
		gssize offset = passage_offset(walk->passage, line, column);

		if (offset >= 0 && strchr("[<!", text[offset]) && text[offset])
			return offset;
	}
	return -1;
}

/* Just before the first child, whose place cmark knows better. */
static gssize
bracket_before(const struct walk *walk, cmark_node *child)
{
	const char *text = walk->passage->text->str;
	gssize offset = passage_offset(walk->passage, cmark_node_get_start_line(child),
				       cmark_node_get_start_column(child));

	while (offset > 0 && text[offset - 1] == '`')
		offset--;
	if (offset <= 0 || !strchr("[<", text[offset - 1]))
		return -1;
	return offset > 1 && text[offset - 2] == '!' ? offset - 2 : offset - 1;
}

static struct loc
loc_of_link(const struct walk *walk, cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);
	gssize start = child ? bracket_before(walk, child) : -1;
	gssize end = passage_offset(walk->passage, cmark_node_get_end_line(node),
				    cmark_node_get_end_column(node));

	if (start < 0)
		start = bracket_above(walk, node);
	if (start < 0)
		return LOC_NONE;
	if (end < start || !strchr(")]", walk->passage->text->str[end]))
		end = start;
	return passage_loc(walk->passage, (gsize)start, (gsize)end + 1);
}

static xmlNode *
add_raw(struct walk *walk, const struct destination *to, const char *name)
{
	xmlNode *node = tree_add(top(walk), TREE_B, name);

	tree_set(node, "path", to->path);
	tree_set(node, "fragment", to->fragment);
	tree_set(node, "form", to->form);
	tree_set(node, "claim", to->claim);
	tree_set(node, "lang", to->lang);
	return node;
}

static xmlNode *
add_link(struct walk *walk, cmark_node *node, const char *address, struct loc at)
{
	xmlNode *link = tree_add(top(walk), TREE_CM, "link");
	const char *title = cmark_node_get_title(node);
	g_autofree char *fine = refuse(walk, title, at);

	tree_set(link, "destination", address);
	if (title && *title)
		tree_set(link, "title", fine ? fine : title);
	if (!cmark_node_first_child(node))
		tree_add_run(link, address);
	return link;
}

/* The element of a link; NULL where its text stands for itself. */
static xmlNode *
element_of_link(struct walk *walk, cmark_node *node, const struct destination *to, struct loc at)
{
	xmlNode *span;

	switch (to->kind) {
	case DESTINATION_WEB:
	case DESTINATION_RELATIVE:
		return add_link(walk, node, to->path, at);
	case DESTINATION_FACT:
		return add_raw(walk, to, "raw-fact");
	case DESTINATION_CITE:
		return add_raw(walk, to, "raw-cite");
	case DESTINATION_ENTITY:
		return add_raw(walk, to, "raw-entity");
	case DESTINATION_REF:
		return add_raw(walk, to, "raw-ref");
	case DESTINATION_LITERAL:
		return tree_add(top(walk), TREE_B, "raw-literal");
	case DESTINATION_LANG:
		span = tree_add(top(walk), TREE_B, "span");
		tree_set_lang(span, to->path);
		return span;
	default:
		return NULL;
	}
}

static void
open_link(struct walk *walk, cmark_node *node)
{
	struct loc at = loc_of_link(walk, node);
	const char *url = cmark_node_get_url(node);
	g_autofree char *fine = NULL;
	struct destination to;
	xmlNode *element;

	at.file = walk->cv->text.file;
	if (at.line == 0)
		at = tree_loc(top(walk), at.file);
	fine = refuse(walk, url, at);
	destination_read(&to, fine ? fine : url, false, at, walk->cv->diags);
	element = element_of_link(walk, node, &to, at);
	if (element)
		tree_set_loc(element, at);
	if (to.kind == DESTINATION_ANCHOR)
		tree_set_loc(add_raw(walk, &to, "raw-anchor"), at);
	g_ptr_array_add(walk->open, element ? element : top(walk));
	destination_clear(&to);
}

/* A file: the text between the brackets is what it shows, the title its caption. */
static void
describe_file(struct walk *walk, cmark_node *node, xmlNode *figure, struct loc at)
{
	const char *title = cmark_node_get_title(node);
	g_autofree char *fine = refuse(walk, title, at);

	if (title && *title)
		tree_set(figure, "title", fine ? fine : title);
	if (!cmark_node_first_child(node))
		diag_help(
			diag_add(walk->cv->diags, DIAG_ALT_MISSING, at, "an image without a text"),
			"say between the brackets what the image shows");
}

static void
open_image(struct walk *walk, cmark_node *node)
{
	struct loc at = loc_of_link(walk, node);
	const char *url = cmark_node_get_url(node);
	g_autofree char *fine = NULL;
	struct destination to;
	xmlNode *figure = NULL;

	at.file = walk->cv->text.file;
	if (at.line == 0)
		at = tree_loc(top(walk), at.file);
	fine = refuse(walk, url, at);
	destination_read(&to, fine ? fine : url, true, at, walk->cv->diags);
	if (to.kind != DESTINATION_REFUSED) {
		bool file = to.kind == DESTINATION_RELATIVE;

		walk->cv->has_images = walk->cv->has_images || file;
		walk->cv->loose_figures++;
		figure = tree_add(top(walk), TREE_B, "raw-figure");
		tree_set(figure, "kind", file ? "image" : destination_scheme(to.kind));
		tree_set(figure, "path", to.path);
		tree_set_loc(figure, at);
		if (file)
			describe_file(walk, node, figure, at);
	}
	g_ptr_array_add(walk->open, figure ? figure : top(walk));
	destination_clear(&to);
}

/* ---- all ---- */

static struct loc
loc_of_inline(const struct walk *walk, cmark_node *node)
{
	gssize offset = passage_offset(walk->passage, cmark_node_get_start_line(node),
				       cmark_node_get_start_column(node));

	return offset < 0 ? LOC_NONE : passage_loc(walk->passage, (gsize)offset, (gsize)offset + 1);
}

void
inlines_refuse_html(struct conversion *cv, const char *html, struct loc at)
{
	diag_help(diag_add(cv->diags, DIAG_RAW_HTML, at, "HTML in a brief: “%.*s”",
			   (int)MIN(strcspn(html, "\n"), 60), html),
		  "write it in Markdown; \\< is a literal sign");
}

static void
convert_code(struct walk *walk, cmark_node *node)
{
	xmlNode *code = tree_add_text(top(walk), TREE_CM, "code", cmark_node_get_literal(node));

	tree_set_loc(code, loc_of_inline(walk, node));
}

static void
enter(struct walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		convert_text(walk, node);
		break;
	case CMARK_NODE_SOFTBREAK:
		tree_add(top(walk), TREE_CM, "softbreak");
		break;
	case CMARK_NODE_LINEBREAK:
		tree_add(top(walk), TREE_CM, "linebreak");
		break;
	case CMARK_NODE_CODE:
		convert_code(walk, node);
		break;
	case CMARK_NODE_HTML_INLINE:
		inlines_refuse_html(walk->cv, cmark_node_get_literal(node),
				    loc_of_inline(walk, node));
		break;
	case CMARK_NODE_EMPH:
		g_ptr_array_add(walk->open, tree_add(top(walk), TREE_CM, "emph"));
		break;
	case CMARK_NODE_STRONG:
		g_ptr_array_add(walk->open, tree_add(top(walk), TREE_CM, "strong"));
		break;
	case CMARK_NODE_LINK:
		open_link(walk, node);
		break;
	case CMARK_NODE_IMAGE:
		open_image(walk, node);
		break;
	default:
		break;
	}
}

/* May it mean something to Markdown or the dialect? */
static bool
is_sign(char c)
{
	switch (c) {
	case '\\':
	case '`':
	case '*':
	case '_':
	case '[':
	case ']':
	case '!':
	case '<':
	case '&':
		return true;
	default:
		return (guchar)c < ' ';
	}
}

/* Nearly every cell of a long table, and many a title. */
static bool
is_plain(const char *text, gsize length)
{
	/* Markdown drops blanks at the ends */
	if (length == 0 || text[0] == ' ' || text[length - 1] == ' ')
		return false;
	for (gsize i = 0; i < length; i++) {
		if (is_sign(text[i]))
			return false;
	}
	return true;
}

bool
inlines_add_plain(struct passage *passage, gsize start, gsize end, xmlNode *into)
{
	const char *text = passage->text->str + start;

	if (!is_plain(text, end - start))
		return false;
	add_text(into, text, end - start, passage_loc(passage, start, end));
	return true;
}

static bool
has_children(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		return true;
	default:
		return false;
	}
}

void
inlines_convert(struct conversion *cv, cmark_node *block, struct passage *passage, xmlNode *into)
{
	GPtrArray *open = cv->open;
	struct walk walk = {.cv = cv, .passage = passage, .open = open, .runs = cv->runs};
	cmark_iter *iter = cmark_iter_new(block);
	cmark_event_type event;

	walk.fragment = passage->fragment;
	g_ptr_array_set_size(open, 0);
	g_ptr_array_add(open, into);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (node == block)
			continue;
		if (event == CMARK_EVENT_ENTER && open->len > LIMIT_DEPTH && has_children(node)) {
			convert_too_deep(cv, tree_loc(into, cv->text.file));
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		} else if (event == CMARK_EVENT_ENTER) {
			enter(&walk, node);
		} else if (has_children(node)) {
			g_ptr_array_set_size(open, (int)open->len - 1);
		}
	}
	cmark_iter_free(iter);
}
