/* render: one bulletin in one language, read, assembled and checked. */
#include "build/render.h"

#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "brief/brief.h"
#include "brief/outline.h"
#include "brief/tree.h"
#include "build/plan.h"
#include "build/respell.h"
#include "build/translations.h"
#include "bulletin/bulletin.h"
#include "data/dataset.h"
#include "locale/locale.h"

static GBytes *
read_bytes(const struct press *press, const char *file, GError **error)
{
	g_autofree char *path = g_build_filename(press_places(press)->dir, file, NULL);

	return file_read(path, FILE_LIMIT, error);
}

/* The front matter alone, or everything where the title must be looked for in the body.  Takes
 * bytes. */
static GBytes *
head_of(GBytes *bytes)
{
	g_autoptr(GBytes) whole = bytes;
	const char *text = g_bytes_get_data(bytes, NULL); /* file_read ends it with a NUL */
	const char *end = g_str_has_prefix(text, "---\n") ? strstr(text, "\n---\n") : NULL;
	const char *title = strstr(text, "\ntitle:");

	if (!end || !title || title > end)
		return g_steal_pointer(&whole);
	return g_bytes_new_from_bytes(whole, 0, (gsize)(end - text) + strlen("\n---\n"));
}

/* "Original language: English", linked to it where the publication has an address. */
static void
link_original(const struct render *render, const struct locale *reader, xmlNode *into, xmlNs *cm)
{
	const struct publication *publication = dataset_publication(press_data(render->press));
	const char *source = publication->source_language;
	const char *id = render->item->bulletin->id;
	g_autofree char *name = locale_language_name(source);
	g_autofree char *text = locale_label(
		reader, "doc.pair", 2,
		(const char *const[]){locale_find(reader, "doc.original-language"), name});
	g_autofree char *address = NULL;

	xmlNewTextChild(into, cm, BAD_CAST "text", BAD_CAST " ");
	if (publication->base_url) {
		address = g_strdup_printf("%s%s/%s/index.html", publication->base_url, source, id);
		into = xmlNewChild(into, cm, BAD_CAST "link", NULL);
		xmlNewProp(into, BAD_CAST "destination", BAD_CAST address);
		xmlNewProp(into, BAD_CAST "title", BAD_CAST "");
	}
	xmlNewTextChild(into, cm, BAD_CAST "text", BAD_CAST text);
}

/*
 * What the reader must know of the translation opens the text as a paragraph in the reader's
 * language.  It is added to the XML, not left to the stylesheets, so that page and PDF cannot
 * differ in it.
 */
static bool
add_notice(const struct render *render, const char *key, bool link, GError **error)
{
	const struct locale *reader = press_locale(render->press, render->item->lang, error);
	xmlNode *document = tree_child(xmlDocGetRootElement(render->edition->xml), "document");
	xmlNode *paragraph, *strong, *span;
	xmlNs *ours;

	if (!reader)
		return false;
	g_assert(document);
	ours = xmlSearchNsByHref(render->edition->xml, document, BAD_CAST NS_BULLETIN);
	paragraph = xmlNewNode(document->ns, BAD_CAST "paragraph");
	if (document->children)
		xmlAddPrevSibling(document->children, paragraph);
	else
		xmlAddChild(document, paragraph);
	strong = xmlNewChild(paragraph, document->ns, BAD_CAST "strong", NULL);
	span = xmlNewChild(strong, ours, BAD_CAST "span", NULL);
	xmlNodeSetLang(span, BAD_CAST render->item->lang);
	xmlNewProp(span, BAD_CAST "dir", BAD_CAST(locale_is_rtl(reader) ? "rtl" : "ltr"));
	xmlNewTextChild(span, document->ns, BAD_CAST "text", BAD_CAST locale_find(reader, key));
	if (link)
		link_original(render, reader, span, document->ns);
	return true;
}

/* The last one added stands first. */
static bool
add_notices(const struct render *render, const struct translation_marks *marks, GError **error)
{
	if (render->item->kind == PLAN_FALLBACK)
		return add_notice(render, "doc.fallback", false, error);
	if (marks->missing > 0 &&
	    !add_notice(render, marks->lent > 0 ? "doc.untranslated-notice" : "doc.missing-notice",
			true, error))
		return false;
	return marks->stale == 0 || add_notice(render, "doc.stale-notice", true, error);
}

/* A figure inside lang: may be in a language that the publication has no bulletins in. */
static const struct locale *
locale_of(const char *tag, void *user)
{
	return press_locale(user, tag, NULL);
}

/* Where a brief stands on disk. */
static char *
folder_of(const struct press *press, const char *file)
{
	g_autofree char *path = g_build_filename(press_places(press)->dir, file, NULL);

	return g_path_get_dirname(path);
}

/* Is it the source of translations that are made in this run too? */
static bool
is_translated(struct press *press, const struct plan *plan, const struct plan_item *item)
{
	const struct publication *publication = dataset_publication(press_data(press));

	if (item->kind != PLAN_EDITION || strcmp(item->lang, publication->source_language) != 0)
		return false;
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *other = plan->items->pdata[i];

		if (other->bulletin == item->bulletin && other->kind == PLAN_EDITION &&
		    other->selected && other != item)
			return true;
	}
	return false;
}

/* The brief in bytes, assembled, or only checked where there is no measure.  NULL with error set.
 */
static struct render *
assemble(struct press *press, const struct plan *plan, const struct plan_item *item, GBytes *bytes,
	 const struct text_measure *measure, struct diag_list *diags, GError **error)
{
	g_autoptr(Render) render = g_new0(struct render, 1);
	g_autoptr(GPtrArray) languages = plan_languages(plan, item->bulletin);
	g_autofree char *file = plan_brief_file(item->bulletin, item->brief_lang);
	g_autofree char *folder = folder_of(press, file);
	bool pseudo = item->kind == PLAN_PSEUDO;
	const char *lang = pseudo ? respell_locale(item->lang, item->brief_lang) : item->brief_lang;
	const struct locale *locale = press_locale(press, lang, error);
	/* The words of the source are judged in its own language. */
	g_autoptr(DiagList) ignored = diag_list_new();
	struct translation_marks marks = {0};
	bool head = diags != press_diags(press);

	if (!locale)
		return NULL;
	render->press = press;
	render->item = item;
	render->brief = !head && is_translated(press, plan, item)
				? brief_read_source(bytes, file, diags)
				: brief_read(bytes, file, diags);
	if (!head && !translations_mark(press_translations(press), item, render->brief, diags,
					&marks, error))
		return NULL;
	/* Before the assembly takes the trees. */
	if (!head)
		render->outline = outline_new(render->brief);
	render->edition = edition_assemble(&(struct edition_env){
		.data = press_data(press),
		.bulletin = item->bulletin,
		.brief = render->brief,
		.locale = locale,
		.families = press_families(press),
		.measure = measure,
		.folder = folder,
		.languages = languages,
		.closed = plan->closed,
		.diags = pseudo ? ignored : diags,
		.locale_of = locale_of,
		.locale_user = press,
	});
	g_clear_pointer(&render->brief, brief_free);
	if (!add_notices(render, &marks, error))
		return NULL;
	if (!measure)
		return g_steal_pointer(&render);
	respell_compose(xmlDocGetRootElement(render->edition->xml));
	if (pseudo)
		respell_pseudo(xmlDocGetRootElement(render->edition->xml), item->lang);
	return g_steal_pointer(&render);
}

struct render *
render_open(struct press *press, const struct plan *plan, const struct plan_item *item,
	    const struct text_measure *measure, GError **error)
{
	g_autofree char *file = plan_brief_file(item->bulletin, item->brief_lang);
	g_autoptr(GBytes) bytes = read_bytes(press, file, error);

	return bytes ? assemble(press, plan, item, bytes, measure, press_diags(press), error)
		     : NULL;
}

struct outline *
render_outline(struct press *press, const struct bulletin *bulletin, const char *lang,
	       GError **error)
{
	g_autofree char *file = plan_brief_file(bulletin, lang);
	g_autoptr(GBytes) bytes = read_bytes(press, file, error);
	g_autoptr(DiagList) ignored = diag_list_new();
	g_autoptr(Brief) brief = bytes ? brief_read(bytes, file, ignored) : NULL;

	return brief ? outline_new(brief) : NULL;
}

bool
render_each_outline(struct press *press, const struct bulletin *bulletin,
		    void (*visit)(const struct outline *outline, const char *lang, void *user),
		    void *user, GError **error)
{
	for (guint i = 0; i < bulletin->languages->len; i++) {
		const char *lang = bulletin->languages->pdata[i];
		g_autofree char *file = plan_brief_file(bulletin, lang);
		g_autofree char *path = g_build_filename(press_places(press)->dir, file, NULL);
		g_autoptr(Outline) outline = NULL;

		if (!g_file_test(path, G_FILE_TEST_EXISTS))
			continue;
		outline = render_outline(press, bulletin, lang, error);
		if (!outline)
			return false;
		visit(outline, lang, user);
	}
	return true;
}

struct render *
render_open_head(struct press *press, const struct plan *plan, const struct plan_item *item,
		 const struct text_measure *measure, GError **error)
{
	g_autofree char *file = plan_brief_file(item->bulletin, item->brief_lang);
	g_autoptr(GBytes) bytes = read_bytes(press, file, error);
	g_autoptr(DiagList) ignored = diag_list_new();

	if (!bytes)
		return NULL;
	bytes = head_of(bytes);
	return assemble(press, plan, item, bytes, measure, ignored, error);
}

void
render_free(struct render *render)
{
	if (!render)
		return;
	g_clear_pointer(&render->edition, edition_free);
	g_clear_pointer(&render->outline, outline_free);
	g_clear_pointer(&render->brief, brief_free);
	g_free(render);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	const char *const *x = a;
	const char *const *y = b;

	return strcmp(*x, *y);
}

GPtrArray *
render_files(const struct render *render)
{
	GPtrArray *names = g_ptr_array_new();
	GHashTableIter files;
	gpointer name;

	g_hash_table_iter_init(&files, render->edition->files);
	while (g_hash_table_iter_next(&files, &name, NULL))
		g_ptr_array_add(names, name);
	g_ptr_array_sort(names, compare_names);
	return names;
}
