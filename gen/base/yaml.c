/* yaml: libfyaml's events made into a light tree with places. */
#include "base/yaml.h"

#include <libfyaml.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

struct yaml_tree {
	struct yaml_node *root;
	GStringChunk *texts;	/* keys and scalars of all nodes */
};

enum {
	/* libfyaml promises no more than 64 levels; beyond them it reports an error of its own. */
	DEPTH_LIMIT = 60,
	/* Among so many keys a new one is looked for one by one. */
	FEW_KEYS = 12
};

/* A mapping or sequence that is still open. */
struct frame {
	struct yaml_node *node;
	GHashTable *keys;	/* mapping of many: key to the node of its value, for duplicates */
	const char *key;	/* mapping: read, its value still to come; NULL otherwise */
	struct loc key_at;
};

struct reader {
	struct yaml_tree *tree;
	struct fy_parser *parser;
	const char *text, *file;
	int line_offset;
	struct diag_list *diags;
	GArray *frames;		/* struct frame, innermost last */
	bool done;		/* the document has ended */
	bool failed;		/* yaml-syntax was reported */
};

static void
node_free(gpointer data)
{
	struct yaml_node *node = data;

	if (node->items)
		g_ptr_array_unref(node->items);
	g_free(node);
}

static void
frame_clear(gpointer data)
{
	struct frame *frame = data;

	if (frame->keys)
		g_hash_table_unref(frame->keys);
}

static struct loc
place(const struct reader *reader, const struct fy_mark *start, const struct fy_mark *end)
{
	struct loc at = {.file = reader->file};

	if (!start)
		return at;
	at.line = start->line + 1 + reader->line_offset;
	at.column = start->column + 1;
	if (end && end->line == start->line && end->column > start->column)
		at.end_column = end->column + 1;
	return at;
}

static struct loc
place_of_event(const struct reader *reader, struct fy_event *event)
{
	return place(reader, fy_event_start_mark(event), fy_event_end_mark(event));
}

static struct diag *
syntax_error(struct reader *reader, struct loc at, const char *message)
{
	reader->failed = true;
	return diag_add(reader->diags, DIAG_YAML_SYNTAX, at, "%s", message);
}

static struct frame *
innermost(struct reader *reader)
{
	if (reader->frames->len == 0)
		return NULL;
	return &g_array_index(reader->frames, struct frame, reader->frames->len - 1);
}

/* Puts a new node where the events stand: below the open mapping or sequence, or as the root. */
static void
place_node(struct reader *reader, struct yaml_node *node)
{
	struct frame *frame = innermost(reader);

	if (!frame) {
		reader->tree->root = node;
		return;
	}
	if (frame->node->type == YAML_MAPPING) {
		node->key = frame->key;
		node->key_at = frame->key_at;
		frame->key = NULL;
		if (frame->keys)
			g_hash_table_insert(frame->keys, (gpointer)node->key, node);
	}
	/* An empty value has no mark of its own. */
	if (node->at.line == 0)
		node->at = node->key ? node->key_at : frame->node->at;
	g_ptr_array_add(frame->node->items, node);
}

static bool
wants_key(const struct frame *frame)
{
	return frame && frame->node->type == YAML_MAPPING && !frame->key;
}

/* The value of a key in the open mapping; NULL where it has none yet. */
static const struct yaml_node *
find_earlier(struct frame *frame, const char *key)
{
	GPtrArray *items = frame->node->items;

	if (items->len < FEW_KEYS)
		return yaml_find(frame->node, key);
	if (!frame->keys) {
		frame->keys = g_hash_table_new(g_str_hash, g_str_equal);
		for (guint i = 0; i < items->len; i++) {
			struct yaml_node *item = items->pdata[i];

			g_hash_table_insert(frame->keys, (gpointer)item->key, item);
		}
	}
	return g_hash_table_lookup(frame->keys, key);
}

static void
take_key(struct reader *reader, const char *text, struct loc at)
{
	struct frame *frame = innermost(reader);
	const struct yaml_node *earlier = find_earlier(frame, text);
	g_autofree char *message = NULL;

	if (earlier) {
		message = g_strdup_printf("the key “%s” occurs twice", text);
		diag_relate(syntax_error(reader, at, message), earlier->key_at, "first here");
		return;
	}
	frame->key = text;
	frame->key_at = at;
}

/* Anchors and tags have no meaning here; accepting them silently would hide a mistake. */
static bool
refuse_properties(struct reader *reader, struct fy_token *anchor, struct fy_token *tag)
{
	struct fy_token *token = anchor ? anchor : tag;
	struct loc at;

	if (!token)
		return false;
	at = place(reader, fy_token_start_mark(token), fy_token_end_mark(token));
	/* The mark of an anchor is behind its '&'. */
	if (anchor && at.column > 1)
		at.column--;
	syntax_error(reader, at,
		     anchor ? "anchors (&name) are not used here" : "tags (!name) are not used here");
	return true;
}

/*
 * The text of a scalar, size bytes; NULL for none.  What stands in one line as it is meant, nearly
 * all, is lent from the file: the library would copy it character by character.
 */
static const char *
scalar_text(const struct reader *reader, struct fy_token *token, size_t *size, bool *lent)
{
	const struct fy_mark *start = fy_token_start_mark(token), *end = fy_token_end_mark(token);
	enum fy_scalar_style style = fy_token_scalar_style(token);
	const char *text;

	*lent = false;
	if (!start || !end || start->line != end->line ||
	    (style != FYSS_PLAIN && style != FYSS_SINGLE_QUOTED && style != FYSS_DOUBLE_QUOTED))
		return fy_token_get_text(token, size);
	text = reader->text + start->input_pos;
	*size = end->input_pos - start->input_pos;
	if (style != FYSS_PLAIN && memchr(text, style == FYSS_SINGLE_QUOTED ? '\'' : '\\', *size))
		return fy_token_get_text(token, size);
	*lent = true;
	return text;
}

/* Escapes must not let in what text_read has refused of the file. */
static const char *
keep_text(struct reader *reader, const char *text, size_t size, bool lent, struct loc at)
{
	const char *kept = g_string_chunk_insert_len(reader->tree->texts, text, (gssize)size);
	g_autofree char *fine =
		lent ? NULL : text_refuse_decoded(kept, 0, size, at, reader->diags);

	return fine ? g_string_chunk_insert(reader->tree->texts, fine) : kept;
}

static void
take_scalar(struct reader *reader, struct fy_event *event)
{
	struct loc at = place_of_event(reader, event);
	size_t size = 0;
	bool lent = false;
	const char *text = scalar_text(reader, event->scalar.value, &size, &lent);
	bool quoted = fy_token_scalar_style(event->scalar.value) != FYSS_PLAIN;
	struct yaml_node *node;

	if (refuse_properties(reader, event->scalar.anchor, event->scalar.tag))
		return;
	if (text && memchr(text, '\0', size)) {
		syntax_error(reader, at, "a text holds a NUL character");
		return;
	}
	text = keep_text(reader, text ? text : "", text ? size : 0, lent, at);
	if (wants_key(innermost(reader))) {
		take_key(reader, text, at);
		return;
	}
	node = g_new0(struct yaml_node, 1);
	node->type = YAML_SCALAR;
	node->at = at;
	node->text = text;
	node->quoted = quoted && event->scalar.value;
	place_node(reader, node);
}

static void
open_node(struct reader *reader, enum yaml_type type, struct fy_event *event,
	  struct fy_token *anchor, struct fy_token *tag)
{
	struct frame frame = {0};

	if (refuse_properties(reader, anchor, tag))
		return;
	if (wants_key(innermost(reader))) {
		syntax_error(reader, place_of_event(reader, event), "a key must be a plain text");
		return;
	}
	if (reader->frames->len >= DEPTH_LIMIT) {
		syntax_error(reader, place_of_event(reader, event), "nested too deeply");
		return;
	}
	frame.node = g_new0(struct yaml_node, 1);
	frame.node->type = type;
	frame.node->at = place_of_event(reader, event);
	frame.node->items = g_ptr_array_new_with_free_func(node_free);
	place_node(reader, frame.node);
	g_array_append_val(reader->frames, frame);
}

static void
close_node(struct reader *reader)
{
	g_array_set_size(reader->frames, reader->frames->len - 1);
}

static void
take_event(struct reader *reader, struct fy_event *event)
{
	switch (event->type) {
	case FYET_SCALAR:
		take_scalar(reader, event);
		break;
	case FYET_SEQUENCE_START:
		open_node(reader, YAML_SEQUENCE, event, event->sequence_start.anchor,
			  event->sequence_start.tag);
		break;
	case FYET_MAPPING_START:
		open_node(reader, YAML_MAPPING, event, event->mapping_start.anchor,
			  event->mapping_start.tag);
		break;
	case FYET_SEQUENCE_END:
	case FYET_MAPPING_END:
		close_node(reader);
		break;
	case FYET_ALIAS:
		syntax_error(reader, place_of_event(reader, event),
			     "aliases (*name) are not used here");
		break;
	case FYET_DOCUMENT_START:
		if (reader->done)
			syntax_error(reader, place_of_event(reader, event),
				     "a second document in one file");
		break;
	case FYET_DOCUMENT_END:
		reader->done = true;
		break;
	default:
		break;
	}
}

/* What is missing at the end is told at the end of the last line that has text, not on the empty one after it. */
static void
step_back(const struct reader *reader, struct loc *at)
{
	gsize end = strlen(reader->text), start;
	int line = 1 + reader->line_offset;

	while (end > 0 && g_ascii_isspace(reader->text[end - 1]))
		end--;
	for (gsize i = 0; i < end; i++)
		line += reader->text[i] == '\n';
	if (at->line <= line)
		return;
	for (start = end; start > 0 && reader->text[start - 1] != '\n';)
		start--;
	at->line = line;
	at->column = text_column(reader->text + start, end - start);
}

/* libfyaml's first error, as our diagnostic. */
static void
report_parser_error(struct reader *reader, struct fy_diag *collected)
{
	struct loc at = {.file = reader->file};
	const struct fy_diag_error *error;
	void *previous = NULL;

	error = fy_diag_errors_iterate(collected, &previous);
	/* Unlike marks, the places of errors count from 1. */
	if (error && error->line > 0) {
		at.line = error->line + reader->line_offset;
		at.column = error->column;
		step_back(reader, &at);
	}
	syntax_error(reader, at, error && error->msg ? error->msg : "not well-formed YAML");
}

static void
read_events(struct reader *reader, struct fy_diag *collected)
{
	while (!reader->failed) {
		struct fy_event *event = fy_parser_parse(reader->parser);

		if (!event) {
			if (fy_parser_get_stream_error(reader->parser))
				report_parser_error(reader, collected);
			return;
		}
		take_event(reader, event);
		fy_parser_event_free(reader->parser, event);
	}
}

/* A diagnostic sink that keeps errors in memory instead of printing them. */
static struct fy_diag *
collecting_diag(void)
{
	struct fy_diag_cfg config;
	struct fy_diag *collected;

	fy_diag_cfg_default(&config);
	config.fp = NULL;
	config.colorize = false;
	collected = fy_diag_create(&config);
	g_assert(collected);
	fy_diag_set_collect_errors(collected, true);
	return collected;
}

static void
read_events_of_text(struct reader *reader)
{
	struct fy_diag *collected = collecting_diag();
	struct fy_parse_cfg config = {
		.flags = FYPCF_QUIET | FYPCF_ALLOW_DUPLICATE_KEYS | FYPCF_DEFAULT_VERSION_1_2 |
			 FYPCF_JSON_NONE,
		.diag = collected,
	};

	reader->parser = fy_parser_create(&config);
	g_assert(reader->parser);
	reader->frames = g_array_new(FALSE, FALSE, sizeof(struct frame));
	g_array_set_clear_func(reader->frames, frame_clear);
	if (fy_parser_set_string(reader->parser, reader->text, strlen(reader->text)) == 0)
		read_events(reader, collected);
	else
		report_parser_error(reader, collected);
	g_array_unref(reader->frames);
	fy_parser_destroy(reader->parser);
	fy_diag_destroy(collected);
	if (reader->failed)
		g_clear_pointer(&reader->tree->root, node_free);
}

struct yaml_tree *
yaml_read(const char *text, const char *file, int line_offset, struct diag_list *diags)
{
	struct reader reader = {
		.tree = g_new0(struct yaml_tree, 1),
		.text = text,
		.file = g_intern_string(file),
		.line_offset = line_offset,
		.diags = diags,
	};

	reader.tree->texts = g_string_chunk_new(4096);
	read_events_of_text(&reader);
	return reader.tree;
}

const struct yaml_node *
yaml_root(const struct yaml_tree *tree)
{
	return tree->root;
}

void
yaml_free(struct yaml_tree *tree)
{
	if (!tree)
		return;
	g_clear_pointer(&tree->root, node_free);
	g_string_chunk_free(tree->texts);
	g_free(tree);
}

const struct yaml_node *
yaml_find(const struct yaml_node *node, const char *key)
{
	if (!node || node->type != YAML_MAPPING)
		return NULL;
	for (guint i = 0; i < node->items->len; i++) {
		const struct yaml_node *item = node->items->pdata[i];

		/* Most keys differ in their first letter. */
		if (*item->key == *key && strcmp(item->key, key) == 0)
			return item;
	}
	return NULL;
}

struct yaml_tree *
yaml_load(const char *path, const char *file, struct diag_list *diags, GError **error)
{
	g_autoptr(GBytes) bytes = file_read(path, FILE_LIMIT, error);
	GString *text;
	struct yaml_tree *tree;

	if (!bytes)
		return NULL;
	text = text_read(bytes, file, diags);
	/* Not UTF-8: text-encoding has been said, and an empty tree says no more. */
	tree = yaml_read(text ? text->str : "", file, 0, diags);
	if (text)
		g_string_free(text, TRUE);
	return tree;
}
