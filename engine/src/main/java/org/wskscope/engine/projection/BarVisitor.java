package org.wskscope.engine.projection;

/** Receives the visible content of a lane. */
public interface BarVisitor {
    /** A bar wide enough to be drawn by itself. */
    void bar(Bar bar);

    /**
     * {@code count} bars that cannot be told apart at this zoom: together narrower than a pixel, or too many that begin in the same pixel.
     *
     * @param codes bit {@code 1 << code} is set for every code among them
     */
    void group(long startNanos, long endNanos, int count, int codes);
}
