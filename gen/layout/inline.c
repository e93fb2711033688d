/* inline: see inline.h. */
#include "layout/inline.h"

#include <string.h>
#include "layout/citation.h"
#include "layout/graphic.h"
#include "layout/standing.h"
#include "layout/table_marker.h"

#define TAB_STOPS 8
/* UAX #9 */
#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

/* A run being gathered. */
struct gatherer {
	struct formatter *formatter;
	GArray *spans;	  /* struct span */
	GPtrArray *texts; /* char *, until the paragraph has copied them */
	double measure;
	bool space; /* white space here would be the second */
};

struct span_style
span_style_of(const struct text_style *style)
{
	struct span_style out = {
		.role = style->family,
		.size = style->size,
		.weight = style->weight,
		.italic = style->italic,
		.lang = style->lang,
		.features = style->features,
		.rise = style->rise,
		.letter_spacing = style->letter_spacing,
		.colour = style->colour,
		.unhyphenated = !style->hyphenate,
	};

	if (style->small_caps) {
		g_autofree char *features = style->features
						    ? g_strconcat(style->features, ", smcp 1", NULL)
						    : g_strdup("smcp 1");

		out.features = g_intern_string(features);
	}
	return out;
}

static bool
is_line_break(const struct fo_node *node)
{
	return node->kind == FO_BLOCK && !node->first && !node->id &&
	       !(box_style_inset(node->box, EDGE_BEFORE) > 0) &&
	       !(box_style_inset(node->box, EDGE_AFTER) > 0);
}

bool
inline_continues(const struct fo_node *node)
{
	return fo_is_inline(node) || fo_is_blank(node) || is_line_break(node);
}

bool
inline_is_blank(const struct fo_node *first, const struct fo_node *end)
{
	for (const struct fo_node *node = first; node != end; node = node->next)
		if (fo_is_inline(node) && !fo_is_blank(node))
			return false;
	return true;
}

static struct span *
span_add(struct gatherer *gatherer, enum span_kind kind, const struct fo_node *owner)
{
	struct span span = {
		.kind = kind,
		.style = span_style_of(owner->style),
		.owner = (void *)owner,
		.at = owner->at,
	};

	g_array_append_val(gatherer->spans, span);
	return &g_array_index(gatherer->spans, struct span, gatherer->spans->len - 1);
}

/* Takes text. */
static void
text_add(struct gatherer *gatherer, char *text, const struct fo_node *owner)
{
	g_ptr_array_add(gatherer->texts, text);
	if (*text)
		span_add(gatherer, SPAN_TEXT, owner)->text = text;
}

static void
break_add(struct gatherer *gatherer, const struct fo_node *owner)
{
	span_add(gatherer, SPAN_BREAK, owner);
	gatherer->space = true;
}

/*
 * White space as white-space-collapse says; tabs of preserved text go to stops, for there is no
 * glyph for them.
 */
static void
space_append(struct gatherer *gatherer, GString *out, char c, bool preserve)
{
	if (!preserve) {
		if (!gatherer->space)
			g_string_append_c(out, ' ');
		gatherer->space = true;
		return;
	}
	do
		g_string_append_c(out, ' ');
	while (c == '\t' && g_utf8_strlen(out->str, (gssize)out->len) % TAB_STOPS != 0);
}

/* Letters without white space from start to end. */
static void
word_append(GString *out, const char *start, const char *end, bool uppercase)
{
	if (!uppercase) {
		g_string_append_len(out, start, end - start);
		return;
	}
	for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == 0xDF)
			g_string_append(out, "SS");
		else
			g_string_append_unichar(out, g_unichar_toupper(c));
	}
}

/* Is the text what is set, with no white space to collapse?  Then nothing need be copied. */
static bool
stands_as_it_is(const struct gatherer *gatherer, const struct fo_node *node)
{
	const struct text_style *style = node->style;
	bool space = gatherer->space;

	if (style->uppercase || style->spaces == SPACE_PRESERVE)
		return false;
	for (const char *p = node->text; *p; p++) {
		bool before = space;

		space = g_ascii_isspace(*p);
		if (space && (before || *p != ' '))
			return false;
	}
	return true;
}

static void
text_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const struct text_style *style = node->style;
	gsize length = strlen(node->text);
	GString *out;

	if (length > 0 && stands_as_it_is(gatherer, node)) {
		span_add(gatherer, SPAN_TEXT, node)->text = node->text;
		gatherer->space = node->text[length - 1] == ' ';
		return;
	}
	out = g_string_sized_new(length + 1);
	for (const char *p = node->text, *end; *p; p = end) {
		for (end = p; *end && !g_ascii_isspace(*end);)
			end++;
		if (end > p) {
			word_append(out, p, end, style->uppercase);
			gatherer->space = false;
			continue;
		}
		if (*p == '\n' && style->linefeeds == SPACE_PRESERVE) {
			text_add(gatherer, g_string_free(out, FALSE), node);
			break_add(gatherer, node);
			out = g_string_new(NULL);
		} else {
			space_append(gatherer, out, *p, style->spaces == SPACE_PRESERVE);
		}
		end++;
	}
	text_add(gatherer, g_string_free(out, FALSE), node);
}

static void
box_add(struct gatherer *gatherer, const struct fo_node *node, double width, double height)
{
	struct span *span = span_add(gatherer, SPAN_BOX, node);

	span->width = width;
	span->height = height;
	gatherer->space = false;
}

/* A number that is known stands as text; else room is kept for it. */
static void
number_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const char *label = citation_label(gatherer->formatter, node);

	if (label)
		text_add(gatherer, g_strdup(label), node);
	else
		box_add(gatherer, node, citation_width(gatherer->formatter, node), 0);
	gatherer->space = false;
}

/* One of a fixed length is a box, the others share what the line leaves. */
static void
leader_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const struct length *length = &node->style->leader_length;
	struct span *span;

	if (length->unit == LENGTH_POINTS) {
		box_add(gatherer, node, length->value, 0);
		return;
	}
	span = span_add(gatherer, SPAN_LEADER, node);
	span->leader = (enum leader_pattern)node->style->leader_pattern;
	gatherer->space = false;
}

static void children_gather(struct gatherer *gatherer, const struct fo_node *node);

static void
marker_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const struct page_facts *page = gatherer->formatter->page;
	static const char *const positions[] = {
		"first-starting-within-page", "first-including-carryover",
		"last-starting-within-page", "last-ending-within-page", NULL};
	const char *name = fo_attribute(node, "retrieve-class-name");
	const char *position = fo_attribute(node, "retrieve-position");
	const char *boundary = fo_attribute(node, "retrieve-boundary");
	const struct fo_node *marker = NULL;

	if (position && !g_strv_contains(positions, position))
		formatter_complain(gatherer->formatter, node, "value of retrieve-position");
	if (g_strcmp0(boundary, "document") == 0)
		formatter_complain(gatherer->formatter, node, "value of retrieve-boundary");
	if (!page || !name) {
		formatter_complain(gatherer->formatter, node, "outside static content");
		return;
	}
	marker = page->find_marker(node, page->user);
	if (marker)
		children_gather(gatherer,
				fo_tree_instance(gatherer->formatter->objects, marker, node));
}

static void
table_marker_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const struct fo_node *marker = table_marker(gatherer->formatter, node);

	if (marker)
		children_gather(gatherer,
				fo_tree_instance(gatherer->formatter->objects, marker, node));
}

static void
graphic_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	double width = 0, height = 0;

	graphic_size(gatherer->formatter, node, gatherer->measure, &width, &height);
	box_add(gatherer, node, width, height);
}

/* Padding and border beside words take room; those above and below them do not (XSL 1.1 §4.5). */
static void
edge_gather(struct gatherer *gatherer, const struct fo_node *node, enum span_kind kind,
	    enum edge edge)
{
	double width = box_style_inset(node->box, edge);

	if (width > 0)
		span_add(gatherer, kind, node)->width = width;
}

/* An address, or the raised number that leads to a note. */
static bool
is_apart(const struct fo_node *node)
{
	return fo_attribute(node, "external-destination") ||
	       (fo_attribute(node, "internal-destination") && node->style->rise > 0);
}

/*
 * What turns words of another language, an address, code or the mark of a note into one sign for
 * the words around: so the quotation marks and brackets of a quotation go with it, also where it is
 * of several elements, and a mark stands behind a year, not before it as if both were one number.
 * NULL where nothing need.
 */
static const char *
isolate_of(const struct fo_node *node)
{
	const struct text_style *style = node->style, *around = node->parent->style;

	if (style->spaces == SPACE_PRESERVE)
		return NULL;
	if (around->rtl && g_strcmp0(style->family, "monospace") == 0 &&
	    g_strcmp0(around->family, "monospace") != 0)
		return LEFT_TO_RIGHT_ISOLATE;
	if (g_strcmp0(style->lang, around->lang) != 0 || (around->rtl && is_apart(node)))
		return FIRST_STRONG_ISOLATE;
	return NULL;
}

static void
inline_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	const char *isolate = isolate_of(node);

	if (node->id)
		span_add(gatherer, SPAN_ANCHOR, node);
	edge_gather(gatherer, node, SPAN_OPENING, EDGE_START);
	if (isolate)
		span_add(gatherer, SPAN_ISOLATE, node)->text = isolate;
	children_gather(gatherer, node);
	if (isolate)
		span_add(gatherer, SPAN_ISOLATE, node)->text = POP_ISOLATE;
	edge_gather(gatherer, node, SPAN_CLOSING, EDGE_END);
}

static void
node_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	switch (node->kind) {
	case FO_TEXT:
		text_gather(gatherer, node);
		return;
	case FO_PAGE_NUMBER:
	case FO_CITATION:
	case FO_CITATION_LAST:
		number_gather(gatherer, node);
		return;
	case FO_LEADER:
		leader_gather(gatherer, node);
		return;
	case FO_GRAPHIC:
		graphic_gather(gatherer, node);
		return;
	case FO_RETRIEVE_MARKER:
		marker_gather(gatherer, node);
		return;
	case FO_RETRIEVE_TABLE_MARKER:
		table_marker_gather(gatherer, node);
		return;
	case FO_INLINE:
	case FO_WRAPPER:
	case FO_BASIC_LINK:
		inline_gather(gatherer, node);
		return;
	case FO_FOOTNOTE:
		children_gather(gatherer, node);
		span_add(gatherer, SPAN_ANCHOR, node);
		return;
	case FO_FOOTNOTE_BODY: /* its place is the page's foot */
		return;
	case FO_MARKER: /* that of a block is noted by block.c */
		if (fo_is_inline(node->parent))
			formatter_complain(gatherer->formatter, node, "inside a line");
		return;
	default:
		if (is_line_break(node))
			break_add(gatherer, node);
		else
			formatter_complain(gatherer->formatter, node, "inside a line");
	}
}

static void
children_gather(struct gatherer *gatherer, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first; child; child = child->next)
		node_gather(gatherer, child);
}

static enum text_align
align_last(const struct text_style *style)
{
	if (style->align_last != ALIGN_RELATIVE)
		return (enum text_align)style->align_last;
	return style->align == ALIGN_JUSTIFY ? ALIGN_START : (enum text_align)style->align;
}

/* A break after the last word makes no line. */
static void
trailing_breaks_drop(GArray *spans)
{
	while (spans->len > 0) {
		const struct span *last = &g_array_index(spans, struct span, spans->len - 1);
		const struct fo_node *owner = last->owner;

		if (last->kind != SPAN_BREAK || owner->kind != FO_BLOCK)
			return;
		g_array_set_size(spans, spans->len - 1);
	}
}

static struct paragraph *
paragraph_make(struct formatter *formatter, const struct fo_node *block,
	       const struct fo_node *first, const struct fo_node *end, double measure)
{
	const struct text_style *style = block->style;
	g_autoptr(GArray) spans = g_array_sized_new(FALSE, FALSE, sizeof(struct span), 1);
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	struct gatherer gatherer = {formatter, spans, texts, measure, true};
	struct paragraph_style out = {
		.align = (enum text_align)style->align,
		.align_last = align_last(style),
		.indent = first == block->first ? style->text_indent : 0,
		.last_outdent = -style->last_end_indent,
		.line_height = text_style_line_height(style),
		.rtl = style->rtl,
		.hyphenate = style->hyphenate,
		.balance = block->box->balance,
		.preserve = style->spaces == SPACE_PRESERVE,
		.lang = style->lang,
	};

	for (const struct fo_node *node = first; node != end; node = node->next)
		node_gather(&gatherer, node);
	trailing_breaks_drop(spans);
	return paragraph_new(formatter->typesetter, (const struct span *)(void *)spans->data,
			     spans->len, &out, formatter->env->diags);
}

struct paragraph *
inline_paragraph(struct formatter *formatter, const struct fo_node *block,
		 const struct fo_node *first, const struct fo_node *end, double measure)
{
	struct paragraph *paragraph = g_hash_table_lookup(formatter->measured, first);

	if (!paragraph)
		return paragraph_make(formatter, block, first, end, measure);
	g_hash_table_steal(formatter->measured, first);
	return paragraph;
}

void
inline_measure(struct formatter *formatter, const struct fo_node *block,
	       const struct fo_node *first, const struct fo_node *end, double *min, double *max)
{
	struct text_widths own = {0}, *widths = standing_widths(formatter, block);
	struct paragraph *paragraph;

	if (!widths)
		widths = &own;
	if (!widths->known) {
		paragraph = g_hash_table_lookup(formatter->measured, first);
		if (!paragraph) {
			paragraph = paragraph_make(formatter, block, first, end, 0);
			g_hash_table_insert(formatter->measured, (void *)first, paragraph);
		}
		*widths = (struct text_widths){true, paragraph_min_width(paragraph),
					       paragraph_max_width(paragraph)};
	}
	*min = widths->min;
	*max = widths->max;
}
