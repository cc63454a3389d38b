/* LanternKit 5.1 (1019) as events/parse-crashes/sigsegv.crash knows it: made up, like all of Lighthouse.
 *
 * The report's offsets are fixed, so each function is padded until it holds its own. Padding stands on the line of the
 * call behind it: that is the line a look-up finds.
 */
#include "LanternKit.h"

volatile double sink;

static inline __attribute__((always_inline)) double peak(const struct Wave *wave, size_t at) {
    FILL(0x1200); return wave->next->samples[at & 1];
}

void before(void) { FILL(0x5400); sink = 1; }

void onData(void *wave) {
    FILL(0xc00); sink += refill(wave);
}

void lantern_gap(void) AS("lantern_gap");
void lantern_gap(void) { FILL(0x1600); sink = 2; }

double decodeBlock(const struct Wave *wave, size_t at) {
    double sum = sink;
    sum += peak(wave, at);
    return sum;
}

void lantern_space(void) AS("lantern_space");
void lantern_space(void) { FILL(0x1c80); sink = 3; }

double decode(const struct Wave *wave) {
    FILL(0x700); return decodeBlock(wave, 1) + sink;
}

int unused(void) AS("lantern_version");
int unused(void) { return 51; }
