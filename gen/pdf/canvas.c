#include "pdf/canvas.h"

#include <cairo-pdf.h>
#include <string.h>
#include "layout/area.h"
#include "pdf/link.h"
#include "pdf/paint.h"
#include "pdf/structure.h"

/* An element that is open in cairo. */
struct open_tag {
	struct tag *tag;	/* NULL: the Span of one part of a split leaf */
	const char *type;
};

struct canvas {
	cairo_surface_t *surface;
	cairo_t *cr;
	const struct area_tree *tree;
	const struct fonts *fonts;
	struct element_list *elements;
	struct links *links;
	GArray *stack;		/* struct open_tag */
	int page;		/* the current page, -1 before the first */
	GError *error;
};

static const struct page *
page_at(const struct canvas *canvas, int index)
{
	return g_ptr_array_index(canvas->tree->pages, (guint)index);
}

static struct open_tag *
top(const struct canvas *canvas)
{
	return &g_array_index(canvas->stack, struct open_tag, canvas->stack->len - 1);
}

static void
pop(struct canvas *canvas)
{
	cairo_tag_end(canvas->cr, top(canvas)->type);
	g_array_set_size(canvas->stack, canvas->stack->len - 1);
}

static void
push(struct canvas *canvas, struct tag *tag)
{
	struct element *element = element_list_add(canvas->elements, tag);
	g_autofree char *attributes = NULL;
	struct open_tag open = {tag, tag ? tag->type : "Span"};

	element->type = open.type;
	element->page = (guint)canvas->page;
	if (tag && links_is_link(tag)) {
		attributes = links_attributes(canvas->links, tag, (guint)canvas->page);
		element->contents = links_contents(canvas->links, tag);
	}
	cairo_tag_begin(canvas->cr, open.type, attributes ? attributes : "");
	g_array_append_val(canvas->stack, open);
}

static bool
is_leaf(const struct tag *tag)
{
	return !tag->children || !tag->children->len;
}

/*
 * Before the page changes: close what must not reach over it.  Text of furniture would otherwise
 * land in an open leaf, and a link has its rectangles on one page.
 */
static void
close_for_page(struct canvas *canvas)
{
	guint keep = 0;

	while (keep < canvas->stack->len) {
		struct open_tag *open = &g_array_index(canvas->stack, struct open_tag, keep);

		if (!open->tag || links_is_link(open->tag))
			break;
		keep++;
	}
	while (canvas->stack->len > keep)
		pop(canvas);
}

static void
begin_page(struct canvas *canvas)
{
	const struct page *page = page_at(canvas, canvas->page);

	cairo_pdf_surface_set_size(canvas->surface, page->width, page->height);
	paint_furniture(canvas->cr, page, canvas->fonts);
	links_destinations(canvas->links, canvas->cr, page);
}

static void
go_to_page(struct canvas *canvas, int page)
{
	if (canvas->page < page)
		close_for_page(canvas);
	while (canvas->page < page) {
		if (canvas->page >= 0)
			cairo_show_page(canvas->cr);
		canvas->page++;
		begin_page(canvas);
	}
}

/* Close and open elements until the path from the root to the part's tag is open. */
static void
go_to_part(struct canvas *canvas, const struct part *part)
{
	g_autoptr(GPtrArray) path = g_ptr_array_new();
	guint common = 0;

	for (struct tag *tag = part->tag; tag; tag = tag->parent)
		g_ptr_array_insert(path, 0, tag);
	while (common < path->len && common < canvas->stack->len &&
	       g_array_index(canvas->stack, struct open_tag, common).tag ==
		       g_ptr_array_index(path, common))
		common++;
	while (canvas->stack->len > common)
		pop(canvas);
	for (guint i = common; i < path->len; i++)
		push(canvas, g_ptr_array_index(path, i));
	if (part->split)
		push(canvas, NULL);
}

static struct element *
last_element(const struct canvas *canvas)
{
	return element_list_at(canvas->elements, element_list_length(canvas->elements) - 1);
}

/* The figure that is being drawn: the innermost open one, else whatever element is open. */
static struct element *
open_figure(const struct canvas *canvas)
{
	const struct tag *figure = top(canvas)->tag;
	guint i = element_list_length(canvas->elements) - 1;

	for (guint open = canvas->stack->len; open-- > 0;) {
		const struct open_tag *at = &g_array_index(canvas->stack, struct open_tag, open);

		if (at->tag && strcmp(at->type, "Figure") == 0) {
			figure = at->tag;
			break;
		}
	}
	while (i > 0 && element_list_at(canvas->elements, i)->tag != figure)
		i--;
	return element_list_at(canvas->elements, i);
}

/* A figure's box, in PDF coordinates, for the Layout attribute that PDF/UA-1 7.3 asks for. */
static void
record_box(struct canvas *canvas, const struct area *area)
{
	struct element *element = open_figure(canvas);
	double height = page_at(canvas, canvas->page)->height;

	element->has_box = true;
	element->box[0] = area->x;
	element->box[1] = height - area->y - area->height;
	element->box[2] = area->x + area->width;
	element->box[3] = height - area->y;
}

/* By its first character finish tells a bullet from a number. */
static void
record_label(struct canvas *canvas, const struct part *part)
{
	const struct tag *tag = part->tag;
	const struct area *area;

	if (strcmp(tag->type, "Lbl") != 0 &&
	    (!tag->parent || strcmp(tag->parent->type, "Lbl") != 0))
		return;
	area = part->areas->len ? g_ptr_array_index(part->areas, 0) : NULL;
	if (area && area->glyphs)
		last_element(canvas)->label =
			g_utf8_get_char(area->text + area->glyphs->item->offset);
}

static void
draw_part(struct canvas *canvas, const struct part *part)
{
	go_to_page(canvas, (int)part->page);
	go_to_part(canvas, part);
	record_label(canvas, part);
	for (guint i = 0; i < part->areas->len; i++) {
		const struct area *area = g_ptr_array_index(part->areas, i);

		if (area->kind == AREA_GRAPHIC)
			record_box(canvas, area);
		paint_content(canvas->cr, area, canvas->fonts);
	}
	/* A leaf whose parts reach over pages stays open as a container; its Span does not. */
	if (part->split)
		pop(canvas);
	else if (is_leaf(part->tag))
		pop(canvas);
}

static void
add_bookmarks(struct canvas *canvas, const GPtrArray *bookmarks, int parent)
{
	for (guint i = 0; bookmarks && i < bookmarks->len; i++) {
		const struct bookmark *bookmark = g_ptr_array_index(bookmarks, i);
		g_autofree char *dest = g_strdup_printf("dest='%s'", bookmark->dest);
		int id;

		if (!links_has_destination(canvas->links, bookmark->dest)) {
			if (!canvas->error)
				g_set_error(&canvas->error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
					    "bookmark to “%s”, which is not in the document",
					    bookmark->dest);
			continue;
		}
		id = cairo_pdf_surface_add_outline(
			canvas->surface, parent, bookmark->title, dest,
			bookmark->open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
		add_bookmarks(canvas, bookmark->children, id);
	}
}

static void
set_metadata(cairo_surface_t *surface, const struct metadata *metadata)
{
	const struct {
		cairo_pdf_metadata_t key;
		const char *value;
	} items[] = {
		{CAIRO_PDF_METADATA_TITLE, metadata->title},
		{CAIRO_PDF_METADATA_AUTHOR, metadata->author},
		{CAIRO_PDF_METADATA_SUBJECT, metadata->subject},
		{CAIRO_PDF_METADATA_KEYWORDS, metadata->keywords},
		/* cairo would read the clock where no date is given */
		{CAIRO_PDF_METADATA_CREATE_DATE,
		 metadata->created ? metadata->created : "1970-01-01T00:00:00Z"},
		{CAIRO_PDF_METADATA_MOD_DATE,
		 metadata->modified ? metadata->modified : metadata->created},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(items); i++) {
		if (items[i].value)
			cairo_pdf_surface_set_metadata(surface, items[i].key, items[i].value);
	}
}

static cairo_status_t
append_bytes(void *closure, const unsigned char *data, unsigned int length)
{
	g_byte_array_append(closure, data, length);
	return CAIRO_STATUS_SUCCESS;
}

static void
draw_all(struct canvas *canvas)
{
	g_autoptr(GPtrArray) parts = structure_parts(canvas->tree);

	set_metadata(canvas->surface, &canvas->tree->metadata);
	add_bookmarks(canvas, canvas->tree->bookmarks, CAIRO_PDF_OUTLINE_ROOT);
	for (guint i = 0; i < parts->len; i++)
		draw_part(canvas, g_ptr_array_index(parts, i));
	go_to_page(canvas, (int)canvas->tree->pages->len - 1);
	while (canvas->stack->len)
		pop(canvas);
	cairo_show_page(canvas->cr);
}

static bool
canvas_finish(struct canvas *canvas, GError **error)
{
	cairo_status_t status = cairo_status(canvas->cr);

	cairo_destroy(canvas->cr);
	cairo_surface_finish(canvas->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(canvas->surface);
	cairo_surface_destroy(canvas->surface);
	if (!canvas->error && links_broken(canvas->links))
		g_set_error(&canvas->error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			    "link to “%s”, which is not in the document",
			    links_broken(canvas->links));
	if (!canvas->error && status != CAIRO_STATUS_SUCCESS)
		g_set_error(&canvas->error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cairo: %s",
			    cairo_status_to_string(status));
	if (canvas->error) {
		g_propagate_error(error, canvas->error);
		return false;
	}
	return true;
}

GBytes *
canvas_draw(const struct area_tree *tree, const struct fonts *fonts, struct element_list *elements,
	    GError **error)
{
	GByteArray *bytes = g_byte_array_new();
	g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(struct open_tag));
	g_autoptr(Links) links = links_new(tree);
	struct canvas canvas = {
		.tree = tree,
		.fonts = fonts,
		.elements = elements,
		.links = links,
		.stack = stack,
		.page = -1,
	};

	g_return_val_if_fail(tree->pages->len > 0, NULL);
	canvas.surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 595, 842);
	/*
	 * cairo 1.18 writes object streams, which body does not read, unless it is held to 1.4.  But
	 * at 1.4 it writes no /ActualText, which is all that tells apart two characters that a font
	 * has one glyph for: so only where it must be.
	 */
	if (cairo_version() >= CAIRO_VERSION_ENCODE(1, 17, 6))
		cairo_pdf_surface_restrict_to_version(canvas.surface, CAIRO_PDF_VERSION_1_4);
	canvas.cr = cairo_create(canvas.surface);
	draw_all(&canvas);
	if (!canvas_finish(&canvas, error)) {
		g_byte_array_unref(bytes);
		return NULL;
	}
	return g_byte_array_free_to_bytes(bytes);
}
