/*
 * respell: the texts of a bulletin XML written otherwise: in normal form, as all that is published, or in a pseudo-language.
 *
 * Pseudo-languages find layouts that break with longer or mirrored text.  Facts, code and what is not prose are kept.
 */
#ifndef CHANCERY_BUILD_RESPELL_H
#define CHANCERY_BUILD_RESPELL_H

#include <libxml/tree.h>
#include <stdbool.h>

#define PSEUDO_LONGER "qps-ploc"    /* accented, in brackets, vowels doubled: about 40 % longer */
#define PSEUDO_MIRRORED "qps-plocm" /* the same in Hebrew letters, set from right to left */

/* Is it one of the two? */
bool respell_is_pseudo(const char *lang);
/* The language whose labels, fonts and direction serve the pseudo-language: static, or source. */
const char *respell_locale(const char *pseudo, const char *source);

/* Normalisation form C, which checkers of HTML and searching readers want. */
void respell_compose(xmlNode *tree);
/* Texts of tree in the pseudo-language. */
void respell_pseudo(xmlNode *tree, const char *pseudo);

#endif
