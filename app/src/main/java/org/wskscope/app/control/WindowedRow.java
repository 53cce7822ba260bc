package org.wskscope.app.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One of the few nodes a {@link WindowedList} shows its rows with: a slot whose content changes. FX thread. */
public abstract class WindowedRow extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    private long row = -1;
    private boolean selected;
    private boolean lead;

    protected WindowedRow() {
        getStyleClass().add("windowed-row");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    /** The row it shows, from 0; negative while it shows none. */
    public final long row() {
        return row;
    }

    public final boolean isSelected() {
        return selected;
    }

    /** True for the one selected row the keyboard is on: it is to be shown whole. */
    public final boolean isLead() {
        return lead;
    }

    /** Shows what row {@code row} says now. Called again when that may have changed: should cost little when it has not. */
    protected abstract void show(long row);

    /** Pixels needed to show it in {@code width}. */
    protected abstract double heightIn(double width);

    /** It was selected or became the lead, or is no longer. */
    protected void marked() {}

    final void become(long newRow, boolean nowSelected, boolean nowLead) {
        row = newRow;
        mark(nowSelected, nowLead);
        show(newRow);
    }

    final void mark(boolean nowSelected, boolean nowLead) {
        if (selected == nowSelected && lead == nowLead) {
            return;
        }
        selected = nowSelected;
        lead = nowLead;
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(LEAD, lead);
        marked();
    }

    final void free() {
        row = -1;
        setVisible(false);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> (int) Math.min(row, Integer.MAX_VALUE);
            case SELECTED -> selected;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
