package org.wskscope.engine.wsk;

/** A wait where waiting is forbidden, refused at once in strict mode (C-32). A client that lets it out of a callback has its call treated as thrown. */
public final class WaitProhibitedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public WaitProhibitedException(String message) {
        super(message);
    }
}
