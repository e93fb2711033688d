/* xslt: what stylesheets may do, what they must not, and HTML as it is written. */
#include <glib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/file.h"
#include "base/place.h"
#include "xslt/xslt.h"

#define HEAD "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
#define FOOT "</xsl:stylesheet>"
#define ROOT(body) HEAD "<xsl:template match='/'>" body "</xsl:template>" FOOT

/* A publication and a program, each a folder; the program's stylesheets are not there unless a test
 * puts them. */
struct fixture {
	struct places *places;
};

static void
set_up(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->places = places_new(NULL);
	g_free(fixture->places->dir);
	g_free(fixture->places->share);
	fixture->places->dir = g_dir_make_tmp("chancery-XXXXXX", NULL);
	fixture->places->share = g_dir_make_tmp("chancery-XXXXXX", NULL);
}

static void
tear_down(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	g_assert_true(file_remove(fixture->places->dir, NULL));
	g_assert_true(file_remove(fixture->places->share, NULL));
	places_free(fixture->places);
}

static void
put(const char *folder, const char *relative, const char *text)
{
	g_autofree char *path = g_build_filename(folder, relative, NULL);
	g_autofree char *parent = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The program's templates/t.xsl applied to input; NULL with error set. */
static char *
run(const struct fixture *fixture, const char *stylesheet, const char *input,
    const char *const *params, GError **error)
{
	g_autoptr(Stylesheet) sheet = NULL;
	g_autoptr(GBytes) bytes = NULL;
	xmlDoc *doc = xmlReadMemory(input, (int)strlen(input), NULL, NULL, XML_PARSE_NONET),
	       *result = NULL;

	put(fixture->places->share, "templates/t.xsl", stylesheet);
	sheet = stylesheet_open(fixture->places, "templates/t.xsl", error);
	if (sheet)
		result = stylesheet_apply(sheet, doc, params, error);
	xmlFreeDoc(doc);
	if (!result)
		return NULL;
	bytes = stylesheet_serialise(sheet, result, error);
	xmlFreeDoc(result);
	return bytes ? g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)) : NULL;
}

static void
assert_result(const struct fixture *fixture, const char *stylesheet, const char *input,
	      const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = run(fixture, stylesheet, input, NULL, &error);

	g_assert_no_error(error);
	g_assert_cmpstr(text, ==, expected);
}

/* The job fails, and says part. */
static void
assert_refused(const struct fixture *fixture, const char *stylesheet, const char *part)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = run(fixture, stylesheet, "<a/>", NULL, &error);

	g_assert_null(text);
	g_assert_nonnull(error);
	if (!strstr(error->message, part))
		g_error("“%s” does not say “%s”", error->message, part);
}

static void
test_params(struct fixture *fixture, gconstpointer data)
{
	static const char *const params[] = {"who", "it's \"me\"", NULL};
	g_autoptr(GError) error = NULL;
	g_autofree char *text = run(
		fixture,
		HEAD "<xsl:output omit-xml-declaration='yes'/><xsl:param name='who'/><xsl:template "
		     "match='/'><p><xsl:value-of select='$who'/></p></xsl:template>" FOOT,
		"<a/>", params, &error);

	(void)data;
	g_assert_no_error(error);
	g_assert_cmpstr(text, ==, "<p>it's \"me\"</p>\n");
}

/* What a stylesheet includes is looked for in the publication first, whichever folder it stands in
 * itself. */
static void
test_overlay(struct fixture *fixture, gconstpointer data)
{
	const char *sheet = HEAD "<xsl:output omit-xml-declaration='yes'/><xsl:include "
				 "href='print/../x/one.xsl'/>" FOOT;

	(void)data;
	put(fixture->places->share, "templates/x/one.xsl",
	    HEAD "<xsl:include href='two.xsl'/>" FOOT);
	put(fixture->places->share, "templates/x/two.xsl", ROOT("<ours/>"));
	assert_result(fixture, sheet, "<a/>", "<ours/>\n");
	put(fixture->places->dir, "templates/x/two.xsl", ROOT("<theirs/>"));
	assert_result(fixture, sheet, "<a/>", "<theirs/>\n");
}

static void
test_includes_refused(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	put(fixture->places->share, "outside.xsl", ROOT("<a/>"));
	assert_refused(fixture, HEAD "<xsl:include href='../outside.xsl'/>" FOOT,
		       "not a stylesheet below templates/");
	assert_refused(fixture, HEAD "<xsl:include href='/etc/passwd'/>" FOOT,
		       "not a stylesheet below templates/");
	assert_refused(fixture, HEAD "<xsl:import href='http://localhost/x.xsl'/>" FOOT,
		       "http://localhost/x.xsl");
	assert_refused(fixture, HEAD "<xsl:include href='file:///etc/passwd'/>" FOOT,
		       "/etc/passwd");
	assert_refused(fixture, HEAD "<xsl:include href='missing.xsl'/>" FOOT,
		       "templates/missing.xsl: no such file");
	assert_refused(fixture, HEAD "<xsl:include href='t.xsl'/>" FOOT, "t.xsl");
}

static void
test_reading_refused(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture, ROOT("<xsl:copy-of select=\"document('/etc/hostname')\"/>"), "");
	assert_refused(fixture, ROOT("<xsl:copy-of select=\"document('t.xsl')\"/>"), "");
	assert_refused(fixture, ROOT("<xsl:copy-of select=\"document('')\"/>"), "");
	assert_refused(fixture, ROOT("<xsl:copy-of select=\"document('http://localhost/')\"/>"),
		       "");
}

static void
test_writing_refused(struct fixture *fixture, gconstpointer data)
{
	g_autofree char *path = g_build_filename(fixture->places->dir, "written", NULL);
	g_autofree char *exsl = g_strdup_printf(
		"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
		"xmlns:e='http://exslt.org/common' extension-element-prefixes='e'><xsl:template "
		"match='/'>"
		"<e:document href='%s'><a/></e:document></xsl:template></xsl:stylesheet>",
		path);
	g_autofree char *xt = g_strdup_printf(
		"<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
		"<xsl:template match='/'><xsl:document "
		"href='%s'><a/></xsl:document></xsl:template></xsl:stylesheet>",
		path);

	(void)data;
	assert_refused(fixture, exsl, "");
	assert_refused(fixture, xt, "");
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void
test_markup_refused(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture, "<!DOCTYPE x [<!ENTITY e 'x'>]>" ROOT("<p>&e;</p>"),
		       "DOCTYPE is not allowed");
	assert_refused(
		fixture,
		ROOT("<p/><p>\n<xsl:text disable-output-escaping='yes'>&lt;b></xsl:text></p>"),
		"templates/t.xsl:2: disable-output-escaping");
	assert_refused(fixture, ROOT("<p>"), "templates/t.xsl:1: ");
	assert_refused(fixture, ROOT("<xsl:value-of select='1 +'/>"), "templates/t.xsl:1: ");
	assert_refused(fixture, ROOT("<xsl:value-of select='$nothing'/>"), "");
	assert_refused(fixture, ROOT("<xsl:nonsense/>"), "");
}

static void
test_message_fails(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture, ROOT("<p><xsl:message>label “x” is missing</xsl:message></p>"),
		       "label “x” is missing");
}

static void
test_loops_end(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture,
		       HEAD "<xsl:template match='/' name='r'><xsl:call-template "
			    "name='r'/></xsl:template>" FOOT,
		       "");
	assert_refused(fixture,
		       HEAD "<xsl:template match='/'><xsl:call-template name='r'><xsl:with-param "
			    "name='n' select='40'/>"
			    "</xsl:call-template></xsl:template><xsl:template name='r'><xsl:param "
			    "name='n'/><xsl:if "
			    "test='$n > 0'><xsl:call-template name='r'><xsl:with-param name='n' "
			    "select='$n - 1'/>"
			    "</xsl:call-template><xsl:call-template name='r'><xsl:with-param "
			    "name='n' select='$n - 1'/>"
			    "</xsl:call-template></xsl:if></xsl:template>" FOOT,
		       "");
}

/* After a failure the next job is as good as new. */
static void
test_recovers(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture, ROOT("<xsl:message>no</xsl:message>"), "no");
	assert_result(fixture, ROOT("<p/>"), "<a/>", "<?xml version=\"1.0\"?>\n<p/>\n");
}

#define PAGE(body)                                                                                 \
	HEAD "<xsl:output method='html'/><xsl:template match='/'>" body "</xsl:template>" FOOT

static void
test_html(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_result(fixture,
		      PAGE("<html lang='pl'><head><meta "
			   "charset='utf-8'/><title>&lt;&amp;></title></head><body>"
			   "<p title='&quot;&lt;&amp;'>a<br/>b<span/></p><pre>\n\n "
			   "x<b/></pre></body></html>"),
		      "<a/>",
		      "<!DOCTYPE html>\n<html lang=\"pl\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<title>&lt;&amp;&gt;</title></head>\n<body>\n<p "
		      "title=\"&quot;<&amp;\">a<br>b<span></span></p>\n"
		      "<pre>\n\n\n x<b></b></pre></body></html>\n");
}

static void
test_html_svg(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_result(fixture, PAGE("<div><xsl:copy-of select='/a/*'/></div>"),
		      "<a xmlns:b='urn:b'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 "
		      "1' xml:lang='pl'>"
		      "<linearGradient/><text>ż &lt;</text></svg></a>",
		      "<!DOCTYPE html>\n<div>\n<svg viewBox=\"0 0 1 1\" "
		      "lang=\"pl\"><linearGradient/><text>ż &lt;</text>"
		      "</svg></div>\n");
}

static void
test_html_script(struct fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture, PAGE("<script>1 &lt; 2</script>"), "script");
	assert_refused(fixture, PAGE("<p><style>p {}</style></p>"), "style");
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*test)(struct fixture *, gconstpointer);
	} tests[] = {
		{"/xslt/params", test_params},
		{"/xslt/overlay", test_overlay},
		{"/xslt/includes-refused", test_includes_refused},
		{"/xslt/reading-refused", test_reading_refused},
		{"/xslt/writing-refused", test_writing_refused},
		{"/xslt/markup-refused", test_markup_refused},
		{"/xslt/message-fails", test_message_fails},
		{"/xslt/loops-end", test_loops_end},
		{"/xslt/recovers", test_recovers},
		{"/xslt/html", test_html},
		{"/xslt/html-svg", test_html_svg},
		{"/xslt/html-script", test_html_script},
	};

	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(tests); i++)
		g_test_add(tests[i].name, struct fixture, NULL, set_up, tests[i].test, tear_down);
	return g_test_run();
}
