package dev.flotsam.aws.s3;

import dev.flotsam.aws.Faults;
import dev.flotsam.triage.ingest.RawObjects;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Raw uploads in one S3 bucket. */
public final class S3RawObjects implements RawObjects {
    private final S3Client client;
    private final String bucket;

    /**
     * Takes the client; no call is made yet.
     *
     * @param bucket the bucket's name
     */
    public S3RawObjects(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Optional<Content> open(String key, String version) {
        try {
            ResponseInputStream<GetObjectResponse> answer = client.getObject(
                    request -> request.bucket(bucket).key(key).versionId(version.isEmpty() ? null : version));
            GetObjectResponse head = answer.response();
            return Optional.of(
                    new Content(answer, head.contentLength(), head.eTag().replace("\"", ""), head.lastModified()));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw Faults.of("get object " + key, failure);
        }
    }

    @Override
    public void copy(String key, String version, String target) {
        try {
            client.copyObject(request -> request.sourceBucket(bucket)
                    .sourceKey(key)
                    .sourceVersionId(version.isEmpty() ? null : version)
                    .destinationBucket(bucket)
                    .destinationKey(target));
        } catch (SdkException failure) {
            throw Faults.of("copy object " + key, failure);
        }
    }
}
