// Plain C: a static function nobody inlines, one that is inlined twice, a switch, and a computed line.
static int scale(int value, int by) { return value * by + (value >> 3); }

__attribute__((noinline)) static int clamp(int value, int low, int high) {
  if (value < low) return low;
  if (value > high) return high;
  return value;
}

int tide_height(int hour, int moon) {
  int height = scale(hour, 7);
  switch (moon & 3) {
    case 0:
      height += scale(moon, 3);
      break;
    case 1:
      height -= clamp(moon, 1, 9);
      break;
    default:
      height ^= moon;
  }
#line 400 "generated/tables.inc"
  height += clamp(height, -100, 100);
  return height;
}

int main(int argc, char **argv) { return tide_height(argc, (int)(long)argv); }
