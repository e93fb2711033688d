/* diag_json: --format=json.  Every member is always there; what is not known is null. */
#include "base/diag_private.h"
#include "base/json.h"

/* Of a number that counts from 1: 0 is not known. */
static void
put_count(struct json *object, const char *name, int number)
{
	if (number > 0)
		json_put_integer(object, name, number);
	else
		json_put_null(object, name);
}

static void
put_text(struct json *object, const char *name, const char *text)
{
	if (text)
		json_put_text(object, name, text);
	else
		json_put_null(object, name);
}

static struct json *
related_json(const struct diag *diag)
{
	struct json *list = json_new_array();

	for (guint i = 0; diag->related && i < diag->related->len; i++) {
		const struct diag_related *related = diag->related->pdata[i];
		struct json *object = json_new_object();

		put_text(object, "file", related->at.file);
		put_count(object, "line", related->at.line);
		put_count(object, "column", related->at.column);
		json_put_text(object, "message", related->message);
		json_append(list, object);
	}
	return list;
}

static struct json *
one_json(const struct diag *diag, enum diag_severity severity)
{
	struct json *object = json_new_object();

	json_put_text(object, "name", diag_name(diag->id));
	json_put_text(object, "severity", diag_severity_name(severity));
	json_put_text(object, "message", diag->message);
	put_text(object, "file", diag->at.file);
	put_count(object, "line", diag->at.line);
	put_count(object, "column", diag->at.column);
	put_count(object, "end_column", diag->at.end_column);
	put_text(object, "help", diag->help);
	json_put(object, "related", related_json(diag));
	return object;
}

char *
diag_json(const struct diag_list *list, const GPtrArray *listed)
{
	g_autoptr(Json) root = json_new_object();
	struct json *diagnostics = json_new_array();

	for (guint i = 0; i < listed->len; i++) {
		const struct diag *diag = listed->pdata[i];

		json_append(diagnostics, one_json(diag, list->severity[diag->id]));
	}
	json_put(root, "diagnostics", diagnostics);
	json_put_integer(root, "errors", (int)diag_list_count(list, DIAG_ERROR));
	json_put_integer(root, "warnings", (int)diag_list_count(list, DIAG_WARNING));
	return json_to_text(root);
}
