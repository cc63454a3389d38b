package dev.flotsam.servetriage;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of a request with an API key.
 *
 * @param secret of the key, empty for none
 */
record Headers(String secret) implements HttpHeaders {
    @Override
    public String getHeaderString(String name) {
        return name.equals(AUTHORIZATION) && !secret.isEmpty() ? "Bearer " + secret : null;
    }

    @Override
    public List<String> getRequestHeader(String name) {
        String value = getHeaderString(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return List.of();
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return List.of();
    }

    @Override
    public MediaType getMediaType() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    @Override
    public Locale getLanguage() {
        return Locale.ROOT;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    /** The interface wants the old type. */
    @Override
    @SuppressWarnings("JavaUtilDate")
    public Date getDate() {
        return new Date(0);
    }

    @Override
    public int getLength() {
        return 0;
    }
}
