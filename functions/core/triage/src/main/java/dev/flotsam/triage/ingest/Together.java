package dev.flotsam.triage.ingest;

import dev.flotsam.memory.incident.Incident;
import dev.flotsam.memory.incident.Witness;
import dev.flotsam.memory.session.KnownLimits;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.examine.Finding;
import dev.flotsam.triage.examine.JoinedEnd;
import dev.flotsam.triage.examine.JoinedEnd.Picture;
import dev.flotsam.triage.trail.Account;
import dev.flotsam.triage.trail.Account.End;
import dev.flotsam.triage.trail.Statement;
import dev.flotsam.triage.trail.Statement.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reports of several files that may tell of the same ends: joined as the pipeline joins what installations tell, storing
 * nothing, in whatever order they were given.
 *
 * <p>Reports of one installation are joined. A report that names another installation than the only one there are session
 * records of, as Apple's reports do, is taken to be of it: whoever puts them together knows.
 */
public final class Together {
    private static final Outcome UNTOLD = new Outcome.Recognised("", "");

    private final List<Named> given = new ArrayList<>();

    /**
     * One report.
     *
     * @param name what it came in, such as a file
     * @param examined what it means
     */
    public record Named(String name, Examined examined) {
        private String place() {
            return examined.where().isEmpty() ? name : name + " " + examined.where();
        }
    }

    /**
     * One report and the end it tells of.
     *
     * @param report which
     * @param end empty where it stands alone
     */
    public record Told(Named report, Optional<JoinedEnd> end) {}

    /** Adds a report. */
    public void add(Named report) {
        given.add(report);
    }

    /** How many there are. */
    public int size() {
        return given.size();
    }

    /**
     * All reports in the order given.
     *
     * @param limits memory limits that the reports were judged by
     */
    public List<Told> told(KnownLimits limits) {
        Map<ReportId, Named> reports = new TreeMap<>();
        List<List<Hearing>> heard = given.stream().map(this::heard).toList();
        for (int i = 0; i < given.size(); i++) {
            for (Hearing hearing : heard.get(i)) {
                reports.putIfAbsent(id(hearing), given.get(i));
            }
        }
        Map<String, Account> accounts =
                accounts(heard.stream().flatMap(List::stream).toList(), limits);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Optional<JoinedEnd> end = heard.get(i).stream()
                    .map(hearing -> end(hearing, accounts, reports))
                    .flatMap(Optional::stream)
                    .findFirst();
            told.add(new Told(given.get(i), end));
        }
        return told;
    }

    private List<Hearing> heard(Named report) {
        Examined examined = report.examined();
        ReportId whole = ReportId.ofContent(HexFormat.of().parseHex(examined.content()));
        int parts = examined.finding() instanceof Finding.Jetsam jetsam
                ? jetsam.kills().size()
                : 1;
        List<Hearing> heard = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ReportId id = parts == 1 ? whole : whole.part(Integer.toString(i));
            Hearing.of(id, UNTOLD, examined.finding(), i).ifPresent(heard::add);
        }
        return heard;
    }

    private static Map<String, Account> accounts(List<Hearing> heard, KnownLimits limits) {
        Set<String> recorded = new TreeSet<>();
        Map<String, String> installations = new TreeMap<>();
        for (Hearing hearing : heard) {
            Keys keys = hearing.keys();
            if (hearing.statement().witness() instanceof Witness.Session) {
                recorded.add(keys.installation());
            }
            if (!keys.run().isEmpty() && !keys.installation().isEmpty()) {
                installations.putIfAbsent(keys.run(), keys.installation());
            }
        }
        Map<String, List<Statement>> statements = new TreeMap<>();
        for (Hearing hearing : heard) {
            Keys keys = hearing.keys();
            String own =
                    keys.installation().isEmpty() ? installations.getOrDefault(keys.run(), "") : keys.installation();
            String installation = recorded.size() == 1 && !recorded.contains(own)
                    ? recorded.iterator().next()
                    : own;
            statements.computeIfAbsent(installation, key -> new ArrayList<>()).add(hearing.statement());
        }
        Map<String, Account> accounts = new TreeMap<>();
        statements.forEach((installation, told) -> accounts.put(installation, Account.of(told, limits)));
        return accounts;
    }

    private static Optional<JoinedEnd> end(
            Hearing hearing, Map<String, Account> accounts, Map<ReportId, Named> reports) {
        boolean isRecord = hearing.statement().witness() instanceof Witness.Session;
        return accounts.values().stream()
                .map(account -> account.endOf(id(hearing)))
                .flatMap(Optional::stream)
                .filter(end -> isRecord || end.reports().size() > 1)
                .findFirst()
                .map(end -> joined(end, id(hearing), id -> reports.get(id).place(), id -> picture(reports.get(id))));
    }

    private static Optional<Picture> picture(Named report) {
        return Picture.of(report.place(), report.examined().finding());
    }

    /**
     * An end as a report of it shows it.
     *
     * @param names by which its reports go
     * @param pictures what they show of the run's memory
     */
    static JoinedEnd joined(
            End end,
            ReportId report,
            Function<ReportId, String> names,
            Function<ReportId, Optional<Picture>> pictures) {
        boolean counts = end.counted().equals(report);
        Incident incident = end.incident();
        return new JoinedEnd(
                incident.key().equals(report.value()) ? "" : incident.key(),
                incident.verdict(),
                incident.before(),
                counts ? end.signed() : Optional.empty(),
                counts,
                end.reports().stream().map(names).sorted().toList(),
                end.reports().stream()
                        .filter(id -> !id.equals(report))
                        .sorted(Comparator.comparing(names))
                        .map(pictures)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static ReportId id(Hearing hearing) {
        return new ReportId(hearing.statement().witness().id());
    }
}
