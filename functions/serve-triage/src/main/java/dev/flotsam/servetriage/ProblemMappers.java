package dev.flotsam.servetriage;

import dev.flotsam.triage.Fault;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become HTTP answers. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String TYPE = "application/problem+json";

    @ServerExceptionMapper
    Response problem(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.document().status());
        if (problem.document().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.type(TYPE).entity(problem.document()).build();
    }

    @ServerExceptionMapper
    Response fault(Fault fault) {
        LOG.error("storage failed", fault);
        return problem(
                switch (fault.blame()) {
                    case DATA -> Problem.badRequest("storage refuses it");
                    case CAPACITY, OURS -> Problem.unavailable();
                });
    }

    @ServerExceptionMapper
    Response wrong(IllegalArgumentException wrong) {
        return problem(Problem.badRequest(String.valueOf(wrong.getMessage())));
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return Response.fromResponse(refused.getResponse())
                .type(TYPE)
                .entity(new Problem.Document(
                        "about:blank",
                        refused.getResponse().getStatusInfo().getReasonPhrase(),
                        status,
                        "see /openapi for what this API answers"))
                .build();
    }
}
