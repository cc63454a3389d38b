package dev.flotsam.servetriage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.examine.Examiner;
import dev.flotsam.triage.examine.FindingJson;
import dev.flotsam.triage.ingest.Together;
import dev.flotsam.triage.rules.ManageRules;
import dev.flotsam.triage.rules.RulesOfApp;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** What an upload would mean; stores nothing. */
@Path("/v1/dry-run")
@Blocking
public class DryRunResource {
    /** Lambda's payload ends at 6 MB, and a binary body comes as Base64. */
    private static final long MOST_BYTES = 4L << 20;

    private static final JsonFactory JSON = new JsonFactory();

    private final Viewer viewer;
    private final Examiner examiner;
    private final ManageRules manageRules;

    DryRunResource(Viewer viewer, Examiner examiner, ManageRules manageRules) {
        this.viewer = viewer;
        this.manageRules = manageRules;
        this.examiner = examiner;
    }

    /** The dry-run record of the only report; of a batch {@code {"reports": [record, …]}}. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public String dryRun(
            byte[] upload,
            @QueryParam("file") @DefaultValue("upload") String file,
            @QueryParam("overrides") @DefaultValue("") String overrides)
            throws IOException {
        ApiKey key = viewer.as(Role.READ);
        if (upload.length > MOST_BYTES) {
            throw Problem.tooLarge(upload.length, MOST_BYTES);
        }
        Together together = new Together();
        by(key, overrides)
                .examine(
                        new ByteArrayInputStream(upload), examined -> together.add(new Together.Named(file, examined)));
        List<Together.Told> found = together.told(examiner.limits());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (found.size() == 1) {
                write(json, file, found.getFirst());
            } else {
                json.writeStartObject();
                json.writeArrayFieldStart("reports");
                for (Together.Told told : found) {
                    write(json, file, told);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String file, Together.Told told) throws IOException {
        FindingJson.write(json, file, told.report().examined(), told.end());
    }

    /** The rules in force; those an app's owner wants ("pending"); or rules given as JSON. */
    private Examiner by(ApiKey key, String overrides) {
        return switch (overrides) {
            case "" -> examiner;
            case "pending" ->
                examiner.by(app -> ManageRules.ruleset(
                        app, key.sees(app) ? manageRules.show(app).wanted() : RulesOfApp.BUILT_IN));
            default -> {
                ManageRules.ruleset("", overrides); // What is wrong with them is told once, not per report.
                yield examiner.by(app -> ManageRules.ruleset(app, overrides));
            }
        };
    }
}
