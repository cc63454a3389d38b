package dev.flotsam.servetriage;

import dev.flotsam.servetriage.RulesAnswers.AdoptedAnswer;
import dev.flotsam.servetriage.RulesAnswers.Preview;
import dev.flotsam.servetriage.RulesAnswers.RulesAnswer;
import dev.flotsam.servetriage.RulesAnswers.WantedStep;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.rules.AdoptRules;
import dev.flotsam.triage.rules.ManageRules;
import dev.flotsam.triage.rules.PreviewRules;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** An app's own rules: what is in force, what is wanted, what it would move, and putting it in force. */
@Path("/v1/apps/{app}")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
public class RulesResource {
    private final Viewer viewer;
    private final ManageRules manageRules;
    private final PreviewRules previewRules;
    private final AdoptRules adoptRules;

    RulesResource(Viewer viewer, ManageRules manageRules, PreviewRules previewRules, AdoptRules adoptRules) {
        this.viewer = viewer;
        this.manageRules = manageRules;
        this.previewRules = previewRules;
        this.adoptRules = adoptRules;
    }

    @GET
    @Path("/overrides")
    public RulesAnswer show(@PathParam("app") String app) {
        return RulesAnswers.answer(manageRules.show(seen(Role.READ, app)));
    }

    /** Wants rules: they are checked and kept, and sign nothing until they are adopted. */
    @PUT
    @Path("/overrides")
    public RulesAnswer want(
            @PathParam("app") String app, @HeaderParam("If-Match") @DefaultValue("") String revision, byte[] rules) {
        ApiKey key = viewer.as(Role.TRIAGE);
        seen(Role.TRIAGE, app);
        return manageRules
                .want(app, DecisionAnswers.revision(revision), rules, key.label())
                .map(RulesAnswers::answer)
                .orElseThrow(
                        () -> Problem.changedMeanwhile(manageRules.show(app).revision()));
    }

    /** One step of putting the wanted rules in force; post again with {@code next} until it is null. */
    @POST
    @Path("/overrides/adopt")
    public AdoptedAnswer adopt(@PathParam("app") String app, WantedStep step) {
        return RulesAnswers.adopted(adoptRules.step(seen(Role.TRIAGE, app), Cursor.optional(step.cursor())));
    }

    /** Some stored reports under the rules of the body and as they stand. Changes nothing. */
    @POST
    @Path("/resign")
    public Preview preview(
            @PathParam("app") String app, @QueryParam("cursor") @DefaultValue("") String cursor, byte[] rules) {
        if (rules.length > ManageRules.MOST_BYTES) {
            throw Problem.tooLarge(rules.length, ManageRules.MOST_BYTES);
        }
        return RulesAnswers.preview(previewRules.step(seen(Role.TRIAGE, app), rules, Cursor.optional(cursor)));
    }

    private String seen(Role role, String app) {
        if (!viewer.as(role).sees(app)) {
            throw Problem.notFound("app");
        }
        return app;
    }
}
