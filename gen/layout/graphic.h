/*
 * graphic: the size of fo:external-graphic (XSL 1.1 §6.6.5).
 */
#ifndef CHANCERY_LAYOUT_GRAPHIC_H
#define CHANCERY_LAYOUT_GRAPHIC_H

#include "layout/formatter.h"

/* The scene of its src, or NULL with image-invalid; lent. */
const struct scene *graphic_scene(struct formatter *formatter, const struct fo_node *node);

/*
 * Points.  content-width or content-height scale the scene and keep its proportions where one is
 * auto; width and height take their place where the content's are auto.  A scene wider than the
 * measure is made to fit it (measure 0: not known yet).
 */
void graphic_size(struct formatter *formatter, const struct fo_node *node, double measure,
		  double *width, double *height);

#endif
