/* sample: see sample.h. */
#include "layout/sample.h"

/* Rows that are measured at least; tables of fewer are measured whole. */
#define ROWS_MEASURED 250

/* In characters. */
struct extent {
	guint text, word;
};

struct sample {
	guint step;		/* a row in so many is in it */
	struct extent *longest; /* so far, by column; cells of several columns count for the first */
};

struct sample *
sample_new(const struct grid *grid)
{
	struct sample *sample = g_new(struct sample, 1);

	sample->step = grid->rows->len / ROWS_MEASURED + 1;
	sample->longest = g_new0(struct extent, grid->n_columns + 1);
	return sample;
}

void
sample_free(struct sample *sample)
{
	if (!sample)
		return;
	g_free(sample->longest);
	g_free(sample);
}

/* Add the words of text, the first of which may go on from *run characters before it. */
static void
text_extent(const char *text, struct extent *extent, guint *run)
{
	for (; *text; text = g_utf8_next_char(text)) {
		extent->text++;
		*run = *text == ' ' || *text == '\n' ? 0 : *run + 1;
		extent->word = MAX(extent->word, *run);
	}
}

static void
node_extent(const struct fo_node *node, struct extent *extent, guint *run)
{
	if (node->text)
		text_extent(node->text, extent, run);
	for (const struct fo_node *child = node->first; child; child = child->next)
		node_extent(child, extent, run);
}

bool
sample_wants(struct sample *sample, const struct grid_cell *cell)
{
	struct extent *longest = &sample->longest[cell->column], extent = {0, 0};
	bool record;
	guint run = 0;

	if (sample->step == 1)
		return true;
	node_extent(cell->fo, &extent, &run);
	record = extent.text > longest->text || extent.word > longest->word;
	longest->text = MAX(longest->text, extent.text);
	longest->word = MAX(longest->word, extent.word);
	return record || cell->row % sample->step == 0;
}
