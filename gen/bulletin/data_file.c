/*
 * data_file: the figures of an edition as a file beside it, and the digest of all its data.
 */
#include <string.h>

#include "bulletin/assembly.h"
#include "data/dataset.h"

#define DATA_FILE "facts.csv"

static void
append_amount(GString *out, const struct amount *amount)
{
	bool bound = amount->qualifier != QUALIFIER_NO_BOUND;
	g_autofree char *min = NULL, *max = NULL;

	if (bound) {
		min = decimal_to_text(decimal_scale(amount->min, (int)amount->scale));
		max = decimal_to_text(decimal_scale(amount->max, (int)amount->scale));
	}
	g_string_append_printf(out, "%s,%s,%s,%s,", min ? min : "", max ? max : "",
			       amount->unit ? amount->unit : "",
			       qualifier_name(amount->qualifier));
}

/*
 * One line: ids, numbers and words of the vocabularies, none of which needs quotation marks.  What
 * is a text has its line, but its words are the language's and stay out.
 */
static void
append_fact(GString *out, const struct fact *fact)
{
	const struct claim *claim = fact->preferred;
	g_autofree char *date = claim->kind == CLAIM_DATE ? edtf_to_text(&claim->date) : NULL;
	const char *hedge = hedge_name(claim->hedge);

	g_string_append_printf(out, "%s,", fact->path);
	if (claim->kind == CLAIM_QUANTITY)
		append_amount(out, &claim->amount);
	else
		g_string_append(out, ",,,,");
	g_string_append_printf(out, "%s,%s,%s,%s\r\n", date ? date : "", hedge ? hedge : "",
			       claim->has_source ? claim->source.id : "",
			       claim->has_source && claim->source.at ? claim->source.at : "");
}

static int
compare_facts(gconstpointer a, gconstpointer b)
{
	const struct fact *const *x = a;
	const struct fact *const *y = b;

	return strcmp((*x)->path, (*y)->path);
}

/* The same bytes in every language that uses the same facts. */
static GBytes *
facts_to_csv(const GPtrArray *facts)
{
	g_autoptr(GPtrArray) sorted = g_ptr_array_new();
	GString *out = g_string_new("fact,min,max,unit,qualifier,date,hedge,source,at\r\n");

	for (guint i = 0; i < facts->len; i++)
		g_ptr_array_add(sorted, facts->pdata[i]);
	g_ptr_array_sort(sorted, compare_facts);
	for (guint i = 0; i < sorted->len; i++)
		append_fact(out, sorted->pdata[i]);
	return g_string_free_to_bytes(out);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	const char *const *x = a;
	const char *const *y = b;

	return strcmp(*x, *y);
}

/* Of the data files one after the other, in the order of their names; NULL if there are none. */
static char *
digest(GHashTable *files)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, files);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (g_str_has_suffix(name, ".csv"))
			g_ptr_array_add(names, name);
	}
	g_ptr_array_sort(names, compare_names);
	for (guint i = 0; i < names->len; i++) {
		gsize size;
		const guchar *data =
			g_bytes_get_data(g_hash_table_lookup(files, names->pdata[i]), &size);

		g_checksum_update(sum, data, (gssize)size);
	}
	return names->len > 0 ? g_strdup(g_checksum_get_string(sum)) : NULL;
}

void
data_file_add(struct assembly *a)
{
	GHashTable *files = a->edition->files;
	g_autofree char *sum = NULL;
	xmlNode *node;

	if (a->edition->facts->len > 0)
		g_hash_table_insert(files, g_strdup(DATA_FILE), facts_to_csv(a->edition->facts));
	sum = digest(files);
	node = tree_add_text(a->meta, TREE_B, "digest", sum);
	if (node && a->edition->facts->len > 0)
		tree_set(node, "href", DATA_FILE);
}
