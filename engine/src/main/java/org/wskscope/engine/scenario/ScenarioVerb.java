package org.wskscope.engine.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a step of a scenario file can do, with the names of its arguments. */
enum ScenarioVerb {
    /** Makes a listening socket on a free loopback port and enables {@code events}; {@code conditional}: it inspects every request. */
    LISTEN("as events", "conditional"),
    /** Makes a datagram socket on a free loopback port and enables {@code events}. */
    DATAGRAMS("as events", ""),
    /** Says what a callback of {@code socket} does; on a listener, for the connections it accepts. */
    BEHAVE("socket callback", "return accept hold echo wait"),
    /** A remote end connects to {@code to}; {@code outcome: later}: nobody knows yet whether it succeeds. */
    CONNECT("as to", "outcome"),
    /** A remote end sends {@code text}. */
    SEND("peer text", ""),
    /** A remote end finishes in order (FIN). */
    FINISH("peer", ""),
    /** A remote end resets its connection (RST). */
    RESET("peer", ""),
    /** Waits until a remote end was refused or reset: which of them depends on whether the network could wait for the inspection (FID-1). */
    TURNED_AWAY("peer", ""),
    /** {@code WskInspectComplete} for the request the inspect callback {@code call} was about. */
    DECIDE("call action irp answer", ""),
    /** {@code SIO_WSK_QUERY_INSPECT_ID}: {@code socket} came of the request the inspect callback {@code call} was about. */
    INSPECTED("socket call", ""),
    /** Waits for the accept callback of {@code from}; the accepted socket gets a name. */
    ACCEPTED("as from", ""),
    /** {@code SO_WSK_EVENT_CALLBACK}. */
    OPTION("socket events answer", "irp"),
    /** {@code WskAccept}. */
    ACCEPT("socket irp answer", ""),
    /** {@code WskReceive}; length 0 lifts a pause. */
    RECEIVE("socket length irp answer", ""),
    /** {@code WskRelease} of everything the client keeps. */
    RELEASE("socket answer", ""),
    /** Waits until a callback began; the call gets a name. {@code amount}: what it must be given. */
    ENTERED("as callback on", "amount"),
    /** Waits until the call asked to return later. */
    HELD("call", ""),
    /** Lets a held call return. */
    RETURN("call status", "accept"),
    /** Waits until the call returned. */
    RETURNED("call", "status"),
    /** Waits until bytes reached {@code on}. */
    ARRIVED("on", ""),
    /** Waits until the IRP completed; {@code after}: a call that must have returned before. */
    COMPLETED("irp status", "after as"),
    /** Waits until {@code event} of {@code on} went off. */
    DISABLED("event on", ""),
    /** No call of {@code callback} on {@code on} began since the call {@code since}. */
    QUIET("callback on since", ""),
    /** Forbidden waits throw ({@code strict}) or really wait ({@code faithful}); until the end of the scenario (C-32). */
    WAITS("mode", ""),
    /** Waits until {@code violation} was noted on {@code on}. */
    NOTED("on violation", ""),
    /** Waits until the watchdog explained a deadlock on {@code on}, naming a circle. */
    STUCK("on", ""),
    /** Ends every wait there is. */
    UNSTICK("", ""),
    /** A moment worth looking at; a demonstration can stop here. */
    MARK("name", "");

    private final List<String> required;
    private final List<String> optional;

    ScenarioVerb(String required, String optional) {
        this.required = words(required);
        this.optional = words(optional);
    }

    List<String> required() {
        return required;
    }

    boolean takes(String argument) {
        return required.contains(argument) || optional.contains(argument);
    }

    /** The word in the file. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every argument in order, for a complaint. */
    String argumentList() {
        return String.join(", ", required) + (optional.isEmpty() ? "" : ", " + String.join(", ", optional));
    }

    static Optional<ScenarioVerb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
