/* workshop: what is made once for all bulletins that are drawn. */
#include "build/workshop.h"

#include "build/press.h"
#include "chart/scene.h"
#include "font/fonts.h"
#include "font/label.h"
#include "layout/paragraph.h"
#include "xslt/xslt.h"

struct workshop {
	struct press *press; /* lent */
	struct fonts *fonts;
	struct typesetter *typesetter;
	struct text_measure measure;
	GHashTable *stylesheets; /* relative path to struct stylesheet */
};

static void
free_stylesheet(gpointer data)
{
	stylesheet_free(data);
}

struct workshop *
workshop_new(struct press *press)
{
	struct workshop *workshop = g_new0(struct workshop, 1);

	workshop->press = press;
	workshop->fonts = fonts_new(press_families(press), press_places(press));
	workshop->typesetter = typesetter_new(workshop->fonts);
	workshop->measure = (struct text_measure){label_width, workshop->fonts};
	workshop->stylesheets =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_stylesheet);
	return workshop;
}

void
workshop_free(struct workshop *workshop)
{
	if (!workshop)
		return;
	g_hash_table_unref(workshop->stylesheets);
	typesetter_free(workshop->typesetter);
	fonts_free(workshop->fonts);
	g_free(workshop);
}

struct press *
workshop_press(const struct workshop *workshop)
{
	return workshop->press;
}

const struct fonts *
workshop_fonts(const struct workshop *workshop)
{
	return workshop->fonts;
}

const struct text_measure *
workshop_measure(const struct workshop *workshop)
{
	return &workshop->measure;
}

struct typesetter *
workshop_typesetter(const struct workshop *workshop)
{
	return workshop->typesetter;
}

const struct stylesheet *
workshop_stylesheet(struct workshop *workshop, const char *relative, GError **error)
{
	struct stylesheet *sheet = g_hash_table_lookup(workshop->stylesheets, relative);

	if (sheet)
		return sheet;
	sheet = stylesheet_open(press_places(workshop->press), relative, error);
	if (sheet)
		g_hash_table_insert(workshop->stylesheets, g_strdup(relative), sheet);
	return sheet;
}
