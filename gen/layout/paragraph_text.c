/* paragraph_text: one text of all spans, white space collapsed across them. */
#include "layout/paragraph_private.h"

#include <string.h>

#define TAB_COLUMNS 8
#define SOFT_HYPHEN "\u00AD"

struct gatherer {
	GString *text;
	GArray *pieces;	   /* struct piece */
	GArray *soft;	   /* gsize; NULL for none */
	bool in_space;	   /* at the start of a line or after a space: another one is dropped */
	gssize last_space; /* the space to drop if the line ends here, or -1 */
	guint column;	   /* characters since the last line feed, where spaces are kept */
};

static void
append_stand_in(struct gatherer *gatherer, gunichar ch)
{
	g_string_append_unichar(gatherer->text, ch);
	gatherer->in_space = false;
	gatherer->last_space = -1;
}

/* Only anchors stand after the space that is dropped. */
static void
drop_last_space(struct gatherer *gatherer)
{
	gsize at = (gsize)gatherer->last_space;

	if (gatherer->last_space < 0)
		return;
	g_string_erase(gatherer->text, gatherer->last_space, 1);
	for (guint i = gatherer->pieces->len; i-- > 0;) {
		struct piece *piece = &g_array_index(gatherer->pieces, struct piece, i);

		if (piece->end <= at)
			break;
		piece->end--;
		if (piece->start > at)
			piece->start--;
		if (piece->start == piece->end)
			g_array_remove_index(gatherer->pieces, i);
	}
	gatherer->last_space = -1;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* As much as stands in the text as it is: words with one space after each, if any. */
static const char *
plain_end(const char *text)
{
	while (*text && !is_space(*text) && !is_character(text, SOFT_HYPHEN)) {
		text++;
		if (*text == ' ' && text[1] && !is_space(text[1]))
			text++;
	}
	return text;
}

/* Soft hyphens are remembered and left out, for they show at a line's end only. */
static void
append_collapsed(struct gatherer *gatherer, const char *text)
{
	while (*text) {
		const char *end = plain_end(text);
		gsize here = gatherer->text->len;

		if (end > text) {
			g_string_append_len(gatherer->text, text, end - text);
			gatherer->in_space = false;
			gatherer->last_space = -1;
			text = end;
		} else if (!is_space(*text)) {
			if (!gatherer->soft)
				gatherer->soft = g_array_new(FALSE, FALSE, sizeof(gsize));
			g_array_append_val(gatherer->soft, here);
			gatherer->in_space = false;
			gatherer->last_space = -1;
			text += strlen(SOFT_HYPHEN);
		} else {
			if (!gatherer->in_space) {
				gatherer->last_space = (gssize)here;
				g_string_append_c(gatherer->text, ' ');
				gatherer->in_space = true;
			}
			text++;
		}
	}
}

static void
append_preserved(struct gatherer *gatherer, const char *text)
{
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar ch = g_utf8_get_char(text);

		if (ch == '\n') {
			g_string_append_unichar(gatherer->text, CHAR_FORCED_BREAK);
			gatherer->column = 0;
		} else if (ch == '\t') {
			do
				g_string_append_c(gatherer->text, ' ');
			while (++gatherer->column % TAB_COLUMNS != 0);
		} else if (ch != '\r' && ch != 0xAD) {
			g_string_append_unichar(gatherer->text, ch);
			gatherer->column++;
		}
	}
}

static void
append_span(struct gatherer *gatherer, const struct span *span, bool preserve)
{
	switch (span->kind) {
	case SPAN_TEXT:
		if (preserve)
			append_preserved(gatherer, span->text);
		else
			append_collapsed(gatherer, span->text);
		break;
	case SPAN_BREAK:
		if (!preserve)
			drop_last_space(gatherer);
		append_stand_in(gatherer, CHAR_FORCED_BREAK);
		gatherer->in_space = true;
		gatherer->column = 0;
		break;
	case SPAN_BOX:
		append_stand_in(gatherer, CHAR_BOX);
		break;
	case SPAN_LEADER:
		append_stand_in(gatherer, CHAR_LEADER);
		break;
	/* White space collapses across what is out of the flow, and across edges. */
	case SPAN_ANCHOR:
		g_string_append_unichar(gatherer->text, CHAR_ANCHOR);
		break;
	case SPAN_ISOLATE:
		g_string_append(gatherer->text, span->text);
		break;
	case SPAN_OPENING:
		g_string_append_c(gatherer->text, CHAR_OPENING);
		break;
	case SPAN_CLOSING:
		g_string_append_c(gatherer->text, CHAR_CLOSING);
		break;
	}
}

/*
 * A line feed at the very end (kept text usually has one) ends the last line and begins no other.
 */
static void
drop_last_feed(struct gatherer *gatherer)
{
	static const char feed[] = "\u2028";
	gsize length = strlen(feed);
	struct piece *last;

	if (!g_str_has_suffix(gatherer->text->str, feed))
		return;
	g_string_truncate(gatherer->text, gatherer->text->len - length);
	last = &g_array_index(gatherer->pieces, struct piece, gatherer->pieces->len - 1);
	last->end -= length;
	if (last->start == last->end)
		g_array_set_size(gatherer->pieces, gatherer->pieces->len - 1);
}

GArray *
paragraph_gather(struct paragraph *paragraph)
{
	struct gatherer gatherer = {
		.text = g_string_new(NULL),
		.pieces = g_array_sized_new(FALSE, FALSE, sizeof(struct piece),
					    paragraph->n_spans + 1),
		.in_space = true,
		.last_space = -1,
	};

	for (guint i = 0; i < paragraph->n_spans; i++) {
		struct piece piece = {.span = i};

		append_span(&gatherer, &paragraph->spans[i], paragraph->style.preserve);
		/* Pieces leave no gaps; a break may just have shortened the one before. */
		if (gatherer.pieces->len > 0)
			piece.start = g_array_index(gatherer.pieces, struct piece,
						    gatherer.pieces->len - 1)
					      .end;
		piece.end = gatherer.text->len;
		if (piece.end > piece.start)
			g_array_append_val(gatherer.pieces, piece);
	}
	drop_last_space(&gatherer);
	drop_last_feed(&gatherer);
	paragraph->text = gatherer.text;
	paragraph->soft = gatherer.soft;
	return gatherer.pieces;
}
