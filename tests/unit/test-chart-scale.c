/* Scales are round, exact and reach the largest value; mirroring is its own inverse. */
#include <glib.h>
#include <math.h>
#include "chart/drawing.h"
#include "chart/scale.h"

static void
expect_scale(double largest, int target, const char *step, int ticks)
{
	struct scale scale = scale_nice(largest, target, 0, 100);
	g_autofree char *text = decimal_to_text(scale.step);

	g_assert_cmpstr(text, ==, step);
	g_assert_cmpint(scale.ticks, ==, ticks);
	g_assert_cmpint(scale.ticks, <=, MAX(target, 1));
	g_assert_cmpfloat(scale_position(&scale, largest), <=, 100 + 1e-9);
}

static void
test_nice(void)
{
	expect_scale(316000000, 5, "100000000", 4);
	expect_scale(23, 5, "5", 5);
	expect_scale(6, 5, "2", 3);
	expect_scale(5, 5, "1", 5);
	expect_scale(1, 5, "0.2", 5);
	expect_scale(0, 5, "1", 1);
	expect_scale(13000, 5, "5000", 3);
}

static void
test_ticks_exact(void)
{
	struct scale scale = scale_nice(0.3, 5, 0, 1);
	g_autofree char *third = NULL;
	struct decimal tick = scale_tick(&scale, 3);

	third = decimal_to_text(tick);
	g_assert_cmpstr(third, ==, "0.3");
}

static void
test_mirror(void)
{
	g_autoptr(Scene) scene = scene_new("x", "ar", true, 100, 50);
	struct mark *rect = scene_add(scene, MARK_RECT), *text = scene_add(scene, MARK_TEXT);

	rect->x = 10;
	rect->width = 30;
	text->x = 5;
	text->anchor = ANCHOR_LEFT;
	scene_mirror(scene);
	g_assert_cmpfloat(rect->x, ==, 60);
	g_assert_cmpfloat(text->x, ==, 95);
	g_assert_cmpint(text->anchor, ==, ANCHOR_RIGHT);
	scene_mirror(scene);
	g_assert_cmpfloat(rect->x, ==, 10);
	g_assert_cmpint(text->anchor, ==, ANCHOR_LEFT);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/chart/scale/nice", test_nice);
	g_test_add_func("/chart/scale/ticks-exact", test_ticks_exact);
	g_test_add_func("/chart/scene/mirror", test_mirror);
	return g_test_run();
}
