#include "pdf/content.h"

#include "pdf/literal.h"

struct content {
	GString *out;
	double height;
	int depth;	       /* of marks */
	bool text;	       /* a text object is open … */
	int text_depth;	       /* … that was opened at this depth */
	bool array, string;    /* the brackets of TJ are open, and a string in it */
	gint64 line_x, line_y; /* where the line of text begins, hundredths from the bottom left */
	guint font;
	gint64 size; /* 0: no font yet */
	gint64 rise;
	guint32 fill, stroke;
	gint64 line_width;
	int caps; /* -1: none set yet; 0, 1: round */
	gint64 dash[2];
};

struct content *
content_new(void)
{
	struct content *content = g_new0(struct content, 1);

	content->out = g_string_sized_new(1 << 14);
	return content;
}

void
content_free(struct content *content)
{
	if (!content)
		return;
	g_string_free(content->out, TRUE);
	g_free(content);
}

/* The graphics state as a page finds it (8.4.1). */
void
content_begin(struct content *content, double height)
{
	GString *out = content->out;

	g_string_truncate(out, 0);
	*content = (struct content){
		.out = out,
		.height = height,
		.line_width = 100,
		.caps = -1,
	};
}

const GString *
content_end(struct content *content)
{
	g_assert(content->depth == 0);
	content_end_text(content);
	return content->out;
}

static inline void
put(struct content *content, const char *words)
{
	literal_append_word(content->out, words);
}

static void
put_number(struct content *content, double value)
{
	literal_append_number(content->out, value);
}

static void
put_point(struct content *content, double x, double y)
{
	put_number(content, x);
	put_number(content, content->height - y);
}

/* ---- text ---- */

static void
end_array(struct content *content)
{
	if (content->string)
		g_string_append_c(content->out, ')');
	if (content->array)
		put(content, "]TJ\n");
	content->string = content->array = false;
}

void
content_end_text(struct content *content)
{
	if (!content->text)
		return;
	g_assert(content->text_depth == content->depth);
	end_array(content);
	put(content, "ET\n");
	content->text = false;
}

static void
begin_text(struct content *content)
{
	end_array(content);
	if (content->text)
		return;
	put(content, "BT\n");
	content->text = true;
	content->text_depth = content->depth;
	content->line_x = content->line_y = 0;
}

double
content_font(struct content *content, guint font, double size)
{
	gint64 hundredths = literal_hundredths(size);

	if (font == content->font && hundredths == content->size)
		return (double)hundredths / 100;
	begin_text(content);
	content->font = font;
	content->size = hundredths;
	put(content, "/F");
	literal_append_integer(content->out, font);
	g_string_append_c(content->out, ' ');
	literal_append_hundredths(content->out, hundredths);
	put(content, "Tf\n");
	return (double)hundredths / 100;
}

void
content_text_at(struct content *content, double x, double y)
{
	gint64 to_x = literal_hundredths(x), to_y = literal_hundredths(content->height - y);

	begin_text(content);
	literal_append_hundredths(content->out, to_x - content->line_x);
	literal_append_hundredths(content->out, to_y - content->line_y);
	put(content, "Td\n");
	content->line_x = to_x;
	content->line_y = to_y;
}

void
content_text_rise(struct content *content, double rise)
{
	gint64 hundredths = literal_hundredths(rise);

	if (hundredths == content->rise)
		return;
	begin_text(content);
	literal_append_hundredths(content->out, hundredths);
	put(content, "Ts\n");
	content->rise = hundredths;
}

static void
begin_array(struct content *content)
{
	g_assert(content->text);
	if (!content->array)
		g_string_append_c(content->out, '[');
	content->array = true;
}

void
content_text_skip(struct content *content, int thousandths)
{
	begin_array(content);
	if (content->string)
		g_string_append_c(content->out, ')');
	content->string = false;
	literal_append_integer(content->out, -thousandths);
}

/* The byte at end, and where the next one goes; two bytes at most. */
static inline char *
put_byte(char *end, guint8 byte)
{
	/* 7.3.4.2: what else a literal string cannot hold as it is */
	if (G_UNLIKELY(byte == '(' || byte == ')' || byte == '\\')) {
		*end++ = '\\';
	} else if (G_UNLIKELY(byte == '\r')) {
		*end++ = '\\';
		byte = 'r';
	}
	*end++ = (char)byte;
	return end;
}

static void
begin_string(struct content *content)
{
	begin_array(content);
	if (!content->string)
		g_string_append_c(content->out, '(');
	content->string = true;
}

void
content_text_show_byte(struct content *content, guint8 code)
{
	char bytes[2];

	begin_string(content);
	literal_append_bytes(content->out, bytes, (gsize)(put_byte(bytes, code) - bytes));
}

void
content_text_show(struct content *content, const guint16 *codes, gsize n)
{
	GString *out = content->out;
	gsize start;
	char *end;

	if (n == 0)
		return;
	begin_string(content);
	start = out->len;
	g_string_set_size(out, start + 4 * n);
	end = out->str + start;
	for (gsize i = 0; i < n; i++) {
		end = put_byte(end, (guint8)(codes[i] >> 8));
		end = put_byte(end, (guint8)(codes[i] & 0xff));
	}
	g_string_truncate(out, (gsize)(end - out->str));
}

/* ---- marks ---- */

void
content_mark(struct content *content, const char *type, guint mcid)
{
	end_array(content);
	g_string_append_c(content->out, '/');
	put(content, type);
	put(content, "<</MCID ");
	literal_append_integer(content->out, mcid);
	put(content, ">>BDC\n");
	content->depth++;
}

void
content_mark_artifact(struct content *content, const char *type)
{
	end_array(content);
	put(content, "/Artifact<</Type/");
	put(content, type);
	put(content, ">>BDC\n");
	content->depth++;
}

void
content_mark_actual_text(struct content *content, const char *utf8, gsize length)
{
	end_array(content);
	put(content, "/Span<</ActualText");
	literal_append_slice(content->out, utf8, length);
	put(content, ">>BDC\n");
	content->depth++;
}

void
content_unmark(struct content *content)
{
	g_assert(content->depth > 0);
	end_array(content);
	if (content->text && content->text_depth == content->depth)
		content_end_text(content);
	put(content, "EMC\n");
	content->depth--;
}

/* ---- colours, paths, images ---- */

/* A 255th in thousandths, for a hundredth would be more than one step. */
static void
put_part(GString *out, guint part)
{
	guint thousandths = (part * 1000 + 127) / 255;
	const char text[] = {'.', (char)('0' + thousandths / 100),
			     (char)('0' + thousandths / 10 % 10), (char)('0' + thousandths % 10)};

	if (part == 0 || part == 255)
		g_string_append_c(out, part ? '1' : '0');
	else
		literal_append_bytes(out, text, sizeof text);
	g_string_append_c(out, ' ');
}

/* grey and rgb: the operators. */
static void
put_colour(struct content *content, guint32 colour, const char *grey, const char *rgb)
{
	guint red = colour >> 16 & 0xff, green = colour >> 8 & 0xff, blue = colour & 0xff;

	end_array(content);
	put_part(content->out, red);
	if (red == green && green == blue) {
		put(content, grey);
		return;
	}
	put_part(content->out, green);
	put_part(content->out, blue);
	put(content, rgb);
}

void
content_fill_colour(struct content *content, guint32 colour)
{
	if (colour == content->fill)
		return;
	content->fill = colour;
	put_colour(content, colour, "g\n", "rg\n");
}

void
content_stroke_colour(struct content *content, guint32 colour)
{
	if (colour == content->stroke)
		return;
	content->stroke = colour;
	put_colour(content, colour, "G\n", "RG\n");
}

void
content_rectangle(struct content *content, double x, double y, double width, double height)
{
	content_end_text(content);
	put_point(content, x, y + height);
	put_number(content, width);
	put_number(content, height);
	put(content, "re\n");
}

void
content_move_to(struct content *content, double x, double y)
{
	content_end_text(content);
	put_point(content, x, y);
	put(content, "m\n");
}

void
content_line_to(struct content *content, double x, double y)
{
	put_point(content, x, y);
	put(content, "l\n");
}

static void
put_curve(struct content *content, const double points[6])
{
	for (int i = 0; i < 6; i += 2)
		put_point(content, points[i], points[i + 1]);
	put(content, "c\n");
}

void
content_circle(struct content *content, double x, double y, double radius)
{
	/* how far the control points of a quarter are away, for an error of 0.03 % */
	const double c = 0.5522847498 * radius, r = radius;
	const double quarters[4][6] = {
		{x + r, y + c, x + c, y + r, x, y + r},
		{x - c, y + r, x - r, y + c, x - r, y},
		{x - r, y - c, x - c, y - r, x, y - r},
		{x + c, y - r, x + r, y - c, x + r, y},
	};

	content_move_to(content, x + r, y);
	for (int i = 0; i < 4; i++)
		put_curve(content, quarters[i]);
	put(content, "h\n");
}

void
content_paint(struct content *content, bool fill, bool stroke)
{
	put(content, fill && stroke ? "B\n" : fill ? "f\n" : stroke ? "S\n" : "n\n");
}

void
content_line(struct content *content, double width, bool round_caps)
{
	gint64 hundredths = literal_hundredths(width);

	content_end_text(content);
	if (hundredths != content->line_width) {
		literal_append_hundredths(content->out, hundredths);
		put(content, "w\n");
		content->line_width = hundredths;
	}
	if (content->caps == (int)round_caps)
		return;
	put(content, content->caps < 0 ? "1 j " : "");
	put(content, round_caps ? "1 J\n" : "0 J\n");
	content->caps = round_caps;
}

void
content_dash(struct content *content, double on, double off)
{
	gint64 dash[2] = {literal_hundredths(on), literal_hundredths(off)};

	if (dash[0] == content->dash[0] && dash[1] == content->dash[1])
		return;
	content_end_text(content);
	g_string_append_c(content->out, '[');
	for (int i = 0; i < 2; i++) {
		if (dash[1])
			literal_append_hundredths(content->out, dash[i]);
		content->dash[i] = dash[i];
	}
	put(content, "]0 d\n");
}

void
content_image(struct content *content, guint number, double x, double y, double width,
	      double height)
{
	content_end_text(content);
	put(content, "q ");
	put_number(content, width);
	put(content, "0 0 ");
	put_number(content, height);
	put_point(content, x, y + height);
	put(content, "cm /I");
	literal_append_integer(content->out, number);
	put(content, " Do Q\n");
}
