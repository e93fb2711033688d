#include "pdf/link.h"

#include <math.h>
#include <string.h>
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/literal.h"
#include "pdf/structure.h"

struct rectangle { /* page coordinates, y downward */
	double x, y, width, height;
};

/* What one page shows of a link. */
struct sight {
	struct site *site;
	guint page, object, parent; /* its annotation, with its /StructParent */
	GArray *rectangles;	    /* struct rectangle, one for each line */
};

struct site { /* one link */
	const struct tag *tag;
	GString *text;
	struct sight *now; /* on the current page, or NULL */
};

struct links {
	const struct edition *edition;
	GHashTable *sites; /* const struct tag * -> struct site * */
	GPtrArray *sights; /* struct sight * */
	guint begun;	   /* sights of earlier pages */
};

static void
site_free(gpointer data)
{
	struct site *site = data;

	g_string_free(site->text, TRUE);
	g_free(site);
}

static void
sight_free(gpointer data)
{
	struct sight *sight = data;

	g_array_unref(sight->rectangles);
	g_free(sight);
}

struct links *
links_new(const struct edition *edition)
{
	struct links *links = g_new0(struct links, 1);

	links->edition = edition;
	links->sites = g_hash_table_new_full(NULL, NULL, NULL, site_free);
	links->sights = g_ptr_array_new_with_free_func(sight_free);
	return links;
}

void
links_free(struct links *links)
{
	if (!links)
		return;
	g_hash_table_unref(links->sites);
	g_ptr_array_unref(links->sights);
	g_free(links);
}

static const struct tag *
link_around(const struct tag *tag)
{
	while (tag && !tag->uri && !tag->dest)
		tag = tag->parent;
	return tag;
}

static struct site *
site_of(struct links *links, const struct tag *tag)
{
	struct site *site = g_hash_table_lookup(links->sites, tag);

	if (!site) {
		site = g_new0(struct site, 1);
		site->tag = tag;
		site->text = g_string_new(NULL);
		g_hash_table_insert(links->sites, (gpointer)tag, site);
	}
	return site;
}

/* Widen the rectangle of the line the area stands on, or start a new one. */
static void
add_rectangle(GArray *rectangles, const struct area *area)
{
	struct rectangle new = {area->x, area->y, area->width, area->height};

	if (rectangles->len) {
		struct rectangle *last =
			&g_array_index(rectangles, struct rectangle, rectangles->len - 1);
		double right = MAX(last->x + last->width, area->x + area->width);

		if (fabs(last->y - area->y) < area->height / 2) {
			last->x = MIN(last->x, area->x);
			last->width = right - last->x;
			return;
		}
	}
	g_array_append_val(rectangles, new);
}

void
links_show(struct links *links, const struct area *area)
{
	const struct tag *tag = link_around(area->tag);
	struct site *site;

	if (!tag || (area->kind != AREA_TEXT && area->kind != AREA_GRAPHIC))
		return;
	site = site_of(links, tag);
	if (!site->now) {
		site->now = g_new0(struct sight, 1);
		site->now->site = site;
		site->now->rectangles = g_array_new(FALSE, FALSE, sizeof(struct rectangle));
		g_ptr_array_add(links->sights, site->now);
	}
	add_rectangle(site->now->rectangles, area);
	if (area->glyphs && !area->hyphen)
		g_string_append_len(site->text, area->text + area->glyphs->item->offset,
				    area->glyphs->item->length);
}

void
links_end_page(struct links *links, guint page, GString *annotations)
{
	const struct edition *edition = links->edition;

	for (; links->begun < links->sights->len; links->begun++) {
		struct sight *sight = g_ptr_array_index(links->sights, links->begun);

		sight->page = page;
		sight->object = body_reserve(edition->body);
		sight->parent = structure_annotate(edition->structure, sight->site->tag, page,
						   sight->object);
		sight->site->now = NULL;
		g_string_append_printf(annotations, " %u 0 R", sight->object);
	}
}

/* All around, and each by its corners from the top left on: left to right, line by line. */
static void
append_rectangles(GString *out, const GArray *rectangles, double height)
{
	double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
	g_autoptr(GString) corners = g_string_new(NULL);

	for (guint i = 0; i < rectangles->len; i++) {
		const struct rectangle *at = &g_array_index(rectangles, struct rectangle, i);
		const double edges[4] = {at->x, at->y, at->x + at->width, at->y + at->height};

		left = MIN(left, edges[0]);
		top = MIN(top, edges[1]);
		right = MAX(right, edges[2]);
		bottom = MAX(bottom, edges[3]);
		for (int corner = 0; corner < 4; corner++) {
			literal_append_number(corners, edges[corner % 2 * 2]);
			literal_append_number(corners, height - edges[corner / 2 * 2 + 1]);
		}
	}
	g_string_append(out, "/Rect[");
	literal_append_number(out, left);
	literal_append_number(out, height - bottom);
	literal_append_number(out, right);
	literal_append_number(out, height - top);
	g_string_append_c(out, ']');
	if (rectangles->len > 1)
		g_string_append_printf(out, "/QuadPoints[%s]", corners->str);
}

/* URIs are ASCII (12.6.4.7); what they may not hold is written by its bytes (RFC 3986 2.1). */
static void
append_uri(GString *out, const char *uri)
{
	g_autoptr(GString) plain = g_string_new(NULL);

	for (const char *p = uri; *p; p++) {
		unsigned char c = (unsigned char)*p;

		if (c <= 0x20 || c >= 0x7f || strchr("\\<>\"", c))
			g_string_append_printf(plain, "%%%02X", c);
		else
			g_string_append_c(plain, *p);
	}
	g_string_append(out, "/A<</S/URI/URI");
	literal_append_text(out, plain->str);
	g_string_append(out, ">>");
}

/* What the annotation says to a screen reader: the tag's alternative, else its text. */
static const char *
contents_of(const struct site *site)
{
	const struct tag *tag = site->tag;

	if (tag->alt && *tag->alt)
		return tag->alt;
	if (site->text->len)
		return site->text->str;
	return tag->uri ? tag->uri : tag->dest;
}

/* It prints (PDF/A-3 6.3.2) and has no border. */
static void
write_annotation(const struct edition *edition, const struct sight *sight)
{
	const struct page *page = g_ptr_array_index(edition->tree->pages, sight->page);
	const struct tag *tag = sight->site->tag;
	GString *out = body_open(edition->body, sight->object);

	g_string_append(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
	append_rectangles(out, sight->rectangles, page->height);
	g_string_append_printf(out, "/StructParent %u/Contents", sight->parent);
	literal_append_text(out, contents_of(sight->site));
	if (tag->uri)
		append_uri(out, tag->uri);
	else
		edition_append_action(edition, out, tag->dest);
	g_string_append(out, ">>");
	body_close(edition->body);
}

bool
links_write(struct links *links, GError **error)
{
	const struct edition *edition = links->edition;

	for (guint i = 0; i < links->sights->len; i++) {
		const struct sight *sight = g_ptr_array_index(links->sights, i);
		const struct tag *tag = sight->site->tag;

		if (!tag->uri && !g_hash_table_contains(edition->targets, tag->dest)) {
			g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
				    "link to “%s”, which is not in the document", tag->dest);
			return false;
		}
		write_annotation(edition, sight);
	}
	return true;
}
