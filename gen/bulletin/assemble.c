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
	tree_doc_free(edition->xml);
	g_hash_table_unref(edition->scenes);
	g_hash_table_unref(edition->images);
	g_hash_table_unref(edition->files);
	g_ptr_array_unref(edition->facts);
	g_ptr_array_unref(edition->sources);
	g_ptr_array_unref(edition->incidents);
	g_free(edition);
}

/*
 * The nodes of a tree out of another document: namespaces are those of this one's root, and xml:
 * belongs to the document itself.
 */
static void
adopt(xmlNode *tree, const xmlNs *theirs)
{
	xmlNs *ours = tree_ns(tree->doc, TREE_B), *commonmark = tree_ns(tree->doc, TREE_CM);

	for (xmlNode *node = tree; node; node = tree_next(node, tree, false)) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		node->ns = node->ns == theirs ? ours : commonmark;
		for (xmlAttr *attr = node->properties; attr; attr = attr->next) {
			if (attr->ns)
				attr->ns = xmlSearchNsByHref(tree->doc, node, XML_XML_NAMESPACE);
		}
	}
	xmlFreeNsList(tree->nsDef);
	tree->nsDef = NULL;
}

/* Moved, for a long brief has millions of bytes; the tree is no longer the brief's. */
static xmlNode *
move_into(xmlNode *parent, const struct brief *brief, xmlNode *tree)
{
	const xmlNs *theirs = tree_ns(brief->doc, TREE_B);

	if (!tree)
		return NULL;
	xmlUnlinkNode(tree);
	xmlAddChild(parent, tree);
	adopt(tree, theirs);
	return tree;
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
	frame_check(a);
}

/* What makes the tree ready for its readers, and finds nothing that could be told. */
static void
finish(struct assembly *a, xmlNode *labels)
{
	tidy_tree(a, a->meta);
	tidy_tree(a, a->document);
	tables_orient(a->document);
	frame_fill(a, labels);
	source_list(a, xmlDocGetRootElement(a->doc));
}

static void
assemble(struct assembly *a)
{
	struct brief *brief = a->env->brief;
	xmlNode *root, *labels, *title, *subtitle, *summary;

	a->doc = a->edition->xml = tree_doc_new(TREE_B, "bulletin");
	tree_share_locs(a->doc, brief->doc);
	root = xmlDocGetRootElement(a->doc);
	set_root(a, root);
	a->meta = tree_add(root, TREE_B, "meta");
	labels = tree_add(root, TREE_B, "labels");
	title = move_into(a->meta, brief, g_steal_pointer(&brief->title));
	if (!title) {
		title = tree_add(a->meta, TREE_B, "title");
		tree_add_run(title, a->env->bulletin->id);
	}
	subtitle = move_into(a->meta, brief, g_steal_pointer(&brief->subtitle));
	summary = move_into(a->meta, brief, g_steal_pointer(&brief->summary));
	a->document = move_into(root, brief, xmlDocGetRootElement(brief->doc));
	anchor_collect(a);
	number_blocks(a);
	resolve_all(a, title, subtitle, summary);
	check_all(a);
	if (page_wanted(a))
		finish(a, labels);
}

struct edition *
edition_assemble(const struct edition_env *env)
{
	g_autoptr(GHashTable) targets =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(GHashTable) notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) mentioned = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) described = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) used = g_hash_table_new(NULL, NULL);
	struct assembly a = {
		.env = env,
		.edition = edition_new(),
		.lang = locale_tag(env->locale),
		.source_lang = dataset_publication(env->data)->source_language,
		.file = env->brief->file,
		.targets = targets,
		.notes = notes,
		.mentioned = mentioned,
		.described = described,
		.shown = shown,
		.used = used,
	};

	a.cited = a.edition->sources;
	assemble(&a);
	return a.edition;
}
