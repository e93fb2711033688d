#include "pdf/icc.h"

#include <math.h>
#include <string.h>

enum { HEADER = 128, TAGS = 10, TABLE = HEADER + 4 + TAGS * 12 };

struct profile {
	GByteArray *bytes;
	guint n_tags;
};

static void
put_u32(GByteArray *bytes, guint at, guint32 value)
{
	for (guint i = 0; i < 4; i++)
		bytes->data[at + i] = (guint8)(value >> (24 - 8 * i));
}

static void
append_u32(GByteArray *bytes, guint32 value)
{
	g_byte_array_set_size(bytes, bytes->len + 4);
	put_u32(bytes, bytes->len - 4, value);
}

/* s15Fixed16Number */
static void
append_fixed(GByteArray *bytes, double value)
{
	append_u32(bytes, (guint32)(gint32)lround(value * 65536));
}

static void
append_type(GByteArray *bytes, const char *type)
{
	g_byte_array_append(bytes, (const guint8 *)type, 4);
	append_u32(bytes, 0);
}

static void
enter_tag(struct profile *profile, const char *name, guint offset, guint size)
{
	guint at = HEADER + 4 + 12 * profile->n_tags++;

	memcpy(profile->bytes->data + at, name, 4);
	put_u32(profile->bytes, at + 4, offset);
	put_u32(profile->bytes, at + 8, size);
}

static void
add_text(struct profile *profile, const char *name, const char *text)
{
	GByteArray *bytes = profile->bytes;
	guint offset = bytes->len, size = 28 + 2 * (guint)strlen(text);

	append_type(bytes, "mluc");
	append_u32(bytes, 1);
	append_u32(bytes, 12);
	g_byte_array_append(bytes, (const guint8 *)"enUS", 4);
	append_u32(bytes, 2 * (guint32)strlen(text));
	append_u32(bytes, 28);
	for (const char *p = text; *p; p++) {
		guint8 unit[2] = {0, (guint8)*p};

		g_byte_array_append(bytes, unit, 2);
	}
	while (bytes->len % 4)
		g_byte_array_append(bytes, (const guint8 *)"", 1);
	enter_tag(profile, name, offset, size);
}

static void
add_xyz(struct profile *profile, const char *name, const double xyz[3])
{
	guint offset = profile->bytes->len;

	append_type(profile->bytes, "XYZ ");
	for (int i = 0; i < 3; i++)
		append_fixed(profile->bytes, xyz[i]);
	enter_tag(profile, name, offset, 20);
}

/*
 * Bradford adaptation from D65 to the profile connection space's D50; sRGB profiles want it from
 * version 4 on.
 */
static void
add_adaptation(struct profile *profile)
{
	static const double chad[9] = {1.04788, 0.02292, -0.05022, 0.02959, 0.99048,
				       -0.01707, -0.00925, 0.01508, 0.75168};
	guint offset = profile->bytes->len;

	append_type(profile->bytes, "sf32");
	for (int i = 0; i < 9; i++)
		append_fixed(profile->bytes, chad[i]);
	enter_tag(profile, "chad", offset, 44);
}

/* The sRGB transfer curve as a parametric curve of type 3, shared by the three channels. */
static void
add_curves(struct profile *profile)
{
	static const double parameters[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	guint offset = profile->bytes->len;

	append_type(profile->bytes, "para");
	append_u32(profile->bytes, 3u << 16);
	for (int i = 0; i < 5; i++)
		append_fixed(profile->bytes, parameters[i]);
	enter_tag(profile, "rTRC", offset, 32);
	enter_tag(profile, "gTRC", offset, 32);
	enter_tag(profile, "bTRC", offset, 32);
}

static void
fill_header(GByteArray *bytes)
{
	put_u32(bytes, 0, bytes->len);
	put_u32(bytes, 8, 0x04200000);	/* version 4.2 */
	memcpy(bytes->data + 12, "mntrRGB XYZ ", 12);
	bytes->data[24] = 0x07;		/* 2024-01-01, fixed */
	bytes->data[25] = 0xE8;
	bytes->data[27] = 1;
	bytes->data[29] = 1;
	memcpy(bytes->data + 36, "acsp", 4);
	put_u32(bytes, 68, 0xF6D6);	/* D50 */
	put_u32(bytes, 72, 0x10000);
	put_u32(bytes, 76, 0xD32D);
	put_u32(bytes, HEADER, TAGS);
}

GBytes *
icc_srgb(void)
{
	static const double white[3] = {0.96420, 1, 0.82491}, red[3] = {0.43607, 0.22249, 0.01392},
			    green[3] = {0.38515, 0.71687, 0.09708},
			    blue[3] = {0.14307, 0.06061, 0.71410};
	struct profile profile = {g_byte_array_new(), 0};

	g_byte_array_set_size(profile.bytes, TABLE);
	memset(profile.bytes->data, 0, TABLE);
	add_text(&profile, "desc", "sRGB");
	add_text(&profile, "cprt", "CC0");
	add_xyz(&profile, "wtpt", white);
	add_adaptation(&profile);
	add_xyz(&profile, "rXYZ", red);
	add_xyz(&profile, "gXYZ", green);
	add_xyz(&profile, "bXYZ", blue);
	add_curves(&profile);
	g_assert(profile.n_tags == TAGS);
	fill_header(profile.bytes);
	return g_byte_array_free_to_bytes(profile.bytes);
}
