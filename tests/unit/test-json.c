/* JSON keeps the order of members and the text of numbers. */
#include <glib.h>
#include "base/json.h"

static void
assert_printed(const struct json *value, const char *expected)
{
	g_autoptr(GBytes) bytes = json_print(value);
	g_autofree char *text =
		g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));

	g_assert_cmpstr(text, ==, expected);
}

static void
test_numbers(void)
{
	static const char *const texts[] = {"281.10", "281000000", "-0.5", "123456789012345678"};
	g_autoptr(Json) object = json_new_object();
	g_autoptr(GString) expected = g_string_new("{\n");

	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *name = g_strdup_printf("n%d", (int)i);
		struct decimal number;

		g_assert_true(decimal_parse(texts[i], &number));
		json_put_decimal(object, name, number);
		g_string_append_printf(expected, "  \"%s\": %s%s\n", name, texts[i],
				       i + 1 < G_N_ELEMENTS(texts) ? "," : "");
	}
	g_string_append(expected, "}\n");
	assert_printed(object, expected->str);
}

static void
test_members(void)
{
	g_autoptr(Json) object = json_new_object();
	struct json *list = json_new_array();

	json_put_text(object, "z", "a/b \"ż\"\n");
	json_put_text(object, "missing", NULL);
	json_put_null(object, "a");
	json_put_integer(object, "m", 2);
	json_append_text(list, "x");
	json_append_text(list, NULL);
	json_append(list, json_new_object());
	g_assert_cmpuint(json_length(list), ==, 2);
	json_put(object, "list", list);
	assert_printed(object, "{\n  \"z\": \"a/b \\\"ż\\\"\\n\",\n  \"a\": null,\n  \"m\": 2,\n"
			       "  \"list\": [\n    \"x\",\n    {\n    }\n  ]\n}\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/json/numbers", test_numbers);
	g_test_add_func("/json/members", test_members);
	return g_test_run();
}
