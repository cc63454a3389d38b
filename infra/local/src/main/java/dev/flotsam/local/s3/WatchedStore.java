package dev.flotsam.local.s3;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A store that notes each object before it is written and announces it afterwards. */
final class WatchedStore extends ForwardingBlobStore {
    /** The store's own bookkeeping of unfinished multipart uploads. */
    private static final String MULTIPART_STUB = ".s3proxy-mpu-stub-";

    private final Arrivals arrivals;

    WatchedStore(BlobStore files, Arrivals arrivals) {
        super(files);
        this.arrivals = arrivals;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        if (request.key().startsWith(MULTIPART_STUB)) {
            return super.putBlob(request, content);
        }
        try (var arrival = arrivals.expect(request.bucket(), request.key(), "ObjectCreated:Put")) {
            PutObjectResponse response = super.putBlob(request, content);
            arrival.happened(delegate());
            return response;
        }
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        try (var arrival =
                arrivals.expect(request.destinationBucket(), request.destinationKey(), "ObjectCreated:Copy")) {
            CopyObjectResponse response = super.copyBlob(request);
            arrival.happened(delegate());
            return response;
        }
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        try (var arrival = arrivals.expect(request.bucket(), request.key(), "ObjectCreated:CompleteMultipartUpload")) {
            CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
            arrival.happened(delegate());
            return response;
        }
    }
}
