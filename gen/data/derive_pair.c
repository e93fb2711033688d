/* derive_pair: one fact over another, and over its own time. */
#include <string.h>

#include "data/derive_private.h"
#include "data/duration.h"
#include "data/value.h"

struct pair {
	struct operand above, below;
	struct bound quotient;
};

/* The facts under two keys of node, and the first over the second. */
static bool
read_pair(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	  const char *above, const char *below, struct pair *pair)
{
	const struct yaml_node *divisor = yaml_find(node, below);
	bool found = derive_operand(deriver, derivation, yaml_find(node, above), &pair->above);

	if (!derive_operand(deriver, derivation, divisor, &pair->below) || !found)
		return false;
	if (pair->above.fact == pair->below.fact) {
		diag_help(diag_add(deriver->diags, DIAG_FACT_PART_TWICE, divisor->at,
				   "“%s” is held against itself, which says nothing",
				   divisor->text),
			  "name two facts");
		return false;
	}
	if (bound_is_zero(&pair->below.bound)) {
		diag_add(deriver->diags, DIAG_SCHEMA_VALUE, divisor->at,
			 "“%s” is 0, and nothing can be divided by it", divisor->text);
		return false;
	}
	return bound_divide(&pair->above.bound, &pair->below.bound, &pair->quotient) ||
	       derive_overflow(deriver, node);
}

/* "USD/tonne"; NULL, with a diagnostic at node, where either is itself such a unit. */
static const char *
unit_over(const struct deriver *deriver, const char *above, const char *below,
	  const struct yaml_node *node)
{
	g_autofree char *unit = g_strconcat(above, "/", below, NULL);

	if (!strchr(above, '/') && !strchr(below, '/'))
		return g_intern_string(unit);
	diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->at, "%s cannot be divided by %s", above,
		 below);
	return NULL;
}

bool
derive_ratio(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	     struct outcome *out)
{
	struct pair pair;

	if (!read_pair(deriver, derivation, node, "of", "to", &pair))
		return false;
	out->bound = pair.quotient;
	if (!pair.above.unit || !pair.below.unit)
		return true;
	out->unit = strcmp(pair.above.unit, pair.below.unit) == 0
			    ? g_intern_static_string("times")
			    : unit_over(deriver, pair.above.unit, pair.below.unit,
					yaml_find(node, "to"));
	return out->unit != NULL;
}

static bool
have_same_unit(const struct deriver *deriver, const struct pair *pair, const struct yaml_node *node)
{
	if (g_strcmp0(pair->above.unit, pair->below.unit) == 0)
		return true;
	diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->key_at,
		 "a %s of %s and %s cannot be given: they have different units", node->key,
		 pair->above.unit ? pair->above.unit : "a bare number",
		 pair->below.unit ? pair->below.unit : "a bare number");
	return false;
}

bool
derive_share(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	     struct outcome *out)
{
	struct pair pair;

	if (!read_pair(deriver, derivation, node, "of", "to", &pair) ||
	    !have_same_unit(deriver, &pair, node))
		return false;
	out->unit = g_intern_static_string("percent");
	return bound_scale(&pair.quotient, rational_of_integer(100), &out->bound) ||
	       derive_overflow(deriver, node);
}

bool
derive_change(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	      struct outcome *out)
{
	const struct bound whole = bound_exact(rational_of_integer(-1));
	struct pair pair;

	if (!read_pair(deriver, derivation, node, "to", "from", &pair) ||
	    !have_same_unit(deriver, &pair, node))
		return false;
	out->unit = g_intern_static_string("percent");
	return (bound_add(&pair.quotient, &whole, &out->bound) &&
		bound_scale(&out->bound, rational_of_integer(100), &out->bound)) ||
	       derive_overflow(deriver, node);
}

/* How long the fact took; false with a diagnostic at node. */
static bool
read_duration(const struct deriver *deriver, const struct fact *fact, const char *unit,
	      const struct yaml_node *node, struct bound *out)
{
	const struct incident *incident = fact->incident;
	const struct edtf *date = fact->has_when		   ? &fact->when
				  : incident && incident->has_date ? &incident->date
								   : NULL;
	struct rational length;

	if (!date) {
		diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->at, "“%s” has no date",
			 fact->path);
		return false;
	}
	if (!duration_of(date, unit, &length)) {
		g_autofree char *text = edtf_to_text(date);

		diag_help(diag_add(deriver->diags, DIAG_SCHEMA_VALUE, node->at,
				   "the date of “%s”, %s, is not a number of %ss", fact->path, text,
				   unit),
			  "a rate needs a beginning and an end, for months and years of whole "
			  "months");
		return false;
	}
	*out = bound_exact(length);
	out->softness = duration_is_vague(date) ? SOFT_ABOUT : FIRM;
	return true;
}

bool
derive_rate(struct deriver *deriver, struct derivation *derivation, const struct yaml_node *node,
	    struct outcome *out)
{
	const struct yaml_node *of = yaml_find(node, "of"), *per = yaml_find(node, "per");
	const char *unit = value_string(node, "per");
	struct operand operand;
	struct bound duration;

	if (!derive_operand(deriver, derivation, of, &operand) || !unit)
		return false;
	if (!duration_has_unit(unit)) {
		diag_help(diag_add(deriver->diags, DIAG_SCHEMA_VALUE, per->at,
				   "“%s” is not a unit of time", unit),
			  "day, month or year");
		return false;
	}
	if (!read_duration(deriver, operand.fact, unit, of, &duration))
		return false;
	if (operand.unit)
		out->unit = unit_over(deriver, operand.unit, unit, per);
	if (operand.unit && !out->unit)
		return false;
	return bound_divide(&operand.bound, &duration, &out->bound) ||
	       derive_overflow(deriver, node);
}
