/* face: see face.h. */
#include "font/face.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>

/* Faces of one family mostly have the same characters, and those of a collection all. */
struct characters {
	FcCharSet *set;
	PangoCoverage *coverage; /* NULL until asked for */
};

struct face_store {
	GHashTable *faces;     /* identity → struct font_face * */
	GHashTable *files;     /* path → hb_blob_t * */
	GPtrArray *characters; /* struct characters * */
};

struct font_face {
	char *family, *identity, *variations;
	guint index;	/* of the face in its file */
	guint instance; /* a named one, counted from 1; 0 for none */
	hb_blob_t *file;
	struct characters *characters;
	hb_face_t *face;    /* NULL until asked for */
	hb_font_t *unsized; /* likewise */
};

static void
characters_free(gpointer data)
{
	struct characters *characters = data;

	FcCharSetDestroy(characters->set);
	g_clear_object(&characters->coverage);
}

static void
characters_release(gpointer data)
{
	g_rc_box_release_full(data, characters_free);
}

static void
face_clear(gpointer data)
{
	struct font_face *face = data;

	g_free(face->family);
	g_free(face->identity);
	g_free(face->variations);
	hb_blob_destroy(face->file);
	hb_font_destroy(face->unsized);
	hb_face_destroy(face->face);
	characters_release(face->characters);
}

struct font_face *
font_face_hold(struct font_face *face)
{
	return g_rc_box_acquire(face);
}

void
font_face_release(struct font_face *face)
{
	g_rc_box_release_full(face, face_clear);
}

static void
release_face(gpointer face)
{
	font_face_release(face);
}

static void
destroy_blob(gpointer blob)
{
	hb_blob_destroy(blob);
}

struct face_store *
face_store_new(void)
{
	struct face_store *store = g_new0(struct face_store, 1);

	/* The identity is the face's own. */
	store->faces = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, release_face);
	store->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy_blob);
	store->characters = g_ptr_array_new_with_free_func(characters_release);
	return store;
}

void
face_store_free(struct face_store *store)
{
	g_hash_table_unref(store->faces);
	g_hash_table_unref(store->files);
	g_ptr_array_unref(store->characters);
	g_free(store);
}

static hb_blob_t *
find_file(struct face_store *store, const char *path)
{
	hb_blob_t *blob = g_hash_table_lookup(store->files, path);

	if (!blob) {
		blob = hb_blob_create_from_file(path);
		g_hash_table_insert(store->files, g_strdup(path), blob);
	}
	return hb_blob_reference(blob);
}

static struct characters *
find_characters(struct face_store *store, const FcPattern *pattern)
{
	struct characters *characters;
	FcCharSet *set;

	if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &set) != FcResultMatch)
		set = NULL;
	for (guint i = 0; set && i < store->characters->len; i++) {
		characters = store->characters->pdata[i];
		if (FcCharSetEqual(characters->set, set))
			return g_rc_box_acquire(characters);
	}
	characters = g_rc_box_new0(struct characters);
	characters->set = set ? FcCharSetCopy(set) : FcCharSetCreate();
	g_ptr_array_add(store->characters, characters);
	return g_rc_box_acquire(characters);
}

struct font_face *
face_store_find(struct face_store *store, const FcPattern *pattern, const char *family)
{
	FcChar8 *file = (FcChar8 *)"", *variations = NULL;
	g_autofree char *identity = NULL;
	struct font_face *face;
	int index = 0;

	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &variations);
	identity = g_strdup_printf("%s\n%d\n%s", (const char *)file, index,
				   variations ? (const char *)variations : "");
	face = g_hash_table_lookup(store->faces, identity);
	if (face)
		return face;
	face = g_rc_box_new0(struct font_face);
	face->family = g_strdup(family);
	face->identity = g_steal_pointer(&identity);
	face->variations = g_strdup((const char *)variations);
	/* fontconfig's index holds the named instance too. */
	face->index = (guint)index & 0xFFFF;
	face->instance = (guint)index >> 16;
	face->file = find_file(store, (const char *)file);
	face->characters = find_characters(store, pattern);
	g_hash_table_insert(store->faces, face->identity, face);
	return face;
}

const char *
font_face_family(const struct font_face *face)
{
	return face->family;
}

const char *
font_face_identity(const struct font_face *face)
{
	return face->identity;
}

/* Pango asks for no more than one character at a time, but wants a set. */
static PangoCoverage *
make_coverage(const FcCharSet *set)
{
	PangoCoverage *coverage = pango_coverage_new();
	FcChar32 map[FC_CHARSET_MAP_SIZE], next;

	for (FcChar32 page = FcCharSetFirstPage(set, map, &next); page != FC_CHARSET_DONE;
	     page = FcCharSetNextPage(set, map, &next))
		for (guint i = 0; i < FC_CHARSET_MAP_SIZE * 32; i++)
			if (map[i / 32] >> i % 32 & 1)
				pango_coverage_set(coverage, (int)(page + i), PANGO_COVERAGE_EXACT);
	return coverage;
}

PangoCoverage *
font_face_coverage(struct font_face *face)
{
	struct characters *characters = face->characters;

	if (!characters->coverage)
		characters->coverage = make_coverage(characters->set);
	return characters->coverage;
}

/* The variations are those of a font that varies: "wght=600". */
static void
vary(hb_font_t *font, const char *text)
{
	g_auto(GStrv) parts = g_strsplit(text, ",", -1);
	g_autoptr(GArray) variations = g_array_new(FALSE, FALSE, sizeof(hb_variation_t));

	for (char **part = parts; *part; part++) {
		hb_variation_t variation;

		if (hb_variation_from_string(*part, -1, &variation))
			g_array_append_val(variations, variation);
	}
	hb_font_set_variations(font, (const hb_variation_t *)(const void *)variations->data,
			       variations->len);
}

static hb_face_t *
open_face(struct font_face *face)
{
	if (!face->face)
		face->face = hb_face_create(face->file, face->index);
	return face->face;
}

hb_font_t *
font_face_at(struct font_face *face, int units)
{
	hb_font_t *font = hb_font_create(open_face(face));

	hb_font_set_scale(font, units, units);
	if (face->variations)
		vary(font, face->variations);
	else if (face->instance > 0)
		hb_font_set_var_named_instance(font, face->instance - 1);
	return font;
}

hb_font_t *
font_face_unsized(struct font_face *face)
{
	if (!face->unsized)
		face->unsized = font_face_at(face, (int)hb_face_get_upem(open_face(face)));
	return face->unsized;
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
