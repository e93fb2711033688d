/* test-layout-pagebreak: where pages end, with numbers alone.  Pages are 100 high. */
#include <glib.h>
#include "layout/pagebreak.h"

static double
room_of_hundred(guint page, bool last, void *user)
{
	(void)page;
	(void)last;
	(void)user;
	return 100;
}

static const struct page_rules plain_rules = {.room = room_of_hundred, .separator = 5};

/* n lines of 10 without anything between. */
static struct page_item *
lines_new(guint n)
{
	struct page_item *items = g_new0(struct page_item, n);

	for (guint i = 0; i < n; i++)
		items[i].height = 10;
	return items;
}

/*
 * The cuts as "first-end first-end", with the notes after a slash where there are any, floats at
 * the top before the first item: "+0".
 */
static char *
cuts_text(const struct page_item *items, guint n, const struct page_item *notes, guint n_notes,
	  const struct page_rules *rules)
{
	g_autoptr(GArray) cuts = pagebreak_total_fit(items, n, notes, n_notes, rules);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < cuts->len; i++) {
		const struct page_cut *cut = &g_array_index(cuts, struct page_cut, i);

		g_string_append(out, i > 0 ? " " : "");
		for (guint f = cut->first_float; f < cut->end_top; f++)
			g_string_append_printf(out, "+%u:", f);
		g_string_append_printf(out, "%u-%u", cut->first, cut->end);
		if (cut->end_note > cut->first_note)
			g_string_append_printf(out, "/%u-%u", cut->first_note, cut->end_note);
		if (cut->unmet)
			g_string_append_c(out, '!');
		if (cut->overflow)
			g_string_append_c(out, '^');
	}
	return g_string_free(out, FALSE);
}

#define assert_cuts(items, n, notes, n_notes, expected)                                            \
	do {                                                                                       \
		g_autofree char *got = cuts_text(items, n, notes, n_notes, &plain_rules);          \
		g_assert_cmpstr(got, ==, expected);                                                \
	} while (0)

static void
test_plain(void)
{
	g_autofree struct page_item *items = lines_new(25);

	assert_cuts(items, 0, NULL, 0, "0-0");
	assert_cuts(items, 10, NULL, 0, "0-10");
	assert_cuts(items, 25, NULL, 0, "0-10 10-20 20-25");
}

/* An item on a grid stands at its next line; the white above it counts as space does. */
static void
test_grid(void)
{
	g_autofree struct page_item *items = lines_new(12);

	items[2].before = 3;
	assert_cuts(items, 12, NULL, 0, "0-9 9-12");
	items[2].grid = 20;
	assert_cuts(items, 12, NULL, 0, "0-8 8-12");
	items[2].height = 12;
	items[3].grid = 20;
	assert_cuts(items, 12, NULL, 0, "0-7 7-12");
	items[0].height = 10.001;
	assert_cuts(items, 12, NULL, 0, "0-7 7-12");
}

/* Space counts between items and is dropped at the top of a page, but for what is retained. */
static void
test_space(void)
{
	g_autofree struct page_item *items = lines_new(12);

	items[0].before = items[5].before = 10;
	assert_cuts(items, 12, NULL, 0, "0-9 9-12");
	items[9].before = 85;
	assert_cuts(items, 12, NULL, 0, "0-9 9-12");
	items[0].retained = 10;
	assert_cuts(items, 12, NULL, 0, "0-8 8-9 9-12");
}

static void
test_forced(void)
{
	g_autofree struct page_item *items = lines_new(12);

	items[3].force = FORCE_PAGE;
	assert_cuts(items, 12, NULL, 0, "0-3 3-12");
}

/* A heading at the foot of a page goes over with the first two lines of its paragraph. */
static void
test_keep(void)
{
	g_autofree struct page_item *items = lines_new(20);

	items[9].penalty = PENALTY_KEEP;
	items[10].penalty = PENALTY_KEEP;
	assert_cuts(items, 20, NULL, 0, "0-8 8-18 18-20");
}

static void
test_keep_unmet(void)
{
	g_autofree struct page_item *items = lines_new(25);

	for (guint i = 1; i < 25; i++)
		items[i].penalty = PENALTY_KEEP;
	assert_cuts(items, 25, NULL, 0, "0-10! 10-20! 20-25");
	/* Padding is never torn off while a keep can be broken instead. */
	items[10].penalty = PENALTY_INSEPARABLE;
	assert_cuts(items, 25, NULL, 0, "0-9! 9-19! 19-25");
}

/* A weak keep gives way when the page would be half empty. */
static void
test_keep_strength(void)
{
	g_autofree struct page_item *items = lines_new(20);

	items[9].penalty = items[10].penalty = 100;
	assert_cuts(items, 12, NULL, 0, "0-8 8-12");
	for (guint i = 3; i < 11; i++)
		items[i].penalty = 100;
	assert_cuts(items, 13, NULL, 0, "0-10 10-13");
}

static void
test_overflow(void)
{
	g_autofree struct page_item *items = lines_new(4);

	items[1].height = 150;
	assert_cuts(items, 4, NULL, 0, "0-1 1-2^ 2-4");
}

/* The header repeated above a row takes room on every page but the first. */
static void
test_repeated(void)
{
	g_autofree struct page_item *items = lines_new(22);

	for (guint i = 1; i < 22; i++) {
		items[i].opening = 20;
		items[i].closing = 10;
	}
	assert_cuts(items, 22, NULL, 0, "0-9 9-16 16-22");
}

/* A line takes its note with it; notes have a separator of 5 above them, once. */
static void
test_notes(void)
{
	g_autofree struct page_item *items = lines_new(14), *notes = lines_new(3);

	items[2].notes = 1;
	assert_cuts(items, 14, notes, 1, "0-8/0-1 8-14");
	items[2].notes = 0;
	items[8].notes = 2;
	assert_cuts(items, 14, notes, 2, "0-8 8-14/0-2");
	items[0].notes = 1;
	assert_cuts(items, 14, notes, 3, "0-8/0-1 8-14/1-3");
}

/* More notes than a page holds run over, and none is lost. */
static void
test_notes_overrun(void)
{
	g_autofree struct page_item *items = lines_new(2), *notes = lines_new(30);

	items[0].notes = 30;
	assert_cuts(items, 2, notes, 30, "0-1/0-8 1-1/8-17 1-1/17-26 1-2/26-30");
}

/* A word is not parted by the end of a page while another line will do. */
static void
test_hyphen(void)
{
	g_autofree struct page_item *items = lines_new(60);

	for (guint i = 0; i < 60; i++)
		items[i].height = 5;
	items[20].penalty = PENALTY_HYPHEN;
	assert_cuts(items, 55, NULL, 0, "0-19 19-39 39-55");
	/* But rather a word than a keep, or white. */
	for (guint i = 16; i < 20; i++)
		items[i].penalty = PENALTY_KEEP;
	assert_cuts(items, 55, NULL, 0, "0-20 20-40 40-55");
}

/* White stands where it has to; a page ends early only to spare a later one something worse. */
static void
test_total_fit(void)
{
	g_autofree struct page_item *items = lines_new(80);

	for (guint i = 0; i < 80; i++)
		items[i].height = 5;
	/* Twenty lines that cannot be parted want a page of their own. */
	for (guint i = 25; i < 44; i++)
		items[i].penalty = PENALTY_KEEP;
	assert_cuts(items, 75, NULL, 0, "0-19 19-24 24-44 44-64 64-75");
	/* Where a page has to end after 19 lines, so that the next need not part a word. */
	for (guint i = 0; i < 80; i++)
		items[i].penalty = i == 20 || i > 35 ? PENALTY_HYPHEN : 0;
	items[39].penalty = 0;
	assert_cuts(items, 55, NULL, 0, "0-19 19-39 39-55");
	/* A last page of one line takes company from the pages before. */
	for (guint i = 0; i < 80; i++)
		items[i].penalty = 0;
	assert_cuts(items, 41, NULL, 0, "0-18 18-37 37-41");
}

/* A long note begins under its line and runs over; between notes or near their ends none is cut. */
static void
test_note_runs(void)
{
	g_autofree struct page_item *items = lines_new(14), *notes = lines_new(8);

	for (guint i = 0; i < 14; i++)
		items[i].penalty = i > 2 && i < 10 ? PENALTY_KEEP : 0;
	items[9].notes = 8;
	notes[0].penalty = notes[1].penalty = notes[7].penalty = PENALTY_KEEP;
	items[3].penalty = 0;
	assert_cuts(items, 14, notes, 8, "0-3 3-10/0-2 10-12/2-8 12-14");
}

static void
test_note_runs_over(void)
{
	g_autofree struct page_item *items = lines_new(14), *notes = lines_new(8);

	for (guint i = 2; i < 5; i++)
		items[i].penalty = PENALTY_KEEP;
	items[4].notes = 8;
	notes[0].penalty = notes[1].penalty = notes[7].penalty = PENALTY_KEEP;
	assert_cuts(items, 14, notes, 8, "0-5/0-4 5-10/4-8 10-14");
}

/* A figure that does not fit goes to the top of the next page, and text fills the page. */
static void
test_float(void)
{
	g_autofree struct page_item *items = lines_new(20);

	items[8].height = 40;
	items[8].floats = true;
	items[8].after = 10;
	assert_cuts(items, 20, NULL, 0, "0-11 +0:11-16 16-20");
	/* Where it fits it stands at its place. */
	items[8].height = 20;
	assert_cuts(items, 20, NULL, 0, "0-9 9-18 18-20");
	/* A keep with the item before holds over the gap. */
	items[8].height = 40;
	items[8].penalty = PENALTY_KEEP;
	items[10].penalty = items[11].penalty = PENALTY_KEEP;
	assert_cuts(items, 10, NULL, 0, "0-7 7-10");
}

/* Floats keep their order, and none stays behind. */
static void
test_floats_order(void)
{
	g_autofree struct page_item *items = lines_new(20);

	items[7].height = 50;
	items[8].height = 15;
	items[7].floats = items[8].floats = true;
	assert_cuts(items, 20, NULL, 0, "0-12 +0:+1:12-15 15-20");
	items[15].force = FORCE_PAGE;
	items[7].height = 80;
	assert_cuts(items, 20, NULL, 0, "0-7 7-9 9-15 15-20");
}

static double
room_by_last(guint page, bool last, void *user)
{
	(void)page;
	(void)user;
	return last ? 50 : 100;
}

/* The last page may be lower, and is not the last where what remains does not fit. */
static void
test_last_room(void)
{
	const struct page_rules rules = {.room = room_by_last};
	g_autofree struct page_item *items = lines_new(20);
	g_autofree char *five = cuts_text(items, 15, NULL, 0, &rules);
	g_autofree char *eight = cuts_text(items, 18, NULL, 0, &rules);

	g_assert_cmpstr(five, ==, "0-10 10-15");
	g_assert_cmpstr(eight, ==, "0-10 10-17 17-18");
}

/* Spaces give way for another line, and grow where that fills the page. */
static void
test_stretch(void)
{
	g_autofree struct page_item *items = lines_new(12);
	g_autoptr(GArray) cuts = NULL;

	items[4].before = 10;
	items[4].shrink = 10;
	items[10].penalty = PENALTY_HYPHEN;
	items[9].penalty = PENALTY_KEEP;
	items[11].penalty = PENALTY_KEEP;
	items[4].stretch = 20;
	cuts = pagebreak_total_fit(items, 12, NULL, 0, &plain_rules);
	g_assert_cmpuint(g_array_index(cuts, struct page_cut, 0).end, ==, 8);
	g_assert_cmpfloat_with_epsilon(g_array_index(cuts, struct page_cut, 0).adjust, 0.5, 0.001);
	items[10].penalty = 0;
	items[7].penalty = items[8].penalty = PENALTY_KEEP;
	g_array_unref(cuts);
	cuts = pagebreak_total_fit(items, 12, NULL, 0, &plain_rules);
	g_assert_cmpuint(g_array_index(cuts, struct page_cut, 0).end, ==, 10);
	g_assert_cmpfloat_with_epsilon(g_array_index(cuts, struct page_cut, 0).adjust, -1, 0.001);
}

/* Two columns: a new page leaves the second empty. */
static void
test_columns(void)
{
	const struct page_rules rules = {
		.room = room_of_hundred, .settled = 2, .period = 4, .columns = 2};
	g_autofree struct page_item *items = lines_new(20);
	g_autoptr(GArray) cuts = NULL;

	items[5].force = FORCE_PAGE;
	items[8].force = FORCE_COLUMN;
	cuts = pagebreak_total_fit(items, 20, NULL, 0, &rules);
	g_assert_cmpuint(cuts->len, ==, 4);
	g_assert_cmpuint(g_array_index(cuts, struct page_cut, 1).page, ==, 2);
	g_assert_cmpuint(g_array_index(cuts, struct page_cut, 2).page, ==, 3);
	g_assert_cmpuint(g_array_index(cuts, struct page_cut, 3).page, ==, 4);
}

/* Ten thousand rows in less than a second, even where this runs under a sanitizer. */
static void
test_many(void)
{
	g_autofree struct page_item *items = lines_new(10000);
	g_autofree char *text = NULL;

	g_test_timer_start();
	text = cuts_text(items, 10000, NULL, 0, &plain_rules);
	g_assert_cmpfloat(g_test_timer_elapsed(), <, 1);
	g_assert_true(g_str_has_suffix(text, "9980-9990 9990-10000"));
}

/* An empty block with an id stands before the space of what follows it. */
static void
test_leading_nothing(void)
{
	g_autofree struct page_item *items = lines_new(12);

	items[10].height = 0;
	items[11].before = 95;
	items[11].penalty = PENALTY_INSEPARABLE;
	assert_cuts(items, 12, NULL, 0, "0-10 10-12");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/pagebreak/plain", test_plain);
	g_test_add_func("/layout/pagebreak/space", test_space);
	g_test_add_func("/layout/pagebreak/grid", test_grid);
	g_test_add_func("/layout/pagebreak/forced", test_forced);
	g_test_add_func("/layout/pagebreak/keep", test_keep);
	g_test_add_func("/layout/pagebreak/keep-unmet", test_keep_unmet);
	g_test_add_func("/layout/pagebreak/keep-strength", test_keep_strength);
	g_test_add_func("/layout/pagebreak/overflow", test_overflow);
	g_test_add_func("/layout/pagebreak/repeated", test_repeated);
	g_test_add_func("/layout/pagebreak/notes", test_notes);
	g_test_add_func("/layout/pagebreak/notes-overrun", test_notes_overrun);
	g_test_add_func("/layout/pagebreak/hyphen", test_hyphen);
	g_test_add_func("/layout/pagebreak/total-fit", test_total_fit);
	g_test_add_func("/layout/pagebreak/note-runs", test_note_runs);
	g_test_add_func("/layout/pagebreak/note-runs-over", test_note_runs_over);
	g_test_add_func("/layout/pagebreak/float", test_float);
	g_test_add_func("/layout/pagebreak/floats-order", test_floats_order);
	g_test_add_func("/layout/pagebreak/last-room", test_last_room);
	g_test_add_func("/layout/pagebreak/stretch", test_stretch);
	g_test_add_func("/layout/pagebreak/columns", test_columns);
	g_test_add_func("/layout/pagebreak/many", test_many);
	g_test_add_func("/layout/pagebreak/leading-nothing", test_leading_nothing);
	return g_test_run();
}
