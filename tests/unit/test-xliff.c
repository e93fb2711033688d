/* Codes of units, and XLIFF there and back. */
#include <string.h>

#include "base/diag.h"
#include "base/place.h"
#include "brief/unit.h"
#include "translation/codes.h"
#include "translation/lock.h"
#include "translation/pairing.h"
#include "translation/xliff.h"

/* Words as they are, codes in braces, those of pairs with < and >. */
static void
check_codes(const char *text, enum unit_kind kind, const char *expected)
{
	static const char *const open[] = {"", "{", "<", ">"}, *const close[] = {"", "}", "", ""};
	g_autoptr(GPtrArray) codes = codes_split(text, kind);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GString) whole = g_string_new(NULL);

	for (guint i = 0; i < codes->len; i++) {
		const struct code *code = g_ptr_array_index(codes, i);

		g_string_append_printf(out, "%s%s%s", open[code->kind], code->text,
				       close[code->kind]);
		g_string_append(whole, code->text);
	}
	g_assert_cmpstr(whole->str, ==, text);
	g_assert_cmpstr(out->str, ==, expected);
}

static void
test_codes(void)
{
	check_codes("plain", UNIT_PARAGRAPH, "plain");
	check_codes("a [](fact:x.y) b", UNIT_PARAGRAPH, "a {[](fact:x.y)} b");
	check_codes("a [b](fact:x.y)", UNIT_PARAGRAPH, "a <[b>](fact:x.y)");
	check_codes("a[^1] b", UNIT_PARAGRAPH, "a{[^1]} b");
	check_codes("[^1]: Ibid.", UNIT_NOTE, "{[^1]: }Ibid.");
	check_codes("![Caption](chart:c)", UNIT_FIGURE, "<![Caption>](chart:c)");
	check_codes("![Alt](p.jpg \"Words\")", UNIT_PARAGRAPH, "<![Alt>](p.jpg \"Words{\")}");
	check_codes("a *b* **c** d", UNIT_PARAGRAPH, "a <*b>* <**c>** d");
	check_codes("2 * 3 * 4", UNIT_PARAGRAPH, "2 * 3 * 4");
	check_codes("*a", UNIT_PARAGRAPH, "*a");
	check_codes("\\[a\\] `[b](c)` [d", UNIT_PARAGRAPH, "\\[a\\] {`[b](c)`} [d");
	check_codes("[a [b](x) c", UNIT_PARAGRAPH, "[a <[b>](x) c");
	check_codes("[a](x(y)z)", UNIT_PARAGRAPH, "<[a>](x(y)z)");
	check_codes("*a [b* c](x)", UNIT_PARAGRAPH, "*a <[b* c>](x)");
	check_codes("| a | b |\n|---|--:|\n| 1 | [](fact:x.y) |", UNIT_TABLE,
		    "{| }a{ | }b{ |\n|---|--:|\n| }1{ | }{[](fact:x.y)}{ |}");
	check_codes("int *p;\n", UNIT_CODE, "{int *p;\n}");
}

static const char source[] =
	"---\ntitle: Title\n---\n\n## Heading\n\nIt was [](fact:a.b) *big*.[^1]\n\n"
	"- one [two](cite:s)\n\n[^1]: Note.\n";
static const char translation[] =
	"---\ntitle: Tytu\u0142\n---\n\n## Nag\u0142\u00f3wek\n\n[](fact:a.b) "
	"by\u0142o\n*du\u017ce*.[^1]\n\n"
	"- raz [dwa](cite:s)\n\n[^1]: Uwaga.\n";

static struct xliff_names names = {"en.md", "en", "pl"};

/* What an import says and makes of text, after export and change of it from `from` to `to`. */
static struct xliff_result *
round_trip(const char *brief, const char *from, const char *to, char **said)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Places) nowhere = places_new("/nonexistent");
	g_autoptr(Lock) lock = lock_read(nowhere, "b", NULL, diags, NULL);
	GPtrArray *units = brief ? units_read(brief, "pl.md") : g_ptr_array_new();
	g_autoptr(Pairing) pairing = pairing_new(units_read(source, "en.md"), units, lock, "pl");
	g_autoptr(GBytes) bytes = xliff_export(pairing, &names);
	struct xliff_input input = {source, brief, pairing, &names};
	g_autoptr(GString) text =
		g_string_new_len(g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
	g_autoptr(GBytes) changed = NULL;
	struct xliff_result *result;

	if (from) {
		g_assert_nonnull(strstr(text->str, from));
		g_string_replace(text, from, to, 1);
	}
	changed = g_bytes_new(text->str, text->len);
	result = xliff_import(changed, "t.xlf", &input, diags);
	*said = diag_list_to_text(diags, NULL, false);
	return result;
}

static void
check_import(const char *brief, const char *from, const char *to, const char *expected)
{
	g_autofree char *said = NULL;
	g_autoptr(XliffResult) result = round_trip(brief, from, to, &said);

	g_assert_cmpstr(said, ==, "");
	g_assert_nonnull(result);
	g_assert_cmpstr(result->brief, ==, expected);
}

static void
check_refused(const char *from, const char *to, const char *expected)
{
	g_autofree char *said = NULL;
	g_autoptr(XliffResult) result = round_trip(translation, from, to, &said);

	g_assert_null(result);
	g_assert_nonnull(strstr(said, "[xliff-invalid]"));
	if (!strstr(said, expected))
		g_test_message("%s", said);
	g_assert_nonnull(strstr(said, expected));
}

static void
test_same(void)
{
	check_import(translation, NULL, NULL, translation);
}

static void
test_changed(void)
{
	check_import(translation, "<target>Tytu\u0142", "<target>\"Nowy\" tytu\u0142",
		     "---\ntitle: \"\\\"Nowy\\\" tytu\u0142\"\n---\n\n## "
		     "Nag\u0142\u00f3wek\n\n[](fact:a.b) by\u0142o\n"
		     "*du\u017ce*.[^1]\n\n- raz [dwa](cite:s)\n\n[^1]: Uwaga.\n");
	check_import(translation, " by\u0142o", " jest",
		     "---\ntitle: Tytu\u0142\n---\n\n## Nag\u0142\u00f3wek\n\n[](fact:a.b) jest "
		     "*du\u017ce*.[^1]\n\n"
		     "- raz [dwa](cite:s)\n\n[^1]: Uwaga.\n");
}

/* A brief that is new has what was translated, and nothing of the source. */
static void
test_new(void)
{
	check_import(NULL, "<source>Title</source>",
		     "<source>Title</source><target>Tytu\u0142</target>",
		     "---\ntitle: \"Tytu\u0142\"\n---\n\n");
}

static void
test_added(void)
{
	static const char shorter[] = "---\ntitle: Tytu\u0142\n---\n\n## Nag\u0142\u00f3wek\n\n"
				      "[](fact:a.b) *du\u017ce*.[^1]\n\n[^1]: Uwaga.\n";

	check_import(shorter, ">two</pc></source>",
		     ">two</pc></source><target>raz <pc id=\"1\">dwa</pc></target>",
		     "---\ntitle: Tytu\u0142\n---\n\n## Nag\u0142\u00f3wek\n\n[](fact:a.b) "
		     "*du\u017ce*.[^1]\n\n"
		     "- raz [dwa](cite:s)\n\n[^1]: Uwaga.\n");
}

static void
test_damaged(void)
{
	const char *fact = "<target><ph id=\"1\" canCopy=\"no\" canDelete=\"no\" type=\"link\" "
			   "subType=\"chancery:fact\" dataRef=\"d1\"/>";

	check_refused(fact, "<target>", "the target lacks the inline code of “[](fact:a.b)”");
	check_refused(fact, "<target><ph id=\"9\"/>", "no inline code of this unit is called “9”");
	check_refused(fact, "<target><ph id=\"1\"/><ph id=\"1\"/>", "a second time");
	check_refused(fact, "<target><pc id=\"1\">x</pc>", "of another kind");
	check_refused(fact, "<target><ph id=\"1\"/>[](fact:c.d)", "read as markup");
	check_refused(fact, "<target><b/><ph id=\"1\"/>", "cannot stand in a text");
	check_refused("srcLang=\"en\"", "srcLang=\"de\"", "this file is from “de” to “pl”");
	check_refused("</xliff>", "", "not well-formed");
	check_refused("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"b\">]><xliff", "not well-formed");
}

/* The place is that of the code. */
static void
test_places(void)
{
	g_autofree char *said = NULL;
	g_autoptr(XliffResult) result =
		round_trip(translation, "Tytu\u0142<", "Tytu\u0142<ph id=\"7\"/><", &said);

	g_assert_null(result);
	if (!strstr(said, "t.xlf:7:22: error"))
		g_test_message("%s", said);
	g_assert_nonnull(strstr(said, "t.xlf:7:22: error"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xliff/codes", test_codes);
	g_test_add_func("/xliff/same", test_same);
	g_test_add_func("/xliff/changed", test_changed);
	g_test_add_func("/xliff/new", test_new);
	g_test_add_func("/xliff/added", test_added);
	g_test_add_func("/xliff/damaged", test_damaged);
	g_test_add_func("/xliff/places", test_places);
	return g_test_run();
}
