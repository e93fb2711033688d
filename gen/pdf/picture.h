/*
 * picture: an image as an image XObject (ISO 32000-1 8.9.5).
 *
 * A JPEG keeps its bytes, and so does a PNG that is neither interlaced nor see-through; of other
 * PNGs the pixels are written, their alpha as a soft mask.  Colours are DeviceRGB or DeviceGray,
 * which an output intent of sRGB (icc.h) says the meaning of.
 */
#ifndef CHANCERY_PDF_PICTURE_H
#define CHANCERY_PDF_PICTURE_H

#include <glib.h>

struct body;
struct image;

/*
 * The number of a new XObject, which fills the unit square.  0 with error set where pixels cannot
 * be decoded: the machine lacks memory, since image_open has verified the file.
 */
guint picture_add(struct body *body, const struct image *image, GError **error);

#endif
