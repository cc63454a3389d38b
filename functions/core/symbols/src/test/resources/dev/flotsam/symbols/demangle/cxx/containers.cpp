// The standard library's containers and algorithms over many types: long names with deep substitutions.
// Names are generated from this file at test time; the oracle is llvm-cxxfilt-19.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <complex>
#include <deque>
#include <exception>
#include <forward_list>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <shared_mutex>
#include <sstream>
#include <stack>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

namespace shop {
struct Item {
    std::string name;
    double price = 0;
    bool operator<(const Item &other) const { return name < other.name; }
    bool operator==(const Item &other) const { return name == other.name && price == other.price; }
};

template <class T> struct Hash {
    std::size_t operator()(const T &value) const { return std::hash<std::string>()(value.name); }
};

template <class T> void fill(std::vector<T> &into, const T &value) {
    into.push_back(value);
    into.emplace_back(value);
    into.insert(into.begin(), value);
    into.resize(7);
    std::sort(into.begin(), into.end());
    std::stable_sort(into.begin(), into.end(), [](const T &a, const T &b) { return b < a; });
    into.erase(std::remove_if(into.begin(), into.end(), [&](const T &x) { return x == value; }), into.end());
    std::list<T> list(into.begin(), into.end());
    list.sort();
    list.splice(list.begin(), list);
    std::deque<T> deque(list.begin(), list.end());
    deque.push_front(value);
    std::forward_list<T> forward(deque.begin(), deque.end());
    forward.remove_if([](const T &x) { return !(x < x); });
    std::set<T> set(into.begin(), into.end());
    set.insert(value);
    std::multiset<T> multiset(set.begin(), set.end());
    multiset.erase(value);
    std::priority_queue<T> queue;
    queue.push(value);
    std::stack<T, std::vector<T>> stack;
    stack.push(value);
    std::array<T, 3> array{};
    std::swap(array[0], array[1]);
    std::shared_ptr<T> shared = std::make_shared<T>(value);
    std::weak_ptr<T> weak = shared;
    std::unique_ptr<T[]> owned = std::make_unique<T[]>(2);
    std::optional<T> maybe = value;
    std::variant<std::monostate, T, std::vector<T>> either = value;
    std::visit([](auto &&x) { (void)sizeof(x); }, either);
    std::function<T(const T &)> identity = [](const T &x) { return x; };
    identity(*maybe);
    auto bound = std::bind(identity, std::placeholders::_1);
    bound(value);
    std::map<std::string, std::map<int, T>> nested;
    nested["a"][1] = value;
    nested.find("b");
    std::unordered_map<std::string, std::unique_ptr<T>> hashed;
    hashed.emplace("x", std::make_unique<T>(value));
    hashed.erase("x");
    std::multimap<int, std::pair<T, T>> pairs;
    pairs.emplace(1, std::make_pair(value, value));
    std::tuple<T, std::string, std::vector<T>> tuple(value, "t", into);
    std::apply([](auto &...parts) { return sizeof...(parts); }, tuple);
    std::future<T> later = std::async(std::launch::deferred, [value] { return value; });
    later.get();
    std::promise<T> promise;
    promise.set_value(value);
    std::thread([&into] { into.clear(); }).join();
    std::for_each(into.begin(), into.end(), [](T &x) { x = x; });
    std::transform(into.begin(), into.end(), std::back_inserter(into), [](const T &x) { return x; });
    std::accumulate(into.begin(), into.end(), std::size_t(), [](std::size_t n, const T &) { return n + 1; });
}
} // namespace shop

template <class T> void streams(const T &value) {
    std::ostringstream out;
    out << std::setw(3) << value;
    std::istringstream in(out.str());
    T back{};
    in >> back;
    std::basic_string<wchar_t> wide(L"w");
    std::wstringstream stream;
    stream << wide;
    std::complex<double> complex(1, 2);
    out << complex;
}

enum class Color { red, green };

int main() {
    std::vector<shop::Item> items;
    shop::fill(items, shop::Item{"a", 1});
    std::vector<int> ints;
    shop::fill(ints, 1);
    std::vector<std::string> strings;
    shop::fill(strings, std::string("s"));
    std::vector<std::pair<int, std::string>> pairs;
    shop::fill(pairs, std::make_pair(1, std::string("p")));
    std::vector<std::vector<double>> vectors;
    shop::fill(vectors, std::vector<double>{1, 2});
    std::vector<Color> colors;
    shop::fill(colors, Color::red);
    std::unordered_set<shop::Item, shop::Hash<shop::Item>> hashed{items.begin(), items.end()};
    hashed.insert(items[0]);
    streams(1);
    streams(2.5);
    streams(std::string("x"));
    streams('c');
    std::mt19937_64 random(1);
    std::normal_distribution<> normal(0, 1);
    std::discrete_distribution<int> weights{1, 2, 3};
    normal(random);
    weights(random);
    std::shared_mutex mutex;
    std::shared_lock<std::shared_mutex> lock(mutex);
    std::atomic<std::shared_ptr<int> *> atomic{nullptr};
    atomic.load();
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(std::chrono::hours(1)).count());
}
