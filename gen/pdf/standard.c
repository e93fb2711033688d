#include "pdf/standard.h"

#include <glib.h>
#include <string.h>

/* Well-Tagged PDF 1.0.2, 6.1.2 and 6.1.3. */
static const char *const well_tagged[] = {
	"http://pdfa.org/declarations/wtpdf#reuse1.0",
	"http://pdfa.org/declarations/wtpdf#accessibility1.0",
	NULL,
};

static const struct pdf_standard standards[] = {
	{
		.name = "ua1-a3a",
		.version = "1.7",
		.ua_part = 1,
		.a_part = 3,
		.a_conformance = "A",
		.note = "Note",
		.info = true,
		.ua_schema = true,
	},
	{
		.name = "ua2-a4f",
		.version = "2.0",
		.ua_part = 2,
		.ua_revision = "2024",
		.a_part = 4,
		.a_conformance = "F",
		.a_revision = "2020",
		.declarations = well_tagged,
		.note = "FENote",
		.note_attributes = "FENote/NoteType/Footnote",
		.namespaces = true,
		.structure_destinations = true,
		.references = true,
		.captions_inside = true,
	},
};

const struct pdf_standard *
pdf_standard_find(const char *name)
{
	if (!name)
		return &standards[0];
	for (gsize i = 0; i < G_N_ELEMENTS(standards); i++) {
		if (!strcmp(standards[i].name, name))
			return &standards[i];
	}
	return NULL;
}

char *
pdf_standard_names(void)
{
	GString *names = g_string_new(standards[0].name);

	for (gsize i = 1; i < G_N_ELEMENTS(standards); i++)
		g_string_append_printf(names, ", %s", standards[i].name);
	return g_string_free(names, FALSE);
}
