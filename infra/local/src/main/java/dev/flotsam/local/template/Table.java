package dev.flotsam.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param definition the properties that CloudFormation and the CreateTable call share, under CreateTable's names
 * @param expiryAttribute the attribute that holds the time to live
 */
public record Table(String name, Map<String, Object> definition, boolean streamed, Optional<String> expiryAttribute) {
    public Table {
        definition = Map.copyOf(definition);
    }
}
