package dev.flotsam.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** A handler as the template names it: {@code package.Class} or {@code package.Class::handleRequest}. */
record HandlerClass(String name) {
    static HandlerClass named(String handler) {
        int method = handler.indexOf("::");
        if (method >= 0 && !handler.substring(method + 2).equals("handleRequest")) {
            throw new IllegalArgumentException("handler " + handler + ": only ::handleRequest is run here");
        }
        return new HandlerClass(method < 0 ? handler : handler.substring(0, method));
    }

    RequestStreamHandler create() throws ReflectiveOperationException {
        Object handler = Class.forName(name).getDeclaredConstructor().newInstance();
        if (handler instanceof RequestStreamHandler streams) {
            return streams;
        }
        throw new IllegalArgumentException("handler " + name + " is no RequestStreamHandler");
    }
}
