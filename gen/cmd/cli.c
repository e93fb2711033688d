/* cli: what all subcommands share. */
#include "cmd/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/place.h"
#include "build/plan.h"
#include "data/dataset.h"

void
cli_clear(struct cli *cli)
{
	g_free(cli->dir);
	g_strfreev(cli->severities);
}

enum diag_id
cli_find_diagnostic(const char *name, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	enum diag_id found = diag_find(name);
	const char *near;

	if (found < DIAG_COUNT)
		return found;
	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		g_ptr_array_add(names, (gpointer)diag_name(id));
	near = diag_nearest(name, names);
	if (near)
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "there is no diagnostic “%s”; did you mean “%s”?", name, near);
	else
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "there is no diagnostic “%s”; chancery explain lists them", name);
	return DIAG_COUNT;
}

/* What is wrong with the -W that diag_setting_parse does not take. */
static void
refuse_setting(const char *setting, GError **error)
{
	const char *equals = strchr(setting, '=');
	g_autofree char *name = g_strndup(setting, equals ? (gsize)(equals - setting) : 0);

	if (!equals)
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "-W %s: want NAME=error, warning, note or off", setting);
	else if (cli_find_diagnostic(name, error) < DIAG_COUNT)
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "-W %s: “%s” is none of error, warning, note, off", setting,
			    equals + 1);
}

/* -W adds to those that came before it, also when some stand before the subcommand and some behind
 * it. */
static gboolean
add_severity(const char *option, const char *value, gpointer data, GError **error)
{
	struct cli *cli = data;
	guint n = cli->severities ? g_strv_length(cli->severities) : 0;
	enum diag_severity severity;
	enum diag_id id;

	(void)option;
	if (!diag_setting_parse(value, &id, &severity)) {
		refuse_setting(value, error);
		return FALSE;
	}
	cli->severities = g_renew(char *, cli->severities, n + 2);
	cli->severities[n] = g_strdup(value);
	cli->severities[n + 1] = NULL;
	return TRUE;
}

static gboolean
set_format(const char *option, const char *value, gpointer data, GError **error)
{
	struct cli *cli = data;

	(void)option;
	if (diag_format_of_name(value, &cli->format))
		return TRUE;
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "--format=%s: want text, json, sarif or github", value);
	return FALSE;
}

static gboolean
set_max(const char *option, const char *value, gpointer data, GError **error)
{
	struct cli *cli = data;
	guint64 max = 0;

	(void)option;
	if (g_ascii_string_to_unsigned(value, 10, 1, G_MAXINT, &max, NULL)) {
		cli->max = (int)max;
		return TRUE;
	}
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "--max %s: want a number of diagnostics, 1 or more", value);
	return FALSE;
}

/* All work is done by one process: any number of them is kept to. */
static gboolean
set_jobs(const char *option, const char *value, gpointer data, GError **error)
{
	guint64 jobs = 0;

	(void)option;
	(void)data;
	if (g_ascii_string_to_unsigned(value, 10, 1, G_MAXINT, &jobs, NULL))
		return TRUE;
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
		    "-j %s: want a number of processes, 1 or more", value);
	return FALSE;
}

static GOptionGroup *
common_options(struct cli *cli, bool reports)
{
	const GOptionEntry entries[] = {
		{"directory", 'C', 0, G_OPTION_ARG_FILENAME, &cli->dir,
		 "The publication's folder (default: here)", "DIR"},
		{"warning", 'W', 0, G_OPTION_ARG_CALLBACK, (gpointer)(GOptionArgFunc)add_severity,
		 "Change the severity of a diagnostic: error, warning, note, off", "NAME=SEVERITY"},
		{"werror", 0, 0, G_OPTION_ARG_NONE, &cli->werror, "Make all warnings errors", NULL},
		{"max", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer)(GOptionArgFunc)set_max,
		 "Show at most so many diagnostics (default: all)", "N"},
		{"quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, "Say nothing but diagnostics",
		 NULL},
		{"verbose", 'v', 0, G_OPTION_ARG_NONE, &cli->verbose,
		 "Say what is done with each bulletin in each language", NULL},
		{0},
	};
	const GOptionEntry format[] = {
		{"format", 0, 0, G_OPTION_ARG_CALLBACK, (gpointer)(GOptionArgFunc)set_format,
		 "Diagnostics as text, json, sarif or github", "FORMAT"},
		{"jobs", 'j', 0, G_OPTION_ARG_CALLBACK, (gpointer)(GOptionArgFunc)set_jobs,
		 "Use at most so many processes (this version uses one)", "N"},
		{0},
	};
	GOptionGroup *group = g_option_group_new("common", "", "", cli, NULL);

	g_option_group_add_entries(group, entries);
	if (reports)
		g_option_group_add_entries(group, format);
	return group;
}

static GOptionContext *
option_context(struct cli *cli, const GOptionEntry *own, const struct cli_usage *usage,
	       gboolean *help)
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
	g_option_context_set_main_group(context, common_options(cli, usage->reports));
	if (own)
		g_option_context_add_main_entries(context, own, NULL);
	g_option_context_add_main_entries(context, entries, NULL);
	return context;
}

/* GLib knows no value behind a short option: "-j4", as make has it, becomes "--jobs=4". */
static void
spell_out_jobs(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		g_autofree char *jobs = NULL;

		if (!g_str_has_prefix(argv[i], "-j") || !g_ascii_isdigit(argv[i][2]))
			continue;
		jobs = g_strconcat("--jobs=", argv[i] + 2, NULL);
		argv[i] = (char *)g_intern_string(jobs);
	}
}

bool
cli_parse(struct cli *cli, const GOptionEntry *own, const struct cli_usage *usage, int *argc,
	  char ***argv, int *status)
{
	gboolean help = FALSE;
	g_autoptr(GOptionContext) context = option_context(cli, own, usage, &help);
	g_autoptr(GError) error = NULL;

	spell_out_jobs(*argc, *argv);
	/* The program's own options end where the subcommand begins, which has options of its own.
	 */
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

bool
cli_as_of(const char *given, gint64 *as_of)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");

	if (given)
		return plan_instant(given, as_of);
	if (epoch && *epoch)
		return g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT64, as_of, NULL);
	*as_of = g_get_real_time() / G_USEC_PER_SEC;
	return true;
}

int
cli_misused_time(const char *given)
{
	if (given)
		return cli_misused("--as-of %s: want a date such as 2021-02-10", given);
	return cli_misused("SOURCE_DATE_EPOCH=%s: want seconds since 1970",
			   g_getenv("SOURCE_DATE_EPOCH"));
}

struct press *
cli_open(const struct cli *cli, int *status)
{
	const char *const *severities = (const char *const *)(gpointer)cli->severities;
	GError *error = NULL;
	struct press *press = press_open(cli->dir, severities, cli->werror, &error);

	if (!press)
		*status = cli_failed(error);
	return press;
}

bool
cli_has_colour(int fd)
{
	return isatty(fd) && !g_getenv("NO_COLOR") && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

/* What a reader of the text wants to know at its end; programs have it in the report. */
static void
tell_counts(const struct cli *cli, unsigned errors, unsigned warnings)
{
	if (!cli->quiet && cli->format == DIAG_FORMAT_TEXT && errors + warnings > 0)
		fprintf(stderr, "%u error%s, %u warning%s\n", errors, errors == 1 ? "" : "s",
			warnings, warnings == 1 ? "" : "s");
}

int
cli_report(const struct cli *cli, struct press *press)
{
	const struct diag_list *diags = press_diags(press);
	const struct diag_view view = {
		.format = cli->format,
		.places = press_places(press),
		.colour = cli_has_colour(STDERR_FILENO),
		.max = cli->max,
	};
	unsigned left_out = 0;
	g_autofree char *report = diag_report(diags, &view, &left_out);
	unsigned errors = diag_list_count(diags, DIAG_ERROR);
	int status = errors > 0 ? EXIT_CONTENT : EXIT_FINE;

	if (cli->format == DIAG_FORMAT_TEXT)
		fputs(report, stderr);
	else if (cli_print(report) != EXIT_FINE)
		status = EXIT_SYSTEM;
	if (left_out > 0)
		fprintf(stderr, "%u more not shown (--max %d)\n", left_out, cli->max);
	tell_counts(cli, errors, diag_list_count(diags, DIAG_WARNING));
	return status;
}

static void
tell_item(const struct plan_item *item, void *user)
{
	(void)user;
	fprintf(stderr, "%s %s: %s\n", item->bulletin->id, item->lang, plan_kind_name(item->kind));
}

const struct build_progress *
cli_progress(const struct cli *cli)
{
	static const struct build_progress progress = {.item = tell_item};

	return cli->verbose ? &progress : NULL;
}

int
cli_tell(const struct cli *cli, const char *text)
{
	if (cli->format == DIAG_FORMAT_TEXT)
		return cli_print(text);
	fputs(text, stderr);
	return EXIT_FINE;
}

int
cli_print(const char *text)
{
	if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
		return EXIT_FINE;
	fputs("chancery: cannot write to standard output\n", stderr);
	return EXIT_SYSTEM;
}

bool
cli_is_translation(struct press *press, const char *bulletin, const char *lang, GError **error)
{
	const struct dataset *data = press_data(press);
	const struct publication *publication = dataset_publication(data);

	if (!dataset_find_bulletin(data, bulletin))
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "there is no bulletin “%s”", bulletin);
	else if (!g_ptr_array_find_with_equal_func(publication->languages, lang, g_str_equal, NULL))
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "publication.yaml has no language “%s”", lang);
	else if (strcmp(lang, publication->source_language) == 0)
		g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "“%s” is the source language, which is not translated", lang);
	else
		return true;
	return false;
}
