#include "pdf/canvas.h"

#include "font/fonts.h"
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/content.h"
#include "pdf/edition.h"
#include "pdf/glyphs.h"
#include "pdf/hexboxes.h"
#include "pdf/link.h"
#include "pdf/literal.h"
#include "pdf/paint.h"
#include "pdf/picture.h"
#include "pdf/sketch.h"
#include "pdf/structure.h"
#include "pdf/typeface.h"

/* An area that shows content, and its place among the others of its page. */
struct shown {
	const struct area *area;
	guint index;
};

struct canvas {
	const struct edition *edition;
	struct painter painter;
	guint parent, fonts;  /* objects: of the page tree, of the dictionary of all fonts */
	GHashTable *pictures; /* const struct image * -> object */
	GArray *images;	      /* guint: objects that this page shows, each once */
	GArray *shown;	      /* struct shown */
	GError *error;	      /* the first that a picture met; then none is added */
};

static guint
find_image(const struct image *image, void *user)
{
	struct canvas *canvas = user;
	guint object = GPOINTER_TO_UINT(g_hash_table_lookup(canvas->pictures, image));

	if (!object && !canvas->error) {
		object = picture_add(canvas->edition->body, image, &canvas->error);
		g_hash_table_insert(canvas->pictures, (gpointer)image, GUINT_TO_POINTER(object));
	}
	for (guint i = 0; i < canvas->images->len; i++) {
		if (g_array_index(canvas->images, guint, i) == object)
			return object;
	}
	g_array_append_val(canvas->images, object);
	return object;
}

static void
gather(struct canvas *canvas, const struct area *area)
{
	for (; area; area = area->next) {
		if (area->tag && area->kind != AREA_BLOCK && area->kind != AREA_LINE)
			g_array_append_val(canvas->shown,
					   ((struct shown){area, canvas->shown->len}));
		gather(canvas, area->first);
	}
}

static int
compare_shown(gconstpointer a, gconstpointer b)
{
	const struct shown *x = a, *y = b;

	if (x->area->tag != y->area->tag)
		return x->area->tag->order < y->area->tag->order ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static const struct area *
shown_at(const struct canvas *canvas, guint index)
{
	return g_array_index(canvas->shown, struct shown, index).area;
}

/* PDF coordinates for the Layout attribute that PDF/UA-1 7.3 asks for. */
static void
record_box(const struct canvas *canvas, const struct area *area, guint page, double height)
{
	const double box[4] = {area->x, height - area->y - area->height, area->x + area->width,
			       height - area->y};

	structure_box(canvas->edition->structure, area->tag, page, box);
}

/* The areas of one tag, from first to before end. */
static void
draw_part(struct canvas *canvas, guint first, guint end, guint page, double height)
{
	const struct edition *edition = canvas->edition;
	struct content *content = canvas->painter.content;
	const struct area *area = shown_at(canvas, first);

	for (guint i = first; i < end; i++) {
		if (paint_is_graphic(shown_at(canvas, i)))
			content_end_text(content);
	}
	content_mark(content, area->tag->type, structure_show(edition->structure, area->tag, page));
	if (area->glyphs)
		structure_label(edition->structure, area->tag,
				g_utf8_get_char(area->text + area->glyphs->item->offset));
	for (guint i = first; i < end; i++) {
		area = shown_at(canvas, i);
		if (area->kind == AREA_GRAPHIC)
			record_box(canvas, area, page, height);
		links_show(edition->links, area);
		paint_area(&canvas->painter, area);
	}
	content_unmark(content);
}

/* In the order of the tags: a footnote after its reference, though it stands at the foot. */
static void
draw_flow(struct canvas *canvas, const struct page *page, guint number)
{
	guint end;

	g_array_set_size(canvas->shown, 0);
	gather(canvas, page->flow->first);
	g_array_sort(canvas->shown, compare_shown);
	for (guint first = 0; first < canvas->shown->len; first = end) {
		const struct tag *tag = shown_at(canvas, first)->tag;

		for (end = first + 1; end < canvas->shown->len; end++) {
			if (shown_at(canvas, end)->tag != tag)
				break;
		}
		draw_part(canvas, first, end, number, page->height);
	}
}

static guint
add_content(struct body *body, struct content *content)
{
	const GString *drawn = content_end(content);
	g_autoptr(GBytes) bytes = g_bytes_new_static(drawn->str, drawn->len);

	return body_add_stream(body, "", bytes);
}

/* The tab order is that of the structure (PDF/UA-1 7.18.3). */
static void
write_page(const struct canvas *canvas, const struct page *page, guint number, guint content,
	   const char *annotations)
{
	struct body *body = canvas->edition->body;
	GString *out = body_open(body, edition_page(canvas->edition, number));

	g_string_append_printf(out, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", canvas->parent);
	literal_append_number(out, page->width);
	literal_append_number(out, page->height);
	g_string_append_printf(out, "]/Contents %u 0 R/Resources<</Font %u 0 R", content,
			       canvas->fonts);
	if (canvas->images->len)
		g_string_append(out, "/XObject<<");
	for (guint i = 0; i < canvas->images->len; i++) {
		guint object = g_array_index(canvas->images, guint, i);

		g_string_append_printf(out, "/I%u %u 0 R", object, object);
	}
	g_string_append(out, canvas->images->len ? ">>>>" : ">>");
	g_string_append_printf(out, "/StructParents %u/Tabs/S", number);
	if (*annotations)
		g_string_append_printf(out, "/Annots[%s]", annotations);
	g_string_append(out, ">>");
	body_close(body);
}

static void
draw_page(struct canvas *canvas, guint number)
{
	const struct edition *edition = canvas->edition;
	const struct page *page = g_ptr_array_index(edition->tree->pages, number);
	g_autoptr(GString) annotations = g_string_new(NULL);
	guint content;

	g_array_set_size(canvas->images, 0);
	content_begin(canvas->painter.content, page->height);
	paint_furniture(&canvas->painter, page);
	draw_flow(canvas, page, number);
	content = add_content(edition->body, canvas->painter.content);
	structure_end_page(edition->structure, number);
	links_end_page(edition->links, number, annotations);
	write_page(canvas, page, number, content, annotations->str);
}

static void
write_page_tree(const struct canvas *canvas)
{
	const struct edition *edition = canvas->edition;
	guint n = edition->tree->pages->len;
	GString *out = body_open(edition->body, canvas->parent);

	g_string_append_printf(out, "<</Type/Pages/Count %u/Kids[", n);
	for (guint i = 0; i < n; i++) {
		literal_append_reference(out, edition_page(edition, i));
		g_string_append_c(out, ' ');
	}
	g_string_append(out, "]>>");
	body_close(edition->body);
}

static void
draw_pages(struct canvas *canvas)
{
	struct body *body = canvas->edition->body;
	guint n = canvas->edition->tree->pages->len;

	write_page_tree(canvas);
	/* a reader that counts the pages need not unpack one */
	body_end_pack(body);
	canvas->fonts = body_reserve(body);
	for (guint i = 0; i < n; i++)
		draw_page(canvas, i);
	body_put(body, canvas->fonts, glyphs_resources(canvas->painter.glyphs));
}

bool
canvas_draw(const struct edition *edition, const struct fonts *fonts, guint pages, GError **error)
{
	g_autoptr(Content) content = content_new();
	g_autoptr(Typefaces) typefaces = typefaces_new(edition->body);
	g_autoptr(Hexboxes) boxes = hexboxes_new(edition->body);
	g_autoptr(Glyphs) glyphs = glyphs_new(content, typefaces, boxes);
	g_autoptr(GHashTable) pictures = g_hash_table_new(NULL, NULL);
	g_autoptr(GArray) images = g_array_new(FALSE, FALSE, sizeof(guint));
	g_autoptr(GArray) shown = g_array_new(FALSE, FALSE, sizeof(struct shown));
	struct canvas canvas = {
		.edition = edition,
		.parent = pages,
		.pictures = pictures,
		.images = images,
		.shown = shown,
	};

	canvas.painter = (struct painter){
		.content = content,
		.glyphs = glyphs,
		.easel = {.fonts = fonts, .content = content, .glyphs = glyphs},
		.find_image = find_image,
		.user = &canvas,
	};
	typefaces_cache(typefaces, fonts_cache(fonts));
	draw_pages(&canvas);
	if (canvas.error) {
		g_propagate_error(error, canvas.error);
		return false;
	}
	hexboxes_write(boxes);
	return typefaces_write(typefaces, error);
}
