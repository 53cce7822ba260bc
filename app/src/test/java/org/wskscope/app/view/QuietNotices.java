package org.wskscope.app.view;

import java.util.List;

/** Notices nobody reads. */
public final class QuietNotices implements Notices {
    @Override
    public void refused(String code, String sentence) {}

    @Override
    public void inform(String sentence) {}

    @Override
    public void ask(String sentence, List<UserAction> answers) {}
}
