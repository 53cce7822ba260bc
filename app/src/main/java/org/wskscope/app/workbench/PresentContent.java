package org.wskscope.app.workbench;

import java.util.function.Consumer;

/** What a presentation of one session says, and how it goes on; made by whoever knows the session. FX thread. */
public interface PresentContent {
    /**
     * What stands around the picture at one moment. Immutable.
     *
     * @param title what is presented
     * @param progress how far it is
     * @param place where the moment is: the scenario and the time
     * @param caption what this is about, in a few words
     * @param detail what happened last, and why
     * @param rules ids of the rules behind it, with spaces between them; empty for none
     */
    record Slide(String title, String progress, String place, String caption, String detail, String rules) {
        public static final Slide NOTHING = new Slide("", "", "", "", "", "");
    }

    /** Gives {@code screen} a slide now and whenever the moment or what is told of it changes, and selects what each is about; until {@link #end}. */
    void begin(Consumer<Slide> screen);

    void end();

    /** Whether nothing more happens by itself, so that all of it can be shown at once. */
    boolean settled();

    /** One step on. */
    void next();

    /** One step back. */
    void previous();

    /** To where nothing has happened yet. */
    void first();

    /** To the end. */
    void last();
}
