#include "pdf/structure.h"

#include <string.h>
#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/edition.h"
#include "pdf/literal.h"
#include "pdf/structure_private.h"

/* Tags are numbered as they are read, so the last one is at the end of every list. */
static guint
count_tags(const struct tag *tag)
{
	while (tag->children && tag->children->len)
		tag = g_ptr_array_index(tag->children, tag->children->len - 1);
	return (guint)tag->order + 1;
}

struct structure *
structure_new(const struct edition *edition)
{
	struct structure *structure = g_new0(struct structure, 1);

	structure->edition = edition;
	structure->n = count_tags(edition->tree->document);
	structure->root = body_reserve(edition->body);
	structure->first = body_reserve_many(edition->body, structure->n);
	structure->records = g_new0(struct record, structure->n);
	structure->items = g_array_new(FALSE, FALSE, sizeof(struct item));
	structure->boxes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	structure->shown = g_string_new(NULL);
	structure->parents = g_array_new(FALSE, FALSE, sizeof(guint));
	structure->annotated = g_array_new(FALSE, FALSE, sizeof(guint));
	return structure;
}

void
structure_free(struct structure *structure)
{
	if (!structure)
		return;
	g_free(structure->records);
	g_array_unref(structure->items);
	g_hash_table_unref(structure->boxes);
	g_string_free(structure->shown, TRUE);
	g_array_unref(structure->parents);
	g_array_unref(structure->annotated);
	g_free(structure);
}

guint
structure_object(const struct structure *structure, const struct tag *tag)
{
	g_assert((guint)tag->order < structure->n);
	return structure->first + (guint)tag->order;
}

static struct record *
record_of(const struct structure *structure, const struct tag *tag)
{
	g_assert((guint)tag->order < structure->n);
	return &structure->records[tag->order];
}

static void
add_item(struct structure *structure, const struct tag *tag, struct item item)
{
	struct record *record = record_of(structure, tag);

	g_array_append_val(structure->items, item);
	if (record->last)
		g_array_index(structure->items, struct item, record->last - 1).next =
			structure->items->len;
	else
		record->first = structure->items->len;
	record->last = structure->items->len;
}

guint
structure_show(struct structure *structure, const struct tag *tag, guint page)
{
	guint mcid = structure->n_shown++;

	add_item(structure, tag, (struct item){.page = page, .number = mcid});
	g_string_append_c(structure->shown, mcid ? ' ' : '[');
	literal_append_reference(structure->shown, structure_object(structure, tag));
	return mcid;
}

void
structure_end_page(struct structure *structure, guint page)
{
	struct body *body = structure->edition->body;
	guint parents = 0;

	g_assert(page == structure->parents->len);
	if (structure->n_shown) {
		parents = body_reserve(body);
		g_string_append_c(structure->shown, ']');
		g_string_append_len(body_open(body, parents), structure->shown->str,
				    (gssize)structure->shown->len);
		body_close(body);
	}
	g_array_append_val(structure->parents, parents);
	g_string_truncate(structure->shown, 0);
	structure->n_shown = 0;
}

guint
structure_annotate(struct structure *structure, const struct tag *tag, guint page, guint annotation)
{
	guint element = structure_object(structure, tag);

	add_item(structure, tag,
		 (struct item){.page = page, .number = annotation, .annotation = true});
	g_array_append_val(structure->annotated, element);
	/* keys of the parent tree: first those of the pages */
	return structure->edition->tree->pages->len + structure->annotated->len - 1;
}

void
structure_label(struct structure *structure, const struct tag *tag, gunichar first)
{
	if (strcmp(tag->type, "Lbl") != 0 && tag->parent && strcmp(tag->parent->type, "Lbl") == 0)
		tag = tag->parent;
	if (strcmp(tag->type, "Lbl") == 0 && !record_of(structure, tag)->label)
		record_of(structure, tag)->label = first;
}

/* The figure that a graphic is in, else its own element. */
static const struct tag *
figure_of(const struct tag *tag)
{
	for (const struct tag *at = tag; at; at = at->parent) {
		if (strcmp(at->type, "Figure") == 0)
			return at;
	}
	return tag;
}

void
structure_box(struct structure *structure, const struct tag *tag, guint page, const double box[4])
{
	const struct tag *figure = figure_of(tag);
	struct box *known = g_hash_table_lookup(structure->boxes, figure);

	if (!known) {
		known = g_new(struct box, 1);
		known->page = page;
		memcpy(known->sides, box, sizeof known->sides);
		g_hash_table_insert(structure->boxes, (gpointer)figure, known);
		return;
	}
	/* a box is on one page */
	if (known->page != page)
		return;
	for (int i = 0; i < 2; i++) {
		known->sides[i] = MIN(known->sides[i], box[i]);
		known->sides[i + 2] = MAX(known->sides[i + 2], box[i + 2]);
	}
}

/* "12 345 0 R " */
static void
append_parent(GString *out, guint key, guint object)
{
	literal_append_integer(out, key);
	g_string_append_c(out, ' ');
	literal_append_reference(out, object);
	g_string_append_c(out, ' ');
}

/* Where reading begins with a mark or an annotation and wants its element. */
static guint
write_parents(const struct structure *structure)
{
	struct body *body = structure->edition->body;
	guint number = body_reserve(body), key = 0;
	GString *out = body_open(body, number);

	g_string_append(out, "<</Nums[");
	for (; key < structure->parents->len; key++) {
		guint parents = g_array_index(structure->parents, guint, key);

		if (parents)
			append_parent(out, key, parents);
	}
	for (guint i = 0; i < structure->annotated->len; i++)
		append_parent(out, key++, g_array_index(structure->annotated, guint, i));
	g_string_append(out, "]>>");
	body_close(body);
	return number;
}

guint
structure_write(struct structure *structure)
{
	g_autoptr(GString) keys = g_string_new(NULL);

	elements_write(structure, keys);
	g_string_append_printf(keys, "/ParentTree %u 0 R/ParentTreeNextKey %u",
			       write_parents(structure),
			       structure->parents->len + structure->annotated->len);
	body_put(structure->edition->body, structure->root,
		 g_strdup_printf("<</Type/StructTreeRoot/K %u 0 R%s>>",
				 structure_object(structure, structure->edition->tree->document),
				 keys->str));
	return structure->root;
}
