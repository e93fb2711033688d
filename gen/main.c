/* chancery: the program.  Everything it does lives in cmd/. */
#include <string.h>

#include "base/diag.h"
#include "cmd/cli.h"

static const struct command {
	const char *name;
	const char *summary;
	int (*run)(struct cli *cli, int argc, char **argv);
} commands[] = {
	{"build", "check, then publish content/ into out/", cmd_draw},
	{"check", "run all checks and write nothing", cmd_check},
	{"dump", "print what a stage makes of a bulletin", cmd_draw},
	{"explain", "say what a diagnostic means and how to mend it", cmd_explain},
	{"facts", "print every fact and where it is used", cmd_facts},
	{"schema", "print JSON Schema of the data files, for editors", cmd_schema},
	{"stamp", "record that a translation is up to date", cmd_stamp},
	{"status", "say which translations are complete, stale or missing", cmd_status},
	{"xliff", "give a bulletin to translators' tools and take it back", cmd_xliff},
};

static char *
command_summary(void)
{
	GString *text = g_string_new("Turns briefs and data into web pages and PDF bulletins.\n\n"
				     "Commands (chancery COMMAND --help says more):");

	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
		g_string_append_printf(text, "\n  %-7s %s", commands[i].name, commands[i].summary);
	return g_string_free(text, FALSE);
}

static int
run_command(struct cli *cli, int argc, char **argv)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const char *near;

	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
		if (strcmp(commands[i].name, argv[0]) == 0)
			return commands[i].run(cli, argc, argv);
		g_ptr_array_add(names, (gpointer)commands[i].name);
	}
	near = diag_nearest(argv[0], names);
	if (near)
		return cli_misused("there is no command “%s”; did you mean “%s”?", argv[0], near);
	return cli_misused("there is no command “%s”", argv[0]);
}

int
main(int argc, char **argv)
{
	struct cli cli = {0};
	gboolean version = FALSE;
	g_autofree char *summary = command_summary();
	const GOptionEntry own[] = {
		{"version", 0, 0, G_OPTION_ARG_NONE, &version, "Print the version", NULL},
		{0},
	};
	const struct cli_usage usage = {
		.program = "chancery",
		.arguments = "COMMAND [ARGUMENT…]",
		.summary = summary,
	};
	int status = EXIT_FINE;

	if (!cli_parse(&cli, own, &usage, &argc, &argv, &status)) {
		cli_clear(&cli);
		return status;
	}
	if (version)
		status = cli_print("chancery " CHANCERY_VERSION "\n");
	else if (argc < 2)
		status = cli_misused("a command is missing");
	else
		status = run_command(&cli, argc - 1, argv + 1);
	cli_clear(&cli);
	return status;
}
