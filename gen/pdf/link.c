#include "pdf/link.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>
#include "layout/area.h"

struct rect {
	guint page;
	double x, y, width, height;
};

struct site {			/* one link */
	GArray *rects;		/* struct rect, one per line */
	GString *text;
};

struct links {
	GHashTable *ids;	/* destinations: set of const char * */
	GHashTable *sites;	/* const struct tag * -> struct site * */
	const char *broken;
};

static void
site_free(gpointer data)
{
	struct site *site = data;

	g_array_unref(site->rects);
	g_string_free(site->text, TRUE);
	g_free(site);
}

bool
links_is_link(const struct tag *tag)
{
	return tag->uri || tag->dest;
}

static const struct tag *
link_above(const struct tag *tag)
{
	while (tag && !links_is_link(tag))
		tag = tag->parent;
	return tag;
}

static struct site *
site_of(struct links *links, const struct tag *tag)
{
	struct site *site = g_hash_table_lookup(links->sites, tag);

	if (!site) {
		site = g_new0(struct site, 1);
		site->rects = g_array_new(FALSE, FALSE, sizeof(struct rect));
		site->text = g_string_new(NULL);
		g_hash_table_insert(links->sites, (gpointer)tag, site);
	}
	return site;
}

/* Widen the rectangle of the line the area stands on, or start a new one. */
static void
add_rect(struct site *site, const struct area *area, guint page)
{
	struct rect rect = {page, area->x, area->y, area->width, area->height};

	if (site->rects->len) {
		struct rect *last = &g_array_index(site->rects, struct rect, site->rects->len - 1);
		double right = MAX(last->x + last->width, area->x + area->width);

		if (last->page == page && fabs(last->y - area->y) < area->height / 2) {
			last->x = MIN(last->x, area->x);
			last->width = right - last->x;
			return;
		}
	}
	g_array_append_val(site->rects, rect);
}

static void
gather(struct links *links, const GPtrArray *areas, guint page)
{
	for (guint i = 0; areas && i < areas->len; i++) {
		const struct area *area = g_ptr_array_index(areas, i);
		const struct tag *tag = area->tag ? link_above(area->tag) : NULL;

		if (area->id)
			g_hash_table_add(links->ids, (gpointer)area->id);
		if (tag && (area->kind == AREA_TEXT || area->kind == AREA_GRAPHIC)) {
			struct site *site = site_of(links, tag);

			add_rect(site, area, page);
			if (area->glyphs && !area->hyphen)
				g_string_append_len(site->text,
						    area->text + area->glyphs->item->offset,
						    area->glyphs->item->length);
		}
		gather(links, area->children, page);
	}
}

struct links *
links_new(const struct area_tree *tree)
{
	struct links *links = g_new0(struct links, 1);

	links->ids = g_hash_table_new(g_str_hash, g_str_equal);
	links->sites = g_hash_table_new_full(NULL, NULL, NULL, site_free);
	for (guint i = 0; i < tree->pages->len; i++) {
		const struct page *page = g_ptr_array_index(tree->pages, i);

		gather(links, page->flow, i);
	}
	return links;
}

void
links_free(struct links *links)
{
	if (!links)
		return;
	g_hash_table_unref(links->ids);
	g_hash_table_unref(links->sites);
	g_free(links);
}

/* cairo writes the URI into a PDF string and a quoted attribute without escaping. */
static char *
uri_for_cairo(const char *uri)
{
	GString *out = g_string_new(NULL);

	for (const char *p = uri; *p; p++) {
		unsigned char c = (unsigned char)*p;

		if (strchr("()\\'<>\" ", c) || c < 0x20 || c >= 0x7f)
			g_string_append_printf(out, "%%%02X", c);
		else
			g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

static void
append_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(out, g_ascii_formatd(text, sizeof text, "%.3f", value));
	g_string_append_c(out, ' ');
}

char *
links_attributes(struct links *links, const struct tag *tag, guint page)
{
	const struct site *site = g_hash_table_lookup(links->sites, tag);
	GString *out = g_string_new(NULL);

	if (tag->uri) {
		g_autofree char *uri = uri_for_cairo(tag->uri);

		g_string_append_printf(out, "uri='%s' ", uri);
	} else if (links_has_destination(links, tag->dest)) {
		g_string_append_printf(out, "dest='%s' ", tag->dest);
	} else if (!links->broken) {
		links->broken = tag->dest;
	}
	g_string_append(out, "rect=[ ");
	for (guint i = 0; site && i < site->rects->len; i++) {
		const struct rect *rect = &g_array_index(site->rects, struct rect, i);

		if (rect->page != page)
			continue;
		append_number(out, rect->x);
		append_number(out, rect->y);
		append_number(out, rect->width);
		append_number(out, rect->height);
	}
	g_string_append_c(out, ']');
	return g_string_free(out, FALSE);
}

char *
links_contents(const struct links *links, const struct tag *tag)
{
	const struct site *site = g_hash_table_lookup(links->sites, tag);

	if (tag->alt && *tag->alt)
		return g_strdup(tag->alt);
	if (site && site->text->len)
		return g_strdup(site->text->str);
	return g_strdup(tag->uri ? tag->uri : tag->dest);
}

bool
links_has_destination(const struct links *links, const char *id)
{
	return id && g_hash_table_contains(links->ids, id);
}

const char *
links_broken(const struct links *links)
{
	return links->broken;
}

static void
emit_destinations(cairo_t *cr, const GPtrArray *areas)
{
	for (guint i = 0; areas && i < areas->len; i++) {
		const struct area *area = g_ptr_array_index(areas, i);

		if (area->id) {
			g_autoptr(GString) attributes = g_string_new(NULL);

			g_string_append_printf(attributes, "name='%s' x=", area->id);
			append_number(attributes, area->x);
			g_string_append(attributes, "y=");
			append_number(attributes, area->y);
			cairo_tag_begin(cr, CAIRO_TAG_DEST, attributes->str);
			cairo_tag_end(cr, CAIRO_TAG_DEST);
		}
		emit_destinations(cr, area->children);
	}
}

void
links_destinations(const struct links *links, cairo_t *cr, const struct page *page)
{
	(void)links;
	emit_destinations(cr, page->flow);
}
