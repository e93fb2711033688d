#include "base/json.h"

#include <json-c/json.h>
#include <string.h>

/* struct json is json-c's object by another name, so that no header of ours needs json-c's. */
static struct json_object *
inside(const struct json *value)
{
	return (struct json_object *)(void *)value;
}

static struct json *
outside(struct json_object *value)
{
	return (struct json *)(void *)value;
}

struct json *
json_new_object(void)
{
	return outside(json_object_new_object());
}

struct json *
json_new_array(void)
{
	return outside(json_object_new_array());
}

void
json_free(struct json *value)
{
	json_object_put(inside(value));
}

static void
put(struct json *object, const char *name, struct json_object *value)
{
	int failed = json_object_object_add_ex(inside(object), name, value,
					       JSON_C_OBJECT_ADD_KEY_IS_NEW);

	g_assert(!failed);
}

void
json_put(struct json *object, const char *name, struct json *value)
{
	put(object, name, inside(value));
}

void
json_put_text(struct json *object, const char *name, const char *text)
{
	if (text)
		put(object, name, json_object_new_string(text));
}

void
json_put_integer(struct json *object, const char *name, int number)
{
	put(object, name, json_object_new_int(number));
}

void
json_put_boolean(struct json *object, const char *name, bool truth)
{
	put(object, name, json_object_new_boolean(truth));
}

void
json_put_decimal(struct json *object, const char *name, struct decimal number)
{
	g_autofree char *text = decimal_to_text(number);

	put(object, name, json_object_new_double_s(decimal_to_double(number), text));
}

void
json_put_null(struct json *object, const char *name)
{
	put(object, name, NULL);
}

void
json_append(struct json *array, struct json *value)
{
	int failed = json_object_array_add(inside(array), inside(value));

	g_assert(!failed);
}

void
json_append_text(struct json *array, const char *text)
{
	if (text)
		json_append(array, outside(json_object_new_string(text)));
}

guint
json_length(const struct json *array)
{
	return (guint)json_object_array_length(inside(array));
}

struct json *
json_read(const char *text, gsize size, gsize *at)
{
	struct json_tokener *tokener = json_tokener_new();
	struct json_object *value;

	g_assert(size <= G_MAXINT);
	value = json_tokener_parse_ex(tokener, text, (int)size);
	*at = json_tokener_get_parse_end(tokener);
	if (json_tokener_get_error(tokener) != json_tokener_success)
		g_clear_pointer(&value, json_object_put);
	json_tokener_free(tokener);
	return outside(value);
}

const struct json *
json_member(const struct json *value, const char *name)
{
	struct json_object *member = NULL;

	if (value && json_object_is_type(inside(value), json_type_object))
		json_object_object_get_ex(inside(value), name, &member);
	return outside(member);
}

const char *
json_text(const struct json *value)
{
	if (!value || !json_object_is_type(inside(value), json_type_string))
		return NULL;
	return json_object_get_string(inside(value));
}

bool
json_each(const struct json *value,
	  void (*visit)(const char *name, const struct json *member, void *user), void *user)
{
	if (!value || !json_object_is_type(inside(value), json_type_object))
		return false;
	json_object_object_foreach(inside(value), name, member) visit(name, outside(member), user);
	return true;
}

char *
json_to_text(const struct json *value)
{
	const int flags = JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED |
			  JSON_C_TO_STRING_NOSLASHESCAPE;

	return g_strconcat(json_object_to_json_string_ext(inside(value), flags), "\n", NULL);
}

GBytes *
json_print(const struct json *value)
{
	char *text = json_to_text(value);

	return g_bytes_new_take(text, strlen(text));
}
