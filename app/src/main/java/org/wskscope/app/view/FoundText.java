package org.wskscope.app.view;

import org.wskscope.app.state.RecordFinder.Found;

/** Says how far a search for records is: {@code hit 3 of 17}, or how many were looked through. Pure. */
public final class FoundText {
    /** Fewer records than this are always on their way while a session runs. */
    private static final long TAIL = 20_000;

    private FoundText() {}

    public static String of(Found found, Messages messages) {
        if (found.text().isEmpty()) {
            return "";
        }
        boolean looking = found.records() - found.examined() > TAIL || found.hits() == 0 && !found.isComplete();
        if (looking || found.cancelled()) {
            String key = found.cancelled() ? "find.cancelled" : "find.looking";
            return messages.format(key, found.hits(), found.examined(), found.records());
        }
        if (found.hits() == 0) {
            return messages.format("find.none", found.text(), found.records());
        }
        return found.number() > 0
                ? messages.format("find.hit", found.number(), found.hits())
                : messages.format("find.hits", found.hits());
    }
}
