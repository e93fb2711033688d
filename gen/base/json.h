/*
 * json: JSON texts (RFC 8259): made to be published, and read where the program wrote them itself.
 * The only user of json-c.
 *
 * A value is owned by who made it until it is put into another, which then owns it.  Members stay
 * in the order in which they were put, numbers keep their decimal text: 281.10 stays 281.10.
 */
#ifndef CHANCERY_BASE_JSON_H
#define CHANCERY_BASE_JSON_H

#include <glib.h>
#include <stdbool.h>
#include "base/decimal.h"

struct json;
typedef struct json Json;	/* for g_autoptr(Json) only */

struct json *json_new_object(void);
struct json *json_new_array(void);
void json_free(struct json *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Json, json_free)

/* object[name] = value, which is taken.  The name must be new. */
void json_put(struct json *object, const char *name, struct json *value);
/* The same for a text; nothing where it is NULL. */
void json_put_text(struct json *object, const char *name, const char *text);
void json_put_integer(struct json *object, const char *name, int number);
void json_put_boolean(struct json *object, const char *name, bool truth);
void json_put_decimal(struct json *object, const char *name, struct decimal number);
void json_put_null(struct json *object, const char *name);

/* Both take the value; a NULL text is left out. */
void json_append(struct json *array, struct json *value);
void json_append_text(struct json *array, const char *text);
guint json_length(const struct json *array);

/* The value that a text is, or NULL with *at (bytes) where it stops being JSON. */
struct json *json_read(const char *text, gsize size, gsize *at);
/* A member of an object, lent; NULL where there is none, or value is NULL or no object. */
const struct json *json_member(const struct json *value, const char *name);
/* The text of a string, lent; NULL for any other value. */
const char *json_text(const struct json *value);
/* Calls visit for each member, in the order of the text; false where value is no object. */
bool json_each(const struct json *value,
	       void (*visit)(const char *name, const struct json *member, void *user), void *user);

/* UTF-8, two spaces of indentation, a newline at the end. */
GBytes *json_print(const struct json *value);
/* The same as a string; the caller frees. */
char *json_to_text(const struct json *value);

#endif
