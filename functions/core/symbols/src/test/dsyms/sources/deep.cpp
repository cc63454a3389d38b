// C++: calls inlined five deep, through templates, lambdas and a namespace, with ranges torn apart by branches.
namespace harbour {

volatile int sink;

template <int Depth>
struct Chain {
  static inline __attribute__((always_inline)) int pull(int load) {
    if (load & (1 << Depth)) sink = load;
    return Chain<Depth - 1>::pull(load + Depth) ^ (load << 1);
  }
};

template <>
struct Chain<0> {
  static inline __attribute__((always_inline)) int pull(int load) {
    sink = load;
    return load * 3;
  }
};

class Winch {
 public:
  explicit Winch(int drum) : drum_(drum) {}
  int turn(int times) const;
  __attribute__((noinline)) int slip(int times) const { return drum_ - times; }

 private:
  inline __attribute__((always_inline)) int tension(int times) const {
    auto twist = [this](int more) __attribute__((always_inline)) { return Chain<3>::pull(more + drum_); };
    int sum = 0;
    for (int i = 0; i < times; i++) {
      sum += twist(i);
      if (__builtin_expect(sum < 0, 0)) {
        sink = slip(sum);
      }
    }
    return sum;
  }

  int drum_;
};

int Winch::turn(int times) const { return tension(times) + Chain<2>::pull(times); }

}  // namespace harbour

extern "C" int haul(int load) {
  harbour::Winch winch(load);
  return winch.turn(load) + harbour::Chain<4>::pull(load);
}

extern "C" int main(int argc, char **) { return haul(argc); }
