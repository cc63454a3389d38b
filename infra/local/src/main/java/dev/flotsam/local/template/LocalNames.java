package dev.flotsam.local.template;

import java.util.Locale;
import java.util.Map;

/**
 * What references mean here: a parameter is its value, a table or bucket its local name, an attribute the ARN that
 * carries that name. A resource keeps the name the template gives it; else it is called after the stack and itself.
 */
final class LocalNames {
    private static final String STACK = "flotsam";
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region",
            REGION,
            "AWS::AccountId",
            ACCOUNT,
            "AWS::StackName",
            STACK,
            "AWS::StackId",
            "arn:aws:cloudformation:" + REGION + ":" + ACCOUNT + ":stack/" + STACK + "/local",
            "AWS::Partition",
            "aws",
            "AWS::URLSuffix",
            "amazonaws.com",
            "AWS::NotificationARNs",
            "");
    private static final Map<String, String> NAME_PROPERTIES = Map.of(
            "AWS::DynamoDB::Table", "TableName",
            "AWS::DynamoDB::GlobalTable", "TableName",
            "AWS::S3::Bucket", "BucketName",
            "AWS::SQS::Queue", "QueueName",
            "AWS::SSM::Parameter", "Name",
            "AWS::Serverless::Function", "FunctionName");

    private final Map<String, String> parameters;
    private final Map<?, ?> resources;

    LocalNames(Map<String, String> parameters, Map<?, ?> resources) {
        this.parameters = parameters;
        this.resources = resources;
    }

    Object ref(String place, String name) {
        if (parameters.containsKey(name)) {
            return parameters.get(name);
        }
        if (PSEUDO.containsKey(name)) {
            return PSEUDO.get(name);
        }
        return nameOf(place, name);
    }

    /** The local name of a resource. */
    String nameOf(String place, String logicalId) {
        if (!(resources.get(logicalId) instanceof Map<?, ?> resource)) {
            throw new TemplateException(place, "nothing is called " + logicalId);
        }
        String property = NAME_PROPERTIES.getOrDefault(String.valueOf(resource.get("Type")), "Name");
        if (resource.get("Properties") instanceof Map<?, ?> properties && properties.containsKey(property)) {
            return new Intrinsics(this, Map.of(), Map.of()).text(place, properties.get(property));
        }
        String own = logicalId.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return STACK + "-" + own;
    }

    Object attribute(String place, String logicalId, String attribute) {
        String name = nameOf(place, logicalId);
        String type = String.valueOf(((Map<?, ?>) resources.get(logicalId)).get("Type"));
        String arn =
                switch (type) {
                    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" -> arn("dynamodb", "table/" + name);
                    case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
                    case "AWS::SQS::Queue" -> arn("sqs", name);
                    case "AWS::Serverless::Function" -> arn("lambda", "function:" + name);
                    default -> arn("local", name);
                };
        return switch (attribute) {
            case "Arn" -> arn;
            case "StreamArn" -> arn + "/stream/local";
            case "QueueName" -> name;
            case "DomainName", "RegionalDomainName" -> name + ".s3." + REGION + ".amazonaws.com";
            default -> arn + "." + attribute;
        };
    }

    private static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
    }
}
