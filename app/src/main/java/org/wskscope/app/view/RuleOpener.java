package org.wskscope.app.view;

import javafx.scene.Node;

/** Shows a rule, or a choice of this project, to read inside the program. FX thread. */
public interface RuleOpener {
    /**
     * Shows it beside what names it.
     *
     * @param id for example {@code CTL-ECB-09} or {@code C-07}
     * @param beside what was pressed; it has the focus again when the rule is closed
     */
    void open(String id, Node beside);
}
