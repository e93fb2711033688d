#include "chart/scene.h"

#include <libxml/tree.h>
#include <math.h>

#define SVG "http://www.w3.org/2000/svg"
#define FAMILIES "Inter, 'Helvetica Neue', Arial, sans-serif"

/* Two decimals at most, as printf rounds them; a chart has hundreds of numbers. */
static void
set_number(xmlNode *node, const char *name, double value)
{
	gint64 hundredths = (gint64)rint(value * 100), rest = ABS(hundredths);
	char text[32], *at = text + sizeof text;

	*--at = '\0';
	if (rest % 10)
		*--at = (char)('0' + rest % 10);
	rest /= 10;
	if (rest % 10 || *at)
		*--at = (char)('0' + rest % 10);
	if (*at)
		*--at = '.';
	rest /= 10;
	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (hundredths < 0)
		*--at = '-';
	xmlNewProp(node, BAD_CAST name, BAD_CAST at);
}

/* "#1b4f72", and the class "f-series-1" or "s-series-1", as of fill or stroke. */
static void
set_ink(xmlNode *node, const char *name, enum ink ink, GString *class)
{
	guint32 colour = ink_colour(ink);
	char text[] = "#rrggbb";

	for (int i = 6; i > 0; i--, colour >>= 4)
		text[i] = "0123456789abcdef"[colour & 0xf];
	xmlNewProp(node, BAD_CAST name, BAD_CAST text);
	if (class->len > 0)
		g_string_append_c(class, ' ');
	g_string_append_c(class, name[0]);
	g_string_append_c(class, '-');
	g_string_append(class, ink_name(ink));
}

/*
 * fill and stroke: a class for the page's style sheet, which knows light and dark, and a
 * presentation attribute, which it overrides, so that the file can be opened alone.
 */
static void
set_inks(xmlNode *node, const struct mark *mark)
{
	g_autoptr(GString) class = g_string_new(NULL);

	if (mark->fill)
		set_ink(node, "fill", mark->fill, class);
	else
		xmlNewProp(node, BAD_CAST "fill", BAD_CAST "none");
	if (mark->stroke) {
		set_ink(node, "stroke", mark->stroke, class);
		set_number(node, "stroke-width", mark->stroke_width);
	}
	if (mark->dashed)
		xmlNewProp(node, BAD_CAST "stroke-dasharray", BAD_CAST "3 3");
	xmlNewProp(node, BAD_CAST "class", BAD_CAST class->str);
}

/* text-anchor is relative to the direction; ours is physical. */
static const char *
text_anchor(enum anchor anchor, bool rtl)
{
	if (anchor == ANCHOR_MIDDLE)
		return "middle";
	return (anchor == ANCHOR_LEFT) != rtl ? "start" : "end";
}

static void
add_text(xmlNode *parent, xmlNs *ns, const struct scene *scene, const struct mark *mark)
{
	xmlNode *node = xmlNewTextChild(parent, ns, BAD_CAST "text", BAD_CAST mark->text);

	set_number(node, "x", mark->x);
	set_number(node, "y", mark->y);
	set_number(node, "font-size", mark->size);
	if (mark->bold)
		xmlNewProp(node, BAD_CAST "font-weight", BAD_CAST "600");
	xmlNewProp(node, BAD_CAST "text-anchor", BAD_CAST text_anchor(mark->anchor, scene->rtl));
	set_inks(node, mark);
}

static void
add_polyline(xmlNode *parent, xmlNs *ns, const struct mark *mark)
{
	xmlNode *node = xmlNewChild(parent, ns, BAD_CAST "polyline", NULL);
	g_autoptr(GString) points = g_string_new(NULL);
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint i = 0; i < mark->points->len; i++) {
		double value = g_array_index(mark->points, double, i);

		g_string_append_printf(points, "%s%s", i ? (i % 2 ? "," : " ") : "",
				       g_ascii_formatd(text, sizeof text, "%.2f", value));
	}
	xmlNewProp(node, BAD_CAST "points", BAD_CAST points->str);
	xmlNewProp(node, BAD_CAST "stroke-linejoin", BAD_CAST "round");
	set_inks(node, mark);
}

static void
add_shape(xmlNode *parent, xmlNs *ns, const struct mark *mark)
{
	const char *name = mark->kind == MARK_RECT  ? "rect"
			   : mark->kind == MARK_DOT ? "circle"
						    : "line";
	xmlNode *node = xmlNewChild(parent, ns, BAD_CAST name, NULL);

	if (mark->kind == MARK_RECT) {
		set_number(node, "x", mark->x);
		set_number(node, "y", mark->y);
		set_number(node, "width", mark->width);
		set_number(node, "height", mark->height);
	} else if (mark->kind == MARK_DOT) {
		set_number(node, "cx", mark->x);
		set_number(node, "cy", mark->y);
		set_number(node, "r", mark->width / 2);
	} else {
		set_number(node, "x1", mark->x);
		set_number(node, "y1", mark->y);
		set_number(node, "x2", mark->x + mark->width);
		set_number(node, "y2", mark->y + mark->height);
	}
	set_inks(node, mark);
}

static void
set_frame(xmlNode *svg, const struct scene *scene)
{
	g_autofree char *labelled = g_strdup_printf("%s-title %s-desc", scene->id, scene->id);
	g_autoptr(GString) box = g_string_new("0 0 ");
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(box, g_ascii_formatd(text, sizeof text, "%.2f", scene->width));
	g_string_append_c(box, ' ');
	g_string_append(box, g_ascii_formatd(text, sizeof text, "%.2f", scene->height));
	xmlNewProp(svg, BAD_CAST "viewBox", BAD_CAST box->str);
	set_number(svg, "width", scene->width);
	set_number(svg, "height", scene->height);
	xmlNewProp(svg, BAD_CAST "role", BAD_CAST "img");
	xmlNewProp(svg, BAD_CAST "aria-labelledby", BAD_CAST labelled);
	xmlNewProp(svg, BAD_CAST "font-family", BAD_CAST FAMILIES);
	xmlNodeSetLang(svg, BAD_CAST scene->lang);
	if (scene->rtl)
		xmlNewProp(svg, BAD_CAST "direction", BAD_CAST "rtl");
}

static void
add_described(xmlNode *svg, xmlNs *ns, const struct scene *scene, const char *element,
	      const char *suffix, const char *text)
{
	g_autofree char *id = g_strdup_printf("%s-%s", scene->id, suffix);
	xmlNode *node = xmlNewTextChild(svg, ns, BAD_CAST element, BAD_CAST(text ? text : ""));

	xmlNewProp(node, BAD_CAST "id", BAD_CAST id);
}

xmlNode *
scene_to_svg(const struct scene *scene, xmlDoc *doc)
{
	xmlNode *svg = xmlNewDocNode(doc, NULL, BAD_CAST "svg", NULL);
	xmlNs *ns = xmlNewNs(svg, BAD_CAST SVG, NULL);

	xmlSetNs(svg, ns);
	set_frame(svg, scene);
	add_described(svg, ns, scene, "title", "title", scene->title);
	add_described(svg, ns, scene, "desc", "desc", scene->description);
	for (guint i = 0; i < scene->marks->len; i++) {
		const struct mark *mark = g_ptr_array_index(scene->marks, i);

		if (mark->kind == MARK_TEXT)
			add_text(svg, ns, scene, mark);
		else if (mark->kind == MARK_POLYLINE)
			add_polyline(svg, ns, mark);
		else
			add_shape(svg, ns, mark);
	}
	return svg;
}
