#include "font/face.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>

/* fontconfig's index holds the named instance too. */
char *
face_identity(PangoFont *font)
{
	const FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
	FcChar8 *file = NULL, *variations = NULL;
	int index = 0;

	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &variations);
	return g_strdup_printf("%s\n%d\n%s", file ? (const char *)file : "", index,
			       variations ? (const char *)variations : "");
}

double
face_size(PangoFont *font)
{
	double size = 0;

	FcPatternGetDouble(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_PIXEL_SIZE, 0, &size);
	return size;
}
