package dev.flotsam.servetriage;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The page at every address it has of its own, so that any view can be shared. It holds no data: its scripts ask the API
 * with the viewer's key.
 */
@Path("/")
@Blocking
public class PageResource {
    private static final String PAGE = "/META-INF/resources/index.html";

    @GET
    @Produces(MediaType.TEXT_HTML)
    public byte[] list() {
        return page();
    }

    @GET
    @Path("clusters/{id}")
    @Produces(MediaType.TEXT_HTML)
    public byte[] cluster(@PathParam("id") String id) {
        return page();
    }

    @GET
    @Path("reports/{id}")
    @Produces(MediaType.TEXT_HTML)
    public byte[] report(@PathParam("id") String id) {
        return page();
    }

    private static byte[] page() {
        try (InputStream page = PageResource.class.getResourceAsStream(PAGE)) {
            return page.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("the page in this function's own archive", broken);
        }
    }
}
