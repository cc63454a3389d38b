package dev.flotsam.local.template;

import java.util.List;
import java.util.Map;

/**
 * What a template asks to be started.
 *
 * @param buckets names of the buckets
 * @param parameters initial SSM parameters, value by name
 * @param notes what the template holds and the local stack does not serve, one sentence each
 */
public record Template(
        List<LambdaFunction> functions,
        List<Table> tables,
        List<String> buckets,
        Map<String, String> parameters,
        List<String> notes) {
    public Template {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        buckets = List.copyOf(buckets);
        parameters = Map.copyOf(parameters);
        notes = List.copyOf(notes);
    }
}
