package dev.flotsam.servetriage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.servetriage.ReportAnswers.ReportList;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.absorb.Page;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.examine.Examined;
import dev.flotsam.triage.ingest.RecallEnd;
import dev.flotsam.triage.ingest.RecalledEnd;
import dev.flotsam.triage.ingest.ReopenReport;
import dev.flotsam.triage.portrait.Portraits;
import dev.flotsam.triage.query.ListReports;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** Reports: one, as text, and those that were not triaged. */
@Path("/v1/reports")
@Blocking
public class ReportsResource {
    private static final int MOST = 100;
    private static final JsonFactory JSON = new JsonFactory();

    private final Viewer viewer;
    private final Occurrences occurrences;
    private final ReopenReport reopen;
    private final ListReports listReports;
    private final Portraits portraits;
    private final RecallEnd recall;

    ReportsResource(
            Viewer viewer,
            Occurrences occurrences,
            ReopenReport reopen,
            ListReports listReports,
            Portraits portraits,
            RecallEnd recall) {
        this.viewer = viewer;
        this.occurrences = occurrences;
        this.reopen = reopen;
        this.listReports = listReports;
        this.portraits = portraits;
        this.recall = recall;
    }

    @GET
    public ReportList list(
            @QueryParam("state") @DefaultValue("rejected") String state,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        ApiKey key = viewer.as(Role.READ);
        return ReportAnswers.list(
                listReports.ofState(Page.State.parse(state), key, Cursor.optional(cursor), Math.clamp(limit, 1, MOST)));
    }

    /** What is recorded of a report, its dry-run record by today's rules and symbols, and who else tells of its end. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public String show(@PathParam("id") String id) throws IOException {
        ApiKey key = viewer.as(Role.READ);
        Occurrence report = find(id, key);
        // A portrait's millions of nodes were analysed when they came; its answer is kept.
        Optional<Examined> examined = isPortrait(report) ? Optional.empty() : reopen.reopen(report);
        Optional<RecalledEnd> end = examined.flatMap(found -> recall.recall(report, found.finding()))
                .map(told -> EndJson.seenBy(key, told));
        List<Occurrence> variants = occurrences.variants(report.id());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            RecordedJson.write(json, report, variants, examined, end);
        }
        return text.toString();
    }

    /** Who keeps the memory, as docs/formats/portrait.md lists it. */
    @GET
    @Path("/{id}/portrait")
    @Produces(MediaType.APPLICATION_JSON)
    public String portrait(@PathParam("id") String id) {
        Occurrence report = find(id, viewer.as(Role.READ));
        return Optional.of(report)
                .filter(ReportsResource::isPortrait)
                .flatMap(it -> portraits.find(it.id()))
                .orElseThrow(() -> Problem.notFound("portrait"));
    }

    static boolean isPortrait(Occurrence report) {
        return report.outcome() instanceof Outcome.Recognised recognised
                && recognised.format().equals(Portraits.FORMAT);
    }

    /** The report as Apple crash text, symbolicated by today's symbols. */
    @GET
    @Path("/{id}/text")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String text(@PathParam("id") String id) {
        Occurrence report = find(id, viewer.as(Role.READ));
        if (report.outcome() instanceof Outcome.Recognised recognised && isPortrait(report)) {
            return recognised.summary() + "\n";
        }
        return reopen.text(report).orElseThrow(() -> Problem.gone("the raw report"));
    }

    private Occurrence find(String id, ApiKey key) {
        return parse(id)
                .flatMap(occurrences::find)
                .filter(report -> key.sees(report.app()))
                .orElseThrow(() -> Problem.notFound("report"));
    }

    private static Optional<ReportId> parse(String id) {
        try {
            return Optional.of(new ReportId(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
