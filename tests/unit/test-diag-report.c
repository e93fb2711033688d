/* What --format makes of a list: the cases that no publication of tests/golden has. */
#include <glib.h>
#include <string.h>

#include "base/diag.h"
#include "base/diag_report.h"
#include "base/place.h"

/* One diagnostic with everything in it that wants escaping, and one without a place. */
static struct diag_list *
awkward(void)
{
	const struct loc at = {g_intern_string("a b,c:50%.md"), 3, 2, 5};
	struct diag_list *diags = diag_list_new();
	struct diag *diag = diag_add(diags, DIAG_LABEL_MISSING, at, "100%%: {0}, [x](y)\n\"z\"");

	diag_help(diag, "write {0}, or 100%%");
	diag_relate(diag, (struct loc){g_intern_string("b.yaml"), 7, 0, 0}, "here");
	diag_relate(diag, LOC_NONE, "and nowhere");
	diag_add(diags, DIAG_HEADING_SKIP, LOC_NONE, "nowhere");
	return diags;
}

static char *
report(const char *dir, enum diag_format format, int max, unsigned *left_out)
{
	g_autoptr(DiagList) diags = awkward();
	g_autoptr(Places) places = places_new(dir);
	const struct diag_view view = {.format = format, .places = places, .max = max};

	return diag_report(diags, &view, left_out);
}

static void
test_github(void)
{
	unsigned left_out = 9;
	g_autofree char *here = report(NULL, DIAG_FORMAT_GITHUB, 0, &left_out);
	g_autofree char *below = report("sites/x", DIAG_FORMAT_GITHUB, 0, &left_out);

	g_assert_cmpuint(left_out, ==, 0);
	g_assert_cmpstr(
		here, ==,
		"::warning title=heading-skip::nowhere\n"
		"::error file=a b%2Cc%3A50%25.md,line=3,col=2,endLine=3,endColumn=5,"
		"title=label-missing::100%25: {0}, [x](y) \"z\"%0Ahelp: write {0}, or 100%25"
		"%0Ab.yaml:7: here%0Aand nowhere\n");
	g_assert_nonnull(strstr(below, "file=sites/x/a b%2Cc"));
}

static void
test_json(void)
{
	unsigned left_out = 9;
	g_autofree char *json = report(NULL, DIAG_FORMAT_JSON, 0, &left_out);

	g_assert_true(g_str_has_prefix(
		json, "{\n  \"diagnostics\": [\n    {\n      \"name\": \"heading-skip\",\n"
		      "      \"severity\": \"warning\",\n      \"message\": \"nowhere\",\n"
		      "      \"file\": null,\n      \"line\": null,\n      \"column\": null,\n"
		      "      \"end_column\": null,\n      \"help\": null,\n"));
	g_assert_nonnull(strstr(json, "\"message\": \"100%: {0}, [x](y) \\\"z\\\"\""));
	g_assert_true(g_str_has_suffix(json, "  ],\n  \"errors\": 1,\n  \"warnings\": 1\n}\n"));
}

/* SARIF 3.11.5 and 3.11.6: placeholders and links are no text; 3.4.3: a location is a URI. */
static void
test_sarif(void)
{
	unsigned left_out = 9;
	g_autofree char *sarif = report("sites/x", DIAG_FORMAT_SARIF, 0, &left_out);

	g_assert_nonnull(
		strstr(sarif, "100%: {{0}}, \\\\[x\\\\](y) \\\"z\\\"\\nwrite {{0}}, or 100%"));
	g_assert_nonnull(strstr(sarif, "\"uri\": \"sites/x/a%20b%2Cc%3A50%25.md\""));
	/* What has no place is the publication's: GitHub takes no result without a file. */
	g_assert_nonnull(strstr(sarif, "\"uri\": \"sites/x/content/publication.yaml\""));
	g_assert_null(strstr(sarif, "\"id\": 2"));
	g_assert_nonnull(strstr(sarif, "or 100%\\nand nowhere"));
	g_assert_nonnull(strstr(sarif, "\"columnKind\": \"unicodeCodePoints\""));
}

static void
test_max(void)
{
	unsigned left_out = 9;
	g_autofree char *github = report(NULL, DIAG_FORMAT_GITHUB, 1, &left_out);

	g_assert_cmpuint(left_out, ==, 1);
	g_assert_cmpstr(github, ==, "::warning title=heading-skip::nowhere\n");
}

static void
test_names(void)
{
	enum diag_format format = DIAG_FORMAT_TEXT;

	g_assert_true(diag_format_of_name("sarif", &format));
	g_assert_cmpint((int)format, ==, DIAG_FORMAT_SARIF);
	g_assert_false(diag_format_of_name("SARIF", &format));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/diag-report/github", test_github);
	g_test_add_func("/diag-report/json", test_json);
	g_test_add_func("/diag-report/sarif", test_sarif);
	g_test_add_func("/diag-report/max", test_max);
	g_test_add_func("/diag-report/names", test_names);
	return g_test_run();
}
