/*
 * fonts_fixture: the program's own fonts, for the tests that measure or draw with them.
 */
#ifndef CHANCERY_FONTS_FIXTURE_H
#define CHANCERY_FONTS_FIXTURE_H

#include <glib.h>
#include "base/place.h"
#include "font/fonts.h"

/* The caller frees. */
static inline struct fonts *
program_fonts(void)
{
	g_autoptr(Places) places = places_new(NULL);
	g_autoptr(GError) error = NULL;
	struct fonts *fonts = fonts_open(places, &error);

	g_assert_no_error(error);
	return fonts;
}

#endif
