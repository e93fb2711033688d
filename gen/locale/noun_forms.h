/*
 * noun_forms: the forms of a noun out of its plural pattern, "{0, select, one {{1} visa} other {{1}
 * visas}}".
 */
#ifndef CHANCERY_LOCALE_NOUN_FORMS_H
#define CHANCERY_LOCALE_NOUN_FORMS_H

#include <glib.h>

struct noun_form {
	char *text; /* without the number */
	int number; /* what it says without one: Arabic "سفينتان" is two vessels; 0 where the number
		       stands beside it */
};

/* struct noun_form *, each as often as it stands there; the caller unrefs. */
GPtrArray *noun_forms(const char *pattern);
/* What the forms have in common and '*', where that is one word of at least four letters; else
 * NULL. The caller frees. */
char *noun_stem(const GPtrArray *forms);

#endif
