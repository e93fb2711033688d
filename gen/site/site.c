/* site: the site XML, and the pages made of it. */
#include "site/site.h"

#include <stdbool.h>
#include <string.h>

#include "data/dataset.h"
#include "locale/locale.h"
#include "xslt/xslt.h"

#define NS_BULLETIN "urn:chancery:bulletin"

struct entry {
	const struct bulletin *bulletin;
	const char *lang, *status;
	xmlNode *meta;		/* a copy of b:meta, or NULL */
};

struct site {
	struct site_env env;
	GPtrArray *entries;	/* struct entry * */
	xmlDoc *holder;		/* the document of the copies */
};

/* A page on its way. */
struct page {
	const struct site *site;
	const char *lang;
	const char *up;		/* from the page to out/: "", "../", "../../" */
	xmlNode *root;
};

static void
entry_free(gpointer data)
{
	struct entry *entry = data;

	xmlFreeNode(entry->meta);
	g_free(entry);
}

struct site *
site_new(const struct site_env *env)
{
	struct site *site = g_new0(struct site, 1);

	site->env = *env;
	site->entries = g_ptr_array_new_with_free_func(entry_free);
	site->holder = xmlNewDoc(BAD_CAST "1.0");
	return site;
}

void
site_free(struct site *site)
{
	if (!site)
		return;
	g_ptr_array_unref(site->entries);
	xmlFreeDoc(site->holder);
	g_free(site);
}

void
site_add(struct site *site, const struct bulletin *bulletin, const char *lang, const char *status,
	 const xmlNode *meta)
{
	struct entry *entry = g_new0(struct entry, 1);

	entry->bulletin = bulletin;
	entry->lang = lang;
	entry->status = status;
	if (meta)
		entry->meta = xmlDocCopyNode((xmlNode *)(gpointer)meta, site->holder, 1);
	g_ptr_array_add(site->entries, entry);
}

static const struct locale *
find_locale(const struct site *site, const char *lang)
{
	return site->env.find_locale(lang, site->env.user);
}

static void
set(xmlNode *node, const char *name, const char *value)
{
	xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

static xmlNode *
add(xmlNode *parent, const char *name, const char *text)
{
	return xmlNewTextChild(parent, parent->ns, BAD_CAST name, BAD_CAST text);
}

static void
set_language(xmlNode *node, const struct site *site, const char *lang)
{
	xmlNodeSetLang(node, BAD_CAST lang);
	set(node, "dir", locale_is_rtl(find_locale(site, lang)) ? "rtl" : "ltr");
}

/* The publication's title or publisher, tagged where it is not in the language asked for. */
static void
add_text(xmlNode *parent, const char *name, const struct site *site, const struct text *text,
	 const char *lang)
{
	const char *actual = NULL;
	const char *found = text_in(text, lang, site->env.publication->source_language, &actual);
	xmlNode *node;

	if (!found)
		return;
	node = add(parent, name, found);
	if (actual && strcmp(actual, lang) != 0)
		xmlNodeSetLang(node, BAD_CAST actual);
}

/* path: the same page in that language, below out/. */
static xmlNode *
add_language(xmlNode *parent, const struct page *page, const char *lang, const char *path)
{
	g_autofree char *name = locale_language_name(lang);
	g_autofree char *href = g_strconcat(page->up, path, NULL);
	xmlNode *node = add(parent, "language", NULL);

	set(node, "tag", lang);
	set(node, "dir", locale_is_rtl(find_locale(page->site, lang)) ? "rtl" : "ltr");
	set(node, "name", name);
	set(node, "href", href);
	if (strcmp(lang, page->lang) == 0)
		set(node, "current", "true");
	return node;
}

static void
add_label(const char *key, const char *text, void *user)
{
	set(add(user, "label", text), "key", key);
}

/* What every page says of the publication. */
static void
add_frame(struct page *page, const char *path)
{
	const struct publication *publication = page->site->env.publication;

	add_text(page->root, "publication", page->site, publication->title, page->lang);
	add_text(page->root, "publisher", page->site, publication->publisher, page->lang);
	if (publication->licence)
		add(page->root, "licence", publication->licence);
	if (publication->base_url && *publication->base_url)
		add(page->root, "base-url", publication->base_url);
	add(page->root, "path", path);
}

static xmlDoc *
page_start(struct page *page, const char *kind)
{
	g_autofree char *assets = g_strconcat(page->up, "assets/", NULL);
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");

	page->root = xmlNewNode(NULL, BAD_CAST "site");
	xmlDocSetRootElement(doc, page->root);
	xmlSetNs(page->root, xmlNewNs(page->root, BAD_CAST NS_BULLETIN, BAD_CAST "b"));
	set(page->root, "kind", kind);
	set_language(page->root, page->site, page->lang);
	set(page->root, "assets", assets);
	return doc;
}

/* The languages of the publication; file is the page's name below each language's folder. */
static void
add_switcher(struct page *page, const char *file)
{
	const struct publication *publication = page->site->env.publication;

	for (guint i = 0; i < publication->languages->len; i++) {
		const char *lang = publication->languages->pdata[i];
		g_autofree char *path = g_strconcat(lang, "/", file, NULL);

		add_text(add_language(page->root, page, lang, path), "publication", page->site,
			 publication->title, lang);
	}
}

static void
add_labels(struct page *page)
{
	xmlNode *labels = add(page->root, "labels", NULL);

	locale_each_printed(find_locale(page->site, page->lang), add_label, labels);
}

static xmlNode *
meta_child(const struct entry *entry, const char *name)
{
	for (xmlNode *node = entry->meta ? entry->meta->children : NULL; node; node = node->next) {
		if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0)
			return node;
	}
	return NULL;
}

/* Where a bulletin that is not there in this language can be read. */
static void
add_available(xmlNode *node, const struct page *page, const struct bulletin *bulletin)
{
	for (guint i = 0; i < page->site->entries->len; i++) {
		const struct entry *other = page->site->entries->pdata[i];
		g_autofree char *path = NULL;

		if (other->bulletin != bulletin || strcmp(other->status, "published") != 0)
			continue;
		path = g_strconcat(other->lang, "/", bulletin->id, "/index.html", NULL);
		add_language(node, page, other->lang, path);
	}
}

/* base: from the page to the bulletin's folder ("ID/" on an index, "" on its own page). */
static void
add_entry(struct page *page, const struct entry *entry, const char *base)
{
	static const char *const copied[] = {"plain-title", "plain-summary", "date",
					     "edition", "symbol", "marking"};
	/* of what was withdrawn nothing is told but what it was called */
	bool withdrawn = strcmp(entry->status, "withdrawn") == 0;
	bool own = strcmp(entry->status, "missing") != 0 && strcmp(entry->status, "fallback") != 0;
	const char *source = page->site->env.publication->source_language;
	g_autofree char *href = g_strconcat(base, "index.html", NULL);
	xmlNode *node = add(page->root, "entry", NULL), *pdf = meta_child(entry, "pdf");

	set(node, "ref", entry->bulletin->id);
	set(node, "status", entry->status);
	set(node, "href", href);
	if (pdf && (strcmp(entry->status, "published") == 0 || strcmp(entry->status, "fallback") == 0)) {
		xmlChar *name = xmlGetNoNsProp(pdf, BAD_CAST "href");
		g_autofree char *path = g_strconcat(base, (const char *)name, NULL);

		set(node, "pdf", path);
		xmlFree(name);
	}
	set_language(node, page->site, own && entry->meta ? entry->lang : source);
	if (!entry->meta)
		add(node, "plain-title", entry->bulletin->id);
	for (gsize i = 0; i < G_N_ELEMENTS(copied); i++) {
		xmlNode *child = meta_child(entry, copied[i]);

		if (child && !(withdrawn && strcmp(copied[i], "plain-summary") == 0))
			xmlAddChild(node, xmlDocCopyNode(child, node->doc, 1));
	}
	if (!own)
		add_available(node, page, entry->bulletin);
}

/* The page of a finished site XML, which is freed. */
static GBytes *
page_finish(const struct page *page, xmlDoc *doc, const char *stylesheet, GError **error)
{
	const struct site_env *env = &page->site->env;
	const struct stylesheet *sheet = env->find_stylesheet(stylesheet, env->user, error);
	xmlDoc *result = sheet ? stylesheet_apply(sheet, doc, NULL, error) : NULL;
	GBytes *bytes = result ? stylesheet_serialise(sheet, result, error) : NULL;

	if (result)
		xmlFreeDoc(result);
	xmlFreeDoc(doc);
	return bytes;
}

GBytes *
site_root(const struct site *site, GError **error)
{
	struct page page = {.site = site, .up = ""};
	xmlDoc *doc;

	page.lang = site->env.publication->languages->pdata[0];
	doc = page_start(&page, "root");
	add_frame(&page, "index.html");
	add_switcher(&page, "index.html");
	add_labels(&page);
	return page_finish(&page, doc, "templates/html/root.xsl", error);
}

GBytes *
site_index(const struct site *site, const char *lang, GError **error)
{
	struct page page = {.site = site, .lang = lang, .up = "../"};
	g_autofree char *path = g_strconcat(lang, "/index.html", NULL);
	xmlDoc *doc = page_start(&page, "index");

	add_frame(&page, path);
	set(add(page.root, "home", NULL), "href", "index.html");
	add_switcher(&page, "index.html");
	add_labels(&page);
	for (guint i = 0; i < site->entries->len; i++) {
		const struct entry *entry = site->entries->pdata[i];
		g_autofree char *base = g_strconcat(entry->bulletin->id, "/", NULL);

		if (strcmp(entry->lang, lang) == 0)
			add_entry(&page, entry, base);
	}
	return page_finish(&page, doc, "templates/html/index.xsl", error);
}

GBytes *
site_notice(const struct site *site, const struct bulletin *bulletin, const char *lang, GError **error)
{
	struct page page = {.site = site, .lang = lang, .up = "../../"};
	g_autofree char *file = g_strconcat(bulletin->id, "/index.html", NULL);
	g_autofree char *path = g_strconcat(lang, "/", file, NULL);
	xmlDoc *doc = page_start(&page, "notice");

	add_frame(&page, path);
	set(add(page.root, "home", NULL), "href", "../index.html");
	add_switcher(&page, "index.html");
	add_labels(&page);
	for (guint i = 0; i < site->entries->len; i++) {
		const struct entry *entry = site->entries->pdata[i];

		if (entry->bulletin == bulletin && strcmp(entry->lang, lang) == 0)
			add_entry(&page, entry, "");
	}
	return page_finish(&page, doc, "templates/html/notice.xsl", error);
}
