package dev.flotsam.servetriage;

import dev.flotsam.triage.access.ApiKey;
import dev.flotsam.triage.upload.OpenUpload;
import dev.flotsam.triage.upload.OpenUpload.Opening;
import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.UploadKind;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Places to upload to. The bytes go to the bucket, not through here. */
@Path("/v1/uploads")
@Blocking
public class UploadsResource {
    private final Viewer viewer;
    private final OpenUpload openUpload;

    UploadsResource(Viewer viewer, OpenUpload openUpload) {
        this.viewer = viewer;
        this.openUpload = openUpload;
    }

    /** A form for one file: send its fields, then the file as "file", as multipart/form-data. */
    @POST
    public RestResponse<OpenedUpload> open(WantedUpload wanted) {
        UploadKind kind = UploadKind.parse(wanted.kind());
        ApiKey key = viewer.as(kind.role());
        PostForm form =
                switch (openUpload.open(key, kind, wanted.name(), wanted.bytes())) {
                    case Opening.Opened opened -> opened.form();
                    case Opening.TooLarge(long most) -> throw Problem.tooLarge(wanted.bytes(), most);
                    case Opening.QuotaSpent spent -> throw Problem.quotaSpent(spent.quota(), spent.again());
                };
        CacheControl secret = new CacheControl();
        secret.setNoStore(true);
        return ResponseBuilder.ok(new OpenedUpload(form.url(), form.fields(), form.key(), form.expires()))
                .cacheControl(secret)
                .build();
    }

    /**
     * A file to upload.
     *
     * @param kind crashes, memory or symbols
     * @param name of the file
     * @param bytes its size: no more will be taken
     */
    record WantedUpload(String kind, String name, long bytes) {
        WantedUpload {
            kind = kind == null ? "" : kind;
            name = name == null ? "" : name;
        }
    }

    /**
     * Where it goes.
     *
     * @param url takes the form
     * @param fields of the form, in order, before the file
     * @param key the object it becomes
     * @param expires when the form does
     */
    record OpenedUpload(URI url, Map<String, String> fields, String key, Instant expires) {}
}
