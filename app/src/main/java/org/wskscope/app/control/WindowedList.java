package org.wskscope.app.control;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A list that costs what is seen of it: it holds nodes for the visible rows only and asks {@link WindowedRows} for nothing else, whether there are ten rows or a
 * thousand million. It is one stop for the Tab key, with the arrows inside; it can follow its end. FX thread.
 *
 * <p>Whoever owns the rows calls {@link #rowsChanged()} when there are more or fewer, or when what they say may have changed.
 */
public class WindowedList extends Region {
    /** Wording more at once would be felt; whoever has more rows to copy sets {@link #setOnCopy}. */
    private static final long ROWS_COPIED = 2_000;

    private final WindowedRows rows;
    private final RowWindow window = new RowWindow();
    private final RowSelection selection = new RowSelection();
    private final RowSlots viewport;
    private final WindowBars bars = new WindowBars(this::dragged, this::requestLayout);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final ReadOnlyLongWrapper selectedKey = new ReadOnlyLongWrapper(this, "selectedKey", RowSelection.NONE);
    private LongConsumer onSelect = key -> {};
    private LongConsumer onActivate = key -> {};
    private Supplier<@Nullable ContextMenu> menu = () -> null;
    private Runnable onCopy = () -> copyRows(ROWS_COPIED);
    private @Nullable Node placeholder;
    private boolean followsAtEnd;
    private boolean stale = true;
    private double toScroll;
    private long toReveal = -1;

    public WindowedList(WindowedRows rows, Supplier<? extends WindowedRow> maker) {
        this.rows = rows;
        viewport = new RowSlots(rows, selection, maker);
        getStyleClass().add("windowed-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        setPrefSize(300, 120);
        getChildren().addAll(viewport, bars.rows());
        following.addListener((o, old, now) -> requestLayout());
        new WindowedListKeys(this).attach();
        new WindowedListMouse(this).attach(viewport);
    }

    /** Whether the last row is kept in view while rows are added. Ends when the user looks elsewhere. */
    public final BooleanProperty followingProperty() {
        return following;
    }

    /** The key of the row the user or {@link #show} selected last; −1 for none. */
    public final ReadOnlyLongProperty selectedKeyProperty() {
        return selectedKey.getReadOnlyProperty();
    }

    /** From now on scrolling to the end by hand is to follow it. */
    public final void followWhenScrolledToEnd() {
        followsAtEnd = true;
    }

    /** {@code listener} is told the key of every row the user selects, also of one that was selected before. */
    public final void setOnSelect(LongConsumer listener) {
        onSelect = listener;
    }

    /** {@code listener} is told the key of a row that is double clicked or entered. */
    public final void setOnActivate(LongConsumer listener) {
        onActivate = listener;
    }

    /** Where the menu of the selected rows comes from when one is asked for, by mouse or key. */
    public final void setMenu(Supplier<@Nullable ContextMenu> source) {
        menu = source;
    }

    /** What the copy key does. */
    public final void setOnCopy(Runnable copy) {
        onCopy = copy;
    }

    /** What is shown while there is no row. */
    public final void setPlaceholder(Node node) {
        if (placeholder != null) {
            getChildren().remove(placeholder);
        }
        placeholder = node;
        requestLayout();
    }

    /** Rows came or went, or say something else: the visible ones are asked again. */
    public final void rowsChanged() {
        stale = true;
        requestLayout();
    }

    /** Only rows at the end came or went; those in view say what they said. */
    public final void endMoved() {
        requestLayout();
    }

    /** Selects the row named {@code key} and brings it into view; nothing is told of it. Negative selects nothing. */
    public final void show(long key) {
        if (key < 0) {
            selection.clear();
        } else {
            selection.only(key);
            reveal(key);
        }
        selectedKey.set(key);
        markRows();
        requestLayout();
    }

    /** Brings the row named {@code key} into view; false when it is not there. */
    public final boolean reveal(long key) {
        long row = rows.rowOf(key);
        if (row >= 0) {
            following.set(false);
            toReveal = row;
            requestLayout();
        }
        return row >= 0;
    }

    public final boolean isSelected(long key) {
        return selection.contains(key);
    }

    public final void selectAll() {
        if (rows.size() > 0) {
            selection.all(rows.keyAt(0), rows.keyAt(rows.size() - 1));
            selectionChanged();
        }
    }

    /** How many rows are selected; costs with the number of ranges only. */
    public final long selectedCount() {
        return selectedRanges().stream().mapToLong(RowRange::count).sum();
    }

    /** The selected rows as ranges of row numbers, both ends included, from above. */
    public final List<RowRange> selectedRanges() {
        return selection.rows(rows);
    }

    /** Puts the selected rows on the clipboard, at most {@code most} of them; answers how many. */
    public final long copyRows(long most) {
        return RowText.copy(rows, selectedRanges(), most);
    }

    /** The first {@code count} rows are gone; what is in view stays where it is. */
    public final void rowsDropped(long count) {
        window.moveTo(window.top() - count);
        rowsChanged();
    }

    /** The key of the row at the upper edge, −1 when there is none: what to come back to when other rows are shown. */
    public final long topKey() {
        return rows.size() == 0 ? -1 : rows.keyAt(Math.min((long) window.top(), rows.size() - 1));
    }

    /** Shows the row with the key, or the one after it, at the upper edge. */
    public final void scrollTo(long key) {
        window.moveTo(rows.rowAtOrAfter(key));
        following.set(false);
        rowsChanged();
    }

    /** How many rows lie below the window. */
    public final long rowsBelow() {
        return Math.max(0, rows.size() - 1 - lastRowInView());
    }

    /** The numbers of the first and last row in view, for those who keep something of what is seen; empty for none. */
    public final List<Long> visibleRows() {
        return window.placed().stream().map(RowWindow.Placed::row).toList();
    }

    /** The node that shows the row now, or null. */
    public final @Nullable WindowedRow rowNode(long row) {
        return viewport.shown(row);
    }

    final WindowedRows rows() {
        return rows;
    }

    final RowSelection selection() {
        return selection;
    }

    final double viewportHeight() {
        return viewport.getHeight();
    }

    /** How many rows a page is: those wholly in view but one. */
    final long page() {
        long whole = window.placed().stream()
                .filter(row -> row.y() >= 0 && row.y() + row.height() <= viewport.getHeight() + 0.5)
                .count();
        return Math.max(1, whole - 1);
    }

    /** The row at {@code y} of the viewport, the nearest one outside; −1 when there is none. */
    final long rowAt(double y) {
        List<RowWindow.Placed> placed = window.placed();
        for (RowWindow.Placed row : placed) {
            if (y < row.y() + row.height()) {
                return row.row();
            }
        }
        return placed.isEmpty() ? -1 : placed.get(placed.size() - 1).row();
    }

    /** False below the last row. */
    final boolean isOnRow(double y) {
        List<RowWindow.Placed> placed = window.placed();
        return !placed.isEmpty()
                && y
                        < placed.get(placed.size() - 1).y()
                                + placed.get(placed.size() - 1).height();
    }

    final void scrollBy(double pixels) {
        if (pixels < 0) {
            following.set(false);
        }
        toScroll += pixels;
        requestLayout();
    }

    /** By pixels; where the rows are wider than the list. */
    final boolean scrollSideways(double pixels) {
        return bars.scrollSideways(pixels);
    }

    /** The user selected: tells of it, and shows it. */
    final void selected(long row) {
        following.set(false);
        toReveal = row;
        selectedKey.set(selection.lead());
        markRows();
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        onSelect.accept(selection.lead());
    }

    /** Another selection, which need not come into view and is nobody else's business. */
    final void selectionChanged() {
        following.set(false);
        selectedKey.set(selection.lead());
        markRows();
    }

    final void followIfItCan() {
        if (followsAtEnd) {
            following.set(true);
        }
    }

    final long lastRowInView() {
        List<RowWindow.Placed> placed = window.placed();
        return placed.isEmpty() ? -1 : placed.get(placed.size() - 1).row();
    }

    final void activate() {
        if (selection.lead() >= 0) {
            onActivate.accept(selection.lead());
        }
    }

    final void copy() {
        onCopy.run();
    }

    final void showMenu(double screenX, double screenY) {
        ContextMenu shownMenu = menu.get();
        if (shownMenu != null) {
            shownMenu.show(this, screenX, screenY);
        }
    }

    /** Beside the row the keyboard is on. */
    final void showMenuAtLead() {
        WindowedRow row = viewport.shown(rows.rowOf(selection.lead()));
        Node at = row == null ? viewport : row;
        Bounds bounds = at.localToScreen(at.getLayoutBounds());
        if (bounds != null) {
            double inset = Math.min(40, bounds.getWidth() / 4);
            showMenu(bounds.getMinX() + inset, row == null ? bounds.getMinY() : bounds.getMaxY());
        }
    }

    /** Pixels the rows need in width; what is more than the list has is scrolled sideways. */
    protected double rowWidth(double available) {
        return available;
    }

    /** Pixels above the rows for a header. */
    protected double headerHeight() {
        return 0;
    }

    /** Places the header; {@code shift} is how far the rows are scrolled sideways. */
    protected void layOutHeader(double width, double shift) {}

    @Override
    protected void layoutChildren() {
        double header = headerHeight();
        double barWidth = bars.rows().prefWidth(-1);
        double width = Math.max(0, getWidth() - barWidth);
        double wanted = rowWidth(width);
        show(wanted > width + 0.5, bars.sideways());
        double sideHeight = bars.sideways().isVisible() ? bars.sideways().prefHeight(-1) : 0;
        double shift = snapPositionX(bars.showSideways(wanted, width, getHeight() - sideHeight, sideHeight));
        double height = Math.max(0, getHeight() - header - sideHeight);
        viewport.resizeRelocate(0, header, width, height);
        placeRows(Math.max(wanted, width), height, shift);
        bars.showRows(window, rows.size(), new Rectangle2D(width, header, barWidth, height));
        layOutHeader(Math.max(wanted, width), shift);
        if (placeholder != null) {
            show(rows.size() == 0, placeholder);
            placeholder.resizeRelocate(0, header, getWidth(), Math.max(0, getHeight() - header));
        }
    }

    /** What is seldom seen is styled and measured when it first is. */
    private void show(boolean needed, Node node) {
        if (needed && node.getParent() == null) {
            getChildren().add(node);
        }
        node.setVisible(needed);
    }

    private void placeRows(double width, double height, double shift) {
        long count = rows.size();
        viewport.begin(stale);
        stale = false;
        RowWindow.Heights heights = row -> snapSizeY(viewport.at(row).heightIn(width));
        boolean downwards = toScroll > 0;
        if (toScroll != 0) {
            window.scroll(toScroll, count, heights);
            toScroll = 0;
        }
        if (toReveal >= 0) {
            window.reveal(toReveal, count, height, heights);
            toReveal = -1;
        }
        window.layOut(following.get(), count, height, heights);
        if (downwards && followsAtEnd && window.atEnd()) {
            following.set(true);
        }
        for (RowWindow.Placed placed : window.placed()) {
            WindowedRow node = viewport.at(placed.row());
            node.setVisible(true);
            node.resizeRelocate(-shift, placed.y(), width, placed.height());
        }
        viewport.end(window.placed());
    }

    /** Draws the selection anew; the lead may need another height. */
    private void markRows() {
        viewport.mark();
        requestLayout();
    }

    private void dragged(double top, boolean end) {
        following.set(followsAtEnd && end);
        window.moveTo(top);
        requestLayout();
    }

    /** Tells of all rows, although there are nodes only for those in view; one that is not is shown on a node kept for that. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT, ROW_COUNT -> (int) Math.min(rows.size(), Integer.MAX_VALUE);
            case ITEM_AT_INDEX, ROW_AT_INDEX -> viewport.forReader(((Integer) parameters[0]).longValue());
            case FOCUS_ITEM -> selection.lead() < 0 ? null : viewport.forReader(rows.rowOf(selection.lead()));
            case MULTIPLE_SELECTION -> true;
            case VERTICAL_SCROLLBAR -> bars.rows();
            case HORIZONTAL_SCROLLBAR -> bars.sideways();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
