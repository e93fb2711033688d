/* What cairo wrote is read as text, completed and written again (gen/pdf/body, token, literal). */
#include <cairo-pdf.h>
#include <glib.h>
#include <string.h>
#include "pdf/body.h"
#include "pdf/kids.h"
#include "pdf/literal.h"
#include "pdf/token.h"

static struct token
token_of(const char *text)
{
	return (struct token){text, text + strlen(text)};
}

static char *
text_of(struct token token)
{
	return g_strndup(token.start, (gsize)(token.end - token.start));
}

static cairo_status_t
append_bytes(void *bytes, const unsigned char *data, unsigned int length)
{
	g_byte_array_append(bytes, data, length);
	return CAIRO_STATUS_SUCCESS;
}

/* One page of cairo's with a rectangle. */
static GBytes *
draw(void)
{
	GByteArray *bytes = g_byte_array_new();
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, bytes, 99, 99);
	cairo_t *cr;

	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
	cr = cairo_create(surface);
	cairo_rectangle(cr, 10, 10, 20, 20);
	cairo_fill(cr);
	cairo_show_page(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
	return g_byte_array_free_to_bytes(bytes);
}

static void
assert_key(const char *dictionary, const char *key, const char *expected)
{
	struct token whole = token_of(dictionary), value;
	bool found = token_find_key(&whole, key, &value);
	g_autofree char *text = found ? text_of(value) : NULL;

	g_assert_cmpstr(text, ==, expected);
}

/* Keys are those of the dictionary itself, not of one inside, nor what a string or comment says. */
static void
test_keys(void)
{
	static const char text[] = "<< /Type /Page % /K 1\n /A << /K 2 >> /Title (/K 3 \\) >>) "
				   "/Kids [1 0 R << /K 4 >>] /P 12 0 R/K [5 6]>>";

	assert_key(text, "/K", "[5 6]");
	assert_key(text, "/A", "<< /K 2 >>");
	assert_key(text, "/P", "12 0 R");
	assert_key(text, "/Kids", "[1 0 R << /K 4 >>]");
	assert_key(text, "/Type", "/Page");
	assert_key(text, "/Pg", NULL);
	assert_key("<< /K", "/K", NULL);
	assert_key("12", "/K", NULL);
}

static void
test_references(void)
{
	struct token reference = token_of("12 0 R"), number = token_of("12"), name = token_of("/R");

	g_assert_cmpuint(token_reference(&reference), ==, 12);
	g_assert_cmpuint(token_reference(&number), ==, 0);
	g_assert_cmpuint(token_reference(&name), ==, 0);
}

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

/* The only page of a file, by way of the catalog. */
static guint
page_of(const struct body *body)
{
	guint pages = body_reference(body, body_root(body), "/Pages");
	g_autoptr(GArray) none = kids_read(body, pages);
	struct token text = body_object(body, pages), kids, kid;

	g_assert_cmpuint(none->len, ==, 0);
	g_assert_true(token_find_key(&text, "/Kids", &kids));
	kids.start++;
	g_assert_true(token_next_object(&kids.start, kids.end, &kid));
	return token_reference(&kid);
}

static void
test_reads_cairo(void)
{
	g_autoptr(GBytes) drawn = draw();
	g_autoptr(GError) error = NULL;
	g_autoptr(Body) body = body_read(drawn, &error);
	g_autoptr(GBytes) content = NULL, none = NULL;
	g_autofree char *text = NULL;
	guint contents;

	g_assert_no_error(error);
	contents = body_reference(body, page_of(body), "/Contents");
	content = body_stream(body, contents, &error);
	g_assert_no_error(error);
	text = g_strndup(g_bytes_get_data(content, NULL), g_bytes_get_size(content));
	g_assert_nonnull(strstr(text, "re f"));
	none = body_stream(body, body_root(body), &error);
	g_assert_null(none);
	g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

static void
test_edits(void)
{
	g_autoptr(GBytes) drawn = draw();
	g_autoptr(Body) body = body_read(drawn, NULL);
	guint added = body_add(body, g_strdup("<< /S /P /K 7 /P 1 0 R >>"));
	g_autofree char *text = NULL, *gone = NULL;
	g_autoptr(GArray) kids = NULL;

	body_set_key(body, added, "/P", "2 0 R");
	body_set_key(body, added, "/Lang", "(pl)");
	body_remove_key(body, added, "/S");
	body_remove_key(body, added, "/None");
	g_assert_cmpuint(body_reference(body, added, "/P"), ==, 2);
	kids = kids_read(body, added);
	g_assert_cmpuint(kids->len, ==, 1);
	g_array_append_val(kids, ((struct kid){.object = 3}));
	kids_write(body, added, kids);
	text = text_of(body_object(body, added));
	assert_key(text, "/S", NULL);
	assert_key(text, "/Lang", "(pl)");
	assert_key(text, "/K", "[7 3 0 R  ]");
	body_drop(body, added);
	gone = text_of(body_object(body, added));
	g_assert_cmpstr(gone, ==, "");
}

/*
 * The same body gives the same bytes, the version asked for, and information only while it is
 * there.
 */
static void
test_writes(void)
{
	g_autoptr(GBytes) drawn = draw();
	g_autoptr(Body) body = body_read(drawn, NULL);
	g_autoptr(GBytes) one = body_write(body, "1.7"), two = body_write(body, "1.7");
	g_autoptr(GBytes) bare = NULL;
	const char *text;

	g_assert_true(g_bytes_equal(one, two));
	text = g_bytes_get_data(one, NULL);
	g_assert_true(g_str_has_prefix(text, "%PDF-1.7\n"));
	g_assert_nonnull(memmem(text + g_bytes_get_size(one) - 30, 30, "startxref", 9));
	body_drop(body, body_info(body));
	g_assert_cmpuint(body_info(body), ==, 0);
	bare = body_write(body, "2.0");
	g_assert_true(g_str_has_prefix(g_bytes_get_data(bare, NULL), "%PDF-2.0\n"));
	g_assert_cmpuint(g_bytes_get_size(bare), <, g_bytes_get_size(one));
}

/* Cut off or bent anywhere, it is refused or read, and nothing worse. */
static void
test_refuses(void)
{
	g_autoptr(GBytes) drawn = draw();
	gsize size;
	const char *data = g_bytes_get_data(drawn, &size);

	for (gsize length = 0; length < size; length++) {
		g_autoptr(GBytes) part = g_bytes_new(data, length);
		g_autoptr(Body) body = body_read(part, NULL);

		g_assert_true(!body || length > size - 8);
	}
	for (gsize place = 0; place < size; place++) {
		g_autofree char *copy = g_memdup2(data, size);
		g_autoptr(GBytes) bent = NULL;
		g_autoptr(Body) body = NULL;

		copy[place] = copy[place] == '9' ? '(' : '9';
		bent = g_bytes_new(copy, size);
		body = body_read(bent, NULL);
		if (body)
			g_bytes_unref(body_write(body, "1.7"));
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf/token/keys", test_keys);
	g_test_add_func("/pdf/token/references", test_references);
	g_test_add_func("/pdf/literal", test_literals);
	g_test_add_func("/pdf/body/reads-cairo", test_reads_cairo);
	g_test_add_func("/pdf/body/edits", test_edits);
	g_test_add_func("/pdf/body/writes", test_writes);
	g_test_add_func("/pdf/body/refuses", test_refuses);
	return g_test_run();
}
