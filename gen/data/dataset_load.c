/*
 * dataset_load: publication.yaml, then data/, then the bulletins, each folder in the order of its
 * names.
 */
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "base/text.h"
#include "base/yaml.h"
#include "data/coined.h"
#include "data/dataset_private.h"
#include "data/derive.h"
#include "data/file_name.h"
#include "data/record.h"
#include "data/references.h"
#include "data/schema_records.h"
#include "data/schema_value.h"
#include "data/series.h"
#include "data/store.h"
#include "data/totals.h"
#include "data/value.h"

enum collection { SOURCES, ENTITIES, INCIDENTS, DERIVED, N_COLLECTIONS };

static const struct {
	const char *name;
	const struct schema_record *record;
} collections[N_COLLECTIONS] = {
	[SOURCES] = {"sources", &schema_source},
	[ENTITIES] = {"entities", &schema_entity},
	[INCIDENTS] = {"incidents", &schema_incident},
	[DERIVED] = {"derived", &schema_derived},
};

/* A file that was read, for the checks that need all others. */
struct loaded {
	const struct yaml_node *root;
	const struct schema_record *record;
	struct bulletin *bulletin; /* bulletin.yaml only */
};

struct loader {
	struct dataset *data;
	const char *dir;
	GHashTable *withheld; /* ids of incidents; NULL for none */
	struct diag_list *diags;
	struct schema_context context;
	GArray *files;			 /* struct loaded */
	GHashTable *seen[N_COLLECTIONS]; /* id -> node; sources and entities share one */
	GError **error;
};

static char *
path_of(const struct loader *loader, const char *file)
{
	return g_build_filename(loader->dir, file, NULL);
}

static bool
exists(const struct loader *loader, const char *file, GFileTest test)
{
	g_autofree char *path = path_of(loader, file);

	return g_file_test(path, test);
}

/* *root is NULL for an empty or broken file; false when the machine fails. */
static bool
load_yaml(struct loader *loader, const char *file, const struct yaml_node **root)
{
	g_autofree char *path = path_of(loader, file);
	struct yaml_tree *tree = yaml_load(path, file, loader->diags, loader->error);

	*root = NULL;
	if (!tree)
		return false;
	store_tree(loader->data->store, tree);
	*root = yaml_root(tree);
	return true;
}

/* The same for a file that must not be empty: schema-missing with these words. */
static bool
load_filled(struct loader *loader, const char *file, const char *lack,
	    const struct yaml_node **root)
{
	guint before = diag_list_count(loader->diags, DIAG_ERROR);
	struct loc at = {.file = g_intern_string(file)};

	if (!load_yaml(loader, file, root))
		return false;
	if (!*root && diag_list_count(loader->diags, DIAG_ERROR) == before)
		diag_add(loader->diags, DIAG_SCHEMA_MISSING, at, "%s", lack);
	return true;
}

static void
remember(struct loader *loader, const struct yaml_node *root, const struct schema_record *record,
	 struct bulletin *bulletin)
{
	struct loaded loaded = {root, record, bulletin};

	g_array_append_val(loader->files, loaded);
}

/* True for an id that is new in its name space; else id-duplicate. */
static bool
take_id(struct loader *loader, enum collection collection, const struct yaml_node *record)
{
	const struct yaml_node *id = yaml_find(record, "id");
	const struct yaml_node *first;
	GHashTable *seen = loader->seen[collection];

	if (!value_string(record, "id"))
		return false;
	first = g_hash_table_lookup(seen, id->text);
	if (!first) {
		g_hash_table_insert(seen, (gpointer)id->text, (gpointer)id);
		return true;
	}
	diag_relate(diag_add(loader->diags, DIAG_ID_DUPLICATE, id->at, "the id “%s” is used twice",
			     id->text),
		    first->at, "first here");
	return false;
}

static void
add_incident(struct loader *loader, const struct yaml_node *node)
{
	struct dataset *data = loader->data;
	struct incident *incident = incident_read(node, data->store, loader->diags);

	bool withheld = loader->withheld && g_hash_table_contains(loader->withheld, incident->id);

	/* Names are no secret of one incident, and a query may ask for one that nobody has now. */
	for (guint i = 0; i < incident->facts->len; i++) {
		const struct fact *fact = incident->facts->pdata[i];

		g_hash_table_add(data->fact_names, (gpointer)fact->id);
	}
	if (withheld)
		return;
	g_ptr_array_add(data->incidents, incident);
	g_hash_table_insert(data->incident_by_id, (gpointer)incident->id, incident);
	for (guint i = 0; i < incident->facts->len; i++) {
		struct fact *fact = incident->facts->pdata[i];

		g_ptr_array_add(data->facts, fact);
		g_hash_table_insert(data->fact_by_path, (gpointer)fact->path, fact);
	}
}

/* Known from now on, though its value comes last (derive_all). */
static void
add_derived(struct dataset *data, const struct yaml_node *node)
{
	struct derivation *derivation = derivation_new(node, data->store);
	const struct fact *fact = derivation_fact(derivation);

	g_ptr_array_add(data->derivations, derivation);
	g_hash_table_insert(data->fact_by_path, (gpointer)fact->path, (gpointer)fact);
}

static void
add_record(struct loader *loader, enum collection collection, const struct yaml_node *node)
{
	struct dataset *data = loader->data;
	struct source *source;
	struct entity *entity;

	if (!take_id(loader, collection, node))
		return;
	switch (collection) {
	case SOURCES:
		source = source_read(node, data->store);
		g_ptr_array_add(data->sources, source);
		g_hash_table_insert(data->source_by_id, (gpointer)source->id, source);
		break;
	case ENTITIES:
		entity = entity_read(node, data->store, loader->diags);
		g_ptr_array_add(data->entities, entity);
		g_hash_table_insert(data->entity_by_id, (gpointer)entity->id, entity);
		break;
	case INCIDENTS:
		add_incident(loader, node);
		break;
	default:
		derived_check(node, loader->diags);
		add_derived(data, node);
		break;
	}
}

static bool
load_collection(struct loader *loader, enum collection collection, const char *file)
{
	const struct schema_record *record = collections[collection].record;
	const struct yaml_node *root;

	if (!load_yaml(loader, file, &root))
		return false;
	schema_check_list(root, record, &loader->context);
	for (guint i = 0; root && root->type == YAML_SEQUENCE && i < root->items->len; i++)
		add_record(loader, collection, root->items->pdata[i]);
	remember(loader, root, record, NULL);
	return true;
}

/* Every .yaml file below a folder, in the order of names. */
static bool
load_below(struct loader *loader, enum collection collection, const char *folder)
{
	g_autofree char *path = path_of(loader, folder);
	g_autoptr(GPtrArray) names = NULL;

	if (!g_file_test(path, G_FILE_TEST_IS_DIR))
		return true;
	names = file_list(path, loader->error);
	for (guint i = 0; names && i < names->len; i++) {
		const char *name = names->pdata[i];
		g_autofree char *file = g_strconcat(folder, "/", name, NULL);

		if (exists(loader, file, G_FILE_TEST_IS_DIR)) {
			if (!load_below(loader, collection, file))
				return false;
		} else if (file_name_is_yaml(file, loader->diags) &&
			   !load_collection(loader, collection, file)) {
			return false;
		}
	}
	return names != NULL;
}

static bool
load_collections(struct loader *loader)
{
	for (enum collection i = 0; i < N_COLLECTIONS; i++) {
		g_autofree char *folder = g_strconcat("content/data/", collections[i].name, NULL);
		g_autofree char *file = g_strconcat(folder, ".yaml", NULL);

		if (exists(loader, file, G_FILE_TEST_EXISTS) && !load_collection(loader, i, file))
			return false;
		if (i != DERIVED && !load_below(loader, i, folder))
			return false;
	}
	return true;
}

static bool
is_collection(const char *stem)
{
	for (enum collection i = 0; i < N_COLLECTIONS; i++) {
		if (strcmp(collections[i].name, stem) == 0)
			return true;
	}
	return false;
}

/* A CSV file and its sidecar; one without the other is an error. */
static bool
load_series(struct loader *loader, const char *stem)
{
	struct dataset *data = loader->data;
	g_autofree char *sidecar = g_strconcat("content/data/", stem, ".yaml", NULL);
	g_autofree char *file = g_strconcat("content/data/", stem, ".csv", NULL);
	g_autofree char *path = path_of(loader, file);
	const struct yaml_node *root = NULL;
	g_autoptr(GBytes) bytes = NULL;
	GString *text;
	struct series *series;

	if (!schema_is_id(stem))
		file_name_report_id(file, stem, loader->diags);
	if (exists(loader, sidecar, G_FILE_TEST_EXISTS) &&
	    !load_filled(loader, sidecar, "a series lacks the key “title”", &root))
		return false;
	schema_check(root, &schema_series, &loader->context);
	remember(loader, root, &schema_series, NULL);
	bytes = file_read(path, FILE_LIMIT, loader->error);
	if (!bytes)
		return false;
	text = text_read(bytes, g_intern_string(file), loader->diags);
	series = series_read(store_string(data->store, stem), root, text ? text->str : NULL, file,
			     data->store, loader->diags);
	g_ptr_array_add(data->series, series);
	g_hash_table_insert(data->series_by_id, (gpointer)series_id(series), series);
	if (text)
		g_string_free(text, TRUE);
	return true;
}

static void
report_alone(struct loader *loader, const char *stem, const char *have, const char *lack)
{
	g_autofree char *file = g_strconcat("content/data/", stem, have, NULL);
	struct loc at = {.file = g_intern_string(file)};

	diag_help(diag_add(loader->diags, DIAG_SCHEMA_MISSING, at,
			   "there is no %s%s beside this file", stem, lack),
		  "a series is a CSV file with a sidecar; other data stand in sources.yaml, "
		  "entities.yaml, incidents.yaml, derived.yaml");
}

static bool
load_data(struct loader *loader)
{
	g_autofree char *folder = path_of(loader, "content/data");
	g_autoptr(GPtrArray) names = NULL;

	if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
		return true;
	if (!load_collections(loader))
		return false;
	names = file_list(folder, loader->error);
	for (guint i = 0; names && i < names->len; i++) {
		const char *name = names->pdata[i];
		bool csv = g_str_has_suffix(name, ".csv");
		g_autofree char *stem = g_strndup(name, MAX(strlen(name), 5) - (csv ? 4 : 5));
		g_autofree char *other =
			g_strconcat("content/data/", stem, csv ? ".yaml" : ".csv", NULL);
		bool paired = exists(loader, other, G_FILE_TEST_IS_REGULAR);
		g_autofree char *file = g_strconcat("content/data/", name, NULL);

		if ((!csv && !file_name_is_yaml(file, loader->diags)) || is_collection(stem))
			continue;
		if (!paired)
			report_alone(loader, stem, csv ? ".csv" : ".yaml", csv ? ".yaml" : ".csv");
		if (csv && !load_series(loader, stem))
			return false;
	}
	return names != NULL;
}

static bool
load_bulletin(struct loader *loader, const char *id)
{
	struct dataset *data = loader->data;
	g_autofree char *file = g_strconcat("content/bulletins/", id, "/bulletin.yaml", NULL);
	const struct yaml_node *root = NULL;
	struct loc at = {.file = g_intern_string(file)};
	struct bulletin *bulletin;

	if (!exists(loader, file, G_FILE_TEST_EXISTS)) {
		diag_help(diag_add(loader->diags, DIAG_SCHEMA_MISSING, at,
				   "the bulletin “%s” has no bulletin.yaml", id),
			  "its only required key is the date: write “date: 2021-02-10”");
	} else if (!load_filled(loader, file, "a bulletin lacks the key “date”", &root)) {
		return false;
	}
	schema_check(root, &schema_bulletin, &loader->context);
	bulletin = bulletin_read(root, store_string(data->store, id), data->publication,
				 data->store, loader->diags);
	if (!root)
		bulletin->at = at;
	g_ptr_array_add(data->bulletins, bulletin);
	g_hash_table_insert(data->bulletin_by_id, (gpointer)bulletin->id, bulletin);
	remember(loader, root, &schema_bulletin, bulletin);
	return true;
}

static int
compare_bulletins(gconstpointer a, gconstpointer b)
{
	const struct bulletin *x = *(const struct bulletin *const *)a;
	const struct bulletin *y = *(const struct bulletin *const *)b;
	int order = edtf_compare(&y->date, &x->date);

	return order != 0 ? order : strcmp(x->id, y->id);
}

static bool
load_bulletins(struct loader *loader)
{
	g_autofree char *folder = path_of(loader, "content/bulletins");
	g_autoptr(GPtrArray) names = NULL;

	if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
		return true;
	names = file_list(folder, loader->error);
	for (guint i = 0; names && i < names->len; i++) {
		const char *id = names->pdata[i];
		g_autofree char *file = g_strconcat("content/bulletins/", id, NULL);

		if (*id == '.' || !exists(loader, file, G_FILE_TEST_IS_DIR))
			continue;
		if (!schema_is_id(id))
			file_name_report_id(file, id, loader->diags);
		if (!load_bulletin(loader, id))
			return false;
	}
	g_ptr_array_sort(loader->data->bulletins, compare_bulletins);
	return names != NULL;
}

static bool
load_publication(struct loader *loader)
{
	static const char file[] = "content/publication.yaml";
	struct dataset *data = loader->data;
	const struct yaml_node *root;

	if (!exists(loader, file, G_FILE_TEST_EXISTS)) {
		g_set_error(loader->error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
			    "%s/%s: there is no such file; run chancery in the folder of a "
			    "publication, or "
			    "name that folder by -C",
			    loader->dir, file);
		return false;
	}
	if (!load_filled(loader, file, "the file is empty", &root))
		return false;
	schema_check(root, &schema_publication, &loader->context);
	data->publication = publication_read(root, data->store, loader->diags);
	return true;
}

/* What needs everything else: ids across files, and queries. */
static void
check_across(struct loader *loader)
{
	struct references *references = references_new(loader->data, loader->diags);

	for (guint i = 0; i < loader->files->len; i++) {
		const struct loaded *loaded = &g_array_index(loader->files, struct loaded, i);

		references_check(references, loaded->root, loaded->record);
		if (loaded->bulletin)
			bulletin_check_figures(loaded->root, loaded->bulletin, loader->data,
					       loader->diags);
	}
	references_free(references);
}

static void
free_series(gpointer series)
{
	series_free(series);
}

static struct dataset *
dataset_new(const char *dir)
{
	struct dataset *data = g_new0(struct dataset, 1);
	GPtrArray **arrays[] = {&data->sources,	  &data->entities, &data->incidents,
				&data->bulletins, &data->facts,	   &data->derivations};
	GHashTable **tables[] = {&data->source_by_id,	&data->entity_by_id, &data->incident_by_id,
				 &data->bulletin_by_id, &data->series_by_id, &data->fact_by_path,
				 &data->fact_names};

	data->store = store_new();
	data->coined = coined_new(dir, data->store);
	for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
		*arrays[i] = store_array(data->store);
	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		*tables[i] = g_hash_table_new(g_str_hash, g_str_equal);
	data->series = g_ptr_array_new_with_free_func(free_series);
	return data;
}

struct dataset *
dataset_load(const struct places *places, GHashTable *withheld, struct diag_list *diags,
	     GError **error)
{
	g_autoptr(Dataset) data = dataset_new(places->dir);
	g_autoptr(GHashTable) origins = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) incidents = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) derived = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) units = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(struct loaded));
	struct loader loader = {
		.data = data,
		.dir = places->dir,
		.withheld = withheld,
		.diags = diags,
		.context = {diags, data->coined, units},
		.files = files,
		.seen = {origins, origins, incidents, derived},
		.error = error,
	};

	if (!load_publication(&loader))
		return NULL;
	if (!load_data(&loader) || !load_bulletins(&loader))
		return NULL;
	derive_all(data, diags);
	totals_check(data, diags);
	check_across(&loader);
	/* Without a language nothing can be checked further; there was a diagnostic. */
	if (data->publication->languages->len == 0)
		g_ptr_array_add(data->publication->languages, (gpointer) "en");
	return g_steal_pointer(&data);
}
