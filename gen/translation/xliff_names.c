/* xliff_names: how units and codes are called in an XLIFF file. */
#include <string.h>

#include "translation/codes.h"
#include "translation/xliff_private.h"

gsize
xliff_prefix(const struct unit *unit)
{
	gsize marks;

	if (unit->kind != UNIT_HEADING)
		return 0;
	marks = strspn(unit->text, "#");
	return marks > 0 ? marks + strspn(unit->text + marks, " \t") : 0;
}

GPtrArray *
xliff_codes(const struct unit *unit)
{
	return codes_split(unit->text + xliff_prefix(unit), unit->kind);
}

/* The first code of the source with this key that no other has taken; NULL if there is none. */
static const struct code *
take(const GPtrArray *source, const char *key, GHashTable *taken)
{
	for (guint i = 0; i < source->len; i++) {
		struct code *code = g_ptr_array_index(source, i);
		g_autofree char *own = NULL;

		if ((code->kind != CODE_ALONE && code->kind != CODE_OPEN) ||
		    g_hash_table_contains(taken, code))
			continue;
		own = code_key(source, code);
		if (strcmp(own, key) != 0)
			continue;
		g_hash_table_add(taken, code);
		return code;
	}
	return NULL;
}

GPtrArray *
xliff_code_names(const GPtrArray *source, const GPtrArray *target)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
	int own = 0;

	for (guint i = 0; i < target->len; i++) {
		const struct code *code = g_ptr_array_index(target, i), *same = NULL;
		g_autofree char *key = NULL;
		char *name = NULL;

		if (code->kind == CODE_ALONE || code->kind == CODE_OPEN) {
			key = code_key(target, code);
			same = take(source, key, taken);
			name = same ? g_strdup_printf("%d", same->id)
				    : g_strdup_printf("t%d", ++own);
		}
		g_ptr_array_add(names, name);
	}
	return names;
}
