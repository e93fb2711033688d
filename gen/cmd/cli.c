/* cli: what all subcommands share. */
#include "cmd/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/place.h"

void
cli_clear(struct cli *cli)
{
	g_free(cli->dir);
	g_strfreev(cli->severities);
}

/* -W adds to those that came before it, also when some stand before the subcommand and some behind it. */
static gboolean
add_severity(const char *option, const char *value, gpointer data, GError **error)
{
	struct cli *cli = data;
	guint n = cli->severities ? g_strv_length(cli->severities) : 0;
	enum diag_severity severity;
	enum diag_id id;

	(void)option;
	if (!press_severity_parse(value, &id, &severity)) {
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "-W %s: want NAME=error, warning, note or off", value);
		return FALSE;
	}
	cli->severities = g_renew(char *, cli->severities, n + 2);
	cli->severities[n] = g_strdup(value);
	cli->severities[n + 1] = NULL;
	return TRUE;
}

static GOptionGroup *
common_options(struct cli *cli)
{
	const GOptionEntry entries[] = {
		{"directory", 'C', 0, G_OPTION_ARG_FILENAME, &cli->dir,
		 "The publication's folder (default: here)", "DIR"},
		{"warning", 'W', 0, G_OPTION_ARG_CALLBACK, (gpointer)(GOptionArgFunc)add_severity,
		 "Change the severity of a diagnostic: error, warning, note, off", "NAME=SEVERITY"},
		{"werror", 0, 0, G_OPTION_ARG_NONE, &cli->werror, "Treat warnings as errors", NULL},
		{"quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet,
		 "Say nothing but diagnostics", NULL},
		{0},
	};
	GOptionGroup *group = g_option_group_new("common", "", "", cli, NULL);

	g_option_group_add_entries(group, entries);
	return group;
}

static GOptionContext *
option_context(struct cli *cli, const GOptionEntry *own, const struct cli_usage *usage, gboolean *help)
{
	GOptionContext *context = g_option_context_new(usage->arguments);
	const GOptionEntry entries[] = {
		{"help", 'h', 0, G_OPTION_ARG_NONE, help, "Print this", NULL},
		{0},
	};

	g_set_prgname(usage->program);
	g_option_context_set_summary(context, usage->summary);
	/* GLib would print its help in the encoding of the user's locale. */
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_set_main_group(context, common_options(cli));
	if (own)
		g_option_context_add_main_entries(context, own, NULL);
	g_option_context_add_main_entries(context, entries, NULL);
	return context;
}

bool
cli_parse(struct cli *cli, const GOptionEntry *own, const struct cli_usage *usage, int *argc,
	  char ***argv, int *status)
{
	gboolean help = FALSE;
	g_autoptr(GOptionContext) context = option_context(cli, own, usage, &help);
	g_autoptr(GError) error = NULL;

	/* The program's own options end where the subcommand begins, which has options of its own. */
	g_option_context_set_strict_posix(context, strchr(usage->program, ' ') == NULL);
	if (!g_option_context_parse(context, argc, argv, &error)) {
		*status = cli_misused("%s", error->message);
		return false;
	}
	if (help) {
		g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);

		*status = cli_print(text);
	}
	return !help;
}

int
cli_misused(const char *format, ...)
{
	va_list args;

	fputs("chancery: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputs("\nchancery --help lists commands and options\n", stderr);
	return EXIT_USAGE;
}

int
cli_failed(GError *error)
{
	int status = EXIT_SYSTEM;

	if (error->domain == G_OPTION_ERROR)
		status = cli_misused("%s", error->message);
	else
		fprintf(stderr, "chancery: %s\n", error->message);
	g_error_free(error);
	return status;
}

struct press *
cli_open(const struct cli *cli, int *status)
{
	const char *const *severities = (const char *const *)(gpointer)cli->severities;
	GError *error = NULL;
	struct press *press = press_open(cli->dir, severities, &error);

	if (!press)
		*status = cli_failed(error);
	return press;
}

int
cli_report(const struct cli *cli, struct press *press)
{
	struct diag_list *diags = press_diags(press);
	bool colour = isatty(STDERR_FILENO) && !g_getenv("NO_COLOR");
	g_autofree char *text = diag_list_to_text(diags, press_places(press)->dir, colour);
	unsigned errors = diag_list_count(diags, DIAG_ERROR);
	unsigned warnings = diag_list_count(diags, DIAG_WARNING);

	fputs(text, stderr);
	if (!cli->quiet && errors + warnings > 0)
		fprintf(stderr, "%u error%s, %u warning%s\n", errors, errors == 1 ? "" : "s",
			warnings, warnings == 1 ? "" : "s");
	return errors > 0 || (cli->werror && warnings > 0) ? EXIT_CONTENT : EXIT_FINE;
}

int
cli_print(const char *text)
{
	if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
		return EXIT_FINE;
	fputs("chancery: cannot write to standard output\n", stderr);
	return EXIT_SYSTEM;
}
