package org.wskscope.app.control;

import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Where the widths a user gave columns are kept, in characters. FX thread. */
public final class ColumnWidths {
    private final Function<String, OptionalDouble> kept;
    private final BiConsumer<String, OptionalDouble> keeper;

    /**
     * Widths that are kept elsewhere.
     *
     * @param kept finds the number kept for a name
     * @param keeper keeps a number for a name, or forgets it when there is none
     */
    public ColumnWidths(Function<String, OptionalDouble> kept, BiConsumer<String, OptionalDouble> keeper) {
        this.kept = kept;
        this.keeper = keeper;
    }

    /** The width kept for the column; empty when the user chose none. */
    OptionalDouble of(String column) {
        return kept.apply("column." + column);
    }

    void keep(String column, double chars) {
        keeper.accept("column." + column, OptionalDouble.of(chars));
    }

    void forget(String column) {
        keeper.accept("column." + column, OptionalDouble.empty());
    }
}
