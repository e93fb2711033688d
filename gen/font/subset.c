/* subset: by HarfBuzz's subsetter; see subset.h. */
#include "font/subset.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>

static const hb_tag_t CFF = HB_TAG('C', 'F', 'F', ' ');

/* ISO 32000-1 table 126 says which tables a reader needs; CFF has its table fetched alone. */
static bool
is_kept(hb_tag_t tag)
{
	switch (tag) {
	case HB_TAG('g', 'l', 'y', 'f'):
	case HB_TAG('l', 'o', 'c', 'a'):
	case HB_TAG('h', 'e', 'a', 'd'):
	case HB_TAG('h', 'h', 'e', 'a'):
	case HB_TAG('h', 'm', 't', 'x'):
	case HB_TAG('m', 'a', 'x', 'p'):
	case HB_TAG('C', 'F', 'F', ' '):
	/* what variations are made of; gone once the axes are pinned */
	case HB_TAG('f', 'v', 'a', 'r'):
	case HB_TAG('a', 'v', 'a', 'r'):
	case HB_TAG('g', 'v', 'a', 'r'):
	case HB_TAG('H', 'V', 'A', 'R'):
	case HB_TAG('M', 'V', 'A', 'R'):
		return true;
	default:
		return false;
	}
}

static hb_blob_t *
reference_kept(hb_face_t *unused, hb_tag_t tag, void *face)
{
	(void)unused;
	return is_kept(tag) ? hb_face_reference_table(face, tag) : NULL;
}

static void
drop_face(void *face)
{
	hb_face_destroy(face);
}

/*
 * The face without the tables that nobody needs: HarfBuzz would read all characters of a font, and
 * what may become of their glyphs in shaping, before it drops them.
 */
static hb_face_t *
bare_face(hb_face_t *face)
{
	return hb_face_create_for_tables(reference_kept, hb_face_reference(face), drop_face);
}

/* A PDF knows no axes: every one stays where the font has it. */
static void
pin_axes(hb_subset_input_t *input, hb_font_t *font)
{
	hb_face_t *face = hb_font_get_face(font);
	unsigned n_axes = hb_ot_var_get_axis_count(face), n_places;
	g_autofree hb_ot_var_axis_info_t *axes = g_new(hb_ot_var_axis_info_t, n_axes);
	const float *places = hb_font_get_var_coords_design(font, &n_places);

	hb_ot_var_get_axis_infos(face, 0, &n_axes, axes);
	for (unsigned i = 0; i < n_axes; i++) {
		float place = i < n_places ? places[i] : axes[i].default_value;

		hb_subset_input_pin_axis_location(input, face, axes[i].tag, place);
	}
}

static hb_subset_input_t *
input_new(hb_font_t *font, const GArray *glyphs)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *wanted;

	g_assert(input);
	wanted = hb_subset_input_glyph_set(input);
	for (guint i = 0; i < glyphs->len; i++)
		hb_set_add(wanted, g_array_index(glyphs, guint16, i));
	pin_axes(input, font);
	/* subroutines save less than deflate does without them, and cost as much as the outlines */
	hb_subset_input_set_flags(input,
				  HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
	return input;
}

static void
drop_blob(gpointer blob)
{
	hb_blob_destroy(blob);
}

/* Lends the blob's memory to the bytes; NULL for no bytes. */
static GBytes *
bytes_of(hb_blob_t *blob)
{
	unsigned size;
	const char *data = hb_blob_get_data(blob, &size);

	if (size > 0)
		return g_bytes_new_with_free_func(data, size, drop_blob, blob);
	hb_blob_destroy(blob);
	return NULL;
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(blob) > 0;

	hb_blob_destroy(blob);
	return has;
}

static struct subset *
subset_of_plan(hb_subset_plan_t *plan, const GArray *glyphs)
{
	g_autoptr(Subset) subset = g_new0(struct subset, 1);
	const hb_map_t *ids = hb_subset_plan_old_to_new_glyph_mapping(plan);
	hb_face_t *face = hb_subset_plan_execute_or_fail(plan);

	if (!face)
		return NULL;
	subset->program = bytes_of(hb_face_reference_table(face, CFF));
	subset->postscript = subset->program != NULL;
	if (!subset->postscript)
		subset->program = bytes_of(hb_face_reference_blob(face));
	hb_face_destroy(face);
	subset->ids = g_array_sized_new(FALSE, FALSE, sizeof(guint16), glyphs->len);
	for (guint i = 0; i < glyphs->len; i++) {
		hb_codepoint_t id = hb_map_get(ids, g_array_index(glyphs, guint16, i));
		guint16 kept = id < G_MAXUINT16 ? (guint16)id : 0;

		g_array_append_val(subset->ids, kept);
	}
	return subset->program ? g_steal_pointer(&subset) : NULL;
}

struct subset *
subset_make(hb_font_t *font, const GArray *glyphs, GError **error)
{
	hb_face_t *bare = bare_face(hb_font_get_face(font));
	hb_subset_input_t *input = input_new(font, glyphs);
	hb_subset_plan_t *plan = NULL;
	struct subset *subset = NULL;

	if (has_table(bare, CFF) || has_table(bare, HB_TAG('g', 'l', 'y', 'f'))) {
		plan = hb_subset_plan_create_or_fail(bare, input);
		subset = plan ? subset_of_plan(plan, glyphs) : NULL;
	}
	if (!subset)
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			    "a font cannot be embedded: it is damaged, or has no outlines of the "
			    "kinds glyf and CFF");
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	hb_face_destroy(bare);
	return subset;
}

void
subset_free(struct subset *subset)
{
	if (!subset)
		return;
	g_clear_pointer(&subset->program, g_bytes_unref);
	g_clear_pointer(&subset->ids, g_array_unref);
	g_free(subset);
}
