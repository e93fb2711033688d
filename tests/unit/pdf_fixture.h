/*
 * pdf_fixture: what a body holds so far, as text, for the tests of gen/pdf; and what other programs
 * say of a finished file.
 */
#ifndef CHANCERY_PDF_FIXTURE_H
#define CHANCERY_PDF_FIXTURE_H

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/diag.h"
#include "layout/layout.h"
#include "layout/paragraph.h"
#include "pdf/body_private.h"
#include "pdf/pdf.h"

/* The first number after a key. */
static inline guint
number_after(const char *text, const char *key)
{
	const char *at = strstr(text, key);

	g_assert_nonnull(at);
	return (guint)g_ascii_strtoull(at + strlen(key), NULL, 10);
}

/* Where the object of a number begins in the file; NULL for one in an object stream. */
static inline const char *
pdf_plain_object(const struct body *body, guint number)
{
	const struct entry *entry = &g_array_index(body->entries, struct entry, number);

	g_assert_cmpuint(number, <, body->entries->len);
	g_assert_cmpint(entry->type, !=, ENTRY_FREE);
	return entry->type == ENTRY_PLAIN ? strchr(body->out->str + entry->place, '\n') + 1 : NULL;
}

/* The text of an object, of a stream its dictionary; it must not be in a pack that is written. */
static inline char *
pdf_object(const struct body *body, guint number)
{
	const char *plain = pdf_plain_object(body, number), *text = body->texts->str;
	g_auto(GStrv) names = g_strsplit(body->names->str, " ", -1);

	if (plain)
		return g_strndup(plain, (gsize)(strstr(plain, "\n") - plain));
	for (char **name = names; name[0] && name[1]; name += 2) {
		if (g_ascii_strtoull(name[0], NULL, 10) == number)
			text += g_ascii_strtoull(name[1], NULL, 10);
	}
	return g_strndup(text, (gsize)(strchr(text, '\n') - text));
}

/* The bytes of a stream, inflated if they were deflated. */
static inline GBytes *
pdf_stream(const struct body *body, guint number)
{
	g_autofree char *dictionary = pdf_object(body, number);
	const char *data = strstr(pdf_plain_object(body, number), "\nstream\n") + 8;
	gsize size = g_ascii_strtoull(strstr(dictionary, "/Length ") + 8, NULL, 10);
	g_autoptr(GConverter) zlib =
		G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
	g_autoptr(GInputStream) packed =
		g_memory_input_stream_new_from_data(data, (gssize)size, NULL);
	g_autoptr(GInputStream) plain = g_converter_input_stream_new(packed, zlib);
	g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable();

	if (!strstr(dictionary, "/FlateDecode"))
		return g_bytes_new(data, size);
	g_output_stream_splice(out, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
	return g_memory_output_stream_steal_as_bytes(G_MEMORY_OUTPUT_STREAM(out));
}

/*
 * What a command says of a file, whose name takes the place of the word FILE.  Bytes that are NUL
 * become blanks.  The caller frees.
 */
static inline char *
pdf_judge(GBytes *file, const char **command)
{
	g_autofree char *folder = g_dir_make_tmp("chancery-XXXXXX", NULL);
	g_autofree char *name = g_build_filename(folder, "a.pdf", NULL);
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autoptr(GError) error = NULL;
	g_autoptr(GSubprocess) process = NULL;
	g_autoptr(GBytes) said = NULL;
	gsize size;
	char *text;

	g_file_set_contents(name, g_bytes_get_data(file, NULL), (gssize)g_bytes_get_size(file),
			    &error);
	g_assert_no_error(error);
	for (; *command; command++)
		g_ptr_array_add(words, strcmp(*command, "FILE") == 0 ? name : (gpointer)*command);
	g_ptr_array_add(words, NULL);
	process = g_subprocess_newv((const char *const *)words->pdata,
				    G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
	g_assert_no_error(error);
	g_subprocess_communicate(process, NULL, NULL, &said, NULL, &error);
	g_assert_no_error(error);
	g_assert_cmpint(g_subprocess_get_exit_status(process), ==, 0);
	g_unlink(name);
	g_rmdir(folder);
	size = g_bytes_get_size(said);
	text = g_malloc0(size + 1);
	for (gsize i = 0; i < size; i++) {
		char byte = ((const char *)g_bytes_get_data(said, NULL))[i];

		text[i] = byte ? byte : ' ';
	}
	return text;
}

/* The file of an XSL-FO document, or NULL with error set. */
static inline GBytes *
pdf_of(const struct fonts *fonts, const char *fo, const struct pdf_options *options, GError **error)
{
	g_autoptr(DiagList) diags = diag_list_new();
	struct typesetter *typesetter = typesetter_new(fonts);
	const struct layout_env env = {.typesetter = typesetter, .diags = diags};
	xmlDoc *doc = xmlReadMemory(fo, (int)strlen(fo), NULL, NULL, XML_PARSE_NONET);
	struct area_tree *tree = layout_format(doc, &env);
	GBytes *file = pdf_write(tree, fonts, options, error);

	area_tree_free(tree);
	typesetter_free(typesetter);
	return file;
}

/* Its objects as text, one key a line. */
static inline char *
pdf_objects(GBytes *file)
{
	const char *command[] = {"qpdf", "--qdf", "--object-streams=disable", "FILE", "-", NULL};

	return pdf_judge(file, command);
}

static inline guint
pdf_count(const char *text, const char *words)
{
	g_auto(GStrv) parts = g_strsplit(text, words, -1);

	return g_strv_length(parts) - 1;
}

#endif
