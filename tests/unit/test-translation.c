/* Units of briefs, how they are paired, the lock, and differences of words. */
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/place.h"
#include "brief/brief.h"
#include "brief/unit.h"
#include "translation/lock.h"
#include "translation/pairing.h"
#include "translation/translation.h"
#include "translation/word_diff.h"

/* The units that a brief is read with are those of its text alone. */
static void
check_alike(const char *markdown, const GPtrArray *units)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(markdown, strlen(markdown));
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Brief) brief = brief_read_source(bytes, "t.md", diags);

	g_assert_cmpuint(brief->units->len, ==, units->len);
	for (guint i = 0; i < units->len; i++) {
		const struct unit *unit = units->pdata[i], *with = brief->units->pdata[i];

		g_assert_cmpint((int)with->kind, ==, (int)unit->kind);
		g_assert_cmpint(with->level, ==, unit->level);
		g_assert_cmpstr(with->name, ==, unit->name);
		g_assert_cmpstr(with->text, ==, unit->text);
		g_assert_cmpint(with->at.line, ==, unit->at.line);
		g_assert_cmpint(with->at.column, ==, unit->at.column);
		g_assert_cmpuint(with->start, ==, unit->start);
		g_assert_cmpuint(with->end, ==, unit->end);
	}
}

/* "heading:## A|paragraph:b c" */
static void
check_units(const char *markdown, const char *expected)
{
	g_autoptr(GPtrArray) units = units_read(markdown, "t.md");
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; i < units->len; i++) {
		const struct unit *unit = g_ptr_array_index(units, i);

		g_string_append_printf(out, "%s%s@%d:%d:%s", i ? "|" : "",
				       unit_kind_name(unit->kind), unit->at.line, unit->at.column,
				       unit->text);
	}
	g_assert_cmpstr(out->str, ==, expected);
	check_alike(markdown, units);
}

static void
test_units(void)
{
	check_units("", "");
	check_units("---\ntitle: T\nsummary: >-\n  a\n  b\n---\n\n## H\n\none\ntwo\n",
		    "title@2:8:T|summary@4:1:a b|heading@8:1:## H|paragraph@10:1:one two");
	check_units("one  \ntwo\\\nthree\n", "paragraph@1:1:one\\\ntwo\\\nthree");
	check_units("> quoted\n> text\n\n- item\n  more\n",
		    "paragraph@1:3:quoted text|paragraph@4:3:item more");
	check_units("![Caption](chart:thefts)\n\n[^1]: Ibid.\n",
		    "figure@1:1:![Caption](chart:thefts)|note@3:1:[^1]: Ibid.");
	check_units("| a | b |\n|---|---|\n| 1 | 2 |\n",
		    "table@1:1:| a | b |\n|---|---|\n| 1 | 2 |");
	check_units("\u0443\u0441\u0456 [](fact:a.b)\n",
		    "paragraph@1:1:\u0443\u0441\u0456 [](fact:a.b)");
}

/* Units are those of the whole brief, read once: notes, quotations, the front matter, a title of
 * its own. */
static void
test_units_of_brief(void)
{
	static const char *const briefs[] = {
		"",
		"---\ntitle: A\nsummary: >-\n  b\n  c\n---\n\n## D\n\n[^1]: Ibid.\n",
		"# Title\n\n> - one\n>   two\n>\n> ```\n> code\n> ```\n\nx[^1]\n\n[^1]: e f\n",
		"---\ntitle: [\n---\ntext\n",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(briefs); i++) {
		g_autoptr(GPtrArray) units = units_read(briefs[i], "t.md");

		check_alike(briefs[i], units);
	}
}

static void
test_names(void)
{
	g_autoptr(GPtrArray) units = units_read("a\n\na\n\nb\n", "t.md");
	g_autoptr(GPtrArray) wrapped = units_read("one two\n", "t.md");
	g_autoptr(GPtrArray) joined = units_read("one\ntwo\n", "t.md");
	g_autofree char *decomposed = unit_digest("e\u0301");
	g_autofree char *composed = unit_digest("\u00e9");
	const struct unit *first = units->pdata[0], *second = units->pdata[1];

	g_assert_cmpuint(strlen(first->name), ==, 8);
	g_assert_true(g_str_has_prefix(first->digest, first->name));
	g_assert_cmpstr(second->name + 8, ==, "-2");
	/* To wrap lines anew changes nothing. */
	g_assert_cmpstr(((struct unit *)wrapped->pdata[0])->name, ==,
			((struct unit *)joined->pdata[0])->name);
	g_assert_cmpstr(decomposed, ==, composed);
}

/* A publication on disk, with briefs in en and pl of the bulletin b. */
struct fixture {
	char *dir;
	struct places *places;
};

static void
write_brief(const struct fixture *fixture, const char *lang, const char *text)
{
	g_autofree char *name = g_strdup_printf("%s.md", lang);
	g_autofree char *path =
		g_build_filename(fixture->dir, "content", "bulletins", "b", name, NULL);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
set_up(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *folder = NULL;

	(void)data;
	fixture->dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	folder = g_build_filename(fixture->dir, "content", "bulletins", "b", NULL);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
	fixture->places = places_new(fixture->dir);
}

static void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	g_assert_true(file_remove(fixture->dir, NULL));
	places_free(fixture->places);
	g_free(fixture->dir);
}

/* The states of the pairs, "csum" by their first letters (u: unstamped). */
static char *
states(const struct fixture *fixture)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Lock) lock = lock_read(fixture->places, "b", NULL, diags, NULL);
	g_autoptr(Pairing) pairing = translation_pair(fixture->places, "b", "en", "pl", lock, NULL);
	GString *out = g_string_new(NULL);

	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 0);
	for (guint i = 0; i < pairing->pairs->len; i++)
		g_string_append_c(
			out, *pair_state_name(g_array_index(pairing->pairs, struct pair, i).state));
	return g_string_free(out, FALSE);
}

static void
check_states(const struct fixture *fixture, const char *expected)
{
	g_autofree char *found = states(fixture);

	g_assert_cmpstr(found, ==, expected);
}

static guint
stamp(const struct fixture *fixture, const char *const *names)
{
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Lock) lock = lock_read(fixture->places, "b", NULL, diags, NULL);
	g_autoptr(Pairing) pairing = translation_pair(fixture->places, "b", "en", "pl", lock, NULL);
	guint stamped = 0;

	g_assert_true(translation_stamp(pairing, lock, "pl", names, &stamped, NULL));
	g_assert_true(lock_write(lock, fixture->places, "b", "en", NULL));
	return stamped;
}

static void
test_course(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	write_brief(fixture, "en", "## A\n\none\n\ntwo\n\nthree\n");
	write_brief(fixture, "pl", "## Ą\n\njeden\n\ndwa\n\ntrzy\n");
	check_states(fixture, "uuuu");
	g_assert_cmpuint(stamp(fixture, NULL), ==, 4);
	check_states(fixture, "cccc");
	/* One changed; then the translation too, before it is stamped. */
	write_brief(fixture, "en", "## A\n\none\n\ntwo!\n\nthree\n");
	check_states(fixture, "ccsc");
	write_brief(fixture, "pl", "## Ą\n\njeden\n\ndwa!\n\ntrzy\n");
	check_states(fixture, "ccsc");
	g_assert_cmpuint(stamp(fixture, NULL), ==, 1);
	check_states(fixture, "cccc");
	/* One new in the source, one gone. */
	write_brief(fixture, "en", "## A\n\nnew\n\none\n\nthree\n");
	check_states(fixture, "cmcc");
	write_brief(fixture, "en", "## A\n\none\n\ntwo!\n\nthree\n\nfour\n");
	check_states(fixture, "ccccm");
	/* Moved: nothing else is touched. */
	write_brief(fixture, "en", "## A\n\none\n\ntwo!\n\nthree\n\n## B\n");
	check_states(fixture, "ccccm");
	write_brief(fixture, "pl", "## Ą\n\njeden\n\ndwa!\n\ntrzy\n\n## Be\n");
	check_states(fixture, "ccccu");
}

static void
test_some(struct fixture *fixture, gconstpointer data)
{
	g_autoptr(GPtrArray) units = NULL;
	const char *names[] = {NULL, NULL};

	(void)data;
	write_brief(fixture, "en", "one\n\ntwo\n");
	write_brief(fixture, "pl", "jeden\n\ndwa\n");
	stamp(fixture, NULL);
	write_brief(fixture, "en", "one!\n\ntwo!\n");
	check_states(fixture, "ss");
	units = translation_units(fixture->places, "b", "en", NULL);
	names[0] = ((struct unit *)units->pdata[1])->name;
	g_assert_cmpuint(stamp(fixture, names), ==, 1);
	check_states(fixture, "sc");
}

static void
test_unknown_unit(struct fixture *fixture, gconstpointer data)
{
	const char *names[] = {"ffffffff", NULL};
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Lock) lock = NULL;
	g_autoptr(Pairing) pairing = NULL;
	g_autoptr(GError) error = NULL;
	guint stamped;

	(void)data;
	write_brief(fixture, "en", "one\n");
	write_brief(fixture, "pl", "jeden\n");
	lock = lock_read(fixture->places, "b", NULL, diags, NULL);
	pairing = translation_pair(fixture->places, "b", "en", "pl", lock, NULL);
	g_assert_false(translation_stamp(pairing, lock, "pl", names, &stamped, &error));
	g_assert_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE);
}

/* What was translated can be read again, and is believed only whole. */
static void
test_lock(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *path =
		g_build_filename(fixture->dir, "content/bulletins/b", "translations.lock", NULL);
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Lock) lock = NULL, damaged = NULL;
	g_autofree char *text = NULL;
	const struct lock_entry *entry;

	(void)data;
	write_brief(fixture, "en", "a \"quoted\" \\ text\n");
	write_brief(fixture, "pl", "tekst\n");
	stamp(fixture, NULL);
	lock = lock_read(fixture->places, "b", NULL, diags, NULL);
	entry = lock_entries(lock, "pl")->pdata[0];
	g_assert_cmpstr(lock_text(lock, entry->unit), ==, "a \"quoted\" \\ text");
	g_assert_null(lock_entries(lock, "uk"));
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	*strstr(text, "quoted") = 'Q';
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	damaged = lock_read(fixture->places, "b", NULL, diags, NULL);
	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 1);
	g_assert_null(lock_text(damaged, entry->unit));
}

/* A lock is no text that text_read has cleaned: cut off within a character it is refused too. */
static void
test_lock_encoding(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *path =
		g_build_filename(fixture->dir, "content/bulletins/b", "translations.lock", NULL);
	g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, "cut \xe2", -1);
	g_autofree char *text =
		g_strdup_printf("{\"source\": \"en\", \"languages\": {}, \"units\": {\"%.8s\": "
				"{\"digest\": \"%s\", \"text\": \"cut \xe2\"}}}",
				digest, digest);
	g_autofree char *name = g_strndup(digest, 8);
	g_autoptr(DiagList) diags = diag_list_new();
	g_autoptr(Lock) lock = NULL;

	(void)data;
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	lock = lock_read(fixture->places, "b", NULL, diags, NULL);
	g_assert_cmpuint(diag_list_count(diags, DIAG_ERROR), ==, 1);
	g_assert_null(lock_text(lock, name));
}

static void
check_diff(const char *before, const char *after, const char *expected)
{
	g_autoptr(GPtrArray) runs = word_diff(before, after);
	g_autofree char *text = word_diff_to_text(runs);

	g_assert_cmpstr(text, ==, expected);
}

static void
test_diff(void)
{
	check_diff("a b c", "a b c", "a b c");
	check_diff("a b c", "a x c", "a [-b-] {+x+} c");
	check_diff("a b", "a b c", "a b {+c+}");
	check_diff("", "a", "{+a+}");
	check_diff("a", "", "[-a-]");
	check_diff("约281亿", "约282亿", "约[-281-]{+282+}亿");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/translation/units", test_units);
	g_test_add_func("/translation/units/brief", test_units_of_brief);
	g_test_add_func("/translation/names", test_names);
	g_test_add_func("/translation/diff", test_diff);
	g_test_add("/translation/course", struct fixture, NULL, set_up, test_course, tear_down);
	g_test_add("/translation/some", struct fixture, NULL, set_up, test_some, tear_down);
	g_test_add("/translation/unknown-unit", struct fixture, NULL, set_up, test_unknown_unit,
		   tear_down);
	g_test_add("/translation/lock", struct fixture, NULL, set_up, test_lock, tear_down);
	g_test_add("/translation/lock/encoding", struct fixture, NULL, set_up, test_lock_encoding,
		   tear_down);
	return g_test_run();
}
