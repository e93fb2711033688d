/* chancery status: which translations are complete, stale or missing. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/place.h"
#include "cmd/cli.h"
#include "data/dataset.h"
#include "translation/lock.h"
#include "translation/translation.h"
#include "translation/word_diff.h"

static const struct cli_usage usage = {
	.program = "chancery status",
	.arguments = "[ID [LANG]]",
	.summary = "Prints for each bulletin and language whether the translation is complete.  "
		   "With ID and LANG it lists\n"
		   "the units that are stale, missing or not stamped, and what changed in the "
		   "source since the stamp.",
};

struct request {
	const struct press *press;
	const struct publication *publication;
	const char *only_id, *only_lang; /* NULL: all */
	bool json, colour;
	struct diag_list *diags; /* of the locks */
};

/* One bulletin in one language. */
struct edition_state {
	const struct bulletin *bulletin;
	const char *lang;
	const struct pairing *pairing; /* NULL: no brief, or the source itself */
	const struct lock *lock;
	bool has_brief;
};

static bool
is_source(const struct request *request, const char *lang)
{
	return strcmp(lang, request->publication->source_language) == 0;
}

/* One word for a machine. */
static const char *
state_of(const struct request *request, const struct edition_state *cell)
{
	if (is_source(request, cell->lang))
		return "source";
	if (!cell->has_brief)
		return "missing";
	if (!cell->pairing->stamped)
		return "unstamped";
	return cell->pairing->counts[PAIR_CURRENT] == cell->pairing->pairs->len ? "complete"
										: "incomplete";
}

static void
append_count(GString *out, guint count, const char *word)
{
	if (count > 0)
		g_string_append_printf(out, "%s%u %s", out->len > 0 ? ", " : "", count, word);
}

/* "2 stale, 1 missing"; the caller frees. */
static char *
summary_of(const struct request *request, const struct edition_state *cell)
{
	const char *state = state_of(request, cell);
	GString *out = g_string_new(NULL);

	if (strcmp(state, "incomplete") != 0) {
		g_string_append(out, strcmp(state, "missing") == 0     ? "no brief"
				     : strcmp(state, "unstamped") == 0 ? "not stamped"
								       : state);
		return g_string_free(out, FALSE);
	}
	append_count(out, cell->pairing->counts[PAIR_STALE], "stale");
	append_count(out, cell->pairing->counts[PAIR_MISSING], "missing");
	append_count(out, cell->pairing->counts[PAIR_UNSTAMPED], "not stamped");
	return g_string_free(out, FALSE);
}

/* ---- one unit ---- */

static const char *
former_text(const struct edition_state *cell, const struct pair *pair)
{
	return pair->state == PAIR_STALE ? lock_text(cell->lock, pair->stamped) : NULL;
}

static void
append_place(GString *out, struct loc at)
{
	g_string_append_printf(out, "%s:%d:%d", at.file, at.line, at.column);
}

static void
append_difference(GString *out, const char *before, const char *after, bool colour)
{
	static const char *const colours[] = {"", "\033[31m", "\033[32m"};
	g_autoptr(GPtrArray) runs = word_diff(before, after);
	g_autofree char *plain = NULL;

	if (!colour) {
		plain = word_diff_to_text(runs);
		g_string_append_printf(out, "    %s\n", plain);
		return;
	}
	g_string_append(out, "    ");
	for (guint i = 0; i < runs->len; i++) {
		const struct word_run *run = g_ptr_array_index(runs, i);

		g_string_append_printf(out, "%s%s%s", colours[run->change], run->text,
				       run->change == WORDS_KEPT ? "" : "\033[0m");
	}
	g_string_append_c(out, '\n');
}

static void
print_unit(const struct request *request, const struct edition_state *cell, const struct pair *pair,
	   GString *out)
{
	const char *before = former_text(cell, pair);

	g_string_append_printf(out, "%s %s ", pair->source->name, pair_state_name(pair->state));
	append_place(out, pair->source->at);
	if (pair->translation) {
		g_string_append(out, " → ");
		append_place(out, pair->translation->at);
	}
	g_string_append_c(out, '\n');
	if (before)
		append_difference(out, before, pair->source->text, request->colour);
	else if (pair->state == PAIR_MISSING)
		g_string_append_printf(out, "    %s\n", pair->source->text);
}

static struct json *
place_to_json(struct loc at)
{
	struct json *place = json_new_object();

	json_put_text(place, "file", at.file);
	json_put_integer(place, "line", at.line);
	json_put_integer(place, "column", at.column);
	return place;
}

static struct json *
difference_to_json(const char *before, const char *after)
{
	static const char *const names[] = {"kept", "removed", "added"};
	g_autoptr(GPtrArray) runs = word_diff(before, after);
	struct json *list = json_new_array();

	for (guint i = 0; i < runs->len; i++) {
		const struct word_run *run = g_ptr_array_index(runs, i);
		struct json *item = json_new_object();

		json_put_text(item, "change", names[run->change]);
		json_put_text(item, "text", run->text);
		json_append(list, item);
	}
	return list;
}

static struct json *
unit_to_json(const struct edition_state *cell, const struct pair *pair)
{
	struct json *unit = json_new_object();
	const char *before = former_text(cell, pair);

	json_put_text(unit, "unit", pair->source->name);
	json_put_text(unit, "state", pair_state_name(pair->state));
	json_put_text(unit, "kind", unit_kind_name(pair->source->kind));
	json_put(unit, "source", place_to_json(pair->source->at));
	if (pair->translation)
		json_put(unit, "translation", place_to_json(pair->translation->at));
	json_put_text(unit, "text", pair->source->text);
	json_put_text(unit, "stamped", before);
	if (before)
		json_put(unit, "difference", difference_to_json(before, pair->source->text));
	return unit;
}

/* ---- one cell ---- */

static void
cell_to_json(const struct request *request, const struct edition_state *cell, struct json *list)
{
	struct json *item = json_new_object();

	json_put_text(item, "bulletin", cell->bulletin->id);
	json_put_text(item, "lang", cell->lang);
	json_put_text(item, "state", state_of(request, cell));
	if (cell->pairing) {
		struct json *units = json_new_array();

		for (int state = PAIR_CURRENT; state <= PAIR_MISSING; state++)
			json_put_integer(item, pair_state_name((enum pair_state)state),
					 (int)cell->pairing->counts[state]);
		for (guint i = 0; i < cell->pairing->pairs->len; i++) {
			const struct pair *pair =
				&g_array_index(cell->pairing->pairs, struct pair, i);

			if (pair->state != PAIR_CURRENT)
				json_append(units, unit_to_json(cell, pair));
		}
		json_put(item, "units", units);
	}
	json_append(list, item);
}

static void
print_cell(const struct request *request, const struct edition_state *cell, GString *out)
{
	g_autofree char *summary = summary_of(request, cell);

	g_string_append_printf(out, "%-28s %-8s %s\n", cell->bulletin->id, cell->lang, summary);
	if (!request->only_lang || !cell->pairing)
		return;
	for (guint i = 0; i < cell->pairing->pairs->len; i++) {
		const struct pair *pair = &g_array_index(cell->pairing->pairs, struct pair, i);

		if (pair->state != PAIR_CURRENT)
			print_unit(request, cell, pair, out);
	}
}

static bool
show_cell(const struct request *request, const struct bulletin *bulletin, const char *lang,
	  const struct lock *lock, GString *out, struct json *list, GError **error)
{
	struct edition_state cell = {.bulletin = bulletin, .lang = lang, .lock = lock};
	g_autoptr(Pairing) pairing = NULL;
	GError *problem = NULL;

	if (!is_source(request, lang))
		pairing = translation_pair(press_places(request->press), bulletin->id,
					   request->publication->source_language, lang, lock,
					   &problem);
	if (problem) {
		g_propagate_error(error, problem);
		return false;
	}
	cell.pairing = pairing;
	cell.has_brief = pairing != NULL;
	if (request->json)
		cell_to_json(request, &cell, list);
	else
		print_cell(request, &cell, out);
	return true;
}

static bool
show_bulletin(const struct request *request, const struct bulletin *bulletin, GString *out,
	      struct json *list, GError **error)
{
	g_autoptr(Lock) lock =
		lock_read(press_places(request->press), bulletin->id, NULL, request->diags, error);

	for (guint i = 0; lock && i < bulletin->languages->len; i++) {
		const char *lang = g_ptr_array_index(bulletin->languages, i);

		if (request->only_lang && strcmp(request->only_lang, lang) != 0)
			continue;
		if (!show_cell(request, bulletin, lang, lock, out, list, error))
			return false;
	}
	return lock != NULL;
}

static bool
show_all(const struct request *request, GString *out, struct json *list, GError **error)
{
	const GPtrArray *bulletins = dataset_bulletins(press_data(request->press));
	bool found = false;

	for (guint i = 0; i < bulletins->len; i++) {
		const struct bulletin *bulletin = g_ptr_array_index(bulletins, i);

		if (request->only_id && strcmp(request->only_id, bulletin->id) != 0)
			continue;
		found = true;
		if (!show_bulletin(request, bulletin, out, list, error))
			return false;
	}
	if (found || !request->only_id)
		return true;
	g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "there is no bulletin “%s”",
		    request->only_id);
	return false;
}

static int
report(const struct request *request, GString *out, const struct json *list)
{
	g_autofree char *damage =
		diag_list_to_text(request->diags, press_places(request->press)->dir, false);
	g_autofree char *text = request->json ? json_to_text(list) : NULL;
	int status;

	fputs(damage, stderr);
	status = cli_print(text ? text : out->str);
	if (status != EXIT_FINE)
		return status;
	return diag_list_count(request->diags, DIAG_ERROR) > 0 ? EXIT_CONTENT : EXIT_FINE;
}

int
cmd_status(struct cli *cli, int argc, char **argv)
{
	g_autofree char *format = NULL;
	int status = EXIT_FINE;
	const GOptionEntry own[] = {
		{"format", 0, 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "FORMAT"},
		{0},
	};
	g_autoptr(Press) press = NULL;
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(Json) list = json_new_array();
	struct request request = {.diags = diags};
	GError *error = NULL;

	if (!cli_parse(cli, own, &usage, &argc, &argv, &status))
		return status;
	if (format && strcmp(format, "json") != 0 && strcmp(format, "text") != 0)
		return cli_misused("--format is text or json, not “%s”", format);
	press = cli_open(cli, &status);
	if (!press)
		return status;
	request.press = press;
	request.publication = dataset_publication(press_data(press));
	request.json = g_strcmp0(format, "json") == 0;
	request.colour = cli_has_colour(STDOUT_FILENO);
	request.only_id = argc > 1 ? argv[1] : NULL;
	request.only_lang = argc > 2 ? argv[2] : NULL;
	if (!show_all(&request, out, list, &error))
		return cli_failed(error);
	return report(&request, out, list);
}
