// Compiled without debug information: only the symbol table names these.
__attribute__((noinline)) int fog_signal(int seconds) { return seconds * 9 + 4; }
__attribute__((noinline)) static int fog_private(int seconds) { return seconds ^ 21; }
int fog_both(int seconds) { return fog_signal(seconds) + fog_private(seconds); }
