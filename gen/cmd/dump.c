/* chancery dump: what a stage made, as text. */
#include <string.h>

#include "build/plan.h"
#include "build/output.h"
#include "build/render.h"
#include "build/workshop.h"
#include "bulletin/bulletin.h"
#include "chart/scene.h"
#include "cmd/cli.h"
#include "cmd/fact_line.h"
#include "data/dataset.h"
#include "layout/area.h"
#include "locale/locale.h"

/* What is asked for. */
struct request {
	struct workshop *workshop;
	const struct plan *plan;
	const struct plan_item *item;
	const char *chart;	/* scene only */
};

static char *
xml_to_text(xmlDoc *doc, int format)
{
	xmlChar *text = NULL;
	int size = 0;
	char *copy;

	xmlDocDumpFormatMemoryEnc(doc, &text, &size, "UTF-8", format);
	g_assert(text);
	copy = g_strndup((const char *)text, (gsize)size);
	xmlFree(text);
	return copy;
}

static struct output *
open_output(const struct request *request, GError **error)
{
	return output_open(request->workshop, request->plan, request->item, error);
}

static char *
dump_xml(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);

	return output ? xml_to_text(output->render->edition->xml, 1) : NULL;
}

/* Not indented: white space inside blocks would be content. */
static char *
dump_fo(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);

	return output && output_fo(output, error) ? xml_to_text(output->fo, 0) : NULL;
}

static char *
dump_areas(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);

	if (!output || !output_fo(output, error))
		return NULL;
	output_areas(output);
	return area_tree_dump(output->areas);
}

static char *
dump_tags(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);

	if (!output || !output_fo(output, error))
		return NULL;
	output_areas(output);
	return tag_tree_dump(output->areas);
}

/* One line a fact: path, as printed, hedge, source; in order of first use. */
static char *
dump_facts(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);
	const struct locale *locale;
	GString *out;

	if (!output)
		return NULL;
	locale = press_locale(workshop_press(request->workshop), request->item->brief_lang, error);
	if (!locale)
		return NULL;
	out = g_string_new(NULL);
	for (guint i = 0; i < output->render->edition->facts->len; i++)
		fact_line_append(out, output->render->edition->facts->pdata[i], locale);
	return g_string_free(out, FALSE);
}

static char *
dump_scene(const struct request *request, GError **error)
{
	g_autoptr(Output) output = open_output(request, error);
	g_autofree char *file = g_strdup_printf("figures/%s.svg", request->chart);
	const struct scene *scene;

	if (!output)
		return NULL;
	scene = g_hash_table_lookup(output->render->edition->scenes, file);
	if (!scene) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "%s has no chart %s", request->item->bulletin->id, request->chart);
		return NULL;
	}
	return scene_dump(scene);
}

static char *
dump_plan(const struct request *request, GError **error)
{
	(void)error;
	return plan_to_text(request->plan);
}

static const struct stage_dump {
	const char *name;
	int arguments;
	char *(*dump)(const struct request *request, GError **error);
} dumps[] = {
	{"xml", 2, dump_xml},	  {"fo", 2, dump_fo},	    {"areas", 2, dump_areas},
	{"tags", 2, dump_tags},	  {"facts", 2, dump_facts}, {"scene", 3, dump_scene},
	{"plan", 2, dump_plan},
};

static const struct stage_dump *
find_dump(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(dumps); i++) {
		if (strcmp(dumps[i].name, name) == 0)
			return &dumps[i];
	}
	return NULL;
}

static const struct plan_item *
selected_item(const struct plan *plan)
{
	for (guint i = 0; i < plan->items->len; i++) {
		const struct plan_item *item = plan->items->pdata[i];

		if (item->selected)
			return item;
	}
	return NULL;
}

/* argv: BULLETIN LANG [CHART]. */
static char *
dump(struct press *press, const struct stage_dump *what, char **argv, GError **error)
{
	const char *const ids[] = {argv[0], NULL};
	struct plan_options options = {.ids = ids, .lang = argv[1], .everything = true};
	g_autoptr(DiagList) ignored = diag_list_new();
	g_autoptr(Plan) plan = NULL;
	g_autoptr(Workshop) workshop = workshop_new(press);
	struct request request = {.workshop = workshop};

	plan = plan_make(press_places(press), press_data(press), &options, ignored, error);
	if (!plan)
		return NULL;
	request.plan = plan;
	request.item = selected_item(plan);
	request.chart = what->arguments > 2 ? argv[2] : NULL;
	if (!request.item || !request.item->brief_lang) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "“%s” has no brief in %s", argv[0], argv[1]);
		return NULL;
	}
	return what->dump(&request, error);
}

static const struct cli_usage usage = {
	.program = "chancery dump",
	.arguments = "xml|fo|areas|tags|facts|plan BULLETIN LANG | scene BULLETIN LANG CHART",
	.summary = "Prints what a stage makes of a bulletin.",
};

int
cmd_dump(struct cli *cli, int argc, char **argv)
{
	int status = EXIT_FINE, printed;
	const struct stage_dump *what;
	g_autoptr(Press) press = NULL;
	g_autofree char *text = NULL;
	GError *error = NULL;

	if (!cli_parse(cli, NULL, &usage, &argc, &argv, &status))
		return status;
	what = argc > 1 ? find_dump(argv[1]) : NULL;
	if (!what)
		return cli_misused("dump what? xml, fo, areas, tags, facts, plan or scene");
	if (argc - 2 != what->arguments)
		return cli_misused("dump %s wants BULLETIN LANG%s", what->name,
				 what->arguments > 2 ? " CHART" : "");
	press = cli_open(cli, &status);
	if (!press)
		return status;
	text = dump(press, what, argv + 2, &error);
	status = cli_report(cli, press);
	if (!text)
		return cli_failed(error);
	printed = cli_print(text);
	return printed != EXIT_FINE ? printed : status;
}
