/* units: currencies, counted nouns, and one over another. */
#include "data/units.h"

#include "base/amount.h"
#include "base/diag.h"
#include "data/coined.h"
#include "locale/locale.h"

static bool
is_simple_unit(const char *text, struct coined *coined)
{
	if (unit_is_currency(text))
		return locale_is_currency(text);
	return locale_is_noun(text) ||
	       (coined && g_ptr_array_find_with_equal_func((GPtrArray *)coined_nouns(coined), text,
							   g_str_equal, NULL));
}

bool
units_has(const char *text, struct coined *coined)
{
	g_auto(GStrv) parts = g_strsplit(text, "/", -1);
	guint n = g_strv_length(parts);

	return (n == 1 || n == 2) && is_simple_unit(parts[0], coined) &&
	       is_simple_unit(parts[n - 1], coined);
}

char *
units_nearest(const char *text, struct coined *coined)
{
	g_autofree char *capitals = g_ascii_strup(text, -1);
	const GPtrArray *nouns = coined ? coined_nouns(coined) : NULL;
	g_autoptr(GPtrArray) candidates = NULL;

	if (unit_is_currency(capitals) && locale_is_currency(capitals))
		return g_steal_pointer(&capitals);
	candidates = locale_nouns();
	for (guint i = 0; nouns && i < nouns->len; i++)
		g_ptr_array_add(candidates, nouns->pdata[i]);
	return g_strdup(diag_nearest(text, candidates));
}
