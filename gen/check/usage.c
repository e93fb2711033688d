/* usage: every place where a fact is used. */
#include "check/usage.h"

#include "base/diag.h"
#include "brief/outline.h"
#include "data/dataset.h"

struct usage {
	const struct dataset *data;
	GHashTable *by_fact; /* const struct fact * -> GArray of struct use */
};

static void
free_uses(gpointer uses)
{
	g_array_unref(uses);
}

static void
add(struct usage *usage, const struct fact *fact, struct use use)
{
	GArray *uses = g_hash_table_lookup(usage->by_fact, fact);

	if (!uses) {
		uses = g_array_new(FALSE, FALSE, sizeof(struct use));
		g_hash_table_insert(usage->by_fact, (gpointer)fact, uses);
	}
	g_array_append_val(uses, use);
}

/* A fact that a derived value comes from in two ways is named once. */
static void
add_parts(struct usage *usage, const struct fact *derived)
{
	g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

	for (guint i = 0; derived->parts && i < derived->parts->len; i++) {
		const struct fact *part = derived->parts->pdata[i];

		if (g_hash_table_add(told, (gpointer)part))
			add(usage, part,
			    (struct use){.as = "derived", .id = derived->id, .at = derived->at});
	}
}

struct usage *
usage_new(const struct dataset *data)
{
	g_autoptr(GPtrArray) paths = dataset_fact_paths(data);
	struct usage *usage = g_new0(struct usage, 1);

	usage->data = data;
	usage->by_fact = g_hash_table_new_full(NULL, NULL, NULL, free_uses);
	for (guint i = 0; i < paths->len; i++)
		add_parts(usage, dataset_find_fact(data, paths->pdata[i]));
	return usage;
}

void
usage_free(struct usage *usage)
{
	if (!usage)
		return;
	g_hash_table_unref(usage->by_fact);
	g_free(usage);
}

static void
add_figure(struct usage *usage, const struct bulletin *bulletin, const struct figure_spec *spec)
{
	static const char *const kinds[] = {
		[FIGURE_CHART] = "chart", [FIGURE_TABLE] = "table", [FIGURE_MAP] = "map"};
	g_autoptr(GPtrArray) facts = g_ptr_array_new();
	g_autoptr(GPtrArray) incidents = g_ptr_array_new();

	if (!spec->query)
		return;
	query_reach(spec->query, usage->data, facts, incidents);
	for (guint i = 0; i < facts->len; i++)
		add(usage, facts->pdata[i],
		    (struct use){bulletin, NULL, kinds[spec->kind], spec->id, spec->at});
}

void
usage_add_bulletin(struct usage *usage, const struct bulletin *bulletin)
{
	for (guint i = 0; bulletin->key_figures && i < bulletin->key_figures->len; i++) {
		const struct fact *fact =
			dataset_find_fact(usage->data, bulletin->key_figures->pdata[i]);

		if (fact)
			add(usage, fact,
			    (struct use){bulletin, NULL, "key-figure", NULL, bulletin->at});
	}
	for (guint i = 0; i < bulletin->figures->len; i++)
		add_figure(usage, bulletin, bulletin->figures->pdata[i]);
}

void
usage_add_brief(struct usage *usage, const struct bulletin *bulletin, const char *lang,
		const struct outline *outline)
{
	for (guint i = 0; i < outline->blocks->len; i++) {
		const struct block *block = outline_block(outline, i);

		for (guint k = 0; k < block->n_spans; k++) {
			const struct span *span = block_span(block, k);
			const struct fact *fact =
				span->kind == SPAN_FACT && span->path
					? dataset_find_fact(usage->data, span->path)
					: NULL;

			if (fact)
				add(usage, fact,
				    (struct use){bulletin, lang, "text", NULL, span->at});
		}
	}
}

const GArray *
usage_of(const struct usage *usage, const struct fact *fact)
{
	return g_hash_table_lookup(usage->by_fact, fact);
}
