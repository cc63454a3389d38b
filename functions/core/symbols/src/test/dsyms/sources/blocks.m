// Objective-C: a class of its own root, class and instance methods, and blocks that capture.
__attribute__((objc_root_class))
@interface Buoy {
  int depth;
}
- (int)sound:(int)fathoms;
+ (int)count;
@end

typedef int (^Sounding)(int);

__attribute__((noinline)) static int repeat(Sounding sounding, int times) {
  int sum = 0;
  for (int i = 0; i < times; i++) sum += sounding(i);
  return sum;
}

@implementation Buoy
- (int)sound:(int)fathoms {
  int offset = depth;
  return repeat(^(int fathom) {
    return repeat(^(int inner) { return inner * fathom + offset; }, fathom);
  }, fathoms);
}

+ (int)count {
  return repeat(^(int step) { return step ^ 5; }, 4);
}
@end

int main(int argc, char **argv) { return [Buoy count] + argc; }
