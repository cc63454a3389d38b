package dev.flotsam.signature.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int ns::Box<int>::take(char) const | ns::Box::take",
                "std::__1::vector<int, std::allocator<int> >::at(unsigned long) | std::__1::vector::at",
                "(anonymous namespace)::load(char const*) | {anonymous}::load",
                "app::run()::{lambda(int)#2}::operator()(int) const | app::run::{lambda}::operator()",
                "app::run()::$_7::operator()() const | app::run::{lambda}::operator()",
                "Feed::operator<<(std::ostream&) | Feed::operator<<",
                "bool operator< <int>(Box<int> const&, Box<int> const&) | operator<",
                "Box::operator bool() const | Box::operator_bool",
                "Box<int>::~Box() | Box::~Box",
                "unsigned long sum(int) | sum",
                "char const* name(Feed const&) | name",
                "handle[abi:cxx11](int) | handle",
                "Feed.reload(_:animated:) -> () | Feed.reload",
                "Feed.items.getter : Swift.Array<Feed.Item> | Feed.items.getter",
                "(extension in MyApp):Swift.Array.safe(Swift.Int) -> A? | Swift.Array.safe",
                "Feed.(hidden in _0123456789ABCDEF)(Swift.Int) -> () | Feed.hidden",
                "static Feed.== infix(Feed, Feed) | Feed.==",
                "java.util.HashMap.<init>(HashMap.java:12) | java.util.HashMap.<init>",
                "<feed::Store as core::fmt::Debug>::fmt | feed::Store::fmt",
                "feed::load::{{closure}} | feed::load::{lambda}",
                "QWidget::event (this=0x1) | QWidget::event",
                "strlen | strlen"
            })
    void keepsTheQualifiedNameAlone(String signature, String bare) {
        assertThat(BareName.of(signature)).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "<", "((((", "a<b<c", "operator", "{", "()", " const", "`", "->"})
    void neverEndsEmptyOnBrokenText(String broken) {
        assertThat(BareName.of(broken)).isNotEmpty();
    }
}
