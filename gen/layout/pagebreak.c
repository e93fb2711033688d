/* pagebreak: see pagebreak.h. */
#include "layout/pagebreak.h"

/* Sums of the same lengths in another order differ by less than this. */
#define SLACK 0.01

struct breaker {
	const struct page_item *items, *notes;
	guint n, n_notes;
	const struct page_rules *rules;
	GArray *cuts;
	guint placed_notes; /* of all the notes */
	guint due_notes;    /* belong to items on pages that are done, so must not wait */
};

/* The best place to end the page so far. */
struct choice {
	guint end; /* 0: none yet */
	double cost;
	guint due_notes;
};

/* What one page tries. */
struct trial {
	double room;
	double height; /* of the items taken */
	guint due_notes;
	double notes_height;
	struct choice best;
};

/* Height of notes a to b - 1 at the foot of a page, with their separator. */
static double
notes_height(const struct breaker *breaker, guint a, guint b)
{
	double height = 0;

	for (guint i = a; i < b; i++)
		height += breaker->notes[i].height + (i > a ? breaker->notes[i].before : 0);
	return b > a ? height + breaker->rules->separator : 0;
}

/*
 * Keeps first; then a page that is not too empty.  A free break a third of the page up costs as
 * much as a keep of strength 100.
 */
static double
end_cost(const struct trial *trial, int penalty)
{
	double empty = (trial->room - trial->height - trial->notes_height) / MAX(trial->room, 1);

	return penalty + 1000 * empty * empty;
}

static void
consider(const struct breaker *breaker, struct trial *trial, guint end)
{
	const struct page_item *next = &breaker->items[end];
	int penalty = next->forced ? 0 : next->penalty;
	double cost = end_cost(trial, penalty);

	if (trial->height + trial->notes_height + breaker->items[end - 1].closing >
	    trial->room + SLACK)
		return;
	/*
	 * Emptiness costs less than a class of penalties, so a keep is broken only where every
	 * break is one.
	 */
	if (trial->best.end == 0 || cost <= trial->best.cost)
		trial->best = (struct choice){end, cost, trial->due_notes};
}

/* Take item i if it fits. */
static bool
take(const struct breaker *breaker, struct trial *trial, guint i, guint first)
{
	const struct page_item *item = &breaker->items[i];
	double height = item->height + (trial->height > 0 ? item->before : item->retained) +
			(i == first ? item->opening : 0);
	guint due = trial->due_notes + item->notes;
	double notes = trial->notes_height;

	if (item->notes > 0)
		notes = notes_height(breaker, breaker->placed_notes, due);
	if (trial->height + height + notes > trial->room + SLACK)
		return false;
	trial->height += height;
	trial->due_notes = due;
	trial->notes_height = notes;
	return true;
}

/* As many notes as stand in height; at least one where there is nothing else on the page. */
static guint
notes_fitting(const struct breaker *breaker, guint due, double height, bool alone)
{
	guint end = breaker->placed_notes, fair = end;

	while (end < due &&
	       notes_height(breaker, breaker->placed_notes, end + 1) <= height + SLACK) {
		end++;
		if (end == due || breaker->notes[end].penalty < PENALTY_KEEP)
			fair = end;
	}
	if (fair > breaker->placed_notes)
		return fair;
	return alone && end == breaker->placed_notes && end < due ? end + 1 : end;
}

static void
cut_add(struct breaker *breaker, guint first, guint end, guint end_note, int unmet, bool overflow)
{
	struct page_cut cut = {first, end, breaker->placed_notes, end_note, unmet, overflow};

	g_array_append_val(breaker->cuts, cut);
	breaker->placed_notes = end_note;
}

/* Not even the first item fits with its notes: it goes alone, its notes as far as there is room. */
static guint
page_of_one(struct breaker *breaker, guint first, double room)
{
	const struct page_item *item = &breaker->items[first];
	double height = item->retained + item->opening + item->height;
	guint due = breaker->due_notes + item->notes;
	guint end_note = notes_fitting(breaker, due, room - height, false);

	breaker->due_notes = due;
	cut_add(breaker, first, first + 1, end_note, 0, height > room + SLACK);
	return first + 1;
}

/* Notes that ran over fill a page before any text may stand on it. */
static bool
page_of_notes(struct breaker *breaker, guint first, double room)
{
	guint due = breaker->due_notes;

	if (notes_height(breaker, breaker->placed_notes, due) <= room + SLACK && first < breaker->n)
		return false;
	if (breaker->placed_notes == due)
		return false;
	cut_add(breaker, first, first, notes_fitting(breaker, due, room, true), 0, false);
	return true;
}

/* One page of items from first on; returns where the next begins. */
static guint
page_of_items(struct breaker *breaker, guint first, double room)
{
	struct trial trial = {.room = room, .due_notes = breaker->due_notes};
	struct choice choice;
	guint i;

	trial.notes_height = notes_height(breaker, breaker->placed_notes, breaker->due_notes);
	for (i = first; i < breaker->n; i++) {
		if (i > first)
			consider(breaker, &trial, i);
		if ((i > first && breaker->items[i].forced) || !take(breaker, &trial, i, first))
			break;
	}
	if (i == breaker->n)
		choice = (struct choice){i, 0, trial.due_notes};
	else if (i > first && breaker->items[i].forced)
		choice = (struct choice){i, 0, trial.due_notes};
	else
		choice = trial.best;
	if (choice.end == 0)
		return page_of_one(breaker, first, room);
	breaker->due_notes = choice.due_notes;
	cut_add(breaker, first, choice.end, choice.due_notes,
		choice.cost >= PENALTY_KEEP ? (int)choice.cost : 0, false);
	return choice.end;
}

GArray *
pagebreak_first_fit(const struct page_item *items, guint n, const struct page_item *notes,
		    guint n_notes, const struct page_rules *rules)
{
	struct breaker breaker = {
		.items = items,
		.notes = notes,
		.n = n,
		.n_notes = n_notes,
		.rules = rules,
		.cuts = g_array_new(FALSE, TRUE, sizeof(struct page_cut)),
	};
	guint first = 0;

	while (first < n || breaker.placed_notes < breaker.due_notes) {
		double room = rules->room(breaker.cuts->len, rules->user);

		if (!page_of_notes(&breaker, first, room))
			first = page_of_items(&breaker, first, room);
	}
	if (breaker.cuts->len == 0)
		cut_add(&breaker, 0, 0, 0, 0, false);
	return breaker.cuts;
}
