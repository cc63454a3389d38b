package dev.flotsam.aws.s3;

import dev.flotsam.contracts.port.PortraitsContract;
import dev.flotsam.triage.portrait.Portraits;
import org.junit.jupiter.api.extension.RegisterExtension;

final class S3PortraitsTest extends PortraitsContract {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    @Override
    protected Portraits noPortraits() {
        return new S3Portraits(S3.client(), S3.emptyBucket());
    }
}
