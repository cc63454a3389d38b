package dev.flotsam.servetriage;

import dev.flotsam.servetriage.SymbolAnswers.MissingList;
import dev.flotsam.servetriage.SymbolAnswers.SymbolList;
import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.access.Role;
import dev.flotsam.triage.query.ListMissingSymbols;
import dev.flotsam.triage.symbol.StoredSymbols;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Symbols: what is stored, and what would help. */
@Path("/v1/symbols")
@Blocking
public class SymbolsResource {
    private static final int MOST = 100;

    private final Viewer viewer;
    private final StoredSymbols symbols;
    private final ListMissingSymbols listMissing;

    SymbolsResource(Viewer viewer, StoredSymbols symbols, ListMissingSymbols listMissing) {
        this.viewer = viewer;
        this.symbols = symbols;
        this.listMissing = listMissing;
    }

    /** Indexed images, latest upload first. An image doesn't say whose app it is of, so the key has to be for all. */
    @GET
    public SymbolList stored(
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        ApiKey key = viewer.as(Role.READ);
        if (!key.seesEveryApp()) {
            throw Problem.forbiddenForSomeApps("stored symbols");
        }
        return SymbolAnswers.list(symbols.latestFirst(Cursor.optional(cursor), Math.clamp(limit, 1, MOST)));
    }

    /** Images that reports wait for. */
    @GET
    @Path("/missing")
    public MissingList missing(
            @QueryParam("cursor") @DefaultValue("") String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        ApiKey key = viewer.as(Role.READ);
        return SymbolAnswers.missing(listMissing.list(key, Cursor.optional(cursor), Math.clamp(limit, 1, MOST)));
    }
}
