#include <string.h>

#include "layout/area.h"
#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/literal.h"
#include "pdf/standard.h"
#include "pdf/structure.h"
#include "pdf/target.h"

struct linking {
	struct finish *finish;
	GHashTable *targets;	/* see target.h */
	GHashTable *references;	/* object of a note -> GString: " 12 0 R" of all that refer to it */
};

static const struct target *
target_of(const struct linking *linking, const char *dest)
{
	const struct target *target = g_hash_table_lookup(linking->targets, dest);

	/* canvas has refused links to nowhere */
	g_assert(target);
	return target;
}

/* The element of a tag in the file; that above it, if the tag came to nothing. */
static guint
object_of(const struct linking *linking, const struct tag *tag)
{
	const struct element *element = NULL;

	for (; tag && !element; tag = tag->parent)
		element = element_list_find(linking->finish->elements, tag);
	g_assert(element);
	return element->object;
}

/* An action that goes to a destination by its name and by the element (ISO 32000-2 12.6.4.2). */
static void
set_action(struct linking *linking, guint object, const char *dest)
{
	const struct target *target = target_of(linking, dest);
	struct body *body = linking->finish->body;
	GString *out = body_more(body, object);

	body_remove_key(body, object, "/Dest");
	g_string_append(out, " /A << /S /GoTo /D ");
	literal_append_text(out, dest);
	g_string_append_printf(out, " /SD [%u 0 R /XYZ ", object_of(linking, target->tag));
	literal_append_number(out, target->x);
	literal_append_number(out, target->y);
	g_string_append(out, "0] >>");
}

/* The outline item from object on and its siblings, in step with the bookmarks. */
static void
set_outline(struct linking *linking, guint object, const GPtrArray *bookmarks)
{
	struct body *body = linking->finish->body;

	for (guint i = 0; object && i < bookmarks->len; i++) {
		const struct bookmark *bookmark = g_ptr_array_index(bookmarks, i);

		set_action(linking, object, bookmark->dest);
		if (bookmark->children)
			set_outline(linking, body_reference(body, object, "/First"),
				    bookmark->children);
		object = body_reference(body, object, "/Next");
	}
}

/*
 * The first link of an element, found among those after it; NULL where another of its kind begins.
 */
static const char *
destination_in(const struct element_list *elements, guint index)
{
	const char *type = element_list_at(elements, index)->type;

	for (guint i = index + 1; i < element_list_length(elements); i++) {
		const struct element *element = element_list_at(elements, i);

		if (element->tag && element->tag->dest)
			return element->tag->dest;
		if (strcmp(element->type, type) == 0)
			break;
	}
	return NULL;
}

/* A line of the contents refers to the heading it names. */
static void
refer_contents(struct linking *linking, guint index)
{
	struct finish *finish = linking->finish;
	const char *dest = destination_in(finish->elements, index);

	if (!dest)
		return;
	g_string_append_printf(
		body_more(finish->body, element_list_at(finish->elements, index)->object),
		" /Ref [%u 0 R]", object_of(linking, target_of(linking, dest)->tag));
}

/* A note and what refers to it name one another. */
static void
refer_note(struct linking *linking, guint index)
{
	struct finish *finish = linking->finish;
	const struct element *element = element_list_at(finish->elements, index);
	const char *dest = destination_in(finish->elements, index);
	const struct tag *note = dest ? target_of(linking, dest)->tag : NULL;
	GString *back;
	guint object;

	while (note && strcmp(note->type, "Note") != 0)
		note = note->parent;
	if (!note)
		return;
	object = object_of(linking, note);
	g_string_append_printf(body_more(finish->body, element->object), " /Ref [%u 0 R]", object);
	back = g_hash_table_lookup(linking->references, GUINT_TO_POINTER(object));
	if (!back) {
		back = g_string_new(NULL);
		g_hash_table_insert(linking->references, GUINT_TO_POINTER(object), back);
	}
	g_string_append_printf(back, " %u 0 R", element->object);
}

static void
set_references(struct linking *linking)
{
	struct finish *finish = linking->finish;

	for (guint i = 0; i < element_list_length(finish->elements); i++) {
		const struct element *element = element_list_at(finish->elements, i);
		const char *type = element->type;

		/* the first part speaks for all */
		if (element->again)
			continue;
		if (strcmp(type, "TOCI") == 0)
			refer_contents(linking, i);
		else if (strcmp(type, "Reference") == 0)
			refer_note(linking, i);
	}
	for (guint i = 0; i < element_list_length(finish->elements); i++) {
		guint object = element_list_at(finish->elements, i)->object;
		const GString *back =
			g_hash_table_lookup(linking->references, GUINT_TO_POINTER(object));

		if (back)
			g_string_append_printf(body_more(finish->body, object), " /Ref [%s]",
					       back->str);
	}
}

static void
set_destinations(struct linking *linking)
{
	struct finish *finish = linking->finish;
	struct body *body = finish->body;
	guint outlines = body_reference(body, body_root(body), "/Outlines");

	for (guint i = 0; i < element_list_length(finish->elements); i++) {
		const struct element *element = element_list_at(finish->elements, i);

		if (element->annotation && element->tag && element->tag->dest)
			set_action(linking, element->annotation, element->tag->dest);
	}
	if (outlines)
		set_outline(linking, body_reference(body, outlines, "/First"),
			    finish->tree->bookmarks);
}

static void
free_string(gpointer string)
{
	g_string_free(string, TRUE);
}

void
finish_links(struct finish *finish)
{
	g_autoptr(GHashTable) references =
		g_hash_table_new_full(NULL, NULL, NULL, free_string);
	g_autoptr(GHashTable) targets = NULL;
	struct linking linking = {finish, NULL, references};

	if (!finish->standard->structure_destinations && !finish->standard->references)
		return;
	linking.targets = targets = targets_new(finish->tree);
	if (finish->standard->structure_destinations)
		set_destinations(&linking);
	if (finish->standard->references)
		set_references(&linking);
}
