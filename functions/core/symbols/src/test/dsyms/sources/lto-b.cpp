// The other half.
volatile int log_entry;

static inline int stow(int weight) {
  log_entry = weight;
  return weight * 5 - 3;
}

int ballast(int weight) {
  if (weight & 1) return stow(weight) + 1;
  return stow(weight >> 1);
}

int keel(int weight) { return ballast(weight) ^ stow(weight + 2); }
