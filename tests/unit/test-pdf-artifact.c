/* What is painted outside marked content becomes an artifact; what is inside is left alone. */
#include <glib.h>
#include <string.h>
#include "pdf/artifact.h"
#include "pdf/icc.h"

static void
expect(const char *in, const char *out)
{
	g_autoptr(GString) got = artifact_mark(in, strlen(in));

	g_assert_cmpstr(got->str, ==, out);
}

static void
test_wraps(void)
{
	expect("0.5 g 10 10 50 1 re f\n", "0.5 g\n/Artifact BMC 10 10 50 1 re f\nEMC\n");
	expect("q BT /f-0 1 Tf <01>Tj ET Q", "q\n/Artifact BMC BT /f-0 1 Tf <01>Tj ET\nEMC Q");
}

static void
test_leaves_tagged(void)
{
	expect("/P << /MCID 0 >> BDC BT (a) Tj ET EMC", "/P << /MCID 0 >> BDC BT (a) Tj ET EMC");
}

/* A parenthesis or an operator's name inside a string is no operator. */
static void
test_strings(void)
{
	expect("/P <</MCID 0>> BDC BT (\\) EMC re f) Tj ET EMC\n1 1 1 1 re f",
	       "/P <</MCID 0>> BDC BT (\\) EMC re f) Tj ET EMC\n/Artifact BMC\n1 1 1 1 re f\nEMC");
}

/* Clipping paths end in n and are wrapped whole, so that the marks balance. */
static void
test_clip(void)
{
	expect("0 0 9 9 re W n", "\n/Artifact BMC0 0 9 9 re W n\nEMC");
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
	g_test_add_func("/pdf/artifact/wraps", test_wraps);
	g_test_add_func("/pdf/artifact/leaves-tagged", test_leaves_tagged);
	g_test_add_func("/pdf/artifact/strings", test_strings);
	g_test_add_func("/pdf/artifact/clip", test_clip);
	g_test_add_func("/pdf/icc", test_icc);
	return g_test_run();
}
