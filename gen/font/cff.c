/* cff: writing; see cff.h. */
#include "font/cff.h"

#include <string.h>
#include "font/cff_read.h"

static void
append(GByteArray *out, struct cff_part part)
{
	g_byte_array_append(out, part.start, (guint)part.size);
}

static void
append_number(GByteArray *out, guint32 number, guint size)
{
	while (size-- > 0) {
		guint8 byte = (guint8)(number >> 8 * size);

		g_byte_array_append(out, &byte, 1);
	}
}

/* Always of five bytes, so that it may be known later. */
static void
append_operand(GByteArray *out, guint32 number)
{
	append_number(out, 29, 1);
	append_number(out, number, 4);
}

static void
append_operator(GByteArray *out, int op)
{
	append_number(out, (guint32)op, op > 0xFF ? 2 : 1);
}

/* A dictionary's entry as it is, where there is one. */
static void
append_entry(GByteArray *out, struct cff_part dictionary, int op)
{
	struct cff_entry entry;

	if (!cff_find_entry(dictionary, op, &entry))
		return;
	append(out, entry.operands);
	append_operator(out, op);
}

/* parts: struct cff_part. */
static void
append_index(GByteArray *out, const GArray *parts)
{
	gsize offset = 1;
	guint size;

	append_number(out, parts->len, 2);
	if (parts->len == 0)
		return;
	for (guint i = 0; i < parts->len; i++)
		offset += g_array_index(parts, struct cff_part, i).size;
	size = offset < 0x100 ? 1 : offset < 0x10000 ? 2 : offset < 0x1000000 ? 3 : 4;
	append_number(out, size, 1);
	offset = 1;
	for (guint i = 0; i <= parts->len; i++) {
		append_number(out, (guint32)offset, size);
		if (i < parts->len)
			offset += g_array_index(parts, struct cff_part, i).size;
	}
	for (guint i = 0; i < parts->len; i++)
		append(out, g_array_index(parts, struct cff_part, i));
}

/* An INDEX of one or two objects. */
static void
append_small_index(GByteArray *out, struct cff_part one, struct cff_part two)
{
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(struct cff_part));

	g_array_append_val(parts, one);
	if (two.start)
		g_array_append_val(parts, two);
	append_index(out, parts);
}

static struct cff_part
part_of(const char *text)
{
	return (struct cff_part){(const guint8 *)text, strlen(text)};
}

/*
 * The private dictionary that a font dictionary names, its subroutines behind it; where it begins
 * and how long it is.  False where it is damaged.
 */
static bool
append_private(GByteArray *out, const struct cff_program *program, struct cff_part dictionary,
	       gsize *at, gsize *size)
{
	gsize old = cff_find_operand(dictionary, OP_PRIVATE, 1);
	struct cff_part private =
		cff_part_at(program->whole, old, cff_find_operand(dictionary, OP_PRIVATE, 0));
	gsize subrs = cff_find_operand(private, OP_SUBRS, 0);
	struct cff_index subroutines = {0};
	struct cff_entry entry;

	if (!private.start || (subrs && !cff_read_index(program->whole, old + subrs, &subroutines)))
		return false;
	*at = out->len;
	while (cff_next_entry(&private, &entry)) {
		if (entry.op == OP_SUBRS)
			continue;
		append(out, entry.operands);
		append_operator(out, entry.op);
	}
	if (subrs) {
		append_operand(out, (guint32)(out->len - *at + 6));
		append_operator(out, OP_SUBRS);
	}
	*size = out->len - *at;
	if (subrs)
		append(out, subroutines.whole);
	return true;
}

/* The private dictionaries, and then the FDArray; where it begins, 0 where one is damaged. */
static gsize
append_font_dicts(GByteArray *out, const struct cff_program *program)
{
	guint n = MAX(program->font_dicts.count, 1);
	g_autoptr(GByteArray) texts = g_byte_array_new();
	g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(struct cff_part));
	gsize at, size, begin = 0;

	for (guint i = 0; i < n; i++) {
		bool keyed = program->font_dicts.count > 0;
		struct cff_part old = keyed ? cff_index_at(&program->font_dicts, i) : program->top;
		struct cff_part new = {NULL, 0};

		if (!append_private(out, program, old, &at, &size))
			return 0;
		if (keyed)
			append_entry(texts, old, OP_FONT_MATRIX);
		append_operand(texts, (guint32)size);
		append_operand(texts, (guint32)at);
		append_operator(texts, OP_PRIVATE);
		new.size = texts->len - begin;
		begin = texts->len;
		g_array_append_val(parts, new);
	}
	begin = 0;
	for (guint i = 0; i < n; i++) {
		struct cff_part *part = &g_array_index(parts, struct cff_part, i);

		part->start = texts->data + begin;
		begin += part->size;
	}
	at = out->len;
	append_index(out, parts);
	return at;
}

/* False where a glyph is missing. */
static bool
append_char_strings(GByteArray *out, const struct cff_program *program, const guint16 *order,
		    guint n)
{
	g_autoptr(GArray) parts = g_array_sized_new(FALSE, FALSE, sizeof(struct cff_part), n);

	for (guint i = 0; i < n; i++) {
		struct cff_part part = cff_index_at(&program->char_strings, order[i]);

		if (!part.start)
			return false;
		g_array_append_val(parts, part);
	}
	append_index(out, parts);
	return true;
}

/* The font dictionary of each glyph in its new order, in ranges or one by one. */
static bool
append_fd_select(GByteArray *out, const struct cff_program *program, const guint16 *order, guint n)
{
	g_autofree guint8 *fds = g_new0(guint8, (gsize)program->char_strings.count + 1);
	g_autoptr(GByteArray) ranges = g_byte_array_new();

	if (program->font_dicts.count > 0 && !cff_read_fd_select(program, fds))
		return false;
	for (guint i = 0; i < n; i++) {
		if (i > 0 && fds[order[i]] == fds[order[i - 1]])
			continue;
		append_number(ranges, i, 2);
		append_number(ranges, fds[order[i]], 1);
	}
	if (ranges->len + 4 <= n) {
		append_number(out, 3, 1);
		append_number(out, ranges->len / 3, 2);
		g_byte_array_append(out, ranges->data, ranges->len);
		append_number(out, n, 2);
		return true;
	}
	append_number(out, 0, 1);
	for (guint i = 0; i < n; i++)
		append_number(out, fds[order[i]], 1);
	return true;
}

/* Where the tables begin that the top dictionary names. */
struct offsets {
	gsize charset, fd_select, char_strings, fd_array;
};

/* As long with any offsets. */
static void
append_top(GByteArray *out, const struct cff_program *program, guint n,
	   const struct offsets *offsets)
{
	g_autoptr(GByteArray) top = g_byte_array_new();
	const guint first_string = 391; /* those before are standard (appendix A) */

	append_operand(top, first_string);
	append_operand(top, first_string + 1);
	append_operand(top, 0);
	append_operator(top, OP_ROS);
	append_operand(top, n);
	append_operator(top, OP_CID_COUNT);
	append_entry(top, program->top, OP_CHAR_STRING_TYPE);
	append_entry(top, program->top, OP_FONT_BBOX);
	/* not next to ROS: veraPDF 1.30 would take the operands of that for its own */
	append_entry(top, program->top, OP_FONT_MATRIX);
	append_operand(top, (guint32)offsets->charset);
	append_operator(top, OP_CHARSET);
	append_operand(top, (guint32)offsets->fd_select);
	append_operator(top, OP_FD_SELECT);
	append_operand(top, (guint32)offsets->char_strings);
	append_operator(top, OP_CHAR_STRINGS);
	append_operand(top, (guint32)offsets->fd_array);
	append_operator(top, OP_FD_ARRAY);
	append_small_index(out, (struct cff_part){top->data, top->len}, (struct cff_part){NULL, 0});
}

/* CID = glyph: one range, counted from 1 (section 13). */
static void
append_charset(GByteArray *out, guint n)
{
	append_number(out, 2, 1);
	if (n > 1) {
		append_number(out, 1, 2);
		append_number(out, n - 2, 2);
	}
}

/* With the offsets of an earlier run, which all runs find again. */
static bool
write_program(GByteArray *out, const struct cff_program *program, const guint16 *order, guint n,
	      struct offsets *offsets)
{
	static const guint8 header[] = {1, 0, 4, 4};

	g_byte_array_append(out, header, sizeof(header));
	append_small_index(out, part_of("Subset"), (struct cff_part){NULL, 0});
	append_top(out, program, n, offsets);
	append_small_index(out, part_of("Adobe"), part_of("Identity"));
	append(out, program->subroutines.whole);
	offsets->charset = out->len;
	append_charset(out, n);
	offsets->fd_select = out->len;
	if (!append_fd_select(out, program, order, n))
		return false;
	offsets->char_strings = out->len;
	if (!append_char_strings(out, program, order, n))
		return false;
	offsets->fd_array = append_font_dicts(out, program);
	return offsets->fd_array > 0;
}

GBytes *
cff_arrange(GBytes *cff, const guint16 *order, guint n)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	struct offsets offsets = {0};
	struct cff_program program;
	struct cff_part whole;

	whole.start = g_bytes_get_data(cff, &whole.size);
	g_assert(n > 0 && n <= G_MAXUINT16 + 1 && order[0] == 0);
	if (!cff_read_program(whole, &program))
		return NULL;
	for (guint i = 0; i < n; i++) {
		if (order[i] >= program.char_strings.count)
			return NULL;
	}
	if (!write_program(out, &program, order, n, &offsets))
		return NULL;
	g_byte_array_set_size(out, 0);
	write_program(out, &program, order, n, &offsets);
	return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}
