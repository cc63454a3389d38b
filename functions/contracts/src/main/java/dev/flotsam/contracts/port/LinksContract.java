package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static dev.flotsam.contracts.report.ReportBuilder.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.decide.LinkBook;
import dev.flotsam.triage.decide.LinkBook.Apart;
import dev.flotsam.triage.decide.LinkBook.Merge;
import dev.flotsam.triage.decide.Links;
import dev.flotsam.triage.decide.Part;
import dev.flotsam.triage.decide.PartRule;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of links does. */
public abstract class LinksContract {
    private static final ClusterId A = ClusterId.of(APP, "A");
    private static final ClusterId B = ClusterId.of(APP, "B");
    private static final ClusterId C = ClusterId.of(APP, "C");

    /** A store that holds nothing. */
    protected abstract Links emptyLinks();

    @Test
    void anAppThatNobodyLinkedInHasAnEmptyBook() {
        assertThat(emptyLinks().find(APP)).isEqualTo(LinkBook.empty(APP));
    }

    @Test
    void aBookComesBackAsItWasStored() {
        Links links = emptyLinks();
        LinkBook book = new LinkBook(
                APP,
                1,
                List.of(new Merge(A, B, UPLOADED, "ada's key")),
                Set.of(Apart.of(A, C), Apart.of(C, B)),
                List.of(
                        part(new PartRule.Version("5.2 (1042)")),
                        part(new PartRule.Os("iOS 17")),
                        part(new PartRule.Device("iPhone15,4")),
                        part(new PartRule.Frame("灯台.decode(_:)\ta|b,c")),
                        part(new PartRule.Reports(Set.of(idOf("one"), idOf("two"))))));
        assertThat(links.replace(book)).isTrue();
        assertThat(links.find(APP)).isEqualTo(book);
        assertThat(links.find("com.example.buoy").merges()).isEmpty();
    }

    @Test
    void aBookOfAnAppWithoutANameComesBackToo() {
        Links links = emptyLinks();
        LinkBook book = new LinkBook("", 1, List.of(), Set.of(Apart.of(A, C)), List.of());
        assertThat(links.replace(book)).isTrue();
        assertThat(links.find("")).isEqualTo(book);
    }

    @Test
    void aFullBookCanBeStored() {
        Links links = emptyLinks();
        List<Merge> merges = IntStream.range(0, LinkBook.MOST_LINKS)
                .mapToObj(number -> new Merge(ClusterId.of(APP, "member " + number), A, UPLOADED, "a".repeat(80)))
                .toList();
        LinkBook book = new LinkBook(APP, 1, merges, Set.of(), List.of());
        assertThat(links.replace(book)).isTrue();
        assertThat(links.find(APP)).isEqualTo(book);
    }

    @Test
    void ofManyWhoWriteAtOnceOneIsHeard() throws Exception {
        Links links = emptyLinks();
        List<Boolean> heard = Racing.all(
                8,
                number -> links.replace(new LinkBook(
                        APP, 1, List.of(new Merge(A, B, UPLOADED, "person " + number)), Set.of(), List.of())));
        assertThat(heard).containsOnlyOnce(true);
        assertThat(links.find(APP).merges().getFirst().by()).isEqualTo("person " + heard.indexOf(true));
        assertThat(links.replace(new LinkBook(APP, 3, List.of(), Set.of(), List.of())))
                .isFalse();
        assertThat(links.replace(new LinkBook(APP, 2, List.of(), Set.of(), List.of())))
                .isTrue();
    }

    private static Part part(PartRule rule) {
        return new Part(B, rule, Part.target(APP, B, rule), UPLOADED, "ada");
    }
}
