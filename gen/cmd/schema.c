/* chancery schema: JSON Schema of the data files, for editors. */
#include <string.h>

#include "base/file.h"
#include "cmd/cli.h"
#include "data/schema.h"

static int
list_all(void)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (const struct schema_file *file = schema_files(); file->name; file++)
		g_string_append_printf(out, "%-11s  content/%s\n", file->name, file->record->file);
	return cli_print(out->str);
}

static const struct schema_file *
find_file(const char *name, const char **near)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (const struct schema_file *file = schema_files(); file->name; file++) {
		if (strcmp(file->name, name) == 0)
			return file;
		g_ptr_array_add(names, (gpointer)file->name);
	}
	*near = diag_nearest(name, names);
	return NULL;
}

static int
print_one(const char *name)
{
	const char *near = NULL;
	const struct schema_file *file = find_file(name, &near);
	g_autofree char *text = NULL;

	if (!file && near)
		return cli_misused("there is no schema “%s”; did you mean “%s”?", name, near);
	if (!file)
		return cli_misused("there is no schema “%s”; chancery schema lists them", name);
	text = schema_to_json(file);
	return cli_print(text);
}

static int
write_all(const char *folder)
{
	GError *error = NULL;

	if (!file_make_dirs(folder, &error))
		return cli_failed(error);
	for (const struct schema_file *file = schema_files(); file->name; file++) {
		g_autofree char *name = g_strconcat(file->name, ".json", NULL);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *text = schema_to_json(file);

		if (!file_write(path, text, strlen(text), &error))
			return cli_failed(error);
	}
	return EXIT_FINE;
}

static const struct cli_usage usage = {
	.program = "chancery schema",
	.arguments = "[NAME]",
	.summary =
		"Prints the JSON Schema of a data file, for editors with a YAML language server; "
		"without a\nname it lists the files that have one.",
};

int
cmd_schema(struct cli *cli, int argc, char **argv)
{
	g_autofree char *folder = NULL;
	int status = EXIT_FINE;
	const GOptionEntry own[] = {
		{"out", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Write all of them into this folder",
		 "DIR"},
		{0},
	};

	if (!cli_parse(cli, own, &usage, &argc, &argv, &status))
		return status;
	if (argc > 2 || (argc == 2 && folder))
		return cli_misused("schema wants one NAME, or --out DIR");
	if (folder)
		return write_all(folder);
	return argc == 2 ? print_one(argv[1]) : list_all();
}
