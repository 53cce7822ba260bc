package org.wskscope.app.state;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * What a person wrote about records, read. Immutable.
 *
 * @param matcher recognizes the records, from then on on the background thread; null when the text says nothing that can be looked for
 * @param problem what is wrong with the text then, as a sentence; else empty
 */
public record Condition(RecordSearch.@Nullable Matcher matcher, String problem) {
    /** Reads what was written. */
    @FunctionalInterface
    public interface Reader {
        /** {@code first} knows the names of the sockets there are. */
        Condition read(String text, ScopeSnapshot first);
    }

    public static Condition of(RecordSearch.Matcher matcher) {
        return new Condition(matcher, "");
    }

    public static Condition wrong(String problem) {
        return new Condition(null, problem);
    }
}
