/* Of LanternKit.c and TideStream.c. */
typedef unsigned long size_t;

struct Wave {
    const struct Wave *next;
    double samples[2];
};

extern volatile double sink;

#define FILL(bytes) __asm__ volatile(".space " #bytes)
#define AS(name) __asm__("_" name) __attribute__((noinline, used))

double decodeBlock(const struct Wave *wave, size_t at) AS("$s10LanternKit13StreamDecoderC11decodeBlock2atySi_tF");
double decode(const struct Wave *wave) AS("$s10LanternKit13StreamDecoderC6decodeyyF");
double refill(const struct Wave *wave) AS("$s10LanternKit10TideStreamC6refillyyF");
void onData(void *wave) AS("$s10LanternKit10TideStreamC5start2onySo17OS_dispatch_queueC_tFyycfU_");
void before(void) AS("lantern_before");
