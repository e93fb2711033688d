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

static void
digest_number(GChecksum *sum, guint32 number)
{
	guint32 bytes = GUINT32_TO_BE(number);

	g_checksum_update(sum, (const guchar *)&bytes, sizeof(bytes));
}

static void
digest_table(hb_face_t *face, hb_tag_t tag, GChecksum *sum)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);

	digest_number(sum, tag);
	digest_number(sum, size);
	if (tag == HB_TAG('h', 'e', 'a', 'd'))
		g_checksum_update(sum, (const guchar *)data, size);
	hb_blob_destroy(blob);
}

void
face_digest(hb_font_t *font, GChecksum *sum)
{
	hb_face_t *face = hb_font_get_face(font);
	unsigned at = 0, n, n_places;
	const float *places = hb_font_get_var_coords_design(font, &n_places);
	hb_tag_t tags[32];

	g_checksum_update(sum, (const guchar *)hb_version_string(), -1);
	do {
		n = G_N_ELEMENTS(tags);
		hb_face_get_table_tags(face, at, &n, tags);
		for (unsigned i = 0; i < n; i++)
			digest_table(face, tags[i], sum);
		at += n;
	} while (n == G_N_ELEMENTS(tags));
	for (unsigned i = 0; i < n_places; i++)
		digest_number(sum, (guint32)(gint32)(places[i] * 65536));
}
