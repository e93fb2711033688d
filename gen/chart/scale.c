#include "chart/scale.h"

#include <math.h>

struct scale
scale_nice(double largest, int target, double from, double to)
{
	static const int steps[] = {1, 2, 5, 10};
	struct scale scale = {{1, 0}, 1, from, to};
	int power;

	if (!(largest > 0))
		return scale;
	power = (int)floor(log10(largest / target));
	for (int i = 0; i < 4; i++) {
		double step = steps[i] * pow(10, power);

		if (ceil(largest / step - 1e-9) <= target) {
			scale.step = (struct decimal){steps[i], power};
			scale.ticks = (int)ceil(largest / step - 1e-9);
			return scale;
		}
	}
	scale.step = (struct decimal){2, power + 1};
	scale.ticks = (int)ceil(largest / decimal_to_double(scale.step) - 1e-9);
	return scale;
}

struct decimal
scale_tick(const struct scale *scale, int index)
{
	return (struct decimal){scale->step.mantissa * index, scale->step.exponent};
}

double
scale_position(const struct scale *scale, double value)
{
	double max = decimal_to_double(scale->step) * scale->ticks;

	return scale->from + (scale->to - scale->from) * value / max;
}
