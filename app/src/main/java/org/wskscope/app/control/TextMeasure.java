package org.wskscope.app.control;

/** Tells how wide text is. */
@FunctionalInterface
public interface TextMeasure {
    /** Pixels from the first letter's beginning to the last one's end. */
    double advance(Face face, double size, String text);
}
