/*
 * cff_read: the parts of a CFF program, for cff.c only.  Section numbers here and there are those
 * of Adobe technical note 5176; charstrings are never looked into.
 */
#ifndef CHANCERY_FONT_CFF_READ_H
#define CHANCERY_FONT_CFF_READ_H

#include <glib.h>
#include <stdbool.h>

/* Part of the program; start NULL: none, or it would reach beyond the end. */
struct cff_part {
	const guint8 *start;
	gsize size;
};

/* An INDEX (section 5): count objects, their offsets from data. */
struct cff_index {
	guint count, offset_size;
	const guint8 *offsets, *data;
	struct cff_part whole;
};

/* Operators of dictionaries (tables 9, 10 and 23); two bytes are 12 and another. */
enum cff_operator {
	OP_FONT_BBOX = 5,
	OP_CHARSET = 15,
	OP_CHAR_STRINGS = 17,
	OP_PRIVATE = 18,
	OP_SUBRS = 19,
	OP_CHAR_STRING_TYPE = 12 << 8 | 6,
	OP_FONT_MATRIX = 12 << 8 | 7,
	OP_ROS = 12 << 8 | 30,
	OP_CID_COUNT = 12 << 8 | 34,
	OP_FD_ARRAY = 12 << 8 | 36,
	OP_FD_SELECT = 12 << 8 | 37,
};

/* A dictionary's operator and its operands as they are written. */
struct cff_entry {
	int op;
	struct cff_part operands;
};

struct cff_program {
	struct cff_part whole;
	struct cff_part top;
	struct cff_index subroutines, char_strings;
	struct cff_index font_dicts; /* count 0: the program is not CID-keyed */
	gsize fd_select;	     /* offset */
};

/* An INDEX at an offset; false where it is damaged.  Objects are looked at by cff_index_at. */
bool cff_read_index(struct cff_part whole, gsize at, struct cff_index *index);
/* An object; start NULL where there is none. */
struct cff_part cff_index_at(const struct cff_index *index, guint i);

/* The next entry of what is left of a dictionary; false at its end, or where it is damaged. */
bool cff_next_entry(struct cff_part *left, struct cff_entry *entry);
bool cff_find_entry(struct cff_part dictionary, int op, struct cff_entry *entry);
/* The nth operand of an operator where it may be an offset, not negative; else 0. */
gsize cff_find_operand(struct cff_part dictionary, int op, int n);

/* The bytes of whole from offset on; start NULL where they reach beyond its end. */
struct cff_part cff_part_at(struct cff_part whole, gsize offset, gsize size);

/* False where it is damaged; the bytes are lent. */
bool cff_read_program(struct cff_part whole, struct cff_program *program);
/* The font dictionary of every glyph (section 19); fds has one byte for each. */
bool cff_read_fd_select(const struct cff_program *program, guint8 *fds);

#endif
