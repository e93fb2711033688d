/* chancery check: all checks of the content, nothing written. */
#include "build/build.h"
#include "cmd/cli.h"

static int
run(const struct cli *cli, const struct plan_options *options)
{
	int status = EXIT_FINE;
	g_autoptr(Press) press = cli_open(cli, &status);
	GError *error = NULL;
	bool good;

	if (!press)
		return status;
	good = build_check(press, options, cli_progress(cli), &error);
	status = cli_report(cli, press);
	return good ? status : cli_failed(error);
}

static const struct cli_usage usage = {
	.program = "chancery check",
	.arguments = "[ID…]",
	.reports = true,
	.summary = "Runs all checks of the content, also over drafts, and writes nothing.",
};

int
cmd_check(struct cli *cli, int argc, char **argv)
{
	struct plan_options options = {0};
	g_autofree char *lang = NULL;
	g_autofree char *as_of = NULL;
	int status = EXIT_FINE;
	const GOptionEntry own[] = {
		{"lang", 0, 0, G_OPTION_ARG_STRING, &lang, "Only this language", "TAG"},
		{"as-of", 0, 0, G_OPTION_ARG_STRING, &as_of,
		 "The day that embargoes are held against", "DATE"},
		{0},
	};

	if (!cli_parse(cli, own, &usage, &argc, &argv, &status))
		return status;
	if (!cli_as_of(as_of, &options.as_of))
		return cli_misused_time(as_of);
	options.ids = (const char *const *)(gpointer)(argv + 1);
	options.lang = lang;
	return run(cli, &options);
}
