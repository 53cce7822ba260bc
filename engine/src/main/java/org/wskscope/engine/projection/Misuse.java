package org.wskscope.engine.projection;

import java.util.List;
import org.wskscope.engine.wsk.Violation;

/**
 * What a violation means. Immutable.
 *
 * @param violation which
 * @param meaning what the client did
 * @param ruleIds the rules it breaks
 */
public record Misuse(Violation violation, String meaning, List<String> ruleIds) {
    public Misuse {
        ruleIds = List.copyOf(ruleIds);
    }
}
