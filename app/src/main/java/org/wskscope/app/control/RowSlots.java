package org.wskscope.app.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The few nodes a {@link WindowedList} shows its rows with: a row that stays in view keeps its node, one that leaves gives it to the next. FX thread. */
final class RowSlots extends Region {
    private final WindowedRows rows;
    private final RowSelection selection;
    private final Supplier<? extends WindowedRow> maker;
    private final Map<Long, WindowedRow> shown = new HashMap<>();
    private final Map<Long, WindowedRow> before = new HashMap<>();
    private final Deque<WindowedRow> spare = new ArrayDeque<>();
    private boolean askAgain;
    private @Nullable WindowedRow forReader;

    RowSlots(WindowedRows rows, RowSelection selection, Supplier<? extends WindowedRow> maker) {
        this.rows = rows;
        this.selection = selection;
        this.maker = maker;
        getStyleClass().add("windowed-rows");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** A new layout begins; {@code stale} when rows may say something else than they did. */
    void begin(boolean stale) {
        askAgain = stale;
        before.putAll(shown);
        shown.clear();
    }

    /** The node of the row in this layout: the one that shows it already, else a free one. */
    WindowedRow at(long row) {
        WindowedRow node = shown.get(row);
        if (node != null) {
            return node;
        }
        node = before.remove(row);
        boolean known = node != null && !askAgain;
        if (node == null) {
            node = spare.isEmpty() ? make() : spare.poll();
        }
        shown.put(row, node);
        if (!known) {
            become(node, row);
        }
        return node;
    }

    /** The layout is done: nodes of rows that were not placed, or only measured, are free. */
    void end(List<RowWindow.Placed> placed) {
        before.values().forEach(this::release);
        before.clear();
        long first = placed.isEmpty() ? 0 : placed.get(0).row();
        long last = placed.isEmpty() ? -1 : placed.get(placed.size() - 1).row();
        shown.entrySet().removeIf(entry -> {
            boolean measuredOnly = entry.getKey() < first || entry.getKey() > last;
            if (measuredOnly) {
                release(entry.getValue());
            }
            return measuredOnly;
        });
    }

    /** The node that shows the row now. */
    @Nullable
    WindowedRow shown(long row) {
        return shown.get(row);
    }

    /** Draws the selection anew on the rows in view. */
    void mark() {
        shown.forEach((row, node) -> {
            if (row < rows.size()) {
                long key = rows.keyAt(row);
                node.mark(selection.contains(key), isLead(key));
            }
        });
    }

    /** A node that shows the row to a screen reader, in view or not. */
    @Nullable
    WindowedRow forReader(long row) {
        if (row < 0 || row >= rows.size()) {
            return null;
        }
        WindowedRow node = shown.get(row);
        if (node != null) {
            return node;
        }
        node = forReader;
        if (node == null) {
            node = make();
            node.setVisible(false);
            forReader = node;
        }
        become(node, row);
        return node;
    }

    private void become(WindowedRow node, long row) {
        long key = rows.keyAt(row);
        node.become(row, selection.contains(key), isLead(key));
    }

    private boolean isLead(long key) {
        return key == selection.lead() && selection.contains(key);
    }

    private WindowedRow make() {
        WindowedRow node = maker.get();
        ObservableList<Node> children = getChildren();
        children.add(node);
        node.applyCss();
        return node;
    }

    private void release(WindowedRow node) {
        node.free();
        spare.add(node);
    }

    @Override
    protected void layoutChildren() {
        // the list did
    }
}
