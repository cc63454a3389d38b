// File names that no compiler on a Mac would write, but that code generators and cross compilers do.
volatile int sink;
#line 10 "//host/share/network.c"
int network(int x) { return x + sink; }
#line 20 "//half.c"
int half_network(int x) { return x - sink; }
#line 30 "C:\\Work\\drive.c"
int drive(int x) { return x * sink; }
#line 40 "gen/back\\slash.c"
int backslash(int x) { return x ^ sink; }
#line 50 "dev:/null.c"
int device(int x) { return x | sink; }
#line 60 "\\\\host\\share\\windows.c"
int windows_share(int x) { return x & sink; }
#line 70 "folder/"
int folder(int x) { return x + sink * 2; }
#line 2147483647 "äöü ß.c"
int last_line(int x) { return x + sink * 3; }
int main(void) {
  return network(1) + half_network(2) + drive(3) + backslash(4) + device(5) + windows_share(6) + folder(7) + last_line(8);
}
