package dev.flotsam.bench.similar;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** What a client reads: calls, items, and the time inside them. For one thread. */
final class Reads implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> BEGUN = new ExecutionAttribute<>("begun");

    private long calls;
    private long items;
    private long nanos;

    void reset() {
        calls = 0;
        items = 0;
        nanos = 0;
    }

    long calls() {
        return calls;
    }

    long items() {
        return items;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        calls++;
        items += context.response() instanceof BatchGetItemResponse batch
                ? batch.responses().values().stream()
                        .mapToLong(java.util.List::size)
                        .sum()
                : 1;
        nanos += System.nanoTime() - attributes.getAttribute(BEGUN);
    }
}
