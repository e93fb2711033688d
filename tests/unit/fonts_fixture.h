/*
 * fonts_fixture: the program's own fonts, for the tests that measure or draw with them.
 */
#ifndef CHANCERY_FONTS_FIXTURE_H
#define CHANCERY_FONTS_FIXTURE_H

#include <glib.h>
#include "base/place.h"
#include "font/families.h"
#include "font/fonts.h"

/* The caller frees. */
static inline struct families *
program_families(void)
{
	g_autoptr(Places) places = places_new(NULL);
	g_autoptr(GError) error = NULL;
	struct families *families = families_open(places, &error);

	g_assert_no_error(error);
	return families;
}

/* The caller frees; the families last as long as the test. */
static inline struct fonts *
program_fonts(void)
{
	static struct families *families;
	g_autoptr(Places) places = places_new(NULL);

	if (!families)
		families = program_families();
	return fonts_new(families, places);
}

#endif
