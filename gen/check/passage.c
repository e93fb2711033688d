/* passage: the words of a block as one text, and the way back to the brief. */
#include <string.h>

#include "check/check_private.h"
#include "locale/prose.h"
#include "locale/sentence.h"

void
passage_start(struct passage_text *passage, const struct block *block)
{
	gsize *starts, length = 0;
	char *end;

	passage->block = block;
	passage->starts = g_array_sized_new(FALSE, FALSE, sizeof(gsize), block->n_spans);
	g_array_set_size(passage->starts, block->n_spans);
	starts = (gsize *)(void *)passage->starts->data;
	for (guint i = 0; i < block->n_spans; i++) {
		const struct span *span = block_span(block, i);

		starts[i] = length;
		length += span->kind == SPAN_TEXT ? strlen(span->text) : 1;
	}
	passage->text = end = g_malloc(length + 1);
	for (guint i = 0; i < block->n_spans; i++) {
		const struct span *span = block_span(block, i);

		if (span->kind == SPAN_TEXT)
			end = g_stpcpy(end, span->text);
		else
			*end++ = PROSE_BARRIER;
	}
	*end = '\0';
}

void
passage_end(struct passage_text *passage)
{
	g_free(passage->text);
	g_array_unref(passage->starts);
}

/* The span that a byte of the text is in. */
static guint
span_index(const struct passage_text *passage, gsize at)
{
	guint low = 0, high = passage->starts->len;

	while (low + 1 < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index(passage->starts, gsize, middle) <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct loc
passage_place(const struct passage_text *passage, gsize start, gsize end)
{
	guint first = span_index(passage, start), last = span_index(passage, end - 1);
	const struct span *span = block_span(passage->block, first);
	struct loc place = span->at;
	const char *from = passage->text + g_array_index(passage->starts, gsize, first);

	if (place.line == 0)
		return passage->block->at;
	place.column += (int)g_utf8_strlen(from, passage->text + start - from);
	place.end_column = 0;
	if (first == last)
		place.end_column = place.column +
				   (int)g_utf8_strlen(passage->text + start, (gssize)(end - start));
	return place;
}

char *
passage_sentence(const struct passage_text *passage, gsize at)
{
	GString *words = g_string_new(NULL);
	gsize start, end;

	sentence_bounds(passage->text, at, &start, &end);
	for (const char *p = passage->text + start; p < passage->text + end;
	     p = g_utf8_next_char(p)) {
		gsize byte = (gsize)(p - passage->text);

		if (*p == PROSE_BARRIER)
			g_string_append(
				words, block_span(passage->block, span_index(passage, byte))->text);
		else
			g_string_append_len(words, p, g_utf8_next_char(p) - p);
	}
	return g_string_free(words, FALSE);
}
