package dev.flotsam.contracts.fake;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;

import dev.flotsam.contracts.port.PostFormsContract;
import dev.flotsam.triage.upload.PostForm;
import dev.flotsam.triage.upload.PostForms;
import java.time.Instant;
import java.util.Optional;

final class FakePostFormsTest extends PostFormsContract {
    private final FakePostForms forms = new FakePostForms(new FakeClock(UPLOADED));

    @Override
    protected PostForms forms() {
        return forms;
    }

    @Override
    protected Instant now() {
        return UPLOADED;
    }

    @Override
    protected boolean post(PostForm form, byte[] file) {
        return forms.post(form, file);
    }

    @Override
    protected Optional<byte[]> stored(String key) {
        return forms.stored(key);
    }
}
