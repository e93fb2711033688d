#include "chart/scale.h"

#include <math.h>

struct scale
scale_nice(double largest, int target, double from, double to)
{
	static const int steps[] = {1, 2, 5};
	struct scale scale = {{1, 0}, 1, from, to};
	int power;

	if (!(largest > 0))
		return scale;
	power = (int)floor(log10(largest / target));
	for (int i = 0; i < 6; i++) {
		int digit = steps[i % 3];
		double step = digit * pow(10, power + i / 3);

		if (ceil(largest / step - 1e-9) <= target) {
			scale.step = (struct decimal){digit, power + i / 3};
			scale.ticks = (int)ceil(largest / step - 1e-9);
			break;
		}
	}
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
