/* chancery explain: what the names of diagnostics mean. */
#include <stdio.h>
#include <string.h>

#include "base/place.h"
#include "cmd/cli.h"

static const char *
severity_name(enum diag_id id)
{
	static const char *const names[] = {"off", "note", "warning", "error"};

	return names[diag_default_severity(id)];
}

static int
list_all(void)
{
	g_autoptr(GString) out = g_string_new(NULL);
	int longest = 0;

	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		longest = MAX(longest, (int)strlen(diag_name(id)));
	for (enum diag_id id = 0; id < DIAG_COUNT; id++)
		g_string_append_printf(out, "%-7s  %-*s  %s\n", severity_name(id), longest,
				       diag_name(id), diag_summary(id));
	return cli_print(out->str);
}

/* The page under its heading, with the severity between them. */
static int
explain(const struct places *places, enum diag_id id)
{
	g_autofree char *page = diag_page(places, id);
	g_autofree char *text = NULL;
	const char *body = page ? strstr(page, "\n\n") : NULL;

	if (!body) {
		fprintf(stderr, "chancery: %s/docs/diagnostics/%s.md is not there\n", places->share,
			diag_name(id));
		return EXIT_SYSTEM;
	}
	text = g_strdup_printf(
		"# %s\n\nSeverity: %s, unless publication.yaml or -W says otherwise.%s",
		diag_name(id), severity_name(id), body);
	return cli_print(text);
}

static const struct cli_usage usage = {
	.program = "chancery explain",
	.arguments = "[NAME…]",
	.summary = "Says what a diagnostic means, why it matters, and how to mend it; without a "
		   "name it lists them all.",
};

int
cmd_explain(struct cli *cli, int argc, char **argv)
{
	g_autoptr(Places) places = places_new(NULL);
	int status = EXIT_FINE;

	if (!cli_parse(cli, NULL, &usage, &argc, &argv, &status))
		return status;
	if (argc < 2)
		return list_all();
	for (int i = 1; i < argc && status == EXIT_FINE; i++) {
		GError *error = NULL;
		enum diag_id id = cli_find_diagnostic(argv[i], &error);

		if (error)
			return cli_failed(error);
		if (i > 1)
			status = cli_print("\n");
		if (status == EXIT_FINE)
			status = explain(places, id);
	}
	return status;
}
