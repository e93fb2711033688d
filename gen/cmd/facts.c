/* chancery facts: each fact, with every place where it is used. */
#include <string.h>

#include "base/json.h"
#include "base/place.h"
#include "brief/outline.h"
#include "build/facts_json.h"
#include "build/plan.h"
#include "build/render.h"
#include "check/usage.h"
#include "cmd/cli.h"
#include "cmd/fact_line.h"
#include "data/dataset.h"

struct request {
	struct press *press;
	const struct locale *locale; /* of the source language */
	const struct usage *usage;
	bool unused; /* only facts without a use */
};

/* A bulletin whose uses are being read. */
struct using {
	const struct bulletin *bulletin;
	struct usage *usage;
};

static void
add_brief(const struct outline *outline, const char *lang, void *user)
{
	const struct using *using = user;

	usage_add_brief(using->usage, using->bulletin, lang, outline);
}

static bool
read_bulletin(struct press *press, const struct bulletin *bulletin, struct usage *usage,
	      GError **error)
{
	struct using using = {bulletin, usage};

	usage_add_bulletin(usage, bulletin);
	return render_each_outline(press, bulletin, add_brief, &using, error);
}

/* ---- text ---- */

static void
append_use(GString *out, const struct use *use)
{
	g_autofree char *at = loc_to_text(use->at);

	g_string_append_c(out, '\t');
	if (use->bulletin)
		g_string_append_printf(out, "%s ", use->bulletin->id);
	if (use->lang)
		g_string_append_printf(out, "%s ", use->lang);
	else
		g_string_append_printf(out, "%s ", use->as);
	if (use->id)
		g_string_append_printf(out, "%s ", use->id);
	g_string_append_printf(out, "%s\n", at);
}

static void
append_fact(const struct request *request, const struct fact *fact, const GArray *uses,
	    GString *out)
{
	fact_line_append(out, fact, request->locale);
	for (guint i = 0; uses && i < uses->len; i++)
		append_use(out, &g_array_index(uses, struct use, i));
}

/* ---- JSON ---- */

static void
put_place(struct json *object, struct loc at)
{
	json_put_text(object, "file", at.file);
	json_put_integer(object, "line", at.line);
	json_put_integer(object, "column", at.column);
}

static struct json *
use_to_json(const struct use *use)
{
	struct json *object = json_new_object();

	json_put_text(object, "as", use->as);
	json_put_text(object, "bulletin", use->bulletin ? use->bulletin->id : NULL);
	json_put_text(object, "language", use->lang);
	json_put_text(object, "id", use->id);
	put_place(object, use->at);
	return object;
}

static struct json *
fact_to_json(const struct request *request, const struct fact *fact, const GArray *uses)
{
	const struct dataset *data = press_data(request->press);
	struct json *object =
		facts_json_one(data, fact, dataset_publication(data)->source_language);
	struct json *list = json_new_array();
	g_autofree char *printed = fact_line_value(fact->preferred, request->locale);

	json_put_text(object, "printed", printed);
	put_place(object, fact->at);
	for (guint i = 0; uses && i < uses->len; i++)
		json_append(list, use_to_json(&g_array_index(uses, struct use, i)));
	json_put(object, "uses", list);
	return object;
}

/* ---- all ---- */

static char *
tell_all(const struct request *request, bool as_json)
{
	const struct dataset *data = press_data(request->press);
	g_autoptr(GPtrArray) paths = dataset_fact_paths(data);
	g_autoptr(Json) object = json_new_object();
	struct json *list = json_new_array();
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < paths->len; i++) {
		const struct fact *fact = dataset_find_fact(data, paths->pdata[i]);
		const GArray *uses = usage_of(request->usage, fact);

		if (request->unused && uses)
			continue;
		if (as_json)
			json_append(list, fact_to_json(request, fact, uses));
		else
			append_fact(request, fact, uses, out);
	}
	json_put(object, "facts", list);
	return as_json ? json_to_text(object) : g_strdup(out->str);
}

static const struct cli_usage usage_text = {
	.program = "chancery facts",
	.arguments = "",
	.summary =
		"Prints each fact and derived value with its value, hedge and source, and below it "
		"every place where\nit is used.",
};

static int
run(struct press *press, bool unused, bool as_json)
{
	const struct dataset *data = press_data(press);
	const GPtrArray *bulletins = dataset_bulletins(data);
	g_autoptr(Usage) usage = usage_new(data);
	struct request request = {.press = press, .usage = usage, .unused = unused};
	g_autofree char *text = NULL;
	GError *error = NULL;

	request.locale = press_locale(press, dataset_publication(data)->source_language, &error);
	if (!request.locale)
		return cli_failed(error);
	for (guint i = 0; i < bulletins->len; i++) {
		if (!read_bulletin(press, bulletins->pdata[i], usage, &error))
			return cli_failed(error);
	}
	text = tell_all(&request, as_json);
	return cli_print(text);
}

int
cmd_facts(struct cli *cli, int argc, char **argv)
{
	g_autofree char *format = NULL;
	gboolean unused = FALSE;
	int status = EXIT_FINE, told;
	const GOptionEntry own[] = {
		{"unused", 0, 0, G_OPTION_ARG_NONE, &unused, "Only those that nothing uses", NULL},
		{"format", 0, 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "FORMAT"},
		{0},
	};
	g_autoptr(Press) press = NULL;

	if (!cli_parse(cli, own, &usage_text, &argc, &argv, &status))
		return status;
	if (argc > 1)
		return cli_misused("facts takes no arguments");
	if (format && strcmp(format, "json") != 0 && strcmp(format, "text") != 0)
		return cli_misused("--format is text or json, not “%s”", format);
	press = cli_open(cli, &status);
	if (!press)
		return status;
	told = run(press, unused, g_strcmp0(format, "json") == 0);
	status = cli_report(cli, press);
	return told != EXIT_FINE ? told : status;
}
