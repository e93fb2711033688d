/* Objects and streams as a file, and the words they are written with (gen/pdf/body, literal). */
#include <glib.h>
#include <string.h>
#include "pdf/body.h"
#include "pdf/icc.h"
#include "pdf/literal.h"
#include "pdf_fixture.h"

static void
assert_literal(const char *text, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);

	literal_append_text(out, text);
	g_assert_cmpstr(out->str, ==, expected);
}

static void
test_literals(void)
{
	g_autofree char *date = literal_date("2021-02-10T08:30:00Z"), *epoch = literal_date(NULL);

	assert_literal("a (b) \\", "(a \\(b\\) \\\\)");
	assert_literal("ż", "<feff017c>");
	assert_literal("a\n", "<feff0061000a>");
	assert_literal("\xF0\x9F\x9A\xA2", "<feffd83ddea2>");
	assert_literal(NULL, "()");
	g_assert_cmpstr(date, ==, "D:20210210083000Z");
	g_assert_cmpstr(epoch, ==, "D:19700101000000Z");
}

static void
test_numbers(void)
{
	static const double values[] = {0, 1, -1, 12.5, 0.05, -0.004, -0.25, 841.889, 1e9};
	g_autoptr(GString) out = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
		literal_append_number(out, values[i]);
	g_assert_cmpstr(out->str, ==, "0 1 -1 12.5 .05 0 -.25 841.89 1000000000 ");
	g_string_truncate(out, 0);
	literal_append_integer(out, G_MININT64 + 1);
	literal_append_integer(out, 0);
	literal_append_reference(out, 12);
	g_assert_cmpstr(out->str, ==, "-9223372036854775807012 0 R");
}

static void
test_order(void)
{
	static const char *const sorted[] = {"",   "Z",	      "a", "ab",	 "b",
					     "aż", "b\u00AD", "ż", "\U0001F6A2", "\uFFFD"};

	for (gsize i = 0; i < G_N_ELEMENTS(sorted); i++) {
		for (gsize j = 0; j < G_N_ELEMENTS(sorted); j++) {
			int order = literal_compare(sorted[i], sorted[j]);

			g_assert_true(i < j ? order < 0 : i > j ? order > 0 : order == 0);
		}
	}
}

/* A page without content, n more objects, *last the last of them, and a stream of each kind. */
static GBytes *
file_of(const char *version, guint n, bool info, guint *last)
{
	static const char letters[] = "a stream of letters, letters, letters and letters";
	g_autoptr(Body) body = body_new(version);
	g_autoptr(GBytes) data = g_bytes_new_static(letters, strlen(letters));
	guint root = body_reserve(body), pages = body_reserve(body), page = body_reserve(body);
	guint about = info ? body_add(body, g_strdup("<</Title(A)>>")) : 0;

	g_assert_cmpuint(page, ==, 3);
	for (guint i = 0; i < n; i++)
		*last = body_add(body, g_strdup_printf("<</N %u>>", i));
	body_add_stream(body, "/Kind/Plain", data);
	body_add_packed(body, "/Kind/Packed/Filter/ASCIIHexDecode", data);
	body_put(body, page,
		 g_strdup_printf("<</Type/Page/Parent %u 0 R/MediaBox[0 0 9 9]/Resources<<>>>>",
				 pages));
	body_put(body, pages, g_strdup_printf("<</Type/Pages/Count 1/Kids[%u 0 R]>>", page));
	return body_finish(body, root, g_strdup_printf("<</Type/Catalog/Pages %u 0 R>>", pages),
			   about, NULL);
}

/* qpdf finds every object where the table says it is. */
static void
test_reads_back(void)
{
	static const guint sizes[] = {0, 1, OBJECTS_PER_STREAM - 3, OBJECTS_PER_STREAM, 1000};
	const char *check[] = {"qpdf", "--check", "FILE", NULL};
	const char *show[] = {"qpdf", "--show-object=", "FILE", NULL};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		guint number = 0;
		g_autoptr(GBytes) file = file_of("1.7", sizes[i], true, &number);
		g_autofree char *said = pdf_judge(file, check);
		g_autofree char *last = g_strdup_printf("--show-object=%u", number);
		g_autofree char *expected = g_strdup_printf("<< /N %u >>\n", sizes[i] - 1);
		g_autofree char *shown = NULL;

		g_assert_nonnull(strstr(said, "No syntax or stream encoding errors"));
		if (sizes[i] == 0)
			continue;
		show[1] = last;
		shown = pdf_judge(file, show);
		g_assert_cmpstr(shown, ==, expected);
	}
}

/* Three objects, of which the last was reserved; entry: what is made of the entry of the second. */
static void
assert_broken(bool written, struct entry entry, const char *expected)
{
	g_autoptr(Body) body = body_new("1.7");
	guint root = body_reserve(body), plain, late;
	g_autoptr(GBytes) data = g_bytes_new_static("data", 4), file = NULL;
	g_autoptr(GError) error = NULL;

	plain = body_add_stream(body, "", data);
	late = body_reserve(body);
	if (written)
		body_put(body, late, g_strdup("null"));
	if (entry.type != ENTRY_FREE)
		g_array_index(body->entries, struct entry, plain) = entry;
	file = body_finish(body, root, g_strdup("<</Type/Catalog>>"), 0, &error);
	if (!expected) {
		g_assert_no_error(error);
		g_assert_nonnull(file);
		return;
	}
	g_assert_null(file);
	g_assert_nonnull(strstr(error->message, expected));
}

/* What is not whole is told, not written. */
static void
test_whole(void)
{
	const struct entry as_is = {ENTRY_FREE, 0, 0};

	assert_broken(true, as_is, NULL);
	assert_broken(false, as_is, "object 3 was never written");
	assert_broken(true, (struct entry){ENTRY_PLAIN, 0, 0}, "object 2 is not where");
	assert_broken(true, (struct entry){ENTRY_PLAIN, 0, 1u << 30}, "object 2 is not where");
	assert_broken(true, (struct entry){ENTRY_PACKED, 0, 1u << 30}, "object 2 is not where");
	/* the third is in a pack itself */
	assert_broken(true, (struct entry){ENTRY_PACKED, 0, 3}, "object 2 is not where");
}

static void
test_same_bytes(void)
{
	guint last;
	g_autoptr(GBytes) one = file_of("1.7", 5, true, &last);
	g_autoptr(GBytes) two = file_of("1.7", 5, true, &last);
	g_autoptr(GBytes) other = file_of("2.0", 6, false, &last);
	const char *text = g_bytes_get_data(one, NULL);

	g_assert_true(g_bytes_equal(one, two));
	g_assert_true(g_str_has_prefix(text, "%PDF-1.7\n"));
	g_assert_nonnull(memmem(text, g_bytes_get_size(one), "/Info 4 0 R", 11));
	text = g_bytes_get_data(other, NULL);
	g_assert_true(g_str_has_prefix(text, "%PDF-2.0\n"));
	g_assert_null(memmem(text, g_bytes_get_size(other), "/Info", 5));
}

static void
test_streams(void)
{
	g_autoptr(Body) body = body_new("1.7");
	g_autofree char *letters = g_strnfill(64, 'a');
	g_autoptr(GBytes) data = g_bytes_new_static(letters, 64);
	guint deflated = body_add_stream(body, "/N 3", data);
	guint well = body_add_stream_well(body, "/N 4", data);
	guint packed = body_add_packed(body, "/Filter/DCTDecode", data);
	g_autoptr(GBytes) one = pdf_stream(body, deflated), two = pdf_stream(body, packed);
	g_autoptr(GBytes) three = pdf_stream(body, well);
	g_autofree char *keys = pdf_object(body, deflated), *other = pdf_object(body, packed);
	g_autofree char *keys_well = pdf_object(body, well);

	g_assert_true(g_bytes_equal(one, data));
	g_assert_true(g_bytes_equal(two, data));
	g_assert_true(g_bytes_equal(three, data));
	g_assert_true(g_str_has_prefix(keys, "<</N 3/Filter/FlateDecode/Length 1"));
	g_assert_true(g_str_has_prefix(keys_well, "<</N 4/Filter/FlateDecode/Length 1"));
	g_assert_true(g_str_has_prefix(other, "<</Filter/DCTDecode/Length 64"));
}

static void
test_icc(void)
{
	g_autoptr(GBytes) profile = icc_srgb();
	gsize size;
	const guint8 *data = g_bytes_get_data(profile, &size);
	guint32 stated = (guint32)data[2] << 8 | data[3];

	g_assert_cmpuint(stated, ==, size);
	g_assert_true(memcmp(data + 36, "acsp", 4) == 0);
	g_assert_cmpint(data[131], ==, 10);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/literal/texts", test_literals);
	g_test_add_func("/pdf/literal/numbers", test_numbers);
	g_test_add_func("/pdf/literal/order", test_order);
	g_test_add_func("/pdf/body/reads-back", test_reads_back);
	g_test_add_func("/pdf/body/whole", test_whole);
	g_test_add_func("/pdf/body/same-bytes", test_same_bytes);
	g_test_add_func("/pdf/body/streams", test_streams);
	g_test_add_func("/pdf/icc", test_icc);
	return g_test_run();
}
