// Functions whose linker names are what the Swift compiler would choose.
__attribute__((noinline)) int render(int row) __asm__("_$s7Harbour4DeckV6render3rowS2i_tF");
__attribute__((noinline)) int renderClosure(int row) __asm__("_$s7Harbour4DeckV6render3rowS2i_tFS2iXEfU_");
__attribute__((noinline)) int oldRender(int row) __asm__("__TFV7Harbour4Deck6renderfT3rowSi_Si");

int renderClosure(int row) { return row * row + 1; }
int render(int row) { return renderClosure(row) + renderClosure(row + 1); }
int oldRender(int row) { return render(row) - 2; }

int main(int argc, char **argv) { return oldRender(argc) + (argv != 0); }
