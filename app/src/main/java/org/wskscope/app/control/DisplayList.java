package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as data: what a pure layout makes of what is to be shown, whatever it is shown on. Immutable; equal when it looks the same.
 *
 * @param width of the whole, pixels
 * @param items in the order they are painted
 * @param areas what can be pointed at, by name, in the order the keyboard goes through them
 */
public record DisplayList(double width, double height, List<DrawnItem> items, Map<String, Area> areas) {
    public static final DisplayList EMPTY = new DisplayList(0, 0, List.of(), Map.of());

    /** Its lines of text, in the order they are painted. */
    public List<DrawnItem.TextRun> texts() {
        List<DrawnItem.TextRun> texts = new ArrayList<>();
        for (DrawnItem item : items) {
            if (item instanceof DrawnItem.TextRun text) {
                texts.add(text);
            }
        }
        return texts;
    }

    public @Nullable Area area(String name) {
        return areas.get(name);
    }
}
