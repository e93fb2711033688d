/* unit: the texts of a brief that are translated one by one. */
#include "brief/unit.h"

#include <cmark.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "base/yaml.h"
#include "brief/convert.h"
#include "brief/front_matter.h"
#include "brief/limits.h"
#include "brief/note.h"
#include "brief/passage.h"
#include "brief/pipe_table.h"

enum { NAME_LENGTH = 8, FIRST_YAML_LINE = 1 };

struct reader {
	const char *file;	 /* interned */
	struct brief_text whole; /* as on disk */
	const struct brief_text
		*body; /* the same lines, front matter blank, colons of notes hidden */
	GPtrArray *units;
	GHashTable *names;	 /* name without suffix -> how often it was given */
	int depth, quotes;	 /* open containers, block quotations among them */
	struct passage *passage; /* the block being read */
};

const char *
unit_kind_name(enum unit_kind kind)
{
	static const char *const names[] = {
		[UNIT_TITLE] = "title",		[UNIT_SUBTITLE] = "subtitle",
		[UNIT_SUMMARY] = "summary",	[UNIT_HEADING] = "heading",
		[UNIT_PARAGRAPH] = "paragraph", [UNIT_FIGURE] = "figure",
		[UNIT_TABLE] = "table",		[UNIT_NOTE] = "note",
		[UNIT_CODE] = "code",
	};

	return names[kind];
}

char *
unit_digest(const char *text)
{
	g_autofree char *composed = text_compose(text);

	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, composed, -1);
}

static void
unit_free(gpointer data)
{
	struct unit *unit = data;

	g_free(unit->name);
	g_free(unit->digest);
	g_free(unit->text);
	g_free(unit);
}

static void
name_unit(struct reader *reader, struct unit *unit)
{
	g_autofree char *base = NULL;
	guint count;

	unit->digest = unit_digest(unit->text);
	base = g_strndup(unit->digest, NAME_LENGTH);
	count = GPOINTER_TO_UINT(g_hash_table_lookup(reader->names, base)) + 1;
	unit->name = count == 1 ? g_strdup(base) : g_strdup_printf("%s-%u", base, count);
	g_hash_table_replace(reader->names, g_steal_pointer(&base), GUINT_TO_POINTER(count));
}

/* Takes text. */
static struct unit *
add_unit(struct reader *reader, enum unit_kind kind, int level, char *text, struct loc at)
{
	struct unit *unit = g_new0(struct unit, 1);

	unit->kind = kind;
	unit->level = level;
	unit->text = text;
	unit->at = at;
	name_unit(reader, unit);
	g_ptr_array_add(reader->units, unit);
	return unit;
}

/* ---- front matter ---- */

static gsize
line_start(const struct brief_text *text, int line)
{
	guint index = (guint)MAX(line, 1) - 1;

	return index < text->lines->len ? g_array_index(text->lines, gsize, index)
					: strlen(text->text);
}

/* The next key of the mapping, or the line of the closing fence, ends the lines of a value. */
static int
line_after(const struct yaml_node *root, guint index, int fence)
{
	const struct yaml_node *next;

	if (index + 1 >= root->items->len)
		return fence;
	next = g_ptr_array_index(root->items, index + 1);
	return next->key_at.line;
}

static void
read_front_matter(struct reader *reader, const char *yaml)
{
	static const struct {
		const char *key;
		enum unit_kind kind;
	} keys[] = {{"title", UNIT_TITLE}, {"subtitle", UNIT_SUBTITLE}, {"summary", UNIT_SUMMARY}};
	g_autoptr(DiagList) ignored = diag_list_new();
	g_autoptr(YamlTree) tree = yaml_read(yaml, reader->file, FIRST_YAML_LINE, ignored);
	const struct yaml_node *root = yaml_root(tree);
	int fence = FIRST_YAML_LINE + 1;

	for (const char *p = yaml; *p; p++)
		fence += *p == '\n';
	for (guint i = 0; root && root->type == YAML_MAPPING && i < root->items->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(root->items, i);
		struct unit *unit;
		gsize k = 0;

		while (k < G_N_ELEMENTS(keys) && strcmp(keys[k].key, node->key) != 0)
			k++;
		if (k == G_N_ELEMENTS(keys) || node->type != YAML_SCALAR || !*node->text)
			continue;
		unit = add_unit(reader, keys[k].kind, 0,
				g_strchomp(g_strdelimit(g_strdup(node->text), "\n", ' ')),
				node->at);
		unit->start = line_start(&reader->whole, node->key_at.line);
		unit->end = line_start(&reader->whole, line_after(root, i, fence));
	}
}

/* ---- body ---- */

static gsize
trimmed(const char *line, gsize length)
{
	while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\t'))
		length--;
	return length;
}

/* Lines of running text joined; a hard break stays one, as a backslash. */
static char *
join_lines(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *line = text; *line;) {
		gsize length = strcspn(line, "\n"), end = trimmed(line, length);
		bool broken = end > 0 && line[end - 1] == '\\';
		bool more = line[length] == '\n' && line[length + 1] != '\0';

		g_string_append_len(out, line, (gssize)end);
		if (more && !broken && length >= end + 2)
			g_string_append(out, "\\\n");
		else if (more)
			g_string_append_c(out, broken ? '\n' : ' ');
		line += length + (line[length] == '\n');
	}
	return g_string_free(out, FALSE);
}

static char *
trim_lines(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *line = text; *line;) {
		gsize length = strcspn(line, "\n");

		if (out->len > 0)
			g_string_append_c(out, '\n');
		g_string_append_len(out, line, (gssize)trimmed(line, length));
		line += length + (line[length] == '\n');
	}
	return g_string_free(out, FALSE);
}

static enum unit_kind
kind_of_paragraph(const char *text)
{
	const char *close = text[0] == '!' && text[1] == '[' ? strstr(text, "](") : NULL;
	static const char *const schemes[] = {"chart:", "map:", "table:"};

	if (text[0] == '[' && text[1] == '^' && strstr(text, "]:"))
		return UNIT_NOTE;
	for (gsize i = 0; close && i < G_N_ELEMENTS(schemes); i++) {
		if (g_str_has_prefix(close + 2, schemes[i]))
			return UNIT_FIGURE;
	}
	return UNIT_PARAGRAPH;
}

static void
place_unit(const struct reader *reader, struct unit *unit, cmark_node *node)
{
	gsize length = 0;
	const char *line = brief_text_line(&reader->whole, cmark_node_get_end_line(node), &length);

	unit->start = line_start(&reader->whole, cmark_node_get_start_line(node)) +
		      (gsize)MAX(cmark_node_get_start_column(node) - 1, 0);
	unit->end = line ? (gsize)(line - reader->whole.text) + length : unit->start;
}

static void
add_text_block(struct reader *reader, cmark_node *node)
{
	struct passage *passage = reader->passage;
	bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	enum unit_kind kind = UNIT_HEADING;
	int level = heading ? cmark_node_get_heading_level(node) : reader->depth;
	char *text;

	passage_read_block(passage, reader->body, cmark_node_get_start_line(node),
			   cmark_node_get_start_column(node), cmark_node_get_end_line(node),
			   reader->quotes);
	if (!heading && pipe_table_is(passage)) {
		kind = UNIT_TABLE;
		text = trim_lines(passage->text->str);
	} else {
		text = heading ? trim_lines(passage->text->str) : join_lines(passage->text->str);
	}
	for (char *p = text; (p = strchr(p, NOTE_COLON));)
		*p = ':';
	if (kind == UNIT_HEADING && !heading)
		kind = kind_of_paragraph(text);
	place_unit(reader, add_unit(reader, kind, level, text, passage_loc(passage, 0, 0)), node);
}

static void
add_code(struct reader *reader, cmark_node *node)
{
	struct loc at = {.file = reader->file,
			 .line = cmark_node_get_start_line(node),
			 .column = cmark_node_get_start_column(node)};
	struct unit *unit = add_unit(reader, UNIT_CODE, reader->depth,
				     g_strdup(cmark_node_get_literal(node)), at);

	place_unit(reader, unit, node);
}

static void
step(struct reader *reader, cmark_iter *iter, cmark_event_type event)
{
	cmark_node *node = cmark_iter_get_node(iter);
	int change = event == CMARK_EVENT_ENTER ? 1 : -1;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		reader->quotes += change;
		reader->depth += change;
		break;
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
		reader->depth += change;
		break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
		if (event == CMARK_EVENT_ENTER) {
			add_text_block(reader, node);
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		}
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_code(reader, node);
		break;
	default:
		break;
	}
}

static void
read_body(struct reader *reader, cmark_node *tree)
{
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		step(reader, iter, event);
	cmark_iter_free(iter);
}

static GPtrArray *
units_new(void)
{
	return g_ptr_array_new_with_free_func(unit_free);
}

GPtrArray *
units_of_body(const char *text, const char *yaml, const struct brief_text *body, cmark_node *tree)
{
	g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(Passage) passage = passage_new(body->file);
	struct reader reader = {.file = body->file,
				.body = body,
				.units = units_new(),
				.names = names,
				.passage = passage};

	brief_text_init(&reader.whole, text, body->file);
	if (yaml)
		read_front_matter(&reader, yaml);
	read_body(&reader, tree);
	brief_text_clear(&reader.whole);
	return reader.units;
}

GPtrArray *
units_read(const char *text, const char *file)
{
	g_autoptr(GString) hidden = g_string_new(text);
	g_autofree char *yaml = front_matter_cut(hidden);
	g_autoptr(DiagList) ignored = diag_list_new();
	GPtrArray *units = NULL;
	struct brief_text body;

	note_hide_colons(hidden->str);
	brief_text_init(&body, hidden->str, file);
	if (limits_hold(&body, strlen(text), ignored)) {
		cmark_node *tree =
			cmark_parse_document(hidden->str, hidden->len, CMARK_OPT_SOURCEPOS);

		units = units_of_body(text, yaml, &body, tree);
		cmark_node_free(tree);
	}
	brief_text_clear(&body);
	return units ? units : units_new();
}
