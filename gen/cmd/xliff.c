/* chancery xliff: a bulletin to and from translators' tools. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "build/plan.h"
#include "cmd/cli.h"
#include "data/dataset.h"
#include "translation/lock.h"
#include "translation/translation.h"
#include "translation/xliff.h"

static const struct cli_usage usage = {
	.program = "chancery xliff",
	.arguments = "export|import ID LANG [FILE]",
	.summary = "Prints a bulletin in a language as XLIFF 2.1, or puts such a file (by default "
		   "standard input)\n"
		   "into its brief and stamps what it says is translated.",
};

struct request {
	struct press *press;
	const char *bulletin, *lang, *source_lang;
	const char *file; /* NULL or "-": standard input */
	struct diag_list *diags;
	/* What is read: */
	struct lock *lock;
	GString *source, *translation;
	struct pairing *pairing;
};

static void
request_clear(struct request *request)
{
	g_clear_pointer(&request->pairing, pairing_free);
	g_clear_pointer(&request->lock, lock_free);
	if (request->source)
		g_string_free(request->source, TRUE);
	if (request->translation)
		g_string_free(request->translation, TRUE);
}

/* Both briefs, the lock, and the pairs of their units; without a translation all are missing. */
static bool
read_all(struct request *request, GError **error)
{
	const struct places *places = press_places(request->press);
	const struct bulletin *bulletin =
		dataset_find_bulletin(press_data(request->press), request->bulletin);
	g_autofree char *source_file = plan_brief_file(bulletin, request->source_lang);
	g_autofree char *file = plan_brief_file(bulletin, request->lang);
	GError *problem = NULL;
	GPtrArray *units;

	request->lock = lock_read(places, request->bulletin, NULL, request->diags, error);
	if (!request->lock)
		return false;
	request->source =
		translation_brief(places, request->bulletin, request->source_lang, &problem);
	if (!request->source && !problem)
		g_set_error(&problem, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "%s has no brief in its source language", request->bulletin);
	if (!problem)
		request->translation =
			translation_brief(places, request->bulletin, request->lang, &problem);
	if (problem) {
		g_propagate_error(error, problem);
		return false;
	}
	units = request->translation ? units_read(request->translation->str, file)
				     : g_ptr_array_new();
	request->pairing = pairing_new(units_read(request->source->str, source_file), units,
				       request->lock, request->lang);
	return true;
}

static struct xliff_names
names_of(const struct request *request, const char *original)
{
	return (struct xliff_names){original, request->source_lang, request->lang};
}

static int export(const struct request *request)
{
	g_autofree char *original = g_strdup_printf("content/bulletins/%s/%s.md", request->bulletin,
						    request->source_lang);
	struct xliff_names names = names_of(request, original);
	g_autoptr(GBytes) bytes = xliff_export(request->pairing, &names);
	g_autofree char *text = NULL;
	gsize size = 0;
	const char *data = g_bytes_get_data(bytes, &size);

	text = g_strndup(data, size);
	return cli_print(text);
}

/* ---- import ---- */

static GBytes *
read_input(const struct request *request, GError **error)
{
	bool standard = !request->file || strcmp(request->file, "-") == 0;

	if (!standard)
		return file_read(request->file, FILE_LIMIT, error);
	return file_read("/dev/stdin", FILE_LIMIT, error);
}

/* The file as it is now, with what came back translated stamped. */
static bool
stamp_done(struct request *request, const struct xliff_result *result, GError **error)
{
	const struct places *places = press_places(request->press);
	g_autoptr(Pairing) pairing =
		translation_pair(places, request->bulletin, request->source_lang, request->lang,
				 request->lock, error);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	guint stamped = 0;

	if (!pairing)
		return false;
	for (guint i = 0; i < pairing->pairs->len; i++) {
		const struct pair *pair = &g_array_index(pairing->pairs, struct pair, i);

		if (pair->translation && pair->state != PAIR_CURRENT &&
		    g_ptr_array_find_with_equal_func(result->done, pair->source->name, g_str_equal,
						     NULL))
			g_ptr_array_add(names, pair->source->name);
	}
	if (names->len == 0)
		return true;
	g_ptr_array_add(names, NULL);
	return translation_stamp(pairing, request->lock, request->lang,
				 (const char *const *)(gpointer)names->pdata, &stamped, error) &&
	       lock_write(request->lock, places, request->bulletin, request->source_lang, error);
}

static bool
write_brief(const struct request *request, const char *text, GError **error)
{
	g_autofree char *name = g_strconcat(request->lang, ".md", NULL);
	g_autofree char *path = g_build_filename(press_places(request->press)->dir, "content",
						 "bulletins", request->bulletin, name, NULL);

	if (request->translation && strcmp(request->translation->str, text) == 0)
		return true;
	return file_write(path, text, strlen(text), error);
}

static void
show_diagnostics(const struct request *request)
{
	g_autofree char *text =
		diag_list_to_text(request->diags, press_places(request->press)->dir, false);

	fputs(text, stderr);
}

static int
import(struct request *request, bool quiet)
{
	struct xliff_names names = names_of(request, NULL);
	struct xliff_input input = {.source = request->source->str,
				    .translation =
					    request->translation ? request->translation->str : NULL,
				    .pairing = request->pairing,
				    .names = &names};
	g_autoptr(GBytes) bytes = NULL;
	g_autoptr(XliffResult) result = NULL;
	GError *error = NULL;

	bytes = read_input(request, &error);
	if (!bytes)
		return cli_failed(error);
	result = xliff_import(bytes, request->file ? request->file : "-", &input, request->diags);
	show_diagnostics(request);
	if (!result || diag_list_count(request->diags, DIAG_ERROR) > 0)
		return EXIT_CONTENT;
	if (!write_brief(request, result->brief, &error) || !stamp_done(request, result, &error))
		return cli_failed(error);
	if (!quiet)
		printf("%s %s: %u unit%s changed\n", request->bulletin, request->lang,
		       result->changed, result->changed == 1 ? "" : "s");
	return cli_print("");
}

static int
run(struct cli *cli, struct request *request, bool exporting)
{
	GError *error = NULL;

	if (!cli_is_translation(request->press, request->bulletin, request->lang, &error) ||
	    !read_all(request, &error))
		return cli_failed(error);
	if (diag_list_count(request->diags, DIAG_ERROR) > 0) {
		show_diagnostics(request);
		return EXIT_CONTENT;
	}
	return exporting ? export(request) : import(request, cli->quiet);
}

int
cmd_xliff(struct cli *cli, int argc, char **argv)
{
	int status = EXIT_FINE;
	g_autoptr(Press) press = NULL;
	g_autoptr(DiagList) diags = diag_list_new();
	struct request request = {.diags = diags};
	bool exporting;

	if (!cli_parse(cli, NULL, &usage, &argc, &argv, &status))
		return status;
	exporting = argc > 1 && strcmp(argv[1], "export") == 0;
	if (argc < 4 || (!exporting && strcmp(argv[1], "import") != 0))
		return cli_misused("xliff wants export or import, a bulletin and a language");
	press = cli_open(cli, &status);
	if (!press)
		return status;
	request.press = press;
	request.bulletin = argv[2];
	request.lang = argv[3];
	request.file = argc > 4 ? argv[4] : NULL;
	request.source_lang = dataset_publication(press_data(press))->source_language;
	status = run(cli, &request, exporting);
	request_clear(&request);
	return status;
}
