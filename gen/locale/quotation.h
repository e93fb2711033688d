/*
 * quotation: words in quotation marks, which are somebody else's.
 */
#ifndef CHANCERY_LOCALE_QUOTATION_H
#define CHANCERY_LOCALE_QUOTATION_H

/* Puts PROSE_BARRIER in the place of quotations in a folded text; a mark without its fellow quotes
 * nothing. */
void quotation_blank(char *text);

#endif
