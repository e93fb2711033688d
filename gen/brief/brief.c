/* brief: one Markdown file to a tree of the bulletin XML. */
#include "brief/brief.h"

#include <cmark.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "brief/align.h"
#include "brief/convert.h"
#include "brief/front_matter.h"
#include "brief/heading.h"
#include "brief/limits.h"
#include "brief/note.h"
#include "brief/raw_figure.h"
#include "brief/tree.h"
#include "brief/unit.h"

static struct brief *
brief_new(const char *file)
{
	struct brief *brief = g_new0(struct brief, 1);

	brief->doc = tree_doc_new(TREE_CM, "document");
	brief->keywords = g_ptr_array_new_with_free_func(g_free);
	brief->file = g_intern_string(file);
	return brief;
}

void
brief_free(struct brief *brief)
{
	if (!brief)
		return;
	xmlFreeNode(brief->title);
	xmlFreeNode(brief->subtitle);
	xmlFreeNode(brief->summary);
	tree_doc_free(brief->doc);
	g_ptr_array_unref(brief->keywords);
	g_clear_pointer(&brief->units, g_ptr_array_unref);
	g_free(brief->translator);
	g_free(brief);
}

/* Without a title of its own, a brief has that of the heading that opens it. */
static void
settle_title(struct brief *brief)
{
	xmlNode *heading;

	if (brief->title)
		return;
	heading = heading_take_title(xmlDocGetRootElement(brief->doc));
	if (!heading)
		return;
	brief->title = tree_new(brief->doc, TREE_B, "title");
	tree_set_loc(brief->title, tree_loc(heading, brief->file));
	tree_move_children(heading, brief->title);
	xmlFreeNode(heading);
}

/* What a reader hears instead of a picture has no marks. */
static void
forbid_in_images(struct conversion *cv, xmlNode *body)
{
	xmlNode *node = cv->has_images && cv->has_noterefs ? body : NULL;

	for (; node; node = tree_next(node, body, false)) {
		if (tree_is(node, TREE_B, "raw-figure") &&
		    strcmp(tree_find(node, "kind"), "image") == 0)
			note_forbid(cv, node, "the description of an image");
	}
}

static void
settle_trees(struct conversion *cv, struct brief *brief)
{
	xmlNode *body = xmlDocGetRootElement(brief->doc);
	xmlNode *all[] = {brief->title, brief->subtitle, brief->summary, body};
	xmlNode *trees[G_N_ELEMENTS(all)];
	gsize n = 0;

	for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
		if (all[i])
			trees[n++] = all[i];
	}
	forbid_in_images(cv, body);
	for (gsize i = 0; i < n; i++) {
		if (trees[i] == brief->title || trees[i] == brief->subtitle)
			note_forbid(cv, trees[i], "a title");
		else
			note_place(cv, trees[i]);
		if (cv->loose_figures > 0)
			raw_figure_refuse(trees[i], cv->text.file, cv->diags);
	}
	note_finish(cv, trees, n);
	heading_normalise(body, cv->text.file, cv->diags);
}

static void
read_body(struct conversion *cv, struct brief *brief, const char *whole, const char *yaml)
{
	cmark_node *body =
		cmark_parse_document(cv->text.text, strlen(cv->text.text), CMARK_OPT_SOURCEPOS);

	convert_body(cv, body);
	if (whole)
		brief->units = units_of_body(whole, yaml, &cv->text, body);
	cmark_node_free(body);
}

static void
read_text(struct brief *brief, GString *text, bool source, struct diag_list *diags)
{
	gsize bytes = text->len;
	g_autofree char *whole = source ? g_strdup(text->str) : NULL;
	g_autofree char *yaml = front_matter_cut(text);
	g_autoptr(GPtrArray) open = g_ptr_array_new();
	g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(struct align_run));
	struct conversion cv = {.doc = brief->doc, .diags = diags, .open = open, .runs = runs};

	note_hide_colons(text->str);
	brief_text_init(&cv.text, text->str, brief->file);
	note_init(&cv);
	if (limits_hold(&cv.text, bytes, diags)) {
		if (yaml)
			front_matter_read(&cv, yaml, brief);
		read_body(&cv, brief, whole, yaml);
		settle_title(brief);
		settle_trees(&cv, brief);
	}
	note_clear(&cv);
	brief_text_clear(&cv.text);
}

static struct brief *
read_bytes(GBytes *bytes, const char *file, bool source, struct diag_list *diags)
{
	struct brief *brief = brief_new(file);
	GString *text;

	/* what is read is bounded before it is looked at: text_read goes over every character */
	if (g_bytes_get_size(bytes) > (gsize)4 * LIMIT_BYTES) {
		diag_add(diags, DIAG_INPUT_TOO_LARGE,
			 (struct loc){.file = brief->file, .line = 1, .column = 1},
			 "a brief of more than 1 MiB");
		return brief;
	}
	text = text_read(bytes, brief->file, diags);
	if (text) {
		read_text(brief, text, source, diags);
		g_string_free(text, TRUE);
	}
	return brief;
}

struct brief *
brief_read(GBytes *bytes, const char *file, struct diag_list *diags)
{
	return read_bytes(bytes, file, false, diags);
}

struct brief *
brief_read_source(GBytes *bytes, const char *file, struct diag_list *diags)
{
	return read_bytes(bytes, file, true, diags);
}
