package org.wskscope.engine.projection;

/**
 * What one record says in a listing.
 *
 * @param text the line
 * @param step whether it is a step client, WSK or peer could see, and so part of the notation
 */
record TraceLine(String text, boolean step) {
    static TraceLine step(String text) {
        return new TraceLine(text, true);
    }

    static TraceLine aside(String text) {
        return new TraceLine(text, false);
    }
}
