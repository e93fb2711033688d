#include "pdf/standard.h"

#include <stddef.h>
#include <string.h>

static const struct pdf_standard standards[] = {
	{"ua1-a3a", "1.7", 1, 3, "A", NULL, NULL},
};

const struct pdf_standard *
pdf_standard_find(const char *name)
{
	if (!name)
		return &standards[0];
	for (size_t i = 0; i < sizeof standards / sizeof *standards; i++) {
		if (!strcmp(standards[i].name, name))
			return &standards[i];
	}
	return NULL;
}
