/*
 * links: do the relative links of an edition lead to something that is published?
 */
#ifndef CHANCERY_BUILD_LINKS_H
#define CHANCERY_BUILD_LINKS_H

struct plan;
struct plan_item;
struct render;

/* link-dead for each that does not.  Addresses with a scheme, and those from the root of a host, are not looked at. */
void links_check(const struct render *render, const struct plan *plan);

#endif
