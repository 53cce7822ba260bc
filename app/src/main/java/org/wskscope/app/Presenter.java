package org.wskscope.app;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.session.Session;

/** Puts a fresh session's desk on the window. FX thread. */
@FunctionalInterface
interface Presenter {
    /** Returns the desk, started; the one before is no longer shown afterwards. */
    SessionContext present(Session session, @Nullable SessionContext before);
}
