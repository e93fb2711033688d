/* test-linebreak: line breaking with numbers alone. */
#include <glib.h>
#include <stdbool.h>
#include "layout/linebreak.h"

/* Spaces are 3 wide, grow by 1.5 and shrink by 1, as in a text of size 12. */
#define SPACE 3.0

struct measures {
	double first, others;
	guint calls;
};

static double
measure_of(int line, void *user)
{
	struct measures *measures = user;

	measures->calls++;
	return line == 0 ? measures->first : measures->others;
}

static void
add(GArray *items, double width, double stretch, double shrink, int penalty, bool hyphen)
{
	struct break_item item = {width, stretch, shrink, penalty, hyphen};

	g_array_append_val(items, item);
}

static void
add_box(GArray *items, double width)
{
	add(items, width, 0, 0, BREAK_NEVER, false);
}

static void
add_space(GArray *items)
{
	add(items, SPACE, SPACE / 2, SPACE / 3, 0, false);
}

static void
add_hyphen(GArray *items)
{
	add(items, 0, 0, 0, 50, true);
}

/* Words of the widths given, which end with 0, with spaces between. */
static GArray *
words(const double *widths)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct break_item));

	for (; *widths > 0; widths++) {
		if (items->len > 0)
			add_space(items);
		add_box(items, *widths);
	}
	return items;
}

/* The breaks as text, "3 7 11"; *overfull may be NULL. */
static char *
breaks_of(const GArray *items, const struct break_rules *rules, double first, double others,
	  double *overfull)
{
	struct measures measures = {first, others, 0};
	GString *text = g_string_new(NULL);
	g_autoptr(GArray) breaks =
		linebreak_total_fit((const struct break_item *)(const void *)items->data,
				    items->len, rules, measure_of, &measures, overfull);

	for (guint i = 0; i < breaks->len; i++)
		g_string_append_printf(text, "%s%" G_GSIZE_FORMAT, i ? " " : "",
				       g_array_index(breaks, gsize, i));
	return g_string_free(text, FALSE);
}

static void
expect(GArray *items, const struct break_rules *rules, double first, double others,
       const char *expected)
{
	double overfull = -1;
	g_autofree char *breaks = breaks_of(items, rules, first, others, &overfull);

	g_assert_cmpstr(breaks, ==, expected);
	g_assert_cmpfloat(overfull, ==, 0);
	g_array_unref(items);
}

static const struct break_rules plain = {.hyphen_width = 2, .settled = 1};

static void
test_empty(void)
{
	expect(words((double[]){0}), &plain, 50, 50, "0");
}

static void
test_one_line(void)
{
	expect(words((double[]){20, 20, 0}), &plain, 50, 50, "3");
}

static void
test_exact_lines(void)
{
	/* 20 3 20 = 43 twice. */
	expect(words((double[]){20, 20, 20, 20, 0}), &plain, 43, 43, "3 7");
}

static void
test_shrinks_to_fit(void)
{
	/* Two spaces shrink by 2 in all: 66 fits into 64 and not into 63.9. */
	expect(words((double[]){20, 20, 20, 40, 0}), &plain, 64, 64, "5 7");
	expect(words((double[]){20, 20, 20, 40, 0}), &plain, 63.9, 63.9, "3 7");
}

static void
test_first_line_shorter(void)
{
	expect(words((double[]){20, 20, 20, 20, 0}), &plain, 21, 66, "1 7");
}

static void
test_forced(void)
{
	GArray *items = words((double[]){20, 0});

	add(items, 0, 0, 0, BREAK_FORCED, false);
	add_box(items, 20);
	expect(items, &plain, 100, 100, "1 3");
}

static void
test_binding_space(void)
{
	GArray *items = words((double[]){20, 0});

	add(items, SPACE, SPACE / 2, SPACE / 3, BREAK_NEVER, false);
	add_box(items, 20);
	add_space(items);
	add_box(items, 20);
	expect(items, &plain, 43, 43, "3 5");
}

/*
 * All lines would be perfect if each ended in a hyphen; any other break leaves one word on a line.
 */
static void
test_two_hyphens_at_most(void)
{
	GArray *items = words((double[]){20, 0});
	struct measures measures = {45, 45, 0};
	g_autoptr(GArray) breaks = NULL;
	int run = 0;

	for (int word = 0; word < 8; word++) {
		add_space(items);
		add_box(items, 20);
		add_hyphen(items);
		add_box(items, 20);
	}
	breaks = linebreak_total_fit((const struct break_item *)(const void *)items->data,
				     items->len, &plain, measure_of, &measures, NULL);
	for (guint i = 0; i + 1 < breaks->len; i++) {
		gsize at = g_array_index(breaks, gsize, i);

		run = g_array_index(items, struct break_item, at).hyphen ? run + 1 : 0;
		g_assert_cmpint(run, <=, 2);
	}
	g_array_unref(items);
}

static void
test_hyphen_has_width(void)
{
	GArray *items = words((double[]){20, 20, 0});
	struct break_rules narrow = {.hyphen_width = 2, .settled = 1};
	struct break_rules wide = {.hyphen_width = 6, .settled = 1};

	add_hyphen(items);
	add_box(items, 30);
	g_array_ref(items);
	expect(items, &narrow, 45, 45, "3 5");
	expect(items, &wide, 45, 54, "1 5");
}

/* Count words of width 3, with spaces that only grow: twelve of them fill a line of 69. */
static GArray *
short_words(guint count)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct break_item));

	for (guint i = 0; i < count; i++) {
		if (i > 0)
			add(items, SPACE, SPACE / 2, 0, 0, false);
		add_box(items, 3);
	}
	return items;
}

/* Twelve words would fit into the first line, but then eight would have to fill the second. */
static void
test_total_fit_beats_greedy(void)
{
	GArray *items = short_words(20);

	add_space(items);
	add_box(items, 40);
	expect(items, &plain, 69, 69, "19 39 41");
}

/* A loose line is better than a last line of one short word. */
static void
test_short_last_line(void)
{
	struct break_rules rules = {.settled = 0, .shortest = 8};
	g_autoptr(GArray) items = short_words(25);
	g_autofree char *any = breaks_of(items, &plain, 69, 69, NULL);
	g_autofree char *longer = breaks_of(items, &rules, 69, 69, NULL);

	g_assert_cmpstr(any, ==, "23 47 49");
	g_assert_true(g_str_has_suffix(longer, " 45 49"));
}

/* The short end of a word is no last line, at the cost of a line whose spaces are twice as wide. */
static void
test_torn_end(void)
{
	struct break_rules rules = {.settled = 0, .shortest = 20};
	g_autoptr(GArray) items = short_words(8);
	g_autofree char *breaks = NULL;

	add_hyphen(items);
	add_box(items, 8);
	breaks = breaks_of(items, &rules, 21, 21, NULL);
	g_assert_true(g_str_has_suffix(breaks, " 13 17"));
}

/* A looser line is better than a hyphen on the last line but one. */
static void
test_last_hyphen(void)
{
	struct break_rules rules = {.settled = 0};
	g_autoptr(GArray) items = short_words(12);
	g_autofree char *breaks = NULL;

	add_hyphen(items);
	add_box(items, 28);
	breaks = breaks_of(items, &rules, 33, 33, NULL);
	g_assert_true(g_str_has_suffix(breaks, " 21 25"));
}

static void
test_overfull(void)
{
	GArray *items = words((double[]){20, 80, 20, 0});
	double overfull;
	g_autofree char *breaks = breaks_of(items, &plain, 50, 50, &overfull);

	g_assert_cmpstr(breaks, ==, "1 3 5");
	g_assert_cmpfloat_with_epsilon(overfull, 30, 1e-9);
	g_array_unref(items);
}

/* Nothing fits well: the lines are loose, but none sticks out. */
static void
test_emergency_is_loose(void)
{
	expect(words((double[]){30, 30, 30, 0}), &plain, 50, 50, "1 3 5");
}

static void
test_ragged(void)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct break_item));
	struct break_rules rules = {.ragged = 40, .settled = 0};

	for (int i = 0; i < 4; i++) {
		if (i > 0)
			add(items, SPACE, 0, 0, 0, false);
		add_box(items, 20);
	}
	expect(items, &rules, 50, 50, "3 7");
}

static guint
cost_of(guint n_words)
{
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct break_item));
	struct measures measures = {200, 200, 0};
	g_autoptr(GArray) breaks = NULL;

	for (guint i = 0; i < n_words; i++) {
		if (i > 0)
			add_space(items);
		add_box(items, 4 + i * 7919 % 23);
		add_hyphen(items);
		add_box(items, 3 + i * 104729 % 17);
	}
	breaks = linebreak_total_fit((const struct break_item *)(const void *)items->data,
				     items->len, &plain, measure_of, &measures, NULL);
	g_assert_cmpuint(breaks->len, >, n_words / 15);
	g_array_unref(items);
	return measures.calls;
}

/*
 * The breaks kept, each of which asks for a measure, grow with the words and not with their square.
 */
static void
test_linear(void)
{
	g_assert_cmpuint(cost_of(20000), <, cost_of(2000) * 11);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/linebreak/empty", test_empty);
	g_test_add_func("/linebreak/one-line", test_one_line);
	g_test_add_func("/linebreak/exact-lines", test_exact_lines);
	g_test_add_func("/linebreak/shrinks-to-fit", test_shrinks_to_fit);
	g_test_add_func("/linebreak/first-line-shorter", test_first_line_shorter);
	g_test_add_func("/linebreak/forced", test_forced);
	g_test_add_func("/linebreak/total-fit-beats-greedy", test_total_fit_beats_greedy);
	g_test_add_func("/linebreak/binding-space", test_binding_space);
	g_test_add_func("/linebreak/two-hyphens-at-most", test_two_hyphens_at_most);
	g_test_add_func("/linebreak/hyphen-has-width", test_hyphen_has_width);
	g_test_add_func("/linebreak/short-last-line", test_short_last_line);
	g_test_add_func("/linebreak/torn-end", test_torn_end);
	g_test_add_func("/linebreak/last-hyphen", test_last_hyphen);
	g_test_add_func("/linebreak/overfull", test_overfull);
	g_test_add_func("/linebreak/emergency-is-loose", test_emergency_is_loose);
	g_test_add_func("/linebreak/ragged", test_ragged);
	g_test_add_func("/linebreak/linear", test_linear);
	return g_test_run();
}
