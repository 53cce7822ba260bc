package org.wskscope.engine.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wskscope.engine.wsk.EventMask;

/** One thing the demonstration client does inside a callback, before it returns or is held (THR-02). Immutable. */
public sealed interface CallbackStep {
    /** Words that {@link #parse} reads. */
    String words();

    /** {@code SO_WSK_EVENT_CALLBACK} on the socket of the callback; in an accept callback, on the new connection. */
    record SetEvents(EventMask mask, boolean withIrp) implements CallbackStep {
        @Override
        public String words() {
            return "option " + mask.shortNames() + (withIrp ? " irp" : "");
        }
    }

    /** An accept callback writes its two out-parameters now; without this act they are written before all acts (EVT-ACC-10). */
    record WriteOutputs() implements CallbackStep {
        @Override
        public String words() {
            return "write";
        }
    }

    /** {@code WskRelease} of elements {@code first} … {@code last} of the list just indicated, from 1 (API-REL-06). */
    record Release(int first, int last) implements CallbackStep {
        public Release {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "a list has elements from 1 on, so " + first + "-" + last + " is no part of it");
            }
        }

        @Override
        public String words() {
            return "release " + first + "-" + last;
        }
    }

    /**
     * Reads {@code option EVENTS}, {@code option EVENTS irp}, {@code write} or {@code release first-last}.
     *
     * @throws IllegalArgumentException with a sentence for people when it is none of these
     */
    static CallbackStep parse(String words) {
        Matcher option = Patterns.OPTION.matcher(words);
        if (option.matches()) {
            return new SetEvents(EventMask.parse(option.group(1)), option.group(2) != null);
        }
        Matcher release = Patterns.RELEASE.matcher(words);
        if (release.matches()) {
            return new Release(Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2)));
        }
        if (words.equals("write")) {
            return new WriteOutputs();
        }
        throw new IllegalArgumentException("\"" + words
                + "\" is nothing a callback can do; it can do: option EVENTS, option EVENTS irp, write, release 1-2");
    }

    /** How acts are written. */
    final class Patterns {
        private static final Pattern OPTION = Pattern.compile("option ([A-Z_|]+)( irp)?");
        private static final Pattern RELEASE = Pattern.compile("release (\\d{1,4})-(\\d{1,4})");

        private Patterns() {}
    }
}
