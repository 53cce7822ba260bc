package org.wskscope.app.view.sockets;

import java.util.HashMap;
import java.util.Map;

/** What was last typed into each field of each form. FX thread. */
final class FormMemory {
    private final Map<String, String> texts = new HashMap<>();

    String last(String form, String field, String usual) {
        return texts.getOrDefault(form + "." + field, usual);
    }

    void remember(String form, String field, String text) {
        texts.put(form + "." + field, text);
    }
}
