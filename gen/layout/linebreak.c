/*
 * linebreak: total fit over an active list, as in TeX, with the run of hyphens as part of a break's
 * state.
 */
#include "layout/linebreak.h"

#include <math.h>
#include <string.h>

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
	bool ordered; /* the later a line begins, the looser it is */
	struct node *nodes;
	guint n_nodes;
	guint n_found; /* the breaks possible at the item looked at: behind the nodes */
	guint *active; /* indices of nodes, ascending */
	guint n_active;
	guint room; /* for so many nodes, and as many active ones */
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

/* Will the lines after two breaks at one item be set to the same measures? */
static bool
share_future(const struct breaker *breaker, const struct node *a, const struct node *b)
{
	int settled = breaker->rules->settled;

	return a->line == b->line || (a->line >= settled && b->line >= settled);
}

/* There is always room for one found break of every active node, and one more. */
static void
make_room(struct breaker *breaker)
{
	if (breaker->n_nodes + breaker->n_active + 1 <= breaker->room)
		return;
	breaker->room = MAX(2 * breaker->room, breaker->n_nodes + breaker->n_active + 1);
	breaker->nodes = g_renew(struct node, breaker->nodes, breaker->room);
	breaker->active = g_renew(guint, breaker->active, breaker->room);
}

/* Keep a break unless one in the same state is cheaper: of the node only its state is set yet. */
static void
offer(struct breaker *breaker, const struct node *node)
{
	struct node *found = breaker->nodes + breaker->n_nodes;

	for (guint i = 0; i < breaker->n_found; i++) {
		if (!share_future(breaker, &found[i], node) || found[i].hyphens != node->hyphens ||
		    found[i].fitness != node->fitness)
			continue;
		if (node->demerits < found[i].demerits)
			found[i] = *node;
		return;
	}
	found[breaker->n_found++] = *node;
}

/*
 * Is there a break so much cheaper, with no more hyphens, that what comes later cannot make up for
 * it?
 */
static bool
is_dominated(const struct breaker *breaker, const struct node *node)
{
	const struct node *found = breaker->nodes + breaker->n_nodes;

	for (guint i = 0; i < breaker->n_found; i++)
		if (found[i].demerits + DEMERITS_ADJACENT < node->demerits &&
		    share_future(breaker, &found[i], node) && found[i].hyphens <= node->hyphens)
			return true;
	return false;
}

/* Make the breaks found at an item active. */
static void
settle_found(struct breaker *breaker, const struct totals *after)
{
	struct node *found = breaker->nodes + breaker->n_nodes;
	guint kept = 0;

	for (guint i = 0; i < breaker->n_found; i++) {
		/* One that was dropped is dominated by another, which then dominates this too. */
		if (is_dominated(breaker, &found[i]))
			continue;
		found[kept] = found[i];
		found[kept].before = *after;
		found[kept].measure = breaker->measure(found[kept].line, breaker->user);
		breaker->active[breaker->n_active++] = breaker->n_nodes + kept++;
	}
	breaker->n_nodes += kept;
	breaker->n_found = 0;
}

/* Move the active nodes from number first on to number kept; returns how many are kept then. */
static guint
rest_keep(struct breaker *breaker, guint first, guint kept)
{
	guint rest = breaker->n_active - first;

	memmove(breaker->active + kept, breaker->active + first, rest * sizeof *breaker->active);
	return kept + rest;
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

	make_room(breaker);
	for (guint i = 0; i < breaker->n_active; i++) {
		guint index = breaker->active[i];
		const struct node *from = &breaker->nodes[index];
		struct trial trial = try_line(breaker, from, here, at);
		double hyphen = trial.hyphen ? breaker->rules->hyphen_width : 0;
		bool unfit = trial.excess > 0 || (trial.hyphen && from->hyphens >= MOST_HYPHENS);

		if (unfit ? breaker->last_pass : trial.ratio <= breaker->tolerance) {
			struct node node = {
				.at = at,
				.line = from->line + 1,
				.hyphens = trial.hyphen ? from->hyphens + 1 : 0,
				.fitness = fitness_of(trial.ratio),
				.demerits = from->demerits + demerits_of(breaker, from, &trial, at),
				.excess = MAX(from->excess, trial.excess),
				.previous = index,
			};

			if (!unfit) {
				offer(breaker, &node);
			} else if (trial.excess < least ||
				   (trial.excess <= least && node.demerits < rescue.demerits)) {
				least = trial.excess;
				rescue = node;
			}
		}
		if (!trial.forced && trial.excess <= hyphen)
			breaker->active[kept++] = index;
		if (trial.ratio > breaker->tolerance && from->line > 0 && breaker->ordered) {
			kept = rest_keep(breaker, i + 1, kept);
			break;
		}
	}
	breaker->n_active = kept;
	if (breaker->last_pass && kept == 0 && breaker->n_found == 0)
		offer(breaker, &rescue);
	settle_found(breaker, after);
	return breaker->n_active > 0;
}

/* One pass over all items; false when its tolerance was too small. */
static bool
run(struct breaker *breaker)
{
	struct totals here = {0};

	breaker->nodes[0] = (struct node){.fitness = FITNESS_DECENT,
					  .measure = breaker->measure(0, breaker->user)};
	breaker->active[0] = 0;
	breaker->n_nodes = breaker->n_active = 1;
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

	for (guint i = 0; i < breaker->n_active; i++) {
		const struct node *node = &breaker->nodes[breaker->active[i]];

		if (!best || node->demerits < best->demerits)
			best = node;
	}
	g_assert(best);
	if (overfull)
		*overfull = best->excess;
	g_array_set_size(breaks, (guint)best->line);
	for (int line = best->line; line > 0; line--) {
		g_array_index(breaks, gsize, line - 1) = best->at;
		best = &breaker->nodes[best->previous];
	}
	return breaks;
}

/*
 * Is all of it one line?  Two lines cost twice as much as one that need not give way, for no
 * penalty is a gain.
 */
static bool
fits_one_line(const struct breaker *breaker)
{
	double measure = breaker->measure(0, breaker->user), width = 0;

	for (gsize i = 0; i < breaker->n; i++) {
		width += breaker->items[i].width;
		if (width > measure || breaker->items[i].penalty < 0)
			return false;
	}
	return true;
}

/* Does what begins later hold less, and all lines but the first have one measure? */
static bool
is_ordered(const struct breaker *breaker)
{
	bool ordered = breaker->rules->settled <= 1;

	for (gsize i = 0; ordered && i < breaker->n; i++)
		ordered = breaker->items[i].width >= 0 && breaker->items[i].stretch >= 0;
	return ordered;
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
		.room = 64,
	};
	GArray *breaks;

	if (fits_one_line(&breaker)) {
		if (overfull)
			*overfull = 0;
		breaks = g_array_new(FALSE, FALSE, sizeof(gsize));
		return g_array_append_val(breaks, n);
	}
	breaker.ordered = is_ordered(&breaker);
	breaker.nodes = g_new(struct node, breaker.room);
	breaker.active = g_new(guint, breaker.room);
	if (!run(&breaker)) {
		breaker.tolerance = INFINITY;
		breaker.last_pass = true;
		run(&breaker);
	}
	breaks = trace(&breaker, overfull);
	g_free(breaker.nodes);
	g_free(breaker.active);
	return breaks;
}
