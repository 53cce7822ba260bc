package org.wskscope.engine.projection;

import java.util.List;

/**
 * Why a record is as it is. Immutable.
 *
 * @param messageKey names the sentence in the app's bundle, {@code explain.…}
 * @param arguments what the sentence mentions, in order: numbers, and WSK's own names as text
 * @param ruleIds the rules (or choices, C-nn) that say so, the most telling first; see {@link RuleBook}
 */
public record Explanation(String messageKey, List<Object> arguments, List<String> ruleIds) {
    public Explanation {
        arguments = List.copyOf(arguments);
        ruleIds = List.copyOf(ruleIds);
    }
}
