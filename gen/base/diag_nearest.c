/* diag_nearest: the name that an author probably meant. */
#include <string.h>

#include "base/diag.h"

/*
 * Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours)
 * between code points, or limit + 1 where it is greater than limit.  rows is room for 3 × (m + 1)
 * numbers.
 */
static glong
distance(const gunichar *a, glong n, const gunichar *b, glong m, glong limit, glong *rows)
{
	glong *before = rows, *above = rows + m + 1, *row = rows + 2 * (m + 1);

	if (ABS(n - m) > limit)
		return limit + 1;
	for (glong j = 0; j <= m; j++)
		above[j] = j;
	for (glong i = 1; i <= n; i++) {
		glong *swap = before;
		glong best = row[0] = i;

		for (glong j = 1; j <= m; j++) {
			glong cost = above[j - 1] + (a[i - 1] != b[j - 1]);

			cost = MIN(cost, MIN(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				cost = MIN(cost, before[j - 2] + 1);
			row[j] = cost;
			best = MIN(best, cost);
		}
		if (best > limit)
			return limit + 1;
		before = above;
		above = row;
		row = swap;
	}
	return above[m];
}

const char *
diag_nearest(const char *word, const GPtrArray *candidates)
{
	glong length = 0;
	g_autofree gunichar *wanted = g_utf8_to_ucs4_fast(word, -1, &length);
	glong best = MAX(1, length / 3) + 1;
	const char *nearest = NULL;

	for (guint i = 0; i < candidates->len; i++) {
		const char *candidate = candidates->pdata[i];
		glong size = 0;
		g_autofree gunichar *points = g_utf8_to_ucs4_fast(candidate, -1, &size);
		g_autofree glong *rows = g_new(glong, (gsize)(3 * (size + 1)));
		/* To write capitals is one slip, however many they are. */
		glong d = g_ascii_strcasecmp(word, candidate) == 0
				  ? 1
				  : distance(wanted, length, points, size, best, rows);

		if (d < best || (d == best && nearest && strcmp(candidate, nearest) < 0)) {
			best = d;
			nearest = candidate;
		}
	}
	return nearest;
}
