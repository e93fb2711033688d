/*
 * table_orientation: which tables want a landscape page, told from their words before anything is
 * set.  An estimate: the widths are those of the printed page (templates/print), the advances what
 * a sign of its sans takes on the average.
 */
#include <string.h>

#include "bulletin/assembly.h"

#define MEASURE 470.0 /* points, of the page that stands */
#define GAP 14.0      /* between columns */
#define SIGN 4.8      /* advance; twice that for wide characters */
#define COMFORT 45.0  /* what a column of several words wants at least */
#define PARTED 80.0   /* no more of a word that hyphenation may part */
#define SAMPLE 250    /* so many rows tell enough */

/* Width of the longest piece of text that no line's end parts; *whole of all of it. */
static double
longest_piece(const char *text, double *whole)
{
	double longest = 0, piece = 0;
	bool letters = true;

	*whole = 0;
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar ch = g_utf8_get_char(text);
		double width = g_unichar_iswide(ch) ? 2 * SIGN : SIGN;

		*whole += width;
		if (ch == ' ' || g_unichar_iswide(ch)) {
			longest = MAX(longest, ch == ' ' ? 0 : width);
			piece = 0;
			letters = true;
			continue;
		}
		letters = letters && g_unichar_isalpha(ch);
		piece += width;
		longest = MAX(longest, letters ? MIN(piece, PARTED) : piece);
		if (ch == '-' || ch == '/') {
			piece = 0;
			letters = true;
		}
	}
	return longest;
}

/* What a cell asks of its column. */
static double
cell_need(const xmlNode *cell)
{
	g_autofree char *text = tree_plain(cell);
	double whole, piece = longest_piece(g_strstrip(text), &whole);

	return MAX(piece, MIN(whole, COMFORT));
}

/* Raise the columns' needs by those of the first rows of a head or body. */
static void
rows_need(const xmlNode *rows, GArray *needs)
{
	guint row = 0;

	for (const xmlNode *line = rows->children; line && row < SAMPLE; line = line->next, row++) {
		guint i = 0;

		for (const xmlNode *cell = line->children; cell; cell = cell->next, i++) {
			double need = cell_need(cell);

			if (i == needs->len)
				g_array_append_val(needs, need);
			else if (g_array_index(needs, double, i) < need)
				g_array_index(needs, double, i) = need;
		}
	}
}

static bool
is_wide(const xmlNode *table)
{
	g_autoptr(GArray) needs = g_array_new(FALSE, FALSE, sizeof(double));
	double sum = -GAP;

	for (const xmlNode *part = table->children; part; part = part->next)
		if (tree_is(part, TREE_B, "thead") || tree_is(part, TREE_B, "tbody"))
			rows_need(part, needs);
	for (guint i = 0; i < needs->len; i++)
		sum += g_array_index(needs, double, i) + GAP;
	return sum > MEASURE;
}

void
tables_orient(xmlNode *document)
{
	/* Tables do not nest. */
	for (xmlNode *node = document; node;
	     node = tree_next(node, document, tree_is(node, TREE_B, "table")))
		if (tree_is(node, TREE_B, "table") && !tree_find(node, "orientation") &&
		    is_wide(node))
			tree_set(node, "orientation", "landscape");
}
