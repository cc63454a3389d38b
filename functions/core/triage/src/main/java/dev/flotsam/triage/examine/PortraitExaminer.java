package dev.flotsam.triage.examine;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.portrait.Portrait;
import dev.flotsam.memory.portrait.PortraitAnalysis;
import dev.flotsam.memory.portrait.PortraitBudget;
import dev.flotsam.memory.portrait.PortraitReader;
import dev.flotsam.triage.Digest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.zip.ZipException;

/**
 * A memory portrait becomes a finding as it streams in.
 *
 * @param budget what one portrait may cost here
 */
record PortraitExaminer(PortraitBudget budget) {

    Examined examine(String place, InputStream content) throws IOException {
        MessageDigest digest = Digest.newSha256();
        InputStream hashed = new DigestInputStream(content, digest);
        Finding finding = finding(hashed);
        skip(hashed);
        return new Examined(place, "", Digest.hex(digest.digest()), finding);
    }

    /** A portrait that is small enough to be one document of many. */
    Finding examine(byte[] content) {
        try {
            return finding(new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes can't fail", impossible);
        }
    }

    private Finding finding(InputStream content) throws IOException {
        return switch (PortraitReader.read(content, budget)) {
            case Reading.Refused<Portrait>(Rejection rejection) ->
                new Finding.Rejected(rejection.code(), rejection.where(), rejection.message());
            case Reading.Read<Portrait>(Portrait portrait) -> new Finding.Portrait(PortraitAnalysis.of(portrait));
        };
    }

    /** What is behind a damage counts for the hash as far as it can be unpacked. */
    static void skip(InputStream rest) throws IOException {
        try {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException damaged) {
            return;
        }
    }
}
