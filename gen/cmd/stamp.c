/* chancery stamp: record that a translation renders its source as it is now. */
#include <stdio.h>
#include <string.h>

#include "base/place.h"
#include "cmd/cli.h"
#include "data/dataset.h"
#include "translation/lock.h"
#include "translation/translation.h"

static const struct cli_usage usage = {
	.program = "chancery stamp",
	.arguments = "ID LANG [UNIT…]",
	.summary = "Records in content/bulletins/ID/translations.lock that the units of a "
		   "translation (all, or "
		   "those named as\nchancery status names them) render the source as it is now.",
};

struct request {
	const char *bulletin, *lang, *source;
	const char *const *units; /* NULL: all */
	struct diag_list *diags;  /* of the lock */
	bool damaged;		  /* the lock; nothing was written */
};

static bool
stamp(struct press *press, struct request *request, guint *stamped, GError **error)
{
	const struct places *places = press_places(press);
	g_autoptr(Lock) lock = NULL;
	g_autoptr(Pairing) pairing = NULL;
	GError *problem = NULL;

	if (!cli_is_translation(press, request->bulletin, request->lang, error))
		return false;
	lock = lock_read(places, request->bulletin, NULL, request->diags, error);
	if (!lock)
		return false;
	/* What cannot be read would be lost by writing. */
	if (diag_list_count(request->diags, DIAG_ERROR) > 0) {
		request->damaged = true;
		return true;
	}
	pairing = translation_pair(places, request->bulletin, request->source, request->lang, lock,
				   &problem);
	if (!pairing && !problem)
		g_set_error(&problem, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
			    "“%s” has no brief in %s", request->bulletin, request->lang);
	if (problem) {
		g_propagate_error(error, problem);
		return false;
	}
	return translation_stamp(pairing, lock, request->lang, request->units, stamped, error) &&
	       lock_write(lock, places, request->bulletin, request->source, error);
}

int
cmd_stamp(struct cli *cli, int argc, char **argv)
{
	int status = EXIT_FINE;
	struct request request = {0};
	GError *error = NULL;
	guint stamped = 0;
	g_autoptr(Press) press = NULL;
	g_autoptr(DiagList) diags = diag_list_new();

	if (!cli_parse(cli, NULL, &usage, &argc, &argv, &status))
		return status;
	if (argc < 3)
		return cli_misused("stamp wants a bulletin and a language");
	press = cli_open(cli, &status);
	if (!press)
		return status;
	request.diags = diags;
	request.bulletin = argv[1];
	request.lang = argv[2];
	request.units = argc > 3 ? (const char *const *)(gpointer)(argv + 3) : NULL;
	request.source = dataset_publication(press_data(press))->source_language;
	if (!stamp(press, &request, &stamped, &error))
		return cli_failed(error);
	if (request.damaged) {
		g_autofree char *text = diag_list_to_text(diags, press_places(press)->dir, false);

		fputs(text, stderr);
		return EXIT_CONTENT;
	}
	if (!cli->quiet)
		printf("%s %s: %u unit%s stamped\n", request.bulletin, request.lang, stamped,
		       stamped == 1 ? "" : "s");
	return cli_print("");
}
