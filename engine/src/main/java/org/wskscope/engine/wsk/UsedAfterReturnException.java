package org.wskscope.engine.wsk;

/** The client looked at an indication that is no longer its own: neither retained nor of a callback in progress (VIO-15). On Windows it would have read freed memory. */
public final class UsedAfterReturnException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public UsedAfterReturnException(String message) {
        super(message);
    }
}
