/* schema_markdown: the tables as a page for people. */
#include "data/schema_records.h"

static const char head[] =
	"# The data model\n\n"
	"What may stand in `content/`, key by key.  This page is made from the tables of "
	"`gen/data/schema_*.c`\n(`test-data-schema --bless` writes it), so it is what the program "
	"checks.\n\n"
	"- An **id** is made of small letters a to z and digits, joined by single hyphens, at most "
	"64 characters.\n"
	"- A **text** is one string, or one for each language: `{en: Busan, pl: Pusan}`.\n"
	"- A **date** is EDTF level 1: `2020-09-25`, `2020-09`, `2020`, `2019-12~`, `2020?`, "
	"`2019-12~/2020-11`, `2019-05/..`, `201X`, `2020-09-XX`; without times of day.\n"
	"- A **number** is digits and a point, without quotes; its digits are kept as written.\n"
	"- A file whose name is plural may also be a folder with any number of `.yaml` files, read "
	"in the order of their names.\n"
	"- `publication.yaml` and `bulletins/` stand in `content/`, everything else in "
	"`content/data/`.\n";

static void
add_values(GString *page, const struct schema_field *field)
{
	for (int i = 0; field->values[i]; i++)
		g_string_append_printf(page, "%s`%s`", i > 0 ? " " : "", field->values[i]);
	if (field->type == SCHEMA_KIND)
		g_string_append(page, ", or one with a label `kind.ID` in the publication's own "
				      "label files");
}

static void
add_type(GString *page, const struct schema_field *field)
{
	static const char *const shapes[] = {
		[SHAPE_ONE] = "",
		[SHAPE_LIST] = "a list: ",
		[SHAPE_ONE_OR_LIST] = "one or a list: ",
		[SHAPE_MAP] = "by id: ",
		[SHAPE_NAMES] = "by name: ",
	};

	g_string_append(page, shapes[field->shape]);
	if (field->values)
		add_values(page, field);
	else if (field->record && field->record->shorthand)
		g_string_append_printf(page, "%s, or %s",
				       schema_type_name(schema_find(field->record,
								    field->record->shorthand)
								->type),
				       field->record->name);
	else
		g_string_append(page, field->record ? field->record->name
						    : schema_type_name(field->type));
}

/* "Exactly one of `value`, `date`." */
static void
add_choices(GString *page, const struct schema_record *record)
{
	bool any = false;

	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (!field->choice)
			continue;
		g_string_append_printf(page, "%s`%s`", any ? ", " : "Exactly one of ", field->key);
		any = true;
	}
	if (any)
		g_string_append(page, " is there.\n\n");
}

static void
add_record(GString *page, const struct schema_record *record, GPtrArray *done)
{
	g_autofree char *name = g_strdup(record->name);

	if (g_ptr_array_find(done, record, NULL))
		return;
	g_ptr_array_add(done, (gpointer)record);
	name[0] = g_ascii_toupper(name[0]);
	g_string_append_printf(page, "\n## %s\n\n", name);
	if (record->file)
		g_string_append_printf(page, "Stands in %s.\n\n", record->file);
	if (record->shorthand)
		g_string_append_printf(page, "`{%s: X}` may be written `X`.\n\n",
				       record->shorthand);
	add_choices(page, record);
	g_string_append(page, "| key | value | |\n|---|---|---|\n");
	for (const struct schema_field *field = record->fields; field->key; field++) {
		g_string_append_printf(page, "| `%s`%s | ", field->key,
				       field->required ? " (required)" : "");
		add_type(page, field);
		g_string_append_printf(page, " | %s |\n", field->doc);
	}
	for (const struct schema_field *field = record->fields; field->key; field++) {
		if (field->record)
			add_record(page, field->record, done);
	}
}

char *
schema_to_markdown(void)
{
	g_autoptr(GPtrArray) done = g_ptr_array_new();
	GString *page = g_string_new(head);

	for (const struct schema_file *file = schema_files(); file->name; file++)
		add_record(page, file->record, done);
	return g_string_free(page, FALSE);
}
