#include "pdf/body.h"

#include <string.h>
#include "pdf/body_private.h"
#include "pdf/flate.h"

static void
object_clear(gpointer data)
{
	struct object *object = data;

	g_clear_pointer(&object->data, g_bytes_unref);
	if (object->more)
		g_string_free(object->more, TRUE);
	*object = (struct object){0};
}

struct body *
body_new(GBytes *source)
{
	struct body *body = g_new0(struct body, 1);

	body->source = g_bytes_ref(source);
	body->objects = g_array_new(FALSE, TRUE, sizeof(struct object));
	g_array_set_clear_func(body->objects, object_clear);
	body->texts = g_ptr_array_new_with_free_func(g_free);
	return body;
}

void
body_free(struct body *body)
{
	if (!body)
		return;
	g_array_unref(body->objects);
	g_ptr_array_unref(body->texts);
	g_bytes_unref(body->source);
	g_free(body);
}

struct object *
body_at(const struct body *body, guint number)
{
	g_assert(number < body->objects->len);
	return &g_array_index(body->objects, struct object, number);
}

guint
body_length(const struct body *body)
{
	return body->objects->len;
}

guint
body_root(const struct body *body)
{
	return body->root;
}

guint
body_info(const struct body *body)
{
	return body->info;
}

struct token
body_object(const struct body *body, guint number)
{
	const struct object *object = body_at(body, number);

	return object->text.start ? object->text : (struct token){"", ""};
}

guint
body_reference(const struct body *body, guint number, const char *key)
{
	struct token text = body_object(body, number), value;
	guint found = token_find_key(&text, key, &value) ? token_reference(&value) : 0;

	return found < body->objects->len ? found : 0;
}

GString *
body_more(struct body *body, guint number)
{
	struct object *object = body_at(body, number);

	if (!object->more)
		object->more = g_string_new(NULL);
	return object->more;
}

/* The text as an object's, kept with the body. */
static struct token
keep(struct body *body, char *text)
{
	g_ptr_array_add(body->texts, text);
	return (struct token){text, text + strlen(text)};
}

void
body_remove_key(struct body *body, guint number, const char *key)
{
	struct object *object = body_at(body, number);
	struct token value;
	const char *name;
	GString *text;

	if (!object->text.start || !token_find_key(&object->text, key, &value))
		return;
	for (name = value.start; *name != '/' || strncmp(name, key, strlen(key)) != 0;)
		name--;
	text = g_string_new_len(object->text.start, name - object->text.start);
	g_string_append_len(text, value.end, object->text.end - value.end);
	object->text = keep(body, g_string_free(text, FALSE));
}

void
body_set_key(struct body *body, guint number, const char *key, const char *value)
{
	struct object *object = body_at(body, number);
	GString *text;

	body_remove_key(body, number, key);
	text = g_string_new_len(object->text.start, object->text.end - object->text.start);
	g_assert(g_str_has_suffix(text->str, ">>"));
	g_string_truncate(text, text->len - 2);
	g_string_append_printf(text, " %s %s >>", key, value);
	object->text = keep(body, g_string_free(text, FALSE));
}

void
body_drop(struct body *body, guint number)
{
	object_clear(body_at(body, number));
	if (number == body->info)
		body->info = 0;
}

guint
body_add(struct body *body, char *text)
{
	struct object object = {.text = keep(body, text)};

	g_array_append_val(body->objects, object);
	return body->objects->len - 1;
}

guint
body_reserve(struct body *body)
{
	g_array_set_size(body->objects, body->objects->len + 1);
	return body->objects->len - 1;
}

void
body_put(struct body *body, guint number, char *text)
{
	body_at(body, number)->text = keep(body, text);
}

guint
body_add_stream(struct body *body, const char *keys, GBytes *data)
{
	guint number = body_add(body, g_strdup_printf("<< %s >>", keys));

	body_at(body, number)->data = g_bytes_ref(data);
	return number;
}

guint
body_add_packed(struct body *body, const char *keys, GBytes *data)
{
	guint number = body_add_stream(body, keys, data);

	body_at(body, number)->packed = true;
	return number;
}

GBytes *
body_stream(const struct body *body, guint number, GError **error)
{
	const struct object *object = body_at(body, number);
	struct token filter;
	const void *data;
	gsize size;

	if (!object->data ||
	    (object->packed && (!token_find_key(&object->text, "/Filter", &filter) ||
				!token_is(&filter, "/FlateDecode")))) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			    "object %u is no stream, or not deflated", number);
		return NULL;
	}
	if (!object->packed)
		return g_bytes_ref(object->data);
	data = g_bytes_get_data(object->data, &size);
	return flate_expand(data, size, error);
}

void
body_set_stream(struct body *body, guint number, GBytes *data)
{
	struct object *object = body_at(body, number);

	g_assert(object->data);
	body_remove_key(body, number, "/Filter");
	g_bytes_unref(object->data);
	object->data = g_bytes_ref(data);
	object->packed = false;
}
