/*
 * site: the pages around the bulletins: root, one index a language, and notices in place of a bulletin.
 *
 * Fed with what is published (site_add, in the order of the plan: newest first), then asked for pages.  Each page is made by
 * writing the site XML (docs/site-xml.md) and giving it to templates/html/{root,index,notice}.xsl.
 */
#ifndef CHANCERY_SITE_SITE_H
#define CHANCERY_SITE_SITE_H

#include <glib.h>
#include <libxml/tree.h>

struct bulletin;
struct locale;
struct publication;
struct site;
struct stylesheet;

struct site_env {
	const struct publication *publication;
	const struct locale *(*find_locale)(const char *lang, void *user);	/* never NULL */
	const struct stylesheet *(*find_stylesheet)(const char *relative, void *user, GError **error);
	void *user;
};

/* env is copied; what it points to must outlive the site. */
struct site *site_new(const struct site_env *env);
void site_free(struct site *site);

/*
 * A bulletin in the place of one language.  status: "published", "fallback", "missing", "withdrawn" (static); meta: b:meta of
 * its bulletin XML (docs/bulletin-xml.md), copied; NULL where there is none.
 */
void site_add(struct site *site, const struct bulletin *bulletin, const char *lang, const char *status,
	      const xmlNode *meta);

/* Pages; NULL with error set. */
GBytes *site_root(const struct site *site, GError **error);
GBytes *site_index(const struct site *site, const char *lang, GError **error);
GBytes *site_notice(const struct site *site, const struct bulletin *bulletin, const char *lang, GError **error);

#endif
