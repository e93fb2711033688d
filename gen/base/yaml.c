/* yaml: libfyaml's events made into a light tree with places. */
#include <libfyaml.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/yaml_private.h"

struct reader {
	struct yaml_builder builder;
	struct fy_parser *parser;
	const char *text, *file;
	int line_offset;
	struct diag_list *diags;
	bool done;   /* the document has ended */
	bool failed; /* yaml-syntax was reported */
};

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

static void
take_key(struct reader *reader, const char *text, struct loc at)
{
	const struct yaml_node *earlier = yaml_put_key(&reader->builder, text, at);
	g_autofree char *message = NULL;

	if (!earlier)
		return;
	message = g_strdup_printf("the key “%s” occurs twice", text);
	diag_relate(syntax_error(reader, at, message), earlier->key_at, "first here");
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
		     anchor ? "anchors (&name) are not used here"
			    : "tags (!name) are not used here");
	return true;
}

/*
 * The text of a scalar, size bytes; NULL for none.  What stands in one line as it is meant, nearly
 * all, is lent from the file: the library would copy it character by character.
 */
static const char *
scalar_text(const struct reader *reader, struct fy_token *token, size_t *size)
{
	const struct fy_mark *start = fy_token_start_mark(token), *end = fy_token_end_mark(token);
	enum fy_scalar_style style = fy_token_scalar_style(token);
	const char *text;

	if (!start || !end || start->line != end->line ||
	    (style != FYSS_PLAIN && style != FYSS_SINGLE_QUOTED && style != FYSS_DOUBLE_QUOTED))
		return fy_token_get_text(token, size);
	text = reader->text + start->input_pos;
	*size = end->input_pos - start->input_pos;
	if (style != FYSS_PLAIN && memchr(text, style == FYSS_SINGLE_QUOTED ? '\'' : '\\', *size))
		return fy_token_get_text(token, size);
	return text;
}

static void
take_scalar(struct reader *reader, struct fy_event *event)
{
	struct loc at = place_of_event(reader, event);
	size_t size = 0;
	const char *text = scalar_text(reader, event->scalar.value, &size);
	bool quoted = fy_token_scalar_style(event->scalar.value) != FYSS_PLAIN;

	if (refuse_properties(reader, event->scalar.anchor, event->scalar.tag))
		return;
	if (text && memchr(text, '\0', size)) {
		syntax_error(reader, at, "a text holds a NUL character");
		return;
	}
	text = yaml_keep(&reader->builder, text ? text : "", text ? size : 0);
	if (yaml_wants_key(&reader->builder))
		take_key(reader, text, at);
	else
		yaml_put_scalar(&reader->builder, text, at, quoted && event->scalar.value);
}

static void
open_node(struct reader *reader, enum yaml_type type, struct fy_event *event,
	  struct fy_token *anchor, struct fy_token *tag)
{
	struct loc at = place_of_event(reader, event);

	if (refuse_properties(reader, anchor, tag))
		return;
	if (yaml_wants_key(&reader->builder))
		syntax_error(reader, at, "a key must be a plain text");
	else if (!yaml_open(&reader->builder, type, at))
		syntax_error(reader, at, "nested too deeply");
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
		yaml_close(&reader->builder);
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

/* What is missing at the end is told at the end of the last line that has text, not on the empty
 * one after it. */
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
	if (fy_parser_set_string(reader->parser, reader->text, strlen(reader->text)) == 0)
		read_events(reader, collected);
	else
		report_parser_error(reader, collected);
	fy_parser_destroy(reader->parser);
	fy_diag_destroy(collected);
}

struct yaml_tree *
yaml_read_any(const char *text, const char *file, int line_offset, struct diag_list *diags)
{
	struct reader reader = {
		.text = text,
		.file = g_intern_string(file),
		.line_offset = line_offset,
		.diags = diags,
	};

	yaml_build(&reader.builder);
	read_events_of_text(&reader);
	return yaml_build_end(&reader.builder, !reader.failed);
}

struct yaml_tree *
yaml_read(const char *text, const char *file, int line_offset, struct diag_list *diags)
{
	struct yaml_tree *tree = yaml_read_plain(text, file, line_offset);

	return tree ? tree : yaml_read_any(text, file, line_offset, diags);
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
