// Far more code than debug information: the dSYM is smaller than its __text.
volatile int sink;
int main(int x) { sink = x; return x * 3; }
