#include <string.h>

#include "pdf/body.h"
#include "pdf/finish_private.h"
#include "pdf/kids.h"
#include "pdf/standard.h"
#include "pdf/structure.h"

static bool
has_type(const struct body *body, const struct kid *kid, const char *type)
{
	struct token text, name;

	if (!kid->object)
		return false;
	text = body_object(body, kid->object);
	return token_find_key(&text, "/S", &name) && token_is(&name, type);
}

/* Can the child at index have a caption? */
static bool
is_host(const struct body *body, const GArray *kids, guint index)
{
	const struct kid *kid;

	if (index >= kids->len)
		return false;
	kid = &g_array_index(kids, struct kid, index);
	return has_type(body, kid, "/Figure") || has_type(body, kid, "/Table");
}

/* The caption becomes the first child, or the last. */
static void
adopt(struct body *body, guint host, const struct kid *caption, bool first)
{
	g_autofree char *parent = g_strdup_printf("%u 0 R", host);
	g_autoptr(GArray) kids = kids_read(body, host);

	g_array_insert_vals(kids, first ? 0 : kids->len, caption, 1);
	kids_write(body, host, kids);
	body_set_key(body, caption->object, "/P", parent);
}

/* A caption belongs to what follows it, else to what is before it. */
static void
move_captions(struct body *body, guint parent)
{
	g_autoptr(GArray) kids = kids_read(body, parent);
	guint taken = 0;	/* those before have their caption */

	for (guint i = 0; i < kids->len; i++) {
		struct kid caption = g_array_index(kids, struct kid, i);
		bool first = is_host(body, kids, i + 1);

		if (!has_type(body, &caption, "/Caption") ||
		    (!first && (i <= taken || !is_host(body, kids, i - 1))))
			continue;
		adopt(body, g_array_index(kids, struct kid, first ? i + 1 : i - 1).object,
		      &caption, first);
		g_array_remove_index(kids, i--);
		taken = i + 1 + first;
	}
	kids_write(body, parent, kids);
}

void
finish_captions(struct finish *finish)
{
	struct body *body = finish->body;
	g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);

	if (!finish->standard->captions_inside)
		return;
	for (guint i = 0; i < element_list_length(finish->elements); i++) {
		const struct element *element = element_list_at(finish->elements, i);
		guint parent;

		if (strcmp(element->type, "Caption") != 0)
			continue;
		parent = body_reference(body, element->object, "/P");
		if (parent && g_hash_table_add(done, GUINT_TO_POINTER(parent)))
			move_captions(body, parent);
	}
}
