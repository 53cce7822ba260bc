package org.wskscope.engine.program;

import java.util.LinkedHashSet;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;

/**
 * What the specification allows a call.
 *
 * @param rule the rule that says so
 * @param answers what the function may return
 * @param outcomes what its IRP may end with after PENDING, besides what cancelling, closing, resetting and failing do to every request
 */
record Expectation(String rule, Set<NtStatus> answers, Set<NtStatus> outcomes) {
    static Expectation refused(String rule, NtStatus... answers) {
        return new Expectation(rule, Set.of(answers), Set.of());
    }

    /** Done at once. */
    static Expectation done(String rule) {
        return refused(rule, NtStatus.STATUS_SUCCESS);
    }

    /** Done at once or later; then the IRP ends with one of {@code outcomes}. */
    static Expectation carriedOut(String rule, NtStatus... outcomes) {
        return new Expectation(rule, Set.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING), Set.of(outcomes));
    }

    /** Both are broken, and the specification does not say which goes first. */
    Expectation or(NtStatus other) {
        Set<NtStatus> both = new LinkedHashSet<>(answers);
        both.add(other);
        return new Expectation(rule, both, outcomes);
    }

    boolean isRefusal() {
        return !answers.contains(NtStatus.STATUS_SUCCESS) && !answers.contains(NtStatus.STATUS_PENDING);
    }
}
