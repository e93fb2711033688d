/*
 * meant: which of the figures in a wording are those of the amount that it states.
 */
#ifndef CHANCERY_LOCALE_MEANT_H
#define CHANCERY_LOCALE_MEANT_H

#include <glib.h>
#include <stdbool.h>

struct amount;
struct vocabulary;

struct meant {
	const struct vocabulary *vocabulary;
	const char *text; /* folded */
	GArray *lexemes;  /* struct lexeme, of the text */
	GArray *figures;  /* struct figure, of the lexemes */
	bool any_year;	  /* all figures look like years: one of them being right is enough */
};

/*
 * Leaves in figures those that may be meant for the amount, and sets any_year.  Left out are the
 * numbers of places and documents, ordinals, years beside other numbers, words beside digits, "one"
 * beside another number; "one in four" becomes one fraction.
 */
void meant_keep(struct meant *meant, const struct amount *amount);

#endif
