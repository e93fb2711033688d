/*
 * linebreak: total fit over an active list, as in TeX, with the run of hyphens as part of a break's
 * state.
 */
#include "layout/linebreak.h"

#include <math.h>

/*
 * Demerits are squares of badness, and badness is 100 where the spaces use all their stretch (TeX).
 */
#define LINE_COST 10.0
#define WORST_BADNESS 1e6
#define DEMERITS_ADJACENT 10000.0 /* a tight line beside a loose one */
#define DEMERITS_TWO_HYPHENS 10000.0
#define DEMERITS_LAST_HYPHEN 10000.0 /* the last line but one ends in a hyphen */
#define DEMERITS_SHORT_END 30000.0
#define DEMERITS_TORN_END 5e6 /* the last line is the short end of a word */
#define TOLERANCE 4.0	      /* ratio of the first pass; the second takes any */
#define MOST_HYPHENS 2
#define SLACK 1e-6 /* points: sums of doubles are not exact */

enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE };

struct totals {
	double width, stretch, shrink;
};

/* A break with the cheapest way to it. */
struct node {
	gsize at;    /* the item broken at; of no meaning in the first node */
	int line;    /* lines set so far */
	int hyphens; /* lines in a row that end in a hyphen, up to this one */
	enum fitness fitness;
	struct totals before; /* sums over all items before the next line */
	double measure;	      /* of the next line */
	double demerits;
	double excess; /* worst so far */
	guint previous;
};

struct breaker {
	const struct break_item *items;
	gsize n;
	const struct break_rules *rules;
	double (*measure)(int line, void *user);
	void *user;
	double tolerance;
	bool last_pass;
	GArray *nodes;	/* struct node */
	GArray *active; /* guint: index of a node */
	GArray *found;	/* struct node: the breaks possible at the item looked at */
};

/* One line that may be: what lies between an active node and the item looked at. */
struct trial {
	double width, ratio, excess;
	bool forced, hyphen, end;
};

static enum fitness
fitness_of(double ratio)
{
	if (ratio < -0.5)
		return FITNESS_TIGHT;
	if (ratio <= 0.5)
		return FITNESS_DECENT;
	return ratio <= 1.0 ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

static struct trial
try_line(const struct breaker *breaker, const struct node *from, const struct totals *here,
	 gsize at)
{
	const struct break_item *item = at < breaker->n ? &breaker->items[at] : NULL;
	struct trial trial = {.end = !item};
	double stretch = here->stretch - from->before.stretch + breaker->rules->ragged;
	double shrink = here->shrink - from->before.shrink;
	double gap;

	trial.forced = !item || item->penalty <= BREAK_FORCED;
	trial.hyphen = item && item->hyphen;
	trial.width = here->width - from->before.width;
	if (trial.hyphen)
		trial.width += breaker->rules->hyphen_width;
	gap = from->measure - trial.width;
	if (gap < 0) {
		trial.ratio = shrink > 0 ? MAX(gap / shrink, -1) : -1;
		trial.excess = -gap - shrink > SLACK ? -gap - shrink : 0;
		if (-gap <= SLACK)
			trial.ratio = 0;
	} else if (!trial.forced) {
		/*
		 * A line of one word has nothing to stretch: let a fiftieth of the measure stand
		 * for it.
		 */
		trial.ratio = gap / MAX(stretch, MAX(0.02 * from->measure, SLACK));
	}
	return trial;
}

static double
demerits_of(const struct breaker *breaker, const struct node *from, const struct trial *trial,
	    gsize at)
{
	double ratio = fabs(trial->ratio);
	double cost = LINE_COST + MIN(100 * ratio * ratio * ratio, WORST_BADNESS);
	double penalty = trial->forced ? 0 : breaker->items[at].penalty;
	int apart = (int)from->fitness - (int)fitness_of(trial->ratio);

	cost = cost * cost + (penalty < 0 ? -penalty * penalty : penalty * penalty);
	if (from->line > 0 && (apart > 1 || apart < -1))
		cost += DEMERITS_ADJACENT;
	if (trial->hyphen && from->hyphens > 0)
		cost += DEMERITS_TWO_HYPHENS;
	if (trial->forced && from->hyphens > 0)
		cost += DEMERITS_LAST_HYPHEN;
	if (trial->end && from->line > 0 && trial->width < breaker->rules->shortest)
		cost += from->hyphens > 0 ? DEMERITS_TORN_END : DEMERITS_SHORT_END;
	return cost;
}

static struct node
node_after(const struct breaker *breaker, guint previous, const struct trial *trial, gsize at)
{
	const struct node *from = &g_array_index(breaker->nodes, struct node, previous);

	return (struct node){
		.at = at,
		.line = from->line + 1,
		.hyphens = trial->hyphen ? from->hyphens + 1 : 0,
		.fitness = fitness_of(trial->ratio),
		.demerits = from->demerits + demerits_of(breaker, from, trial, at),
		.excess = MAX(from->excess, trial->excess),
		.previous = previous,
	};
}

/* Will the lines after two breaks at one item be set to the same measures? */
static bool
share_future(const struct breaker *breaker, const struct node *a, const struct node *b)
{
	int settled = breaker->rules->settled;

	return a->line == b->line || (a->line >= settled && b->line >= settled);
}

/* Keep a break unless one in the same state is cheaper. */
static void
offer(const struct breaker *breaker, const struct node *node)
{
	GArray *found = breaker->found;

	for (guint i = 0; i < found->len; i++) {
		struct node *other = &g_array_index(found, struct node, i);

		if (!share_future(breaker, other, node) || other->hyphens != node->hyphens ||
		    other->fitness != node->fitness)
			continue;
		if (node->demerits < other->demerits)
			*other = *node;
		return;
	}
	g_array_append_val(found, *node);
}

/*
 * Is there a break so much cheaper, with no more hyphens, that what comes later cannot make up for
 * it?
 */
static bool
is_dominated(const struct breaker *breaker, const struct node *node)
{
	for (guint i = 0; i < breaker->found->len; i++) {
		const struct node *other = &g_array_index(breaker->found, struct node, i);

		if (share_future(breaker, other, node) && other->hyphens <= node->hyphens &&
		    other->demerits + DEMERITS_ADJACENT < node->demerits)
			return true;
	}
	return false;
}

/* Make the breaks found at an item active. */
static void
settle_found(struct breaker *breaker, const struct totals *after)
{
	for (guint i = 0; i < breaker->found->len; i++) {
		struct node *node = &g_array_index(breaker->found, struct node, i);
		guint index = breaker->nodes->len;

		if (is_dominated(breaker, node))
			continue;
		node->before = *after;
		node->measure = breaker->measure(node->line, breaker->user);
		g_array_append_val(breaker->nodes, *node);
		g_array_append_val(breaker->active, index);
	}
}

/*
 * Look at every active node for a line that ends at this item; nodes too far back to reach it are
 * dropped. False if none is left and nothing was found, which only the last pass repairs, by a line
 * that sticks out.
 */
static bool
break_at(struct breaker *breaker, const struct totals *here, const struct totals *after, gsize at)
{
	struct node rescue = {0};
	double least = INFINITY; /* what the rescue sticks out by */
	guint kept = 0;

	g_array_set_size(breaker->found, 0);
	for (guint i = 0; i < breaker->active->len; i++) {
		guint index = g_array_index(breaker->active, guint, i);
		const struct node *from = &g_array_index(breaker->nodes, struct node, index);
		struct trial trial = try_line(breaker, from, here, at);
		double hyphen = trial.hyphen ? breaker->rules->hyphen_width : 0;

		if (trial.excess > 0 || (trial.hyphen && from->hyphens >= MOST_HYPHENS)) {
			struct node node = node_after(breaker, index, &trial, at);

			if (trial.excess < least ||
			    (trial.excess <= least && node.demerits < rescue.demerits)) {
				least = trial.excess;
				rescue = node;
			}
		} else if (trial.ratio <= breaker->tolerance) {
			struct node node = node_after(breaker, index, &trial, at);

			offer(breaker, &node);
		}
		if (!trial.forced && trial.excess <= hyphen)
			g_array_index(breaker->active, guint, kept++) = index;
	}
	g_array_set_size(breaker->active, kept);
	if (breaker->last_pass && kept == 0 && breaker->found->len == 0)
		g_array_append_val(breaker->found, rescue);
	settle_found(breaker, after);
	return breaker->active->len > 0;
}

/* One pass over all items; false when its tolerance was too small. */
static bool
run(struct breaker *breaker)
{
	struct totals here = {0};
	struct node start = {.fitness = FITNESS_DECENT,
			     .measure = breaker->measure(0, breaker->user)};
	guint first = 0;

	g_array_set_size(breaker->nodes, 0);
	g_array_set_size(breaker->active, 0);
	g_array_append_val(breaker->nodes, start);
	g_array_append_val(breaker->active, first);
	for (gsize i = 0; i < breaker->n; i++) {
		const struct break_item *item = &breaker->items[i];
		struct totals after = here;

		after.width += item->width;
		after.stretch += item->stretch;
		after.shrink += item->shrink;
		if (item->penalty < BREAK_NEVER && !break_at(breaker, &here, &after, i))
			return false;
		here = after;
	}
	return break_at(breaker, &here, &here, breaker->n);
}

/* The cheapest of the nodes at the end, traced back. */
static GArray *
trace(const struct breaker *breaker, double *overfull)
{
	GArray *breaks = g_array_new(FALSE, FALSE, sizeof(gsize));
	const struct node *best = NULL;

	for (guint i = 0; i < breaker->active->len; i++) {
		guint index = g_array_index(breaker->active, guint, i);
		const struct node *node = &g_array_index(breaker->nodes, struct node, index);

		if (!best || node->demerits < best->demerits)
			best = node;
	}
	g_assert(best);
	if (overfull)
		*overfull = best->excess;
	g_array_set_size(breaks, (guint)best->line);
	for (int line = best->line; line > 0; line--) {
		g_array_index(breaks, gsize, line - 1) = best->at;
		best = &g_array_index(breaker->nodes, struct node, best->previous);
	}
	return breaks;
}

GArray *
linebreak_total_fit(const struct break_item *items, gsize n, const struct break_rules *rules,
		    double (*measure)(int line, void *user), void *user, double *overfull)
{
	struct breaker breaker = {
		.items = items,
		.n = n,
		.rules = rules,
		.measure = measure,
		.user = user,
		.tolerance = TOLERANCE,
	};
	GArray *breaks;

	breaker.nodes = g_array_sized_new(FALSE, FALSE, sizeof(struct node), 64);
	breaker.active = g_array_new(FALSE, FALSE, sizeof(guint));
	breaker.found = g_array_new(FALSE, FALSE, sizeof(struct node));
	if (!run(&breaker)) {
		breaker.tolerance = INFINITY;
		breaker.last_pass = true;
		run(&breaker);
	}
	breaks = trace(&breaker, overfull);
	g_array_unref(breaker.nodes);
	g_array_unref(breaker.active);
	g_array_unref(breaker.found);
	return breaks;
}
