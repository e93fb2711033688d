/* style: see style.h. */
#include "layout/style.h"

#include <string.h>
#include "layout/area.h"
#include "layout/paragraph.h"

struct style_table {
	GHashTable *texts; /* struct text_style *, as a set */
	GHashTable *boxes; /* struct box_style *, as a set */
};

/*
 * FNV-1a, by words; bytes that pad a struct only ever make two equal styles look different, which
 * costs memory and no more.
 */
static guint
bytes_hash(const void *data, gsize size)
{
	const char *bytes = data;
	guint64 hash = G_GUINT64_CONSTANT(14695981039346656037), word;

	for (gsize i = 0; i + sizeof word <= size; i += sizeof word) {
		memcpy(&word, bytes + i, sizeof word);
		hash = (hash ^ word) * G_GUINT64_CONSTANT(1099511628211);
	}
	return (guint)(hash ^ hash >> 32);
}

static guint
text_hash(gconstpointer style)
{
	return bytes_hash(style, sizeof(struct text_style));
}

static gboolean
text_equal(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct text_style)) == 0;
}

static guint
box_hash(gconstpointer style)
{
	return bytes_hash(style, sizeof(struct box_style));
}

static gboolean
box_equal(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct box_style)) == 0;
}

struct style_table *
style_table_new(void)
{
	struct style_table *table = g_new(struct style_table, 1);

	table->texts = g_hash_table_new_full(text_hash, text_equal, g_free, NULL);
	table->boxes = g_hash_table_new_full(box_hash, box_equal, g_free, NULL);
	return table;
}

void
style_table_free(struct style_table *table)
{
	if (!table)
		return;
	g_hash_table_unref(table->texts);
	g_hash_table_unref(table->boxes);
	g_free(table);
}

/* The member of set equal to the size bytes at style, copied into it where there is none yet. */
static const void *
set_intern(GHashTable *set, const void *style, gsize size)
{
	void *found = g_hash_table_lookup(set, style);

	if (found)
		return found;
	found = g_memdup2(style, size);
	g_hash_table_add(set, found);
	return found;
}

const struct text_style *
style_table_text(struct style_table *table, const struct text_style *style)
{
	return set_intern(table->texts, style, sizeof *style);
}

const struct box_style *
style_table_box(struct style_table *table, const struct box_style *style)
{
	return set_intern(table->boxes, style, sizeof *style);
}

struct text_style
text_style_initial(void)
{
	struct text_style style;

	memset(&style, 0, sizeof style);
	style.family = "serif";
	style.lang = g_intern_static_string("en");
	style.size = 12;
	style.line_factor = 1.2;
	style.list_distance = 24;
	style.list_separation = 6;
	style.rule_thickness = 1;
	style.leader_length = (struct length){LENGTH_AUTO, 0};
	style.weight = 400;
	style.align = ALIGN_START;
	style.align_last = ALIGN_RELATIVE;
	style.wrap = true;
	style.widows = style.orphans = 2;
	style.collapse = true;
	return style;
}

struct box_style
box_style_initial(void)
{
	struct box_style box;

	memset(&box, 0, sizeof box);
	box.background = AREA_NO_COLOUR;
	for (int edge = 0; edge < 4; edge++) {
		box.border[edge].width = 1;
		box.border[edge].colour = AREA_NO_COLOUR;
	}
	box.columns_spanned = box.rows_spanned = box.columns_repeated = 1;
	return box;
}

double
text_style_line_height(const struct text_style *style)
{
	return style->line_factor > 0 ? style->line_factor * style->size : style->line_height;
}

double
box_style_inset(const struct box_style *box, enum edge edge)
{
	return box->padding[edge] + (box->border[edge].drawn ? box->border[edge].width : 0);
}
