package org.wskscope.engine.projection;

import java.util.EnumMap;
import java.util.Map;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What the demonstration client does in the callbacks of one socket, as the log tells it. Immutable.
 *
 * @param asNew where nothing is said, a callback does what it does on a new socket of this category
 * @param said what is said of single callbacks, as the records have it
 */
public record SocketBehaviours(SocketCategory asNew, Map<WskCallback, String> said) {
    public SocketBehaviours {
        said = Map.copyOf(said);
    }

    static SocketBehaviours asNew(SocketCategory category) {
        return new SocketBehaviours(category, Map.of());
    }

    SocketBehaviours with(WskCallback callback, String text) {
        Map<WskCallback, String> more = new EnumMap<>(WskCallback.class);
        more.putAll(said);
        more.put(callback, text);
        return new SocketBehaviours(asNew, more);
    }

    /** What is said of the callback; empty when it does what it does on a new socket. */
    public String text(WskCallback callback) {
        return said.getOrDefault(callback, "");
    }
}
