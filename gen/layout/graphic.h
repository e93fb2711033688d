/*
 * graphic: the size of fo:external-graphic (XSL 1.1 §6.6.5).
 */
#ifndef CHANCERY_LAYOUT_GRAPHIC_H
#define CHANCERY_LAYOUT_GRAPHIC_H

#include "layout/formatter.h"

/* What its src names: a scene or an image, lent, with its own size in points; or neither. */
struct graphic {
	const struct scene *scene;
	const struct image *image;
	double width, height;
};

/* Neither with image-invalid. */
struct graphic graphic_find(struct formatter *formatter, const struct fo_node *node);

/*
 * Points.  content-width or content-height scale the graphic and keep its proportions where one
 * is auto; width and height take their place where the content's are auto.  One wider than the
 * measure is made to fit it (measure 0: not known yet).
 */
void graphic_size(struct formatter *formatter, const struct fo_node *node, double measure,
		  double *width, double *height);

#endif
