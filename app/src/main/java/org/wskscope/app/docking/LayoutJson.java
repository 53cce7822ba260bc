package org.wskscope.app.docking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Orientation;

/** A layout as JSON, and back. Pure. */
public final class LayoutJson {
    private static final String ROOT = "root";
    private static final String CLOSED = "closed";
    private static final String SPLIT = "split";
    private static final String PARTS = "parts";
    private static final String SIZES = "sizes";
    private static final String WINDOWS = "windows";
    private static final String SELECTED = "selected";
    private static final String ELASTIC = "elastic";

    private LayoutJson() {}

    public static ObjectNode write(LayoutMemento layout) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(ROOT, write(layout.root()));
        layout.closed().stream().sorted().forEach(json.putArray(CLOSED)::add);
        return json;
    }

    /** The layout, or nothing if the JSON is not one; the caller then uses the default layout. */
    public static Optional<LayoutMemento> read(JsonNode json) {
        try {
            return Optional.of(new LayoutMemento(readNode(json.path(ROOT)), new HashSet<>(strings(json.path(CLOSED)))));
        } catch (IllegalArgumentException notALayout) {
            return Optional.empty();
        }
    }

    private static ObjectNode write(DockNode node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (node instanceof DockLeaf leaf) {
            leaf.windows().forEach(json.putArray(WINDOWS)::add);
            json.put(SELECTED, leaf.selected()).put(ELASTIC, leaf.elastic());
        } else {
            DockBranch branch = (DockBranch) node;
            json.put(SPLIT, branch.orientation().name().toLowerCase(Locale.ROOT));
            ArrayNode parts = json.putArray(PARTS);
            branch.children().forEach(child -> parts.add(write(child)));
            branch.sizes().forEach(json.putArray(SIZES)::add);
        }
        return json;
    }

    private static DockNode readNode(JsonNode json) {
        if (json.has(WINDOWS)) {
            return new DockLeaf(
                    strings(json.path(WINDOWS)),
                    json.path(SELECTED).asText(),
                    json.path(ELASTIC).asBoolean());
        }
        Orientation orientation = Orientation.valueOf(json.path(SPLIT).asText().toUpperCase(Locale.ROOT));
        List<DockNode> parts = new ArrayList<>();
        json.path(PARTS).forEach(part -> parts.add(readNode(part)));
        List<Double> sizes = new ArrayList<>();
        json.path(SIZES).forEach(size -> sizes.add(size.asDouble()));
        return new DockBranch(orientation, parts, sizes);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
