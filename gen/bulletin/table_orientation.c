/*
 * table_orientation: which tables want a landscape page, told from their words before anything is
 * set.  An estimate: the widths are those of the printed page (templates/print), the advances what
 * a sign of its sans takes on the average.
 */
#include <string.h>

#include "base/utf8.h"
#include "bulletin/assembly.h"

#define MEASURE 470.0 /* points, of the page that stands */
#define GAP 14.0      /* between columns */
#define SIGN 4.8      /* advance; twice that for wide characters */
#define COMFORT 45.0  /* what a column of several words wants at least */
#define PARTED 80.0   /* no more of a word that hyphenation may part */
#define SAMPLE 250    /* so many rows tell enough */

static bool
is_wide_sign(gunichar ch)
{
	return ch >= 0x1100 && g_unichar_iswide(ch);
}

static bool
is_letter(gunichar ch)
{
	return ch < 0x80 ? g_ascii_isalpha((char)ch) : g_unichar_isalpha(ch);
}

/* Width of the longest piece of text that no line's end parts; *whole of all of it. */
static double
longest_piece(const char *text, const char *end, double *whole)
{
	double longest = 0, piece = 0;
	bool letters = true;

	*whole = 0;
	while (text < end) {
		gunichar ch = utf8_take(&text);
		bool wide = is_wide_sign(ch);
		double width = wide ? 2 * SIGN : SIGN;

		*whole += width;
		if (ch == ' ' || wide) {
			longest = MAX(longest, ch == ' ' ? 0 : width);
			piece = 0;
			letters = true;
			continue;
		}
		letters = letters && is_letter(ch);
		piece += width;
		longest = MAX(longest, letters ? MIN(piece, PARTED) : piece);
		if (ch == '-' || ch == '/') {
			piece = 0;
			letters = true;
		}
	}
	return longest;
}

static double
text_need(const char *text)
{
	const char *end = text + strlen(text);
	double whole, piece;

	while (g_ascii_isspace(*text))
		text++;
	while (end > text && g_ascii_isspace(end[-1]))
		end--;
	piece = longest_piece(text, end, &whole);
	return MAX(piece, MIN(whole, COMFORT));
}

/* What a cell asks of its column.  Most hold one run. */
static double
cell_need(const xmlNode *cell)
{
	const xmlNode *run = cell->children;
	g_autofree char *text = NULL;

	if (run && !run->next && tree_is(run, TREE_CM, "text") && run->children &&
	    !run->children->next)
		return text_need((const char *)run->children->content);
	text = tree_plain(cell);
	return text_need(text);
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
