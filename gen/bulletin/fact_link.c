/*
 * fact_link: a figure, date or title of the data in the text, printed by us or compared with the
 * author's wording.
 */
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "bulletin/assembly.h"
#include "bulletin/fact_print.h"
#include "data/dataset.h"
#include "locale/locale.h"

/* ---- which ---- */

/* "X.date", "X.title": the incident, and which of the two. */
static bool
find_reserved(struct assembly *a, const char *path, struct meant *meant)
{
	const char *dot = strrchr(path, '.');
	g_autofree char *id = dot ? g_strndup(path, (gsize)(dot - path)) : NULL;

	if (!dot || (strcmp(dot, ".date") != 0 && strcmp(dot, ".title") != 0))
		return false;
	meant->incident = dataset_find_incident(a->env->data, id);
	meant->sort = strcmp(dot, ".date") == 0 ? MEANT_DATE : MEANT_TITLE;
	return meant->incident != NULL;
}

static void
add_reserved_names(struct assembly *a, GPtrArray *names)
{
	const GPtrArray *incidents = dataset_incidents(a->env->data);

	for (guint i = 0; i < incidents->len; i++) {
		const struct incident *incident = g_ptr_array_index(incidents, i);

		g_ptr_array_add(names, g_strconcat(incident->id, ".date", NULL));
		g_ptr_array_add(names, g_strconcat(incident->id, ".title", NULL));
	}
}

/* The id of an incident alone says of none of its facts that it is meant. */
static void
help_facts(struct diag *diag, const struct incident *incident)
{
	g_autoptr(GString) list = g_string_new(NULL);

	for (guint i = 0; i < incident->facts->len; i++) {
		const struct fact *fact = incident->facts->pdata[i];

		g_string_append_printf(list, "%s, ", fact->path);
	}
	diag_help(diag, "“%s” is an incident; say what of it: %s%s.date or %s.title", incident->id,
		  list->str, incident->id, incident->id);
}

static void
refuse_unknown(struct assembly *a, const char *path, struct loc at)
{
	const struct incident *incident = dataset_find_incident(a->env->data, path);
	g_autoptr(GPtrArray) paths = dataset_fact_paths(a->env->data);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	struct diag *diag =
		diag_add(a->env->diags, DIAG_FACT_UNKNOWN, at, "there is no fact “%s”", path);

	for (guint i = 0; i < paths->len; i++)
		g_ptr_array_add(names, g_strdup(g_ptr_array_index(paths, i)));
	add_reserved_names(a, names);
	if (incident)
		help_facts(diag, incident);
	else if (!help_nearest(diag, path, names))
		diag_help(diag, "correct it, or add the fact to its incident (INCIDENT.FACT)");
}

static bool
find_claim(struct assembly *a, const char *id, struct meant *meant, struct loc at)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag;

	meant->claim = meant->fact->preferred;
	if (!id)
		return true;
	meant->claim = fact_find_claim(meant->fact, id);
	if (meant->claim)
		return true;
	for (guint i = 0; i < meant->fact->claims->len; i++) {
		const struct claim *claim = g_ptr_array_index(meant->fact->claims, i);

		if (claim->id)
			g_ptr_array_add(known, (gpointer)claim->id);
	}
	diag = diag_add(a->env->diags, DIAG_FACT_UNKNOWN, at, "the fact “%s” has no claim “%s”",
			meant->fact->path, id);
	if (!help_nearest(diag, id, known) && known->len == 0)
		diag_help(diag, "it has one claim only: leave out claim=");
	return false;
}

static bool
find_meant(struct assembly *a, const xmlNode *raw, struct meant *meant)
{
	const char *path = tree_find(raw, "path");
	struct loc at = tree_loc(raw, a->file);

	if (find_reserved(a, path, meant))
		return true;
	meant->sort = MEANT_CLAIM;
	meant->fact = dataset_find_fact(a->env->data, path);
	if (meant->fact)
		return find_claim(a, tree_find(raw, "claim"), meant, at);
	refuse_unknown(a, path, at);
	return false;
}

/* ---- how much of it ---- */

static const char *const forms[] = {"full", "bare", "number", "short", "claims"};

static void
refuse_form(struct assembly *a, const xmlNode *raw, const char *form)
{
	g_autoptr(GPtrArray) known = g_ptr_array_new();
	struct diag *diag = diag_add(a->env->diags, DIAG_SCHEMA_VALUE, tree_loc(raw, a->file),
				     "a figure has no form “%s”", form);

	for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
		g_ptr_array_add(known, (gpointer)forms[i]);
	if (!help_nearest(diag, form, known))
		diag_help(diag, "forms are bare, number and claims");
}

static void
read_form(struct assembly *a, const xmlNode *raw, struct meant *meant)
{
	const char *form = tree_find(raw, "form");
	gsize i = 0;

	if (!form)
		return;
	while (i < G_N_ELEMENTS(forms) && strcmp(forms[i], form) != 0)
		i++;
	if (i == G_N_ELEMENTS(forms)) {
		refuse_form(a, raw, form);
		return;
	}
	meant->all_claims = strcmp(form, "claims") == 0;
	if (!meant->all_claims)
		meant->form = (enum amount_form)i;
}

/* ---- comparison ---- */

static enum diag_id
diag_of(enum wording_verdict verdict, const struct meant *meant)
{
	if (verdict != WORDING_QUALIFIER)
		return DIAG_FACT_MISMATCH;
	if (meant->claim && meant->claim->kind == CLAIM_QUANTITY &&
	    meant->claim->amount.qualifier == QUALIFIER_NO_BOUND)
		return DIAG_FACT_NO_BOUND;
	return DIAG_FACT_QUALIFIER;
}

/* Both figures in the language and form of the author; found is NULL where the wording has no form
 * that could be printed. */
static struct diag *
add_mismatch(struct assembly *a, enum diag_id id, struct loc at, const char *wording,
	     const char *found, const char *printed)
{
	if (found && strcmp(found, printed) != 0)
		return diag_add(a->env->diags, id, at, "“%s” says “%s”, the datum “%s”", wording,
				found, printed);
	return diag_add(a->env->diags, id, at, "“%s” is not what the datum says, “%s”", wording,
			printed);
}

static void
report(struct assembly *a, enum wording_verdict verdict, const struct meant *meant,
       const xmlNode *raw, const char *wording, const char *found, const char *printed)
{
	struct loc at = tree_loc(raw, a->file), datum = meant_loc(meant);
	enum diag_id id = diag_of(verdict, meant);
	struct diag *diag;

	if (verdict == WORDING_EQUAL)
		return;
	if (verdict == WORDING_NO_FIGURE)
		diag = diag_add(a->env->diags, id, at, "no figure can be read in “%s”", wording);
	else if (id == DIAG_FACT_NO_BOUND)
		diag = diag_add(a->env->diags, id, at,
				"“%s” states a figure, and none follows from the data", wording);
	else
		diag = add_mismatch(a, id, at, wording, found, printed);
	diag_help(diag, "leave the brackets empty to print “%s”, or correct the datum", printed);
	if (datum.file)
		diag_relate(diag, datum, "the datum");
}

/* Equal to the wording kept beside a date that EDTF cannot say? */
static bool
equals_date_text(const struct text *texts, const char *wording)
{
	g_autofree char *mine = text_compose(wording);

	for (gsize i = 0; texts && mine && i < texts->n; i++) {
		g_autofree char *other = text_compose(texts->entries[i].text);

		if (g_strcmp0(mine, other) == 0)
			return true;
	}
	return false;
}

static bool
has_digit(const char *text)
{
	for (; *text; text = g_utf8_next_char(text))
		if (g_unichar_isdigit(g_utf8_get_char(text)))
			return true;
	return false;
}

/* What the wording says of the datum; what was read goes to found, which costs the more: NULL where
 * it is not wanted. */
static enum wording_verdict
judge(const struct meant *meant, const struct locale *locale, const char *wording, char **found)
{
	const struct claim *claim = meant->claim;

	if (meant->sort == MEANT_DATE)
		return locale_compare_date(locale, wording, &meant->incident->date, found);
	if (claim->kind == CLAIM_QUANTITY)
		return locale_compare_amount(locale, wording, &claim->amount, meant->form, found);
	return locale_compare_date(locale, wording, &claim->date, found);
}

/* Words for words are not compared; a figure where the datum has none is another datum's. */
static void
compare_words(struct assembly *a, const struct meant *meant, const struct locale *locale,
	      const xmlNode *raw, const char *wording)
{
	g_autofree char *printed = meant_text(a, meant, locale);

	if (has_digit(wording) && !has_digit(printed))
		report(a, WORDING_VALUE, meant, raw, wording, wording, printed);
}

static void
compare(struct assembly *a, const struct meant *meant, const struct locale *locale,
	const xmlNode *raw)
{
	g_autofree char *wording = g_strstrip(tree_plain(raw));
	g_autofree char *found = NULL, *printed = NULL;
	enum wording_verdict verdict;

	if (meant->sort == MEANT_TITLE || meant->all_claims)
		return;
	if (meant->sort == MEANT_DATE &&
	    (!meant->incident->has_date || equals_date_text(meant->incident->date_text, wording)))
		return;
	if (meant->sort == MEANT_CLAIM && meant->claim->kind == CLAIM_TEXT) {
		compare_words(a, meant, locale, raw, wording);
		return;
	}
	if (judge(meant, locale, wording, NULL) == WORDING_EQUAL)
		return;
	verdict = judge(meant, locale, wording, &found);
	printed = meant_text(a, meant, locale);
	report(a, verdict, meant, raw, wording, found, printed);
}

/* ---- all ---- */

void
incident_use(struct assembly *a, const struct incident *incident)
{
	if (incident && g_hash_table_add(a->used, (gpointer)incident))
		g_ptr_array_add(a->edition->incidents, (gpointer)incident);
}

void
fact_use(struct assembly *a, const struct fact *fact)
{
	if (!fact || !g_hash_table_add(a->used, (gpointer)fact))
		return;
	g_ptr_array_add(a->edition->facts, (gpointer)fact);
	incident_use(a, fact->incident);
	for (guint i = 0; fact->parts && i < fact->parts->len; i++)
		incident_use(a, ((const struct fact *)fact->parts->pdata[i])->incident);
}

/* ?form=claims with words of the author: they stay, the note follows them. */
static void
add_claims_note(struct assembly *a, const struct meant *meant, xmlNode *fact)
{
	xmlNode *note = tree_new(fact->doc, TREE_B, "note");

	xmlAddNextSibling(fact, note);
	tree_set_loc(note, tree_loc(fact, a->file));
	claims_fill(a, meant->fact, note);
}

static void
print_or_compare(struct assembly *a, const struct meant *meant, xmlNode *raw)
{
	const char *lang, *own = tree_find(raw, "lang");
	const struct locale *locale = locale_at(a, raw, &lang);
	g_autofree char *tag = NULL;
	g_autofree char *path = g_strdup(tree_find(raw, "path"));
	bool written = raw->children != NULL;

	if (own && (written || locale))
		tag = g_strdup(own);
	if (written && locale)
		compare(a, meant, locale, raw);
	meant_describe(a, meant, path, raw);
	if (written)
		page_set(a, raw, "wording", "author");
	else
		meant_print(a, meant, locale ? locale : a->env->locale, raw);
	if (tag)
		mark_language(raw, tag);
}

void
fact_resolve(struct assembly *a, xmlNode *raw)
{
	struct meant meant = {.form = FORM_FULL};
	bool written = raw->children != NULL;

	if (!find_meant(a, raw, &meant)) {
		/* the data of a bulletin that was withdrawn are withheld: its title goes without */
		raw_abandon(raw, a->env->bulletin->status == BULLETIN_WITHDRAWN
					 ? "…"
					 : tree_find(raw, "path"));
		return;
	}
	read_form(a, raw, &meant);
	fact_use(a, meant.fact);
	incident_use(a, meant.incident);
	if (meant.all_claims && !meant.fact)
		meant.all_claims = false;
	if (meant.all_claims && !note_allowed(raw))
		meant.all_claims = false;
	if (meant.all_claims && !written) {
		raw_become(raw, TREE_B, "note");
		claims_fill(a, meant.fact, raw);
		return;
	}
	print_or_compare(a, &meant, raw);
	if (meant.all_claims)
		add_claims_note(a, &meant, raw);
}
