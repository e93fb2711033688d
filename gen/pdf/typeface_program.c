/* typeface_program: see typeface_program.h. */
#include "pdf/typeface_program.h"

#include "base/cache.h"
#include "font/cff.h"
#include "font/face.h"
#include "font/subset.h"
#include "pdf/flate.h"
#include "pdf/typeface_private.h"

/*
 * With fewer codes, of a font with fewer glyphs, a subset is made in less time than a file is looked
 * for and checked.  What HarfBuzz reads of a CJK font, for any few glyphs, costs more than that.
 */
enum { CODES_WORTH_KEEPING = 256, GLYPHS_WORTH_SPARING = 16384 };

/*
 * Changes whenever the same glyphs of the same face become other bytes, so that nothing is taken
 * that an earlier state of this program kept.
 */
static const char recipe[] = CHANCERY_VERSION " without subroutines, packed fast";

/* What is kept: postscript, size, deflated bytes, map. */
#define KEPT_TYPE ((const GVariantType *)"(btayay)")

static guint
glyph_of(const struct typeface *typeface, guint code)
{
	return g_array_index(typeface->codes, struct code, code).glyph;
}

static int
compare_glyphs(gconstpointer a, gconstpointer b)
{
	return *(const guint16 *)a - *(const guint16 *)b;
}

/* The glyphs that have a code, and 0, which that of no glyph has: sorted, each once. */
static GArray *
used_glyphs(const struct typeface *typeface)
{
	guint n = typeface->codes->len, used = 0;
	GArray *glyphs = g_array_sized_new(FALSE, FALSE, sizeof(guint16), n);
	guint16 *at;

	g_array_set_size(glyphs, n);
	at = (guint16 *)(void *)glyphs->data;
	for (guint i = 0; i < n; i++)
		at[i] = (guint16)glyph_of(typeface, i);
	g_array_sort(glyphs, compare_glyphs);
	for (guint i = 0; i < n; i++) {
		if (i == 0 || at[i] != at[used - 1])
			at[used++] = at[i];
	}
	g_array_set_size(glyphs, used);
	return glyphs;
}

/* ids: guint16, as ISO 32000-1 9.7.4.2 wants them. */
static GBytes *
map_of(const GArray *ids)
{
	GByteArray *map = g_byte_array_new();

	for (guint i = 0; i < ids->len; i++) {
		guint16 id = g_array_index(ids, guint16, i);
		const guint8 pair[] = {(guint8)(id >> 8), (guint8)id};

		g_byte_array_append(map, pair, sizeof(pair));
	}
	return g_byte_array_free_to_bytes(map);
}

/* ids: the glyph in the subset of each code; a PostScript program is put in their order. */
static bool
take_subset(const struct subset *subset, const GArray *ids, struct typeface_program *program,
	    GError **error)
{
	g_autoptr(GBytes) bytes =
		subset->postscript
			? cff_arrange(subset->program, (guint16 *)(void *)ids->data, ids->len)
			: g_bytes_ref(subset->program);

	if (!bytes) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "the outlines of a font are damaged");
		return false;
	}
	program->postscript = subset->postscript;
	program->size = g_bytes_get_size(bytes);
	program->bytes = g_steal_pointer(&bytes);
	program->map = subset->postscript ? g_bytes_new(NULL, 0) : map_of(ids);
	return true;
}

static bool
make(const struct typeface *typeface, struct typeface_program *program, GError **error)
{
	g_autoptr(GArray) glyphs = used_glyphs(typeface);
	g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(guint16));
	g_autoptr(Subset) subset = subset_make(typeface->font, glyphs, error);

	if (!subset)
		return false;
	for (guint i = 0; i < typeface->codes->len; i++) {
		guint16 glyph = (guint16)glyph_of(typeface, i);
		guint place = 0;
		bool known = g_array_binary_search(glyphs, &glyph, compare_glyphs, &place);

		g_assert(known);
		g_array_append_val(ids, g_array_index(subset->ids, guint16, place));
	}
	return take_subset(subset, ids, program, error);
}

static void
pack(struct typeface_program *program)
{
	struct flate *flate = flate_new();
	GString *out = g_string_new(NULL);

	flate_append(flate, out, g_bytes_get_data(program->bytes, NULL), program->size, FLATE_FAST);
	flate_free(flate);
	g_bytes_unref(program->bytes);
	program->bytes = g_string_free_to_bytes(out);
	program->packed = true;
}

/* Everything that the program depends on, as a digest; the caller frees. */
static char *
key_of(const struct typeface *typeface)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	g_checksum_update(sum, (const guchar *)recipe, sizeof(recipe));
	face_digest(typeface->font, sum);
	for (guint i = 0; i < typeface->codes->len; i++) {
		guint glyph = glyph_of(typeface, i);
		const guint8 pair[] = {(guint8)(glyph >> 8), (guint8)glyph};

		g_checksum_update(sum, pair, sizeof(pair));
	}
	return g_strdup(g_checksum_get_string(sum));
}

static GBytes *
child_bytes(GVariant *kept, gsize i)
{
	g_autoptr(GVariant) child = g_variant_get_child_value(kept, i);

	return g_variant_get_data_as_bytes(child);
}

static bool
find_kept(const char *cache, const char *key, struct typeface_program *program)
{
	g_autoptr(GBytes) file = cache_find(cache, key);
	g_autoptr(GVariant) kept = NULL;
	gboolean postscript;
	guint64 size;

	if (!file)
		return false;
	kept = g_variant_ref_sink(g_variant_new_from_bytes(KEPT_TYPE, file, FALSE));
	g_variant_get_child(kept, 0, "b", &postscript);
	g_variant_get_child(kept, 1, "t", &size);
	program->postscript = postscript;
	program->size = (gsize)size;
	program->packed = true;
	program->bytes = child_bytes(kept, 2);
	program->map = child_bytes(kept, 3);
	return true;
}

static void
keep(const char *cache, const char *key, const struct typeface_program *program)
{
	const GVariantType *bytes = G_VARIANT_TYPE_BYTESTRING;
	GVariant *children[] = {
		g_variant_new_boolean(program->postscript),
		g_variant_new_uint64(program->size),
		g_variant_new_from_bytes(bytes, program->bytes, TRUE),
		g_variant_new_from_bytes(bytes, program->map, TRUE),
	};
	g_autoptr(GVariant) kept =
		g_variant_ref_sink(g_variant_new_tuple(children, G_N_ELEMENTS(children)));
	g_autoptr(GBytes) file = g_variant_get_data_as_bytes(kept);

	cache_keep(cache, key, file);
}

bool
typeface_program_make(const struct typeface *typeface, const char *cache,
		      struct typeface_program *program, GError **error)
{
	g_autofree char *key = NULL;

	*program = (struct typeface_program){0};
	if (typeface->full) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "one font shows more than 65,535 glyphs");
		return false;
	}
	if (typeface->codes->len < CODES_WORTH_KEEPING && typeface->n_glyphs < GLYPHS_WORTH_SPARING)
		return make(typeface, program, error);
	key = cache ? key_of(typeface) : NULL;
	if (cache && find_kept(cache, key, program))
		return true;
	if (!make(typeface, program, error))
		return false;
	pack(program);
	if (cache)
		keep(cache, key, program);
	return true;
}

void
typeface_program_clear(struct typeface_program *program)
{
	g_clear_pointer(&program->bytes, g_bytes_unref);
	g_clear_pointer(&program->map, g_bytes_unref);
}
