/* test-layout-pagebreak: where pages end, with numbers alone.  Pages are 100 high. */
#include <glib.h>
#include "layout/pagebreak.h"

static double
room_of_hundred(guint page, void *user)
{
	(void)page;
	(void)user;
	return 100;
}

static const struct page_rules rules = {room_of_hundred, NULL, 5};

/* n lines of 10 without anything between. */
static struct page_item *
lines_new(guint n)
{
	struct page_item *items = g_new0(struct page_item, n);

	for (guint i = 0; i < n; i++)
		items[i].height = 10;
	return items;
}

/* The cuts as "first-end first-end", with the notes after a slash where there are any. */
static char *
cuts_text(const struct page_item *items, guint n, const struct page_item *notes, guint n_notes)
{
	g_autoptr(GArray) cuts = pagebreak_first_fit(items, n, notes, n_notes, &rules);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < cuts->len; i++) {
		const struct page_cut *cut = &g_array_index(cuts, struct page_cut, i);

		g_string_append_printf(out, "%s%u-%u", i > 0 ? " " : "", cut->first, cut->end);
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
		g_autofree char *got = cuts_text(items, n, notes, n_notes);                        \
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

	items[3].forced = true;
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
	assert_cuts(items, 12, NULL, 0, "0-10 10-12");
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
	g_test_add_func("/layout/pagebreak/forced", test_forced);
	g_test_add_func("/layout/pagebreak/keep", test_keep);
	g_test_add_func("/layout/pagebreak/keep-unmet", test_keep_unmet);
	g_test_add_func("/layout/pagebreak/keep-strength", test_keep_strength);
	g_test_add_func("/layout/pagebreak/overflow", test_overflow);
	g_test_add_func("/layout/pagebreak/repeated", test_repeated);
	g_test_add_func("/layout/pagebreak/notes", test_notes);
	g_test_add_func("/layout/pagebreak/notes-overrun", test_notes_overrun);
	g_test_add_func("/layout/pagebreak/leading-nothing", test_leading_nothing);
	return g_test_run();
}
