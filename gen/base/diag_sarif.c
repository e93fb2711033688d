/*
 * diag_sarif: --format=sarif: the Static Analysis Results Interchange Format, version 2.1.0
 * (OASIS), one run.
 *
 * The rules are the names that occur, each with its page as help.  Section numbers are those of the
 * standard.
 */
#include <string.h>

#include "base/diag_private.h"
#include "base/diag_report.h"
#include "base/json.h"
#include "base/place.h"

#define SCHEMA                                                                                     \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                      \
	"sarif-schema-2.1.0.json"

static const char *
level_name(enum diag_severity severity)
{
	return severity == DIAG_OFF ? "none" : diag_severity_name(severity);
}

/* { and } are doubled, lest they look like placeholders (3.11.5); where "](" would make a link,
 * brackets are escaped (3.11.6). */
static char *
message_text(const char *text)
{
	bool links = strstr(text, "](") != NULL;
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		if (links && (*p == '[' || *p == ']'))
			g_string_append_c(out, '\\');
		else if (*p == '{' || *p == '}')
			g_string_append_c(out, *p);
		g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

static void
put_message(struct json *object, const char *name, const char *text)
{
	g_autofree char *escaped = message_text(text);
	struct json *message = json_new_object();

	json_put_text(message, "text", escaped);
	json_put(object, name, message);
}

static struct json *
region_json(struct loc at)
{
	struct json *region = json_new_object();

	json_put_integer(region, "startLine", at.line);
	if (at.column > 0)
		json_put_integer(region, "startColumn", at.column);
	if (at.end_column > at.column)
		json_put_integer(region, "endColumn", at.end_column);
	return region;
}

static struct json *
physical_json(struct loc at, const char *dir)
{
	g_autofree char *file = diag_file_from_here(dir, at.file);
	g_autofree char *uri = g_uri_escape_string(file, "/", FALSE);
	struct json *artifact = json_new_object();
	struct json *physical = json_new_object();

	json_put_text(artifact, "uri", uri);
	json_put(physical, "artifactLocation", artifact);
	if (at.line > 0)
		json_put(physical, "region", region_json(at));
	return physical;
}

static struct json *
location_json(struct loc at, const char *dir)
{
	struct json *location = json_new_object();

	json_put(location, "physicalLocation", physical_json(at, dir));
	return location;
}

/*
 * GitHub refuses a whole report for one result without a file: what has no place is the
 * publication's.
 */
static struct json *
locations_json(struct loc at, const char *dir)
{
	const struct loc publication = {.file = "content/publication.yaml"};
	struct json *list = json_new_array();

	json_append(list, location_json(at.file ? at : publication, dir));
	return list;
}

/* NULL where no related place has a file: the others are told by result_text. */
static struct json *
related_json(const struct diag *diag, const char *dir)
{
	struct json *list = NULL;

	for (guint i = 0; diag->related && i < diag->related->len; i++) {
		const struct diag_related *related = diag->related->pdata[i];
		struct json *location;

		if (!related->at.file)
			continue;
		location = location_json(related->at, dir);
		list = list ? list : json_new_array();
		json_put_integer(location, "id", (int)json_length(list) + 1);
		put_message(location, "message", related->message);
		json_append(list, location);
	}
	return list;
}

/* The message, what helps, and what matters besides without having a place. */
static char *
result_text(const struct diag *diag)
{
	GString *text = g_string_new(diag->message);

	if (diag->help)
		g_string_append_printf(text, "\n%s", diag->help);
	for (guint i = 0; diag->related && i < diag->related->len; i++) {
		const struct diag_related *related = diag->related->pdata[i];

		if (!related->at.file)
			g_string_append_printf(text, "\n%s", related->message);
	}
	return g_string_free(text, FALSE);
}

static struct json *
result_json(const struct diag *diag, enum diag_severity severity, int rule, const char *dir)
{
	g_autofree char *text = result_text(diag);
	struct json *result = json_new_object();
	struct json *related = related_json(diag, dir);

	json_put_text(result, "ruleId", diag_name(diag->id));
	json_put_integer(result, "ruleIndex", rule);
	json_put_text(result, "level", level_name(severity));
	put_message(result, "message", text);
	json_put(result, "locations", locations_json(diag->at, dir));
	if (related)
		json_put(result, "relatedLocations", related);
	return result;
}

/* The help of a rule is shown beside a result: the page, or where it is not installed the one line
 * of the table. */
static struct json *
rule_json(enum diag_id id, const struct diag_view *view)
{
	g_autofree char *page = diag_page(view->places, id);
	g_autofree char *short_text = message_text(diag_summary(id));
	struct json *rule = json_new_object(), *help = json_new_object();
	struct json *configuration = json_new_object();

	json_put_text(rule, "id", diag_name(id));
	put_message(rule, "shortDescription", diag_summary(id));
	json_put_text(help, "text", page ? page : short_text);
	json_put_text(help, "markdown", page);
	json_put(rule, "help", help);
	json_put_text(configuration, "level", level_name(diag_default_severity(id)));
	json_put(rule, "defaultConfiguration", configuration);
	return rule;
}

static struct json *
driver_json(struct json *rules)
{
	struct json *driver = json_new_object(), *tool = json_new_object();

	json_put_text(driver, "name", "chancery");
	json_put_text(driver, "semanticVersion", CHANCERY_VERSION);
	json_put(driver, "rules", rules);
	json_put(tool, "driver", driver);
	return tool;
}

/* Gives each name that occurs its place among the rules, in the order of diag.def; -1 for the
 * others. */
static struct json *
collect_rules(const GPtrArray *listed, const struct diag_view *view, int *places)
{
	struct json *rules = json_new_array();
	int n = 0;

	for (int id = 0; id < DIAG_COUNT; id++)
		places[id] = -1;
	for (guint i = 0; i < listed->len; i++)
		places[((const struct diag *)listed->pdata[i])->id] = 0;
	for (int id = 0; id < DIAG_COUNT; id++) {
		if (places[id] < 0)
			continue;
		places[id] = n++;
		json_append(rules, rule_json((enum diag_id)id, view));
	}
	return rules;
}

char *
diag_sarif(const struct diag_list *list, const GPtrArray *listed, const struct diag_view *view)
{
	g_autoptr(Json) root = json_new_object();
	struct json *runs = json_new_array(), *run = json_new_object();
	struct json *results = json_new_array();
	int rules[DIAG_COUNT];

	json_put(run, "tool", driver_json(collect_rules(listed, view, rules)));
	json_put_text(run, "columnKind", "unicodeCodePoints");
	for (guint i = 0; i < listed->len; i++) {
		const struct diag *diag = listed->pdata[i];

		json_append(results, result_json(diag, list->severity[diag->id], rules[diag->id],
						 view->places->dir));
	}
	json_put(run, "results", results);
	json_append(runs, run);
	json_put_text(root, "$schema", SCHEMA);
	json_put_text(root, "version", "2.1.0");
	json_put(root, "runs", runs);
	return json_to_text(root);
}
