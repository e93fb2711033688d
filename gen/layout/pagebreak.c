/*
 * pagebreak: see pagebreak.h.  Breaks are found as lines are in linebreak.c: from every place that
 * a page may begin at, all places where it may end are tried, and of the ways to one place only
 * the cheapest is kept.
 */
#include "layout/pagebreak.h"

#include <math.h>
#include <string.h>
#include "layout/page_cost.h"

/* Sums of the same lengths in another order differ by less than this. */
#define SLACK 0.01
#define NONE G_MAXUINT

/* A place where a page may begin, and the cheapest way to it. */
struct node {
	guint page;	     /* its number */
	guint notes, floats; /* placed so far */
	double cost;
	guint previous, next; /* next: among those at the same item; NONE ends the list */
	struct page_cut cut;  /* the page before it */
};

struct breaker {
	const struct page_item *items;
	guint n, n_ends;
	const struct page_rules *rules;
	GArray *nodes;	  /* struct node; the first is the beginning */
	struct end *ends; /* of the page being tried, n_ends; there is room for all items */
	guint *heads;	  /* by item: first node there */
	guint *due;	  /* by item: notes that belong to items before it */
	guint *floats;	  /* by item: floats before it */
	guint *lifted;	  /* by float: its item */
	double *tops;	  /* by note: heights and spaces of those before it */
	const struct page_item *notes;
	double *rooms; /* of the pages that differ: two for each, of the flow's last page second */
	guint period;  /* after which rooms are the same again */
};

/* Where the page being tried may end: what it does not share with other ends, as in page_cut. */
struct end {
	guint end, end_note, end_float;
	int unmet;
	double height, adjust;
	double empty; /* share of the page that is white */
	double cost;  /* without that */
};

/* A page being filled. */
struct trial {
	guint node, first;
	struct page_cut cut; /* as it would be if the page ended here */
	double room, last_room;
	double top;    /* height of the floats at the top */
	double height; /* of them and the items, without notes */
	double shrink, stretch;
	double under; /* height of notes, with their separator */
	bool gone;    /* the item just before has been lifted out */
	bool filled;  /* an item stands on it */
	int carried;  /* penalty that a lifted float hands on */
};

static double
notes_height(const struct breaker *breaker, guint a, guint b)
{
	if (b <= a)
		return 0;
	return breaker->tops[b] - breaker->tops[a] - breaker->notes[a].before +
	       breaker->rules->separator;
}

double
page_item_snap(const struct page_item *item, double above)
{
	if (!(item->grid > 0))
		return 0;
	return MAX(ceil((above - SLACK) / item->grid) * item->grid - above, 0);
}

static bool
same_future(const struct breaker *breaker, guint a, guint b)
{
	guint settled = breaker->rules->settled, period = breaker->period;

	return a == b || (a >= settled && b >= settled && a % period == b % period);
}

/* The page after a cut. */
static guint
page_after(const struct breaker *breaker, guint page, guint end)
{
	guint columns = MAX(breaker->rules->columns, 1);
	bool anew = end < breaker->n && breaker->items[end].force == FORCE_PAGE;

	return anew ? (page + columns) / columns * columns : page + 1;
}

/* The node at item end in the state of the other arguments, or a new one that is yet beyond cost.
 */
static struct node *
node_at(struct breaker *breaker, guint end, guint page, guint notes, guint floats)
{
	guint *link = &breaker->heads[end], index = breaker->nodes->len;
	struct node *node;

	while (*link != NONE) {
		node = &g_array_index(breaker->nodes, struct node, *link);
		if (node->notes == notes && node->floats == floats &&
		    same_future(breaker, node->page, page))
			return node;
		link = &node->next;
	}
	*link = index;
	g_array_set_size(breaker->nodes, index + 1);
	node = &g_array_index(breaker->nodes, struct node, index);
	node->notes = notes;
	node->floats = floats;
	node->cost = INFINITY;
	node->next = NONE;
	return node;
}

/* Take the way to the end of a cut unless one to the same state is cheaper, as most are. */
static void
cut_offer(struct breaker *breaker, guint previous, const struct page_cut *page,
	  const struct end *end, double cost)
{
	guint after = page_after(breaker, page->page, end->end);
	double sum = g_array_index(breaker->nodes, struct node, previous).cost + cost;
	struct node *node = node_at(breaker, end->end, after, end->end_note, end->end_float);

	if (!(sum < node->cost))
		return;
	node->page = after;
	node->cost = sum;
	node->previous = previous;
	node->cut = *page;
	node->cut.end = end->end;
	node->cut.end_note = end->end_note;
	node->cut.end_float = end->end_float;
	node->cut.unmet = end->unmet;
	node->cut.height = end->height;
	node->cut.adjust = end->adjust;
}

/* Offer all ends found for the page. */
static void
ends_offer(struct breaker *breaker, guint previous, const struct page_cut *page)
{
	double least = 1;

	for (guint i = 0; i < breaker->n_ends; i++)
		if (breaker->ends[i].cost < CHEAP)
			least = MIN(least, breaker->ends[i].empty);
	for (guint i = 0; i < breaker->n_ends; i++) {
		const struct end *end = &breaker->ends[i];
		double needless = MAX(end->empty - least, 0);

		cut_offer(breaker, previous, page, end,
			  end->cost + cost_of_white(end->empty, needless));
	}
}

/*
 * The notes that can stand under height: all that are due, else those that run over after a line
 * or more of the last.  False where not even that is possible.
 */
static bool
notes_fit(const struct breaker *breaker, const struct trial *trial, guint end, double height,
	  guint *end_note)
{
	guint placed = trial->cut.first_note, due = breaker->due[end], begin;

	*end_note = due;
	if (height + notes_height(breaker, placed, due) <= trial->room + SLACK)
		return true;
	while (end > trial->first && breaker->due[end - 1] == due)
		end--;
	begin = end > trial->first ? breaker->due[end - 1] : due;
	while (--*end_note > begin && *end_note < due)
		if (breaker->notes[*end_note].penalty < PENALTY_KEEP &&
		    height + notes_height(breaker, placed, *end_note) <= trial->room + SLACK)
			return true;
	return false;
}

/*
 * What spaces that give way or grow cost, and how much white is left at the foot; free: it is no
 * blemish there.
 */
static struct end
end_of(const struct trial *trial, double room, double height, bool free)
{
	struct end end = {.end_float = trial->cut.end_float};
	double gap = room - height, ratio = 0;

	if (gap < -SLACK && trial->shrink > 0)
		ratio = MAX(gap / trial->shrink, -1);
	else if (!free && gap > 0 && gap <= trial->stretch)
		ratio = gap / trial->stretch;
	else if (!free)
		end.empty = MAX(gap, 0) / MAX(room, 1);
	end.adjust = ratio;
	end.height = trial->height + ratio * (ratio < 0 ? trial->shrink : trial->stretch);
	end.cost = COST_SQUEEZE * ratio * ratio;
	return end;
}

/* May the page end before item end?  Offer it if so; false where nothing more can fit at all. */
static bool
consider(struct breaker *breaker, struct trial *trial, guint end)
{
	const struct page_item *next = end < breaker->n ? &breaker->items[end] : NULL;
	double least = trial->height - trial->shrink, closing, room = trial->room, height;
	guint late = breaker->floats[end] - trial->cut.end_float, end_note = 0;
	struct end here;
	bool done;

	if (!notes_fit(breaker, trial, end, least, &end_note))
		return false;
	closing = next ? breaker->items[end - 1].closing : 0;
	if (closing > 0 && !notes_fit(breaker, trial, end, least + closing, &end_note))
		return true;
	done = !next && late == 0 && end_note == breaker->due[end];
	height = trial->height + closing + notes_height(breaker, trial->cut.first_note, end_note);
	if (done && height - trial->shrink > trial->last_room + SLACK)
		return true;
	room = done ? trial->last_room : room;
	here = end_of(trial, room, height, !next || next->force);
	here.end = end;
	here.end_note = end_note;
	here.cost += COST_FLOAT * late;
	if (next && !next->force) {
		int penalty = MAX(next->penalty, trial->carried);

		here.cost += penalty;
		here.unmet = penalty >= PENALTY_KEEP ? penalty : 0;
	}
	if (end_note < breaker->due[end])
		here.cost += COST_NOTE_RUNS;
	if (done && trial->cut.page > 0)
		here.cost += cost_of_stub(height / room);
	breaker->ends[breaker->n_ends++] = here;
	return true;
}

/* Put item i on the page, or leave it for a later one if it is a float without room here. */
static void
take(const struct breaker *breaker, struct trial *trial, guint i)
{
	const struct page_item *item = &breaker->items[i];
	double before = trial->gone ? item->lifted : item->before;
	bool leads = !(trial->height > trial->top);
	double space = leads ? item->retained : before;
	double height = item->height + space + page_item_snap(item, trial->height + space) +
			(i == trial->first ? item->opening : 0);

	if (item->floats && trial->filled &&
	    (trial->cut.end_float < breaker->floats[i] ||
	     trial->height + height - trial->shrink +
			     notes_height(breaker, trial->cut.first_note, breaker->due[i]) >
		     trial->room + SLACK)) {
		trial->carried = MAX(trial->carried, item->penalty);
		trial->gone = true;
		return;
	}
	if (item->floats)
		trial->cut.end_float++;
	trial->height += height;
	trial->shrink += leads ? 0 : item->shrink;
	trial->stretch += leads ? 0 : item->stretch;
	trial->gone = false;
	trial->filled = trial->filled || item->height > 0;
	trial->carried = 0;
}

/* Floats that are late go to the top while there is room. */
static void
top_take(const struct breaker *breaker, struct trial *trial)
{
	guint late = breaker->floats[trial->first];

	while (trial->cut.end_top < late) {
		const struct page_item *item = &breaker->items[breaker->lifted[trial->cut.end_top]];
		double height = trial->height + item->height + item->after;

		/* The first goes even where it is higher than the page. */
		if (height - item->after + trial->under > trial->room + SLACK &&
		    trial->cut.end_top > trial->cut.first_float)
			break;
		trial->height = trial->top = height;
		trial->cut.end_top++;
	}
	trial->cut.end_float = trial->cut.end_top;
}

/* As many notes as stand on an otherwise empty page, or below the height of what is there. */
static guint
notes_fitting(const struct breaker *breaker, guint placed, guint due, double room, bool alone)
{
	guint end = placed, fair = placed;

	while (end < due && notes_height(breaker, placed, end + 1) <= room + SLACK) {
		end++;
		if (end == due || breaker->notes[end].penalty < PENALTY_KEEP)
			fair = end;
	}
	if (fair > placed)
		return fair;
	return alone && end == placed && end < due ? end + 1 : end;
}

/*
 * Nothing ends well here.  Notes that run over, and floats that are late, get a page of their own;
 * else the first item goes alone, with its notes as far as there is room.
 */
static void
rescue(struct breaker *breaker, struct trial *trial)
{
	const struct node *from = &g_array_index(breaker->nodes, struct node, trial->node);
	guint first = trial->first, due = breaker->due[first];
	const struct page_item *item = &breaker->items[first];
	struct end end = {first, from->notes, trial->cut.end_top, .height = trial->top};

	if (from->notes < due) {
		trial->cut.end_top = end.end_float = from->floats;
		end.height = 0;
		end.end_note = notes_fitting(breaker, from->notes, due, trial->room, true);
	} else if (trial->cut.end_top == from->floats && first < breaker->n) {
		end.height = item->retained + item->opening + item->height;
		end.end = first + 1;
		end.end_float += item->floats;
		trial->cut.overflow = end.height > trial->room + SLACK;
		end.end_note = notes_fitting(breaker, from->notes, breaker->due[first + 1],
					     trial->room - end.height, false);
	}
	cut_offer(breaker, trial->node, &trial->cut, &end, COST_NOTE_LATE);
}

/* The heights of a page's body: as of any, and as of the flow's last. */
static const double *
rooms_of(const struct breaker *breaker, guint page)
{
	guint settled = breaker->rules->settled;

	if (page >= settled + breaker->period)
		page = settled + (page - settled) % breaker->period;
	return &breaker->rooms[2 * page];
}

static void
rooms_ask(struct breaker *breaker)
{
	const struct page_rules *rules = breaker->rules;
	guint n = rules->settled + MAX(rules->period, 1), columns = MAX(rules->columns, 1);
	double *rooms = breaker->rooms = g_new(double, 2 * n);

	for (guint page = 0; page < n; page++) {
		rooms[2 * page] = rules->room(page, false, rules->user);
		rooms[2 * page + 1] = rules->room(page, true, rules->user);
	}
	breaker->period = MAX(rules->period, 1);
	/* Odd and even pages are mostly as high as each other: half the states. */
	if (breaker->period % columns == 0 &&
	    memcmp(rooms + 2 * rules->settled, rooms + 2 * (rules->settled + columns),
		   2 * (breaker->period - columns) * sizeof *rooms) == 0)
		breaker->period = columns;
}

/* Every page that may begin at item first in the state of the node. */
static void
pages_try(struct breaker *breaker, guint node, guint first)
{
	const struct node *from = &g_array_index(breaker->nodes, struct node, node);
	const double *rooms = rooms_of(breaker, from->page);
	struct trial trial = {
		.node = node,
		.first = first,
		.room = rooms[0],
		.last_room = rooms[1],
		.under = notes_height(breaker, from->notes, breaker->due[first]),
		.cut = {.page = from->page,
			.first = first,
			.end = first,
			.first_note = from->notes,
			.end_note = from->notes,
			.first_float = from->floats,
			.end_top = from->floats,
			.end_float = from->floats},
	};
	bool late, fits = true;

	breaker->n_ends = 0;
	top_take(breaker, &trial);
	late = trial.cut.end_top > from->floats;
	trial.filled = late;
	/* What is late comes before a page that must begin anew, and before the end. */
	if ((late || from->notes < breaker->due[first]) &&
	    (first == breaker->n || (first > 0 && breaker->items[first].force == FORCE_PAGE)))
		fits = false;
	for (guint i = first; fits && i < breaker->n; i++) {
		if (i > first && breaker->items[i].force)
			break;
		take(breaker, &trial, i);
		fits = consider(breaker, &trial, i + 1);
	}
	if (breaker->n_ends == 0)
		rescue(breaker, &trial);
	ends_offer(breaker, node, &trial.cut);
}

static void
breaker_sum(struct breaker *breaker, guint n_notes)
{
	guint n = breaker->n;

	breaker->ends = g_new(struct end, n + 1);
	breaker->heads = g_new(guint, n + 1);
	breaker->due = g_new0(guint, n + 1);
	breaker->floats = g_new0(guint, n + 1);
	breaker->lifted = g_new0(guint, n + 1);
	breaker->tops = g_new0(double, n_notes + 1);
	for (guint i = 0; i < n; i++) {
		breaker->heads[i] = NONE;
		breaker->due[i + 1] = breaker->due[i] + breaker->items[i].notes;
		breaker->floats[i + 1] = breaker->floats[i] + breaker->items[i].floats;
		if (breaker->items[i].floats)
			breaker->lifted[breaker->floats[i]] = i;
	}
	breaker->heads[n] = NONE;
	for (guint i = 0; i < n_notes; i++)
		breaker->tops[i + 1] =
			breaker->tops[i] + breaker->notes[i].height + breaker->notes[i].before;
}

/* The node at the end where nothing is left over. */
static guint
last_node(const struct breaker *breaker)
{
	guint best = NONE;

	for (guint i = breaker->heads[breaker->n]; i != NONE;
	     i = g_array_index(breaker->nodes, struct node, i).next) {
		const struct node *node = &g_array_index(breaker->nodes, struct node, i);

		if (node->notes < breaker->due[breaker->n] ||
		    node->floats < breaker->floats[breaker->n])
			continue;
		if (best == NONE ||
		    node->cost < g_array_index(breaker->nodes, struct node, best).cost)
			best = i;
	}
	return best;
}

static void
nodes_visit(struct breaker *breaker)
{
	for (guint item = 0; item <= breaker->n; item++) {
		for (guint i = breaker->heads[item]; i != NONE;
		     i = g_array_index(breaker->nodes, struct node, i).next) {
			const struct node *node = &g_array_index(breaker->nodes, struct node, i);

			if (item < breaker->n || node->notes < breaker->due[item] ||
			    node->floats < breaker->floats[item])
				pages_try(breaker, i, item);
		}
	}
}

GArray *
pagebreak_total_fit(const struct page_item *items, guint n, const struct page_item *notes,
		    guint n_notes, const struct page_rules *rules)
{
	struct breaker breaker = {.items = items, .n = n, .rules = rules, .notes = notes};
	struct node start = {.previous = NONE, .next = NONE};
	GArray *cuts = g_array_new(FALSE, TRUE, sizeof(struct page_cut));

	breaker.nodes = g_array_new(FALSE, TRUE, sizeof(struct node));
	breaker_sum(&breaker, n_notes);
	rooms_ask(&breaker);
	g_array_append_val(breaker.nodes, start);
	breaker.heads[0] = 0;
	nodes_visit(&breaker);
	for (guint i = last_node(&breaker); i != NONE && i != 0;
	     i = g_array_index(breaker.nodes, struct node, i).previous)
		g_array_prepend_val(cuts, g_array_index(breaker.nodes, struct node, i).cut);
	if (cuts->len == 0)
		g_array_set_size(cuts, 1);
	g_array_unref(breaker.nodes);
	g_free(breaker.ends);
	g_free(breaker.heads);
	g_free(breaker.due);
	g_free(breaker.floats);
	g_free(breaker.lifted);
	g_free(breaker.tops);
	g_free(breaker.rooms);
	return cuts;
}
