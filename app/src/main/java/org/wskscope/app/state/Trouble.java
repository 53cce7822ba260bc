package org.wskscope.app.state;

/**
 * What keeps the window from showing what happens in the session. Immutable.
 *
 * @param timeNanos session time since when
 * @param records how many records the log had then
 */
public record Trouble(Kind kind, long timeNanos, long records) {
    public static final Trouble NONE = new Trouble(Kind.NONE, 0, 0);

    /** From the least to the worst. */
    public enum Kind {
        NONE,
        /** Commands are refused; what happens is still shown. */
        COMMANDS_STOPPED,
        /** The session goes on, but nothing is recorded any more. */
        LOG_FULL,
        /** The session goes on and is recorded, but the window cannot follow. */
        DISPLAY_STOPPED
    }

    public boolean exists() {
        return kind != Kind.NONE;
    }

    /** Whether what the views show as the present is how things were, for nothing newer reaches them. */
    public boolean hidesThePresent() {
        return kind == Kind.LOG_FULL || kind == Kind.DISPLAY_STOPPED;
    }

    /** The worse of two, this one if both are as bad. */
    public Trouble or(Trouble other) {
        return other.kind.compareTo(kind) > 0 ? other : this;
    }
}
