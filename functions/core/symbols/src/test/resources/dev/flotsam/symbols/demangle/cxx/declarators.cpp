// Types that wrap around what they declare, operators, conversions, thunks, locals: one function per shape.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <new>
#include <typeinfo>

#define SHAPES(T, N)                                                                                                   \
    namespace N {                                                                                                      \
    void plain(T) {}                                                                                                   \
    void pointer(T *) {}                                                                                               \
    void constant(const T *const) {}                                                                                   \
    void deep(const volatile T *volatile *const *) {}                                                                  \
    void reference(T &, const T &, T &&, const T &&) {}                                                                \
    void array(T (&)[3], T (*)[4], const T (&)[2][5]) {}                                                               \
    void arrays(T *(*)[4], T (*(&)[6])[7]) {}                                                                          \
    void function(T (*)(T), T (&)(const T *)) {}                                                                       \
    void functions(T (*(*)(T))(int), void (*)(T (*)(T))) {}                                                            \
    T (*returns(int))(T *) { return nullptr; }                                                                         \
    T (&returnsArray())[3];                                                                                            \
    void callsArray() { returnsArray(); }                                                                              \
    void variadic(T *, ...) {}                                                                                         \
    void noexceptFunction(T (*)(T) noexcept) {}                                                                        \
    struct Holder {                                                                                                    \
        T member(T *) { return *this; }                                                                                \
        T constMember() const { return *this; }                                                                        \
        T volatileMember() volatile;                                                                                   \
        T leftMember() & { return *this; }                                                                             \
        T rightMember() && { return *this; }                                                                           \
        T bothMember() const && { return static_cast<const Holder &>(*this); }                                         \
        operator T() const;                                                                                            \
        operator T *();                                                                                                \
        operator T &() { static char space[256]; return *reinterpret_cast<T *>(space); }                               \
        operator const T *const *() { return nullptr; }                                                                \
        using Function = T (*)(T);                                                                                     \
        operator Function() { return nullptr; }                                                                        \
    };                                                                                                                 \
    void members(T Holder::*, T (Holder::*)(T *), T (Holder::*)() const, T (Holder::*)() &&) {}                        \
    void useHolder(Holder holder) {                                                                                    \
        holder.member(nullptr);                                                                                        \
        holder.constMember();                                                                                          \
        holder.leftMember();                                                                                           \
        static_cast<Holder &&>(holder).rightMember();                                                                  \
        static_cast<const Holder &&>(holder).bothMember();                                                             \
        (void)static_cast<const T *const *>(holder);                                                                   \
        (void)static_cast<Holder::Function>(holder);                                                                   \
        (void)static_cast<T &>(holder);                                                                                \
    }                                                                                                                  \
    template <class U> void generic(U, T, U *, T (*)(U), U (&)[2]) {}                                                  \
    template void generic(int, T, int *, T (*)(int), int (&)[2]);                                                      \
    template void generic(T *, T, T **, T (*)(T *), T *(&)[2]);                                                        \
    template <class... U> void pack(T, U...) {}                                                                        \
    template void pack(T);                                                                                             \
    template void pack(T, T *, int, char (*)(T));                                                                      \
    template <class... U> void packs(U (*...)(T)) {}                                                                   \
    template void packs(int (*)(T), T *(*)(T));                                                                        \
    }

struct Struct {};
union Union {
    int i;
};
enum Enum { zero };
enum class Scoped : std::uint8_t { one };
template <class T, int N = 2> struct Template {};

SHAPES(bool, of_bool)
SHAPES(char, of_char)
SHAPES(signed char, of_schar)
SHAPES(unsigned char, of_uchar)
SHAPES(wchar_t, of_wchar)
SHAPES(char8_t, of_char8)
SHAPES(char16_t, of_char16)
SHAPES(char32_t, of_char32)
SHAPES(short, of_short)
SHAPES(unsigned short, of_ushort)
SHAPES(int, of_int)
SHAPES(unsigned, of_uint)
SHAPES(long, of_long)
SHAPES(unsigned long, of_ulong)
SHAPES(long long, of_llong)
SHAPES(unsigned long long, of_ullong)
SHAPES(__int128, of_int128)
SHAPES(unsigned __int128, of_uint128)
SHAPES(float, of_float)
SHAPES(double, of_double)
SHAPES(long double, of_ldouble)
SHAPES(Struct, of_struct)
SHAPES(Union, of_union)
SHAPES(Enum, of_enum)
SHAPES(Scoped, of_scoped)
SHAPES(Template<int>, of_template)
typedef Template<Template<Struct *>, 7> Twice;
SHAPES(Twice, of_twice)
typedef int Vector4 __attribute__((vector_size(16)));
void vector(Vector4, Vector4 *) {}
typedef _BitInt(37) Bits;
void bits(Bits, unsigned _BitInt(9)) {}
void halves(_Float16) {}
void null(decltype(nullptr)) {}
void complex(_Complex double, _Complex float *) {}

namespace operators {
struct Value {
    Value operator+(const Value &) const { return *this; }
    Value operator-() const { return *this; }
    Value &operator+=(int) { return *this; }
    Value &operator++() { return *this; }
    Value operator--(int) { return *this; }
    Value operator~() const { return *this; }
    bool operator!() const { return false; }
    bool operator<=(const Value &) const { return true; }
    Value operator<<(int) const { return *this; }
    Value &operator>>=(int) { return *this; }
    Value operator,(int) const { return *this; }
    Value *operator->() { return this; }
    int Value::*operator->*(int) { return nullptr; }
    Value operator()(int, int) { return *this; }
    Value operator[](const char *) { return *this; }
    static void *operator new(std::size_t size) { return ::operator new(size); }
    static void *operator new[](std::size_t size) { return ::operator new[](size); }
    static void operator delete(void *space) { ::operator delete(space); }
    static void operator delete[](void *space) { ::operator delete[](space); }
    auto operator<=>(const Value &) const = default;
    bool operator==(const Value &) const = default;
    template <class T> operator T *() { return nullptr; }
    template <class T> explicit operator Template<T>() { return {}; }
};
Value operator*(const Value &value, int) { return value; }
bool operator&&(const Value &, int) { return true; }
bool operator||(int, const Value &) { return true; }
Value operator""_v(unsigned long long) { return {}; }
Value operator""_w(const char *, std::size_t) { return {}; }
void use() {
    Value a, b;
    a + b; -a; a += 1; ++a; a--; ~a; !a; a <= b; a << 1; a >>= 2; (a, 3); a->operator!(); a->*1; a(1, 2); a["x"];
    delete new Value;
    delete[] new Value[2];
    (void)static_cast<int *>(a);
    (void)static_cast<Template<long>>(a);
    (void)(a <=> b); (void)(a == b);
    1_v; "x"_w;
}
} // namespace operators

namespace virtuals {
struct Base {
    virtual ~Base() {}
    virtual Base *clone() { return this; }
    virtual void run(int) {}
    int padding = 0;
};
struct Other {
    virtual ~Other() {}
    virtual Other *clone() { return this; }
    virtual void stop() {}
    int padding = 0;
};
struct Both : Base, virtual Other {
    Both *clone() override { return this; }
    void run(int) override {}
    void stop() override {}
};
struct Last : virtual Both {
    Both *clone() override { return this; }
};
} // namespace virtuals

namespace locals {
struct Guarded {
    Guarded();
    ~Guarded();
};
inline Guarded &once() {
    static Guarded guarded;
    thread_local Guarded perThread;
    (void)perThread;
    return guarded;
}
extern thread_local Guarded shared;
thread_local Guarded shared;
inline int nested(int n) {
    struct Inner {
        int value(int m) {
            struct Innermost {
                int value() { return 1; }
            };
            return Innermost().value() + m;
        }
    };
    static int count = n;
    enum { local = 3 };
    return Inner().value(local) + count++;
}
inline int nested(char) {
    struct Inner {
        int value(int m) { return m; }
    };
    {
        struct Inner {
            int value(int m) { return m + 1; }
        };
        return Inner().value(2);
    }
}
namespace {
struct Hidden {
    Hidden() {}
    explicit Hidden(int) : Hidden() {}
    void run() {}
    template <class T> void run(T) {}
};
int hidden(Hidden *) { return 0; }
} // namespace
const std::initializer_list<int> &list = {1, 2, 3};
void use() {
    once();
    nested(1);
    nested('c');
    Hidden hiddenOne(1);
    hiddenOne.run();
    hiddenOne.run(2.0);
    hidden(&hiddenOne);
    struct {
        int unnamed(int n) { return n; }
    } anonymous;
    anonymous.unnamed(1);
    virtuals::Last last;
    last.clone();
    last.run(1);
}
struct Inherits : Struct {
    using Struct::Struct;
    Inherits(int, const char *) {}
    struct __attribute__((abi_tag("v2"))) Tagged {
        void run() {}
    };
    __attribute__((abi_tag("cxx11", "z"))) void tagged(Tagged) {}
};
void more() {
    Inherits(1, "").tagged({});
    Inherits::Tagged().run();
    (void)typeid(Inherits);
}
} // namespace locals
