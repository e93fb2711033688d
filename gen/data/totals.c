/* totals: facts against those that are part of them. */
#include "data/totals.h"

#include <string.h>

#include "base/diag.h"
#include "data/bound.h"
#include "data/dataset_private.h"

/* What a source that says "about" may mean: a twentieth more or less. */
enum { SLACK = 20 };

struct totals {
	const struct dataset *data;
	struct diag_list *diags;
	GPtrArray *wholes; /* const struct fact *, in the order in which parts name them */
	GHashTable *parts; /* whole -> GPtrArray of const struct fact * */
};

static void
free_array(gpointer array)
{
	g_ptr_array_unref(array);
}

static const struct fact *
whole_of(const struct totals *totals, const struct fact *fact)
{
	return fact->part_of ? dataset_find_fact(totals->data, fact->part_of) : NULL;
}

/* The fact through which fact is part of itself, or NULL.  Whoever leads into a circle is not in
 * it. */
static const struct fact *
circle_of(const struct totals *totals, const struct fact *fact)
{
	const struct fact *at = whole_of(totals, fact), *last = fact;

	for (guint steps = 0; at && steps <= totals->data->facts->len; steps++) {
		if (at == fact)
			return last;
		last = at;
		at = whole_of(totals, at);
	}
	return NULL;
}

/* One diagnostic a circle: at its first fact in the order of the files. */
static bool
refuse_circle(const struct totals *totals, const struct fact *fact, GHashTable *told)
{
	const struct fact *through = circle_of(totals, fact);
	struct diag *diag;

	if (!through)
		return false;
	if (g_hash_table_contains(told, fact))
		return true;
	for (const struct fact *at = whole_of(totals, fact); at != fact; at = whole_of(totals, at))
		g_hash_table_add(told, (gpointer)at);
	diag = diag_add(totals->diags, DIAG_TOTAL_PARTS, fact->part_of_at, "“%s” is part of itself",
			fact->path);
	if (through != fact)
		diag_relate(diag, through->part_of_at, "“%s” is part of it", through->path);
	return true;
}

static bool
is_number(const struct fact *fact)
{
	return fact->preferred->kind == CLAIM_QUANTITY;
}

/* Of a date nothing can be a part.  What is no number since it cannot be read was told. */
static void
report_no_number(const struct totals *totals, const struct fact *part, const struct fact *whole)
{
	const struct fact *fact = is_number(part) ? whole : part;

	if (fact->preferred->kind == CLAIM_DATE)
		diag_help(diag_add(totals->diags, DIAG_TOTAL_PARTS, part->part_of_at,
				   "“%s” is a date, and neither a part nor a whole", fact->path),
			  "delete “part-of”, or name the fact that was meant");
}

/* Parts that can be added to nothing are told at once and left out. */
static void
take_part(struct totals *totals, const struct fact *part, const struct fact *whole)
{
	GPtrArray *parts = g_hash_table_lookup(totals->parts, whole);
	const char *unit, *other;

	/* A derived value that could not be computed has had its diagnostic. */
	if (!is_number(part) || !is_number(whole)) {
		report_no_number(totals, part, whole);
		return;
	}
	unit = part->preferred->amount.unit;
	other = whole->preferred->amount.unit;
	if (g_strcmp0(unit, other) != 0) {
		diag_add(totals->diags, DIAG_TOTAL_PARTS, part->part_of_at,
			 "“%s” is in %s and cannot be part of “%s”, which is in %s", part->path,
			 unit ? unit : "?", whole->path, other ? other : "?");
		return;
	}
	if (!parts) {
		parts = g_ptr_array_new();
		g_hash_table_insert(totals->parts, (gpointer)whole, parts);
		g_ptr_array_add(totals->wholes, (gpointer)whole);
	}
	g_ptr_array_add(parts, (gpointer)part);
}

static void
collect(struct totals *totals)
{
	g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < totals->data->facts->len; i++) {
		const struct fact *fact = totals->data->facts->pdata[i];
		const struct fact *whole = whole_of(totals, fact);

		if (whole && !refuse_circle(totals, fact, told))
			take_part(totals, fact, whole);
	}
}

/* The ends within which a figure lies, with the slack that "about" gives; false when too long to
 * compute with. */
static bool
ends_of(const struct fact *fact, struct bound *out)
{
	struct rational less, more, slack = rational_of_integer(SLACK);

	if (!bound_of_amount(&fact->preferred->amount, out))
		return false;
	if (out->softness == FIRM)
		return true;
	out->softness = FIRM;
	return rational_divide(rational_of_integer(SLACK - 1), slack, &less) &&
	       rational_divide(rational_of_integer(SLACK + 1), slack, &more) &&
	       (!out->low.known || rational_multiply(out->low.value, less, &out->low.value)) &&
	       (!out->high.known || rational_multiply(out->high.value, more, &out->high.value));
}

/* What parts come to.  What is counted is not below nothing, so that a part without a lower end
 * takes nothing away. */
static bool
add_parts(const GPtrArray *parts, struct bound *sum)
{
	*sum = bound_exact(rational_of_integer(0));
	for (guint i = 0; i < parts->len; i++) {
		struct bound part;

		if (!ends_of(parts->pdata[i], &part))
			return false;
		if (!part.low.known)
			part.low = bound_exact(rational_of_integer(0)).low;
		if (!bound_add(sum, &part, sum))
			return false;
	}
	return true;
}

/* Is a certainly above b? */
static bool
is_above(const struct bound_end *a, const struct bound_end *b)
{
	int order;

	if (!a->known || !b->known)
		return false;
	order = rational_compare(a->value, b->value);
	return order > 0 || (order == 0 && (a->open || b->open));
}

static char *
number_text(const struct fact *fact)
{
	return decimal_to_text(amount_value(&fact->preferred->amount));
}

static void
report(const struct totals *totals, const struct fact *whole, const GPtrArray *parts,
       const char *how)
{
	g_autofree char *number = number_text(whole);
	struct diag *diag = diag_add(totals->diags, DIAG_TOTAL_PARTS, whole->preferred->value_at,
				     "the parts of “%s” come to %s than the %s that it is",
				     whole->path, how, number);

	diag_help(diag, "look the figures up; where the source itself does not add up, leave out "
			"“part-of” and say so in a “note”");
	for (guint i = 0; i < parts->len; i++) {
		const struct fact *part = parts->pdata[i];
		g_autofree char *value = number_text(part);

		diag_relate(diag, part->preferred->value_at, "“%s”, %s, is part of it", part->path,
			    value);
	}
}

static void
check_whole(const struct totals *totals, const struct fact *whole)
{
	const GPtrArray *parts = g_hash_table_lookup(totals->parts, whole);
	struct bound sum, ends;

	if (!add_parts(parts, &sum) || !ends_of(whole, &ends))
		return;
	if (is_above(&sum.low, &ends.high))
		report(totals, whole, parts, "more");
	else if (whole->complete && is_above(&ends.low, &sum.high))
		report(totals, whole, parts, "less");
}

void
totals_check(const struct dataset *data, struct diag_list *diags)
{
	g_autoptr(GPtrArray) wholes = g_ptr_array_new();
	g_autoptr(GHashTable) parts = g_hash_table_new_full(NULL, NULL, NULL, free_array);
	struct totals totals = {data, diags, wholes, parts};

	collect(&totals);
	for (guint i = 0; i < wholes->len; i++)
		check_whole(&totals, wholes->pdata[i]);
}
