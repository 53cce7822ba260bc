package org.wskscope.app.view;

import java.util.List;

/** Where a view says something that is no part of what it shows. FX thread. */
public interface Notices {
    /**
     * A command was not done.
     *
     * @param code its status as WSK names it, for example {@code STATUS_INVALID_DEVICE_STATE}; empty if it has none
     * @param sentence what is wrong and what to do
     */
    void refused(String code, String sentence);

    /** Something worth knowing that needs no answer. */
    void inform(String sentence);

    /** A question that stays until one of its answers is chosen or it is dismissed; another question takes its place. The first answer gets the focus. */
    void ask(String sentence, List<UserAction> answers);
}
