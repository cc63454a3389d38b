package dev.flotsam.report.container;

import dev.flotsam.report.ReadResult.SymbolKind;
import java.io.IOException;
import java.io.InputStream;

/** Takes what an upload holds, in its order. */
public interface DocumentSink {

    /** A document's bytes, whole. */
    void document(String place, byte[] content);

    /** A memory portrait, of any size: what is left unread of it is skipped. */
    void portrait(String place, InputStream content) throws IOException;

    /** Something that can't be unpacked or is too large; content holds as much as was looked at. */
    void rejected(String place, String code, String where, String message, byte[] content);

    /** Debug symbols; told once per container. */
    void symbols(String place, SymbolKind kind, byte[] content);
}
