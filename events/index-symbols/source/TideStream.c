/* Behind LanternKit.c in the image: see there. */
#include "LanternKit.h"

double refill(const struct Wave *wave) {
    FILL(0x600); return decode(wave) + sink;
}
