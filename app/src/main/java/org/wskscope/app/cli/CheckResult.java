package org.wskscope.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of one scenario. Immutable.
 *
 * @param name as it was asked for: an id, or a file
 * @param id its own; empty for a file that is no scenario
 * @param nanos how long it took, nanoseconds
 * @param problem one plain sentence, why it did not go as its file says; empty when it did
 */
record CheckResult(String name, String id, String title, long nanos, String problem) {
    private static final double NANOS_PER_SECOND = 1e9;

    boolean passed() {
        return problem.isEmpty();
    }

    double seconds() {
        return nanos / NANOS_PER_SECOND;
    }

    /** As one line. */
    String json() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("scenario", id);
        object.put("name", name);
        object.put("title", title);
        object.put("passed", passed());
        object.put("seconds", seconds());
        object.put("problem", problem);
        return object.toString();
    }
}
