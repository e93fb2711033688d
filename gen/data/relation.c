/* relation: the columns of incidents, facts and series. */
#include "data/relation.h"

#include <string.h>

#include "data/dataset_private.h"
#include "data/series.h"

static const struct column incident_columns[] = {
	{"id", COLUMN_ID, 0},
	{"kind", COLUMN_KIND, 0},
	{"date", COLUMN_DATE, 0},
	{"status", COLUMN_STATUS, 0},
	{"title", COLUMN_TITLE, 0},
	{"actors", COLUMN_ACTORS, 0},
	{"subjects", COLUMN_SUBJECTS, 0},
	{"victims", COLUMN_VICTIMS, 0},
	{"places", COLUMN_PLACES, 0},
	{"sources", COLUMN_SOURCES, 0},
	{"hedge", COLUMN_HEDGE, 0},
	{"confidence", COLUMN_CONFIDENCE, 0},
	{"likelihood", COLUMN_LIKELIHOOD, 0},
	{"attribution", COLUMN_ATTRIBUTION, 0},
};

/* What facts have besides. */
static const struct column fact_columns[] = {
	{"incident", COLUMN_INCIDENT, 0},
	{"fact", COLUMN_FACT, 0},
	{"value", COLUMN_VALUE, 0},
	{"min", COLUMN_MIN, 0},
	{"max", COLUMN_MAX, 0},
	{"unit", COLUMN_UNIT, 0},
	{"qualifier", COLUMN_QUALIFIER, 0},
	{"source", COLUMN_SOURCE, 0},
};

static void
add_series_columns(struct relation *relation)
{
	static const enum column_kind kinds[] = {
		[SERIES_TEXT] = COLUMN_SERIES_TEXT,
		[SERIES_DATE] = COLUMN_SERIES_DATE,
		[SERIES_NUMBER] = COLUMN_SERIES_NUMBER,
		[SERIES_CHOICE] = COLUMN_SERIES_CHOICE,
	};

	for (guint i = 0; i < series_n_columns(relation->series); i++) {
		const struct series_column *of = series_column(relation->series, i);
		struct column column = {of->name, kinds[of->type], i};

		g_array_append_val(relation->columns, column);
	}
}

struct relation *
relation_new(const struct dataset *data, enum relation_from from, const char *series)
{
	struct relation *relation;
	const struct series *found = from == FROM_SERIES ? dataset_find_series(data, series) : NULL;

	if (from == FROM_SERIES && !found)
		return NULL;
	relation = g_new0(struct relation, 1);
	relation->from = from;
	relation->data = data;
	relation->series = found;
	relation->columns = g_array_new(FALSE, FALSE, sizeof(struct column));
	if (from == FROM_SERIES) {
		relation->n_rows = series_n_rows(found);
		add_series_columns(relation);
		return relation;
	}
	relation->n_rows = from == FROM_FACTS ? data->facts->len : data->incidents->len;
	g_array_append_vals(relation->columns, incident_columns, G_N_ELEMENTS(incident_columns));
	if (from == FROM_FACTS)
		g_array_append_vals(relation->columns, fact_columns, G_N_ELEMENTS(fact_columns));
	return relation;
}

void
relation_free(struct relation *relation)
{
	if (!relation)
		return;
	g_array_unref(relation->columns);
	g_free(relation);
}

const struct column *
relation_find(const struct relation *relation, const char *name)
{
	for (guint i = 0; i < relation->columns->len; i++) {
		const struct column *column = &g_array_index(relation->columns, struct column, i);

		if (strcmp(column->name, name) == 0)
			return column;
	}
	return NULL;
}

GPtrArray *
relation_names(const struct relation *relation)
{
	GPtrArray *names = g_ptr_array_new();

	for (guint i = 0; i < relation->columns->len; i++) {
		const struct column *column = &g_array_index(relation->columns, struct column, i);

		g_ptr_array_add(names, (gpointer)column->name);
	}
	return names;
}

bool
column_is_number(const struct column *column)
{
	return column->kind == COLUMN_VALUE || column->kind == COLUMN_MIN ||
	       column->kind == COLUMN_MAX || column->kind == COLUMN_SERIES_NUMBER;
}

bool
column_is_date(const struct column *column)
{
	return column->kind == COLUMN_DATE || column->kind == COLUMN_SERIES_DATE;
}

const struct fact *
relation_fact(const struct relation *relation, gsize row)
{
	return relation->from == FROM_FACTS ? relation->data->facts->pdata[row] : NULL;
}

const struct incident *
relation_incident(const struct relation *relation, gsize row)
{
	if (relation->from == FROM_SERIES)
		return NULL;
	if (relation->from == FROM_FACTS)
		return relation_fact(relation, row)->incident;
	return relation->data->incidents->pdata[row];
}

bool
relation_date(const struct relation *relation, gsize row, struct edtf *date)
{
	const struct fact *fact = relation_fact(relation, row);
	const struct incident *incident;

	if (relation->from == FROM_SERIES) {
		int column = series_date_column(relation->series);
		const struct edtf *of =
			column < 0 ? NULL : series_date(relation->series, (guint)column, row);

		if (of)
			*date = *of;
		return of != NULL;
	}
	incident = relation_incident(relation, row);
	if (fact && fact->has_when)
		*date = fact->when;
	else if (incident->has_date)
		*date = incident->date;
	return (fact && fact->has_when) || incident->has_date;
}

const char *
relation_id(const struct relation *relation, gsize row)
{
	const struct fact *fact = relation_fact(relation, row);

	if (relation->from == FROM_SERIES)
		return NULL;
	return fact ? fact->path : relation_incident(relation, row)->id;
}

static void
set_text(struct cell *cell, const char *text)
{
	cell->kind = text ? CELL_TEXT : CELL_NONE;
	cell->text = text;
}

/* A label key, "kind.coal"; interned, for the vocabularies are small. */
static void
set_vocabulary(struct cell *cell, const char *prefix, const char *word)
{
	char key[128];

	if (!word)
		return;
	/* asked of every row: no printf */
	g_strlcpy(key, prefix, sizeof(key));
	g_strlcat(key, ".", sizeof(key));
	g_strlcat(key, word, sizeof(key));
	cell->kind = CELL_VOCABULARY;
	cell->text = g_intern_string(key);
}

static void
set_ids(struct cell *cell, enum cell_kind kind, const GPtrArray *ids)
{
	cell->kind = ids->len > 0 ? kind : CELL_NONE;
	cell->ids = ids;
}

/* A date, or the wording that stands for one: then the date may be unknown. */
static void
set_date(struct cell *cell, const struct relation *relation, gsize row)
{
	const struct fact *fact = relation_fact(relation, row);
	const struct incident *incident = relation_incident(relation, row);

	if (relation_date(relation, row, &cell->date))
		cell->kind = CELL_DATE;
	if (fact && (fact->has_when || fact->when_text))
		cell->texts = fact->when_text;
	else
		cell->texts = incident->date_text;
	if (cell->texts)
		cell->kind = CELL_DATE;
}

static void
set_amount(struct cell *cell, const struct amount *amount, enum hedge hedge)
{
	cell->kind = CELL_AMOUNT;
	cell->amount = *amount;
	cell->number = amount_value(amount);
	cell->hedge = hedge;
}

/* What the preferred claim says: mostly an amount. */
static void
set_claim(struct cell *cell, const struct claim *claim)
{
	if (claim->kind == CLAIM_QUANTITY) {
		set_amount(cell, &claim->amount, claim->hedge);
	} else if (claim->kind == CLAIM_DATE) {
		cell->kind = CELL_DATE;
		cell->date = claim->date;
	} else {
		cell->kind = CELL_TEXT;
		cell->texts = claim->text;
	}
}

static void
set_bound(struct cell *cell, const struct claim *claim, bool upper)
{
	struct amount bound = claim->amount;

	if (claim->kind != CLAIM_QUANTITY)
		return;
	if (upper)
		bound.min = bound.max;
	else
		bound.max = bound.min;
	bound.qualifier = QUALIFIER_EXACT;
	set_amount(cell, &bound, HEDGE_NONE);
}

static void
set_series(struct cell *cell, const struct relation *relation, const struct column *column,
	   gsize row)
{
	const struct series *series = relation->series;
	const struct series_column *of = series_column(series, column->index);
	const struct decimal *number;
	const struct edtf *date;

	switch (column->kind) {
	case COLUMN_SERIES_DATE:
		date = series_date(series, column->index, row);
		if (date) {
			cell->kind = CELL_DATE;
			cell->date = *date;
		}
		break;
	case COLUMN_SERIES_NUMBER:
		number = series_number(series, column->index, row);
		if (number) {
			cell->kind = of->unit ? CELL_AMOUNT : CELL_NUMBER;
			cell->amount = (struct amount){*number, *number, SCALE_ONE, of->unit,
						       QUALIFIER_EXACT};
			cell->number = *number;
		}
		break;
	default:
		set_text(cell, series_text(series, column->index, row));
		cell->texts = series_label(series, column->index, cell->text);
		break;
	}
}

/* How sure it is, and from whom: what the claim of a fact says, or the incident of itself. */
static void
set_reliance(struct cell *cell, const struct relation *relation, enum column_kind kind, gsize row)
{
	const struct fact *fact = relation_fact(relation, row);
	const struct claim *claim = fact ? fact->preferred : NULL;
	const struct incident *incident = relation_incident(relation, row);

	switch (kind) {
	case COLUMN_HEDGE:
		set_vocabulary(cell, "hedge", hedge_name(claim ? claim->hedge : incident->hedge));
		break;
	case COLUMN_CONFIDENCE:
		set_vocabulary(cell, "conf", claim ? claim->confidence : incident->confidence);
		break;
	case COLUMN_LIKELIHOOD:
		set_vocabulary(cell, "likelihood",
			       claim ? claim->likelihood : incident->likelihood);
		break;
	default:
		set_ids(cell, CELL_SOURCES, claim ? claim->chain : incident->chain);
		break;
	}
}

static void
set_incident_cell(struct cell *cell, const struct relation *relation, enum column_kind kind,
		  gsize row)
{
	const struct incident *incident = relation_incident(relation, row);

	switch (kind) {
	case COLUMN_KIND:
		if (incident->kinds->len > 0)
			set_vocabulary(cell, "kind", incident->kinds->pdata[0]);
		cell->ids = incident->kinds;
		break;
	case COLUMN_DATE:
		set_date(cell, relation, row);
		break;
	case COLUMN_STATUS:
		set_vocabulary(cell, "status", incident->status);
		break;
	case COLUMN_TITLE:
		cell->kind = CELL_TEXT;
		cell->texts = incident->title;
		break;
	case COLUMN_ACTORS:
		set_ids(cell, CELL_ENTITIES, incident->actors);
		break;
	case COLUMN_SUBJECTS:
		set_ids(cell, CELL_ENTITIES, incident->subjects);
		break;
	case COLUMN_VICTIMS:
		set_ids(cell, CELL_ENTITIES, incident->victims);
		break;
	case COLUMN_PLACES:
		set_ids(cell, CELL_ENTITIES, incident->places);
		break;
	case COLUMN_SOURCES:
		set_ids(cell, CELL_SOURCES, incident->sources);
		break;
	case COLUMN_HEDGE:
	case COLUMN_CONFIDENCE:
	case COLUMN_LIKELIHOOD:
	case COLUMN_ATTRIBUTION:
		set_reliance(cell, relation, kind, row);
		break;
	default:
		set_text(cell, relation_id(relation, row));
		break;
	}
}

static void
set_fact_cell(struct cell *cell, const struct fact *fact, enum column_kind kind)
{
	const struct claim *claim = fact->preferred;
	bool quantity = claim->kind == CLAIM_QUANTITY;

	switch (kind) {
	case COLUMN_INCIDENT:
		cell->kind = CELL_INCIDENT;
		cell->incident = fact->incident;
		break;
	case COLUMN_FACT:
		set_text(cell, fact->id);
		break;
	case COLUMN_VALUE:
		set_claim(cell, claim);
		break;
	case COLUMN_MIN:
	case COLUMN_MAX:
		set_bound(cell, claim, kind == COLUMN_MAX);
		break;
	case COLUMN_UNIT:
		set_text(cell, quantity ? claim->amount.unit : NULL);
		break;
	case COLUMN_QUALIFIER:
		set_text(cell, quantity ? qualifier_name(claim->amount.qualifier) : NULL);
		break;
	default:
		set_ids(cell, CELL_SOURCES, claim->sources);
		break;
	}
}

void
relation_cell(const struct relation *relation, const struct column *column, gsize row,
	      struct cell *cell)
{
	*cell = (struct cell){0};
	if (relation->from == FROM_SERIES)
		set_series(cell, relation, column, row);
	else if (column->kind >= COLUMN_INCIDENT)
		set_fact_cell(cell, relation_fact(relation, row), column->kind);
	else
		set_incident_cell(cell, relation, column->kind, row);
}
