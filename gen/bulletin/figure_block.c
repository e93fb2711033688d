/*
 * figure_block: charts and tables of bulletin.yaml as blocks: drawing, alternative text, numbers
 * behind, sources.
 */
#include <string.h>

#include "base/diag.h"
#include "bulletin/assembly.h"
#include "chart/chart.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* The text block of the printed page, in points (templates/print). */
#define MEASURE 470.0

/* ---- sources of the data ---- */

/* "Author, Title", the title in its own language. */
static void
add_source(struct assembly *a, const struct source *source, xmlNode *into)
{
	const char *foreign = NULL, *author, *title;

	author = source->author_text ? text_here(a, source->author_text, &foreign) : source->author;
	if (author && !foreign) {
		page_run(a, into, author, NULL);
		page_run(a, into, ", ", NULL);
	}
	foreign = NULL;
	title = text_here(a, source->title, &foreign);
	if (!foreign && source->lang && source->title->n == 1 && !source->title->entries[0].lang &&
	    strcmp(source->lang, a->lang) != 0)
		foreign = source->lang;
	page_run(a, into, title, foreign);
}

static void
add_source_line(struct assembly *a, const GPtrArray *sources, xmlNode *into)
{
	const char *separator = locale_find(a->env->locale, "chart.separator");
	xmlNode *line = NULL;

	for (guint i = 0; i < sources->len; i++) {
		const struct source *source = dataset_find_source(a->env->data, sources->pdata[i]);

		if (!source)
			continue;
		if (!line)
			line = page_add(a, into, "source-line");
		else
			page_run(a, line, separator ? separator : "; ", NULL);
		add_source(a, source, line);
		source_count(a, source);
	}
}

/* b:note and b:source-line below a figure or table; what its rows tell of, the bulletin tells of.
 */
static void
add_below(struct assembly *a, const struct figure_spec *spec, const struct rows *rows,
	  xmlNode *into)
{
	for (guint i = 0; i < rows->incidents->len; i++)
		incident_use(a, rows->incidents->pdata[i]);
	timing_check_series(a, spec, rows);
	if (spec->note)
		page_text(a, spec->note, page_add(a, into, "note"));
	add_source_line(a, rows->sources, into);
}

/* ---- files ---- */

/* The drawing of the page as a document: it declares its own namespace. */
static GBytes *
svg_file(xmlNode *svg)
{
	xmlOutputBuffer *out = xmlAllocOutputBuffer(NULL);
	GBytes *bytes;

	xmlOutputBufferWriteString(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	xmlNodeDumpOutput(out, svg->doc, svg, 0, 0, "UTF-8");
	xmlOutputBufferWriteString(out, "\n");
	bytes = g_bytes_new(xmlOutputBufferGetContent(out), xmlOutputBufferGetSize(out));
	xmlOutputBufferClose(out);
	return bytes;
}

/* Keeps the scene and the files of a chart with the edition. */
static void
keep_files(struct assembly *a, struct chart *chart, xmlNode *svg, const char *src, const char *csv)
{
	g_hash_table_insert(a->edition->files, g_strdup(src), svg_file(svg));
	g_hash_table_insert(a->edition->files, g_strdup(csv),
			    rows_to_csv(chart->rows, a->env->data));
	g_hash_table_insert(a->edition->scenes, g_strdup(src), g_steal_pointer(&chart->scene));
}

/* ---- the block ---- */

/* The author's caption; without one, the title of the spec. */
static xmlNode *
make_caption(struct assembly *a, const struct figure_spec *spec, xmlNode *figure)
{
	xmlNode *words = tree_new(figure->doc, TREE_B, "caption");

	tree_move_children(figure, words);
	xmlAddChild(figure, words);
	resolve_tree(a, words);
	if (!words->children && spec->title)
		text_add(a, spec->title, words);
	return words;
}

static void
set_length(xmlNode *node, const char *name, double points)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	tree_set(node, name, g_ascii_formatd(text, sizeof(text), "%.2f", points));
}

/* What there was to show cannot be read, which was said: its caption stays, as a paragraph. */
static void
give_up(xmlNode *figure, xmlNode *words)
{
	tree_unwrap(words);
	raw_become(figure, TREE_CM, "paragraph");
	tree_unset(figure, "label");
}

static void
add_title(struct assembly *a, const struct text *text, xmlNode *words)
{
	const char *foreign = NULL;
	const char *here = text_here(a, text, &foreign);
	xmlNode *title;

	if (!page_wanted(a)) {
		glyphs_check_words(a, words, foreign, here);
		return;
	}
	title = tree_new(words->doc, TREE_B, "title");
	xmlAddPrevSibling(words, title);
	xmlNodeAddContent(title, BAD_CAST here);
	if (foreign)
		tree_set_lang(title, foreign);
}

/* The picture, and what is said of it to those who do not see it; lends the drawing. */
static xmlNode *
add_scene(const struct scene *scene, xmlNode *figure)
{
	set_length(figure, "width", scene->width);
	set_length(figure, "height", scene->height);
	tree_add_text(figure, TREE_B, "alt", scene->description);
	return xmlAddChild(tree_add(figure, TREE_B, "graphic"), scene_to_svg(scene, figure->doc));
}

static void
build_chart(struct assembly *a, const struct figure_spec *spec, xmlNode *figure)
{
	xmlNode *words = make_caption(a, spec, figure), *data, *svg = NULL;
	g_autofree char *plain = tree_plain(words);
	g_autofree char *src = g_strdup_printf("figures/%s.svg", spec->id);
	g_autofree char *csv = g_strdup_printf("figures/%s.csv", spec->id);
	struct chart *chart = chart_build(spec, a->env->data, a->env->locale, a->env->measure,
					  plain, MEASURE, a->env->diags);

	if (!chart) {
		give_up(figure, words);
		return;
	}
	page_set(a, figure, "kind", "chart");
	page_set(a, figure, "src", src);
	if (spec->title)
		add_title(a, spec->title, words);
	if (chart->scene)
		svg = add_scene(chart->scene, figure);
	data = page_add(a, figure, "data");
	page_set(a, data, "href", csv);
	data_table_fill(a, chart->rows, data);
	add_below(a, spec, chart->rows, figure);
	if (svg)
		keep_files(a, chart, svg, src, csv);
	chart_free(chart);
}

static void
build_table(struct assembly *a, const struct figure_spec *spec, xmlNode *table)
{
	xmlNode *words = make_caption(a, spec, table);
	g_autofree char *csv = g_strdup_printf("figures/%s.csv", spec->id);
	struct rows *rows = NULL;

	if (spec->query)
		rows = query_run(spec->query, a->env->data, spec->columns, a->env->diags);
	if (!rows || rows->refused) {
		rows_free(rows);
		give_up(table, words);
		return;
	}
	if (!words->children)
		tree_drop(words);
	page_set(a, table, "orientation", spec->orientation);
	page_set(a, page_add(a, table, "data"), "href", csv);
	if (rows->rows->len == 0)
		diag_help(diag_add(a->env->diags, DIAG_SCHEMA_VALUE, spec->at,
				   "table “%s” has no rows", spec->id),
			  "nothing fits what stands under “where”");
	data_table_fill(a, rows, table);
	add_below(a, spec, rows, table);
	if (page_wanted(a))
		g_hash_table_insert(a->edition->files, g_steal_pointer(&csv),
				    rows_to_csv(rows, a->env->data));
	rows_free(rows);
}

void
figure_resolve(struct assembly *a, xmlNode *raw)
{
	const struct figure_spec *spec;
	bool table;

	if (strcmp(tree_find(raw, "kind"), "image") == 0) {
		image_resolve(a, raw);
		return;
	}
	spec = bulletin_find_figure(a->env->bulletin, tree_find(raw, "path"));
	g_assert(spec);
	table = spec->kind == FIGURE_TABLE;
	raw_become(raw, TREE_B, table ? "table" : "figure");
	if (table)
		build_table(a, spec, raw);
	else
		build_chart(a, spec, raw);
}
