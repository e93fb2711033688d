/* cff_read: see cff_read.h. */
#include "font/cff_read.h"

#include <string.h>

struct cff_part
cff_part_at(struct cff_part whole, gsize offset, gsize size)
{
	if (!whole.start || offset > whole.size || size > whole.size - offset)
		return (struct cff_part){NULL, 0};
	return (struct cff_part){whole.start + offset, size};
}

static guint32
read_number(const guint8 *p, guint size)
{
	guint32 number = 0;

	while (size-- > 0)
		number = number << 8 | *p++;
	return number;
}

static guint32
index_offset(const struct cff_index *index, guint i)
{
	return read_number(index->offsets + (gsize)i * index->offset_size, index->offset_size);
}

/* False where it is damaged.  Every offset is looked at by cff_index_at. */
bool
cff_read_index(struct cff_part whole, gsize at, struct cff_index *index)
{
	struct cff_part head = cff_part_at(whole, at, 2), offsets;
	gsize length;

	*index = (struct cff_index){0};
	if (!head.start)
		return false;
	index->count = read_number(head.start, 2);
	if (index->count == 0) {
		index->whole = head;
		return true;
	}
	head = cff_part_at(whole, at, 3);
	index->offset_size = head.start ? head.start[2] : 0;
	if (index->offset_size < 1 || index->offset_size > 4)
		return false;
	length = ((gsize)index->count + 1) * index->offset_size;
	offsets = cff_part_at(whole, at + 3, length);
	if (!offsets.start)
		return false;
	index->offsets = offsets.start;
	index->data = offsets.start + length - 1; /* offsets count from 1 */
	index->whole = cff_part_at(whole, at, 3 + length - 1 + index_offset(index, index->count));
	return index->whole.start != NULL;
}

struct cff_part
cff_index_at(const struct cff_index *index, guint i)
{
	guint32 from, to;

	if (i >= index->count)
		return (struct cff_part){NULL, 0};
	from = index_offset(index, i);
	to = index_offset(index, i + 1);
	if (from < 1 || to < from || index->data + to > index->whole.start + index->whole.size)
		return (struct cff_part){NULL, 0};
	return (struct cff_part){index->data + from, to - from};
}

/* How many bytes the operand at p has (section 4); 0 for an operator. */
static gsize
operand_size(const guint8 *p, const guint8 *end)
{
	gsize n = 1;

	if (*p >= 32 && *p <= 246)
		return 1;
	if (*p >= 247 && *p <= 254)
		return 2;
	if (*p == 28)
		return 3;
	if (*p == 29)
		return 5;
	if (*p != 30)
		return 0;
	while (p + n < end && (p[n] & 0x0F) != 0x0F)
		n++;
	return n + 1;
}

/* The next entry of what is left of a dictionary; false at its end, or where it is damaged. */
bool
cff_next_entry(struct cff_part *left, struct cff_entry *entry)
{
	const guint8 *p = left->start, *end = p + left->size;
	gsize size;

	while (p < end && (size = operand_size(p, end)) > 0) {
		if (size > (gsize)(end - p))
			return false;
		p += size;
	}
	entry->operands = (struct cff_part){left->start, (gsize)(p - left->start)};
	if (p + (p < end && *p == 12 ? 2 : 1) > end)
		return false;
	entry->op = *p == 12 ? 12 << 8 | p[1] : *p;
	p += *p == 12 ? 2 : 1;
	*left = (struct cff_part){p, (gsize)(end - p)};
	return true;
}

bool
cff_find_entry(struct cff_part dictionary, int op, struct cff_entry *entry)
{
	while (dictionary.start && cff_next_entry(&dictionary, entry)) {
		if (entry->op == op)
			return true;
	}
	return false;
}

/* An operand that is a whole number and not negative; 0 for others, which no offset is. */
static gsize
read_operand(const guint8 *p)
{
	gint32 number = 0;

	if (*p >= 32 && *p <= 246)
		number = *p - 139;
	else if (*p >= 247 && *p <= 250)
		number = (*p - 247) * 256 + p[1] + 108;
	else if (*p == 28)
		number = (gint16)read_number(p + 1, 2);
	else if (*p == 29)
		number = (gint32)read_number(p + 1, 4);
	return number > 0 ? (gsize)number : 0;
}

/* The nth operand of an operator; 0 where there is none. */
gsize
cff_find_operand(struct cff_part dictionary, int op, int n)
{
	struct cff_entry entry;
	const guint8 *p, *end;

	if (!cff_find_entry(dictionary, op, &entry))
		return 0;
	p = entry.operands.start;
	end = p + entry.operands.size;
	while (p < end && n-- > 0)
		p += operand_size(p, end);
	return p < end ? read_operand(p) : 0;
}

bool
cff_read_program(struct cff_part whole, struct cff_program *program)
{
	struct cff_index names, tops, strings;
	gsize at;

	*program = (struct cff_program){.whole = whole};
	if (whole.size < 4 || whole.start[0] != 1)
		return false;
	at = whole.start[2];
	if (!cff_read_index(whole, at, &names) ||
	    !cff_read_index(whole, at += names.whole.size, &tops) ||
	    !cff_read_index(whole, at += tops.whole.size, &strings) ||
	    !cff_read_index(whole, at + strings.whole.size, &program->subroutines))
		return false;
	program->top = cff_index_at(&tops, 0);
	at = cff_find_operand(program->top, OP_CHAR_STRINGS, 0);
	if (at == 0 || !cff_read_index(whole, at, &program->char_strings))
		return false;
	at = cff_find_operand(program->top, OP_FD_ARRAY, 0);
	program->fd_select = cff_find_operand(program->top, OP_FD_SELECT, 0);
	return at == 0 ||
	       (program->fd_select > 0 && cff_read_index(whole, at, &program->font_dicts) &&
		program->font_dicts.count > 0);
}

/* The font dictionary of every glyph (section 19); false where the table is damaged. */
bool
cff_read_fd_select(const struct cff_program *program, guint8 *fds)
{
	guint n = program->char_strings.count, n_ranges;
	struct cff_part head = cff_part_at(program->whole, program->fd_select, 3), table;

	if (!head.start)
		return false;
	if (head.start[0] == 0) {
		table = cff_part_at(program->whole, program->fd_select + 1, n);
		if (table.start)
			memcpy(fds, table.start, n);
		return table.start != NULL;
	}
	n_ranges = read_number(head.start + 1, 2);
	table = cff_part_at(program->whole, program->fd_select + 3, (gsize)n_ranges * 3 + 2);
	if (head.start[0] != 3 || !table.start)
		return false;
	for (guint i = 0; i < n_ranges; i++) {
		const guint8 *range = table.start + (gsize)i * 3;
		guint next = MIN(read_number(range + 3, 2), n);

		for (guint glyph = read_number(range, 2); glyph < next; glyph++)
			fds[glyph] = range[2];
	}
	return true;
}
