// Template arguments that are values and expressions, constraints, folds, lambdas: what only C++20 and later say.
#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace values {
template <auto... V> struct List {
    void run() {}
    template <auto W> void with() {}
};
enum Plain { a = 5, b = -3 };
enum class Strong : long { x = 7 };
struct Point {
    int x;
    double y;
    int z[2];
    constexpr Point(int x, double y) : x(x), y(y), z{x, 2} {}
};
struct Wrap {
    Point point;
    const char *name;
};
int object;
int other[4];
struct Data {
    int member;
    void method() {}
    static int statics;
};
int Data::statics;
void function(int) {}
template <class T> void functionTemplate(T) {}

void use() {
    List<1, -2, 3u, 4l, -5ll, 6ull, 'c', L'w', u'x', true, false>().run();
    List<(short)1, (unsigned short)2, (signed char)-3, (unsigned char)4, (__int128)5>().run();
    List<Plain::a, Plain::b, Strong::x, (Plain)6>().run();
    List<&object, &other[2], nullptr, &Data::member, &Data::method, &Data::statics>().run();
    List<&function, function, functionTemplate<int>, &functionTemplate<char *>>().run();
    List<1.5f, -2.25, 0.0, 1e300, 3.0L>().run();
    List<Point(1, 2.5)>().run();
    List<Wrap{Point(3, 4), nullptr}>().with<Point(5, 6)>();
    List<[] {}>().run();
    List<>().with<List<1>{}>();
}
} // namespace values

namespace dependent {
template <int N> struct Int {};
template <bool B> struct Bool {};
template <class T> struct Traits {
    typedef T type;
    static const int value = sizeof(T);
    template <int N> struct rebind {
        typedef Int<N> type;
    };
    int field;
    static T make();
    template <class U> U get() const;
};
template <class T, int N> void plus(Int<N + 1> *, Int<sizeof(T) * 2> *, T) {}
template <int N> void arithmetic(Int<N - 1> *, Int<N * 2> *, Int<N / 3> *, Int<N % 4> *, Int<-N> *, Int<~N> *) {}
template <int N> void bits(Int<(N & 1)> *, Int<(N | 2)> *, Int<(N ^ 3)> *, Int<(N << 1)> *, Int<(N >> 1)> *) {}
template <int N> void relations(Bool<(N < 1)> *, Bool<(N > 2)> *, Bool<(N <= 3)> *, Bool<(N >= 4)> *, Bool<N == 5> *) {}
template <int N> void logic(Bool<(N && 1)> *, Bool<(N || 0)> *, Bool<!N> *, Bool<N != 1> *, Int<(N ? 1 : 2)> *) {}
template <class T> void sizes(Int<sizeof(T)> *, Int<alignof(T)> *, Bool<noexcept(T())> *, Int<Traits<T>::value> *) {}
template <class T> auto add(T a, T b) -> decltype(a + b) { return a + b; }
template <class T> auto call(T f) -> decltype(f(1, 'c')) { return f(1, 'c'); }
template <class T> auto member(T &t) -> decltype(t.field) { return t.field; }
template <class T> auto arrow(T *t) -> decltype(t->field) { return t->field; }
template <class T> auto arrowTemplate(T *t) -> decltype(t->template get<int>()) { return 0; }
template <class T> auto statics() -> decltype(T::make()) { return T(); }
template <class T> auto subscripts(T t) -> decltype(t[0]) { return t[0]; }
template <class T> auto dereference(T t) -> decltype(*t) { return *t; }
template <class T> auto address(T &t) -> decltype(&t) { return &t; }
template <class T> auto casts(T t) -> decltype((long)t, reinterpret_cast<char *>(t), T(t)) { return T(); }
template <class T> auto constCast(T t) -> decltype(const_cast<const char *>(t)) { return t; }
template <class T> auto creates(T t) -> decltype(new T(t)) { return nullptr; }
template <class T> auto createsArray(T) -> decltype(new T[3]) { return nullptr; }
template <class T> auto deletes(T *t) -> decltype(delete t) {}
template <class T> auto braces(T) -> decltype(T{1, 2}) { return T{1, 2}; }
template <class T> auto throws(T &t) -> decltype(t ? t : throw 1) { return t; }
template <class T> auto increments(T &t) -> decltype(++t, t++, --t, t--, t += 1, t = t) { return t; }
template <class T> auto comma(T &t) -> decltype((void)t, t) { return t; }
template <class T> typename Traits<T>::type nested(typename Traits<T>::template rebind<3>::type *) { return T(); }
template <class T> std::enable_if_t<(sizeof(T) > 2), T> enabled(T t) { return t; }
template <class T> typename std::enable_if<std::is_integral<T>::value && !std::is_same<T, bool>::value>::type integral(T) {}
template <template <class> class C, class T> void templates(C<T>) {}
template <template <class...> class C, class... T> void templatePack(C<T...>) {}
template <class... T> auto folds(T... t) -> decltype((t + ...), (... * t), (0 + ... + t), (t && ... && true)) { return true; }
template <class... T> void sizeofPack(Int<sizeof...(T)> *) {}
template <class T, T... I> void sequence(std::integer_sequence<T, I...>) {}
template <class... T> void expands(std::tuple<T *...>, void (*...)(T)) {}
template <int... N> void ints(Int<N>..., Int<N * 2> *...) {}
template <class T> void unresolved(decltype(T::template get<T>) *) {}
template <class T, int N> void arrays(T (&)[N], T (*)[N + 1]) {}
template <class T> void noexcepts(void (*)(T) noexcept(sizeof(T) > 1)) {}

int twoArguments(int, char) { return 0; }
void use() {
    plus<int, 3>(nullptr, nullptr, 1);
    arithmetic<12>(nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    bits<9>(nullptr, nullptr, nullptr, nullptr, nullptr);
    relations<3>(nullptr, nullptr, nullptr, nullptr, nullptr);
    logic<1>(nullptr, nullptr, nullptr, nullptr, nullptr);
    sizes<long>(nullptr, nullptr, nullptr, nullptr);
    add(1, 2); add(1.0, 2.0); add(1L, 2L);
    call(twoArguments);
    Traits<int> traits;
    member(traits); arrow(&traits); arrowTemplate(&traits);
    subscripts("abc"); dereference("abc"); address(traits);
    casts<char *>(nullptr); constCast<char *>(nullptr);
    creates(1); createsArray(2); deletes<int>(nullptr);
    int n = 1;
    braces(std::array<int, 2>()); throws(n); increments(n); comma(n);
    nested<int>(nullptr); enabled(1); integral(5);
    templates(Traits<int>()); templates(Traits<char *>());
    templatePack(std::tuple<int, char, double>()); templatePack(std::tuple<>());
    folds(1, 2, 3); sizeofPack<int, char>(nullptr); sizeofPack<>(nullptr);
    sequence(std::make_index_sequence<5>()); sequence(std::integer_sequence<char, 'a', 'b'>());
    expands(std::tuple<int *, char *>(), (void (*)(int)) nullptr, (void (*)(char)) nullptr);
    ints<1, 2>(Int<1>(), Int<2>(), nullptr, nullptr);
    int three[3];
    arrays(three, (int (*)[4]) nullptr);
    noexcepts<int>(nullptr);
}
} // namespace dependent

namespace constrained {
template <class T> concept Small = sizeof(T) <= 4;
template <class T, class U> concept Same = std::same_as<T, U>;
template <Small T> void one(T) {}
template <class T> requires Small<T> && (!Same<T, bool>) void two(T) {}
template <class T> void three(T) requires requires(T t) { t + 1; { t.size() } -> std::same_as<int>; typename T::type; requires Small<T>; } || true {}
void four(Small auto x, Same<int> auto y) { (void)x; (void)y; }
template <class T> struct Type {
    void method() requires Small<T> {}
    template <Same<T> U> void other(U) {}
    friend void friendly(Type) requires Small<T> {}
};
void use() {
    one(1); one('c'); two(2); three(3); four(1, 2); four('c', 3);
    Type<int>().method();
    Type<int>().other(1);
    friendly(Type<int>());
}
} // namespace constrained

namespace lambdas {
template <class F> void take(F f) { f(); }
template <class F, class... A> auto invoke(F f, A... a) { return f(a...); }
inline auto global = [](int x) { return x; };
inline auto generic = [](auto x, auto... rest) { return sizeof...(rest) + sizeof(x); };
inline auto explicitly = []<class T, int N, template <class> class C, class... P>(T (&)[N], C<T> *, P...) { return N; };
template <class T> inline auto variable = [](T t) { return t; };
struct Members {
    int x = [] { return 1; }();
    static inline auto field = [](auto y) { return y; };
    void method(int n = [] { return 2; }()) {
        take([this, n] { take([this] { (void)x; }); (void)n; });
        take([*this] {});
        auto recursive = [](auto self, int k) -> int { return k ? self(self, k - 1) : 0; };
        recursive(recursive, 3);
    }
    template <class T> auto templated(T t) { return [t](auto... rest) { return [t, rest...] { return t; }; }; }
};
inline void inlined(int depth) {
    take([=] { take([=] { take([=] { (void)depth; }); }); });
    take([] { struct Local { void run() { take([] {}); } }; Local().run(); });
    auto [p, q] = std::pair(1, 2);
    take([p = p, q = q] { (void)(p + q); });
}
template <class T> void inTemplate(T t) {
    take([t] { (void)t; });
    invoke([](auto a, auto &&b, const auto *c) { (void)a; (void)b; (void)c; }, t, 1, &t);
    invoke([]<class U>(U u, auto v) requires(sizeof(U) > 0) { (void)u; (void)v; }, t, 'c');
}
void use() {
    take([] {}); take([] {});
    invoke(global, 1); invoke(generic, 1, 2, 'c'); invoke(generic, "x");
    int three[3];
    explicitly(three, (dependent::Traits<int> *)nullptr, 1, 'c');
    invoke(variable<int>, 1); invoke(variable<char>, 'c');
    Members members;
    members.method();
    Members::field(1);
    members.templated(1)(2, 'c')();
    inlined(1);
    inTemplate(1); inTemplate('c'); inTemplate(members);
    static auto block = [](int a, char b) mutable noexcept { return a + b; };
    invoke(block, 1, 'c');
}
} // namespace lambdas

namespace explicitly {
struct Object {
    void method(this Object &self, int) { (void)self; }
    template <class Self> auto deduced(this Self &&self) { return sizeof(self); }
};
void use() {
    Object object;
    object.method(1);
    object.deduced();
    static_cast<Object &&>(object).deduced();
    const Object constant;
    constant.deduced();
}
} // namespace explicitly

auto [first, second] = std::pair(1, 'c');
namespace {
auto [third, fourth] = std::pair(1, 'c');
}
int usesBindings() { return first + second + third + fourth; }
