// Compiled to one section per basic block, which the linker order then tears apart: functions with several ranges.
volatile int mast;

static int splice(int rope) {
  if (rope > 7) {
    mast = rope;
    return rope - 7;
  }
  return rope + 7;
}

int rig(int rope) {
  if (__builtin_expect(rope < 0, 0)) {
    mast = -rope;
    return splice(-rope);
  }
  int sum = splice(rope);
  for (int i = 0; i < rope; i++) {
    sum += mast;
    if (sum & 64) mast = splice(sum);
  }
  return sum;
}

int unrig(int rope) {
  if (rope & 1) return splice(rope) ^ 3;
  mast = rope;
  return rope - 1;
}

void _start(void) { mast = rig(mast) + unrig(mast); }
