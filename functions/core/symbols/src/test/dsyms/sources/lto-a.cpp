// One half of a link-time optimised program: what is inlined here is described in the other unit.
int ballast(int weight);
int keel(int weight);

int hull(int weight) {
  int trimmed = ballast(weight);
  if (trimmed > 40) trimmed += keel(trimmed);
  return trimmed;
}

extern "C" int main(int argc, char **) { return hull(argc) + ballast(argc + 3); }
