package dev.flotsam.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the resources whose condition holds into what the local stack starts. */
final class Resources {
    private static final List<String> TABLE_PROPERTIES =
            List.of("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes");

    private final LocalNames names;
    private final Section resources;
    private final Section globals;
    private final Path folder;

    private final List<LambdaFunction> functions = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> buckets = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    Resources(LocalNames names, Section resources, Section globals, Path folder) {
        this.names = names;
        this.resources = resources;
        this.globals = globals;
        this.folder = folder;
    }

    Template template() {
        resources.sections().forEach((id, resource) -> {
            if (resource.text("Condition")
                    .map(resources.intrinsics().conditions()::holds)
                    .orElse(true)) {
                add(id, resource.required("Type"), resource);
            }
        });
        return new Template(functions, tables, buckets, parameters, notes);
    }

    private void add(String id, String type, Section resource) {
        String name = names.nameOf(resource.place(), id);
        switch (type) {
            case "AWS::Serverless::Function" ->
                functions.add(new FunctionReader(folder, notes)
                        .function(id, unresolved(resource).over(globals)));
            case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" ->
                tables.add(table(name, resource.section("Properties")));
            case "AWS::S3::Bucket" -> buckets.add(name);
            case "AWS::SSM::Parameter" ->
                parameters.put(name, resource.section("Properties").required("Value"));
            default -> {
                // alarms, roles, queues and the API itself have no local counterpart to start
            }
        }
    }

    /** The properties with their intrinsics still in, so that only what is read is resolved. */
    private static Section unresolved(Section resource) {
        return resource.entries().get("Properties") instanceof Map<?, ?> properties
                ? new Section(resource.place() + ".Properties", properties, resource.intrinsics())
                : resource.section("Properties");
    }

    private static Table table(String name, Section properties) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("TableName", name);
        definition.put("BillingMode", "PAY_PER_REQUEST");
        for (String property : TABLE_PROPERTIES) {
            properties.find(property).ifPresent(value -> definition.put(property, value));
        }
        Optional<String> view = properties.section("StreamSpecification").text("StreamViewType");
        view.ifPresent(
                type -> definition.put("StreamSpecification", Map.of("StreamEnabled", true, "StreamViewType", type)));
        Section expiry = properties.section("TimeToLiveSpecification");
        return new Table(
                name,
                definition,
                view.isPresent(),
                expiry.flag("Enabled") ? expiry.text("AttributeName") : Optional.empty());
    }
}
