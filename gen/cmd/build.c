/* chancery build: check, then publish. */
#include "build/build.h"

#include <stdlib.h>

#include "base/place.h"
#include "cmd/cli.h"

static int
tell(const struct cli *cli, struct press *press, const struct build_result *result)
{
	g_autofree char *text = NULL;
	const char *dir = press_places(press)->dir;

	if (cli->quiet || !result->published)
		return EXIT_FINE;
	text = g_strdup_printf("published %u page%s and %u PDF%s into %s/out\n", result->pages,
			       result->pages == 1 ? "" : "s", result->pdfs,
			       result->pdfs == 1 ? "" : "s", dir);
	return cli_tell(cli, text);
}

static int
run(const struct cli *cli, const struct plan_options *options)
{
	int status = EXIT_FINE;
	g_autoptr(Press) press = cli_open(cli, &status);
	struct build_result result = {0};
	GError *error = NULL;
	bool good;

	if (!press)
		return status;
	good = build_publish(press, options, cli_progress(cli), &result, &error);
	/* What is wrong with the content is told even when the machine failed on the way. */
	status = cli_report(cli, press);
	if (!good)
		return cli_failed(error);
	if (result.locked)
		return EXIT_SYSTEM;
	if (status != EXIT_FINE)
		return status;
	return tell(cli, press, &result);
}

static const struct cli_usage usage = {
	.program = "chancery build",
	.arguments = "[ID…]",
	.reports = true,
	.summary = "Checks the publication and writes it into out/; nothing is written when there is "
		   "an error.",
};

int
cmd_build(struct cli *cli, int argc, char **argv)
{
	struct plan_options options = {0};
	g_autofree char *as_of = NULL;
	g_autofree char *lang = NULL;
	gboolean drafts = FALSE;
	int status = EXIT_FINE;
	const GOptionEntry own[] = {
		{"drafts", 0, 0, G_OPTION_ARG_NONE, &drafts, "Publish drafts too", NULL},
		{"as-of", 0, 0, G_OPTION_ARG_STRING, &as_of,
		 "The day that embargoes are held against", "DATE"},
		{"lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Only this language", "TAG"},
		{0},
	};

	if (!cli_parse(cli, own, &usage, &argc, &argv, &status))
		return status;
	if (!cli_as_of(as_of, &options.as_of))
		return cli_misused_time(as_of);
	options.ids = (const char *const *)(gpointer)(argv + 1);
	options.lang = lang;
	options.drafts = drafts;
	return run(cli, &options);
}
