package dev.flotsam.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * YAML as maps, lists and strings (CloudFormation reads a number or a flag out of a string as well), with the short
 * forms of intrinsic functions written out: {@code !Sub x} becomes {@code {"Fn::Sub": x}}, {@code !GetAtt A.B} becomes
 * {@code {"Fn::GetAtt": [A, B]}}.
 */
final class YamlTree {
    private YamlTree() {}

    static Map<?, ?> parse(String yaml) {
        Node root;
        try {
            root = new Compose(LoadSettings.builder().setLabel("template").build())
                    .composeString(yaml)
                    .orElseThrow(() -> new TemplateException("line 1", "no YAML document"));
        } catch (YamlEngineException malformed) {
            throw new TemplateException("YAML", malformed.getMessage());
        }
        if (value(root) instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateException("line 1", "expected a map at the top");
    }

    private static Object value(Node node) {
        String tag = node.getTag().getValue();
        Object plain = plain(node);
        if (!tag.startsWith("!") || tag.equals("!")) {
            return plain;
        }
        String name = tag.substring(1);
        return switch (name) {
            case "Ref", "Condition" -> Map.of(name, plain);
            case "GetAtt" -> Map.of("Fn::GetAtt", plain instanceof String text ? attribute(text, node) : plain);
            default -> Map.of("Fn::" + name, plain);
        };
    }

    private static Object plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item)));
                yield items;
            }
            case MappingNode mapping -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                for (NodeTuple entry : mapping.getValue()) {
                    entries.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
                }
                yield entries;
            }
            default -> throw new TemplateException(line(node), "unexpected YAML node " + node.getNodeType());
        };
    }

    private static List<String> attribute(String text, Node node) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new TemplateException(line(node), "!GetAtt wants Resource.Attribute, got " + text);
        }
        return List.of(text.substring(0, dot), text.substring(dot + 1));
    }

    private static String line(Node node) {
        return node.getStartMark().map(mark -> "line " + (mark.getLine() + 1)).orElse("YAML");
    }
}
