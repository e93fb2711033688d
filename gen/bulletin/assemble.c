/* assemble: the order in which an edition is put together. */
#include "bulletin/assembly.h"
#include "brief/brief.h"
#include "chart/scene.h"
#include "data/dataset.h"
#include "image/image.h"
#include "locale/locale.h"

static void
scene_clear(gpointer scene)
{
	scene_free(scene);
}

static void
image_clear(gpointer image)
{
	image_free(image);
}

static void
bytes_clear(gpointer bytes)
{
	g_bytes_unref(bytes);
}

static struct edition *
edition_new(void)
{
	struct edition *edition = g_new0(struct edition, 1);

	edition->scenes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, scene_clear);
	edition->images = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, image_clear);
	edition->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bytes_clear);
	edition->facts = g_ptr_array_new();
	edition->sources = g_ptr_array_new();
	edition->incidents = g_ptr_array_new();
	return edition;
}

void
edition_free(struct edition *edition)
{
	if (!edition)
		return;
	xmlFreeDoc(edition->xml);
	g_hash_table_unref(edition->scenes);
	g_hash_table_unref(edition->images);
	g_hash_table_unref(edition->files);
	g_ptr_array_unref(edition->facts);
	g_ptr_array_unref(edition->sources);
	g_ptr_array_unref(edition->incidents);
	g_free(edition);
}

/*
 * Elements copied from the brief's document declare its namespaces again; here the root's are
 * meant.
 */
static void
adopt(xmlNode *tree)
{
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		bool ours;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		ours = xmlStrEqual(node->ns->href, BAD_CAST NS_BULLETIN);
		node->ns = tree_ns(node->doc, ours ? TREE_B : TREE_CM);
	}
	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		xmlFreeNsList(node->nsDef);
		node->nsDef = NULL;
	}
}

static xmlNode *
copy_into(xmlNode *parent, xmlNode *tree)
{
	xmlNode *copy;

	if (!tree)
		return NULL;
	copy = xmlAddChild(parent, xmlDocCopyNode(tree, parent->doc, 1));
	adopt(copy);
	return copy;
}

static void
set_root(struct assembly *a, xmlNode *root)
{
	static const char *const statuses[] = {[BULLETIN_PUBLISHED] = "published",
					       [BULLETIN_DRAFT] = "draft",
					       [BULLETIN_WITHDRAWN] = "withdrawn"};
	const struct bulletin *bulletin = a->env->bulletin;

	xmlNodeSetLang(root, BAD_CAST a->lang);
	tree_set(root, "dir", locale_is_rtl(a->env->locale) ? "rtl" : "ltr");
	tree_set(root, "id", bulletin->id);
	tree_set(root, "file", a->file);
	tree_set(root, "numbered", bulletin->numbered_paragraphs ? "true" : "false");
	tree_set(root, "status", statuses[bulletin->status]);
}

/* Title, subtitle and summary are read apart from the body: each names things in full again. */
static void
resolve_part(struct assembly *a, xmlNode *part)
{
	if (!part)
		return;
	g_hash_table_remove_all(a->mentioned);
	resolve_tree(a, part);
}

static void
resolve_all(struct assembly *a, xmlNode *title, xmlNode *subtitle, xmlNode *summary)
{
	resolve_part(a, title);
	resolve_part(a, subtitle);
	resolve_part(a, summary);
	key_figures_build(a);
	resolve_part(a, a->document);
	reference_resolve_all(a, a->meta);
	reference_resolve_all(a, a->document);
}

static void
check_all(struct assembly *a)
{
	coverage_check(a);
	timing_check(a);
	glyphs_check(a, a->meta);
	glyphs_check(a, a->document);
}

static void
assemble(struct assembly *a)
{
	const struct brief *brief = a->env->brief;
	xmlNode *root, *labels, *title, *subtitle, *summary;

	a->doc = a->edition->xml = tree_doc_new(TREE_B, "bulletin");
	root = xmlDocGetRootElement(a->doc);
	set_root(a, root);
	a->meta = tree_add(root, TREE_B, "meta");
	labels = tree_add(root, TREE_B, "labels");
	title = copy_into(a->meta, brief->title);
	if (!title) {
		title = tree_add(a->meta, TREE_B, "title");
		tree_add_run(title, a->env->bulletin->id);
	}
	subtitle = copy_into(a->meta, brief->subtitle);
	summary = copy_into(a->meta, brief->summary);
	a->document = copy_into(root, xmlDocGetRootElement(brief->doc));
	anchor_collect(a);
	number_blocks(a);
	resolve_all(a, title, subtitle, summary);
	check_all(a);
	tidy_tree(a, a->meta);
	tidy_tree(a, a->document);
	tables_orient(a->document);
	frame_fill(a, labels);
	source_list(a, root);
}

struct edition *
edition_assemble(const struct edition_env *env)
{
	g_autoptr(GHashTable) targets =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) mentioned = g_hash_table_new(g_str_hash, g_str_equal);
	struct assembly a = {
		.env = env,
		.edition = edition_new(),
		.lang = locale_tag(env->locale),
		.source_lang = dataset_publication(env->data)->source_language,
		.file = env->brief->file,
		.targets = targets,
		.notes = notes,
		.mentioned = mentioned,
	};

	a.cited = a.edition->sources;
	assemble(&a);
	return a.edition;
}
