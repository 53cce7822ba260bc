package org.wskscope.engine.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step of a scenario file can do, with the names of its arguments. */
enum ScenarioVerb {
    /** Registers one more client; {@code static}: its {@code WSK_SET_STATIC_EVENT_CALLBACKS}. */
    CLIENT("as", "static"),
    /** Makes a listening socket on a free loopback port and enables {@code events}, if any; {@code conditional}: it inspects every request. */
    LISTEN("as", "events client conditional"),
    /** Makes a datagram socket on a free loopback port and enables {@code events}, if any. */
    DATAGRAMS("as", "events client"),
    /** Says what a callback of {@code socket} does; on a listener, for the connections it accepts. */
    BEHAVE("socket callback", "return accept hold echo wait do"),
    /** A remote end connects to {@code to}; {@code outcome: later}: nobody knows yet whether it succeeds. {@code reads: no}: it never reads. */
    CONNECT("as to", "reads outcome"),
    /** A remote end waits for one connection. */
    SERVE("as", ""),
    /** {@code WskSocketConnect} to a remote end that serves. */
    DIAL("as to", "irp"),
    /** A remote end sends. {@code answer}: when it cannot any more. */
    SEND("peer text|length", "answer"),
    /** A remote end sends datagrams, all at once. {@code collect}: this event is off meanwhile, so that they make one list. */
    BURST("as to count length", "collect"),
    /** A remote end finishes in order (FIN) and goes on reading. */
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
    /** {@code SIO_WSK_QUERY_IDEAL_SEND_BACKLOG} or {@code SIO_WSK_QUERY_RECEIVE_BACKLOG}. */
    QUERY("socket backlog value", "irp"),
    /** {@code WskAccept}. */
    ACCEPT("socket irp answer", ""),
    /** {@code WskReceive}; length 0 lifts a pause. */
    RECEIVE("socket length irp answer", ""),
    /** {@code WskSend}. */
    REPLY("socket text|length irp answer", ""),
    /** {@code WskRelease} of everything the client keeps, or of elements of the n-th list it kept. */
    RELEASE("socket answer", "list first last"),
    /** {@code WskCloseSocket}. */
    CLOSE("socket", "answer irp"),
    /** {@code IoCancelIrp}. */
    CANCEL("irp", ""),
    /** Uses a socket that is no longer the client's. */
    MISUSE("socket answer", ""),
    /** The stack finds another amount of outstanding data ideal. */
    BACKLOG("socket bytes", ""),
    /** The transport under a socket fails for good. */
    FAIL("socket", ""),
    /** Waits until a callback began; the call gets a name. {@code amount}: what it must be given. {@code socket}: names a connection not yet accepted. */
    ENTERED("as callback on", "amount socket"),
    /** The next thing the callback did, how that was answered, and its IRP. */
    ACTED("call answer", "irp"),
    /** Waits until the call asked to return later. */
    HELD("call", ""),
    /** Lets a held call return. */
    RETURN("call status", "accept"),
    /** Waits until the call returned. */
    RETURNED("call", "status"),
    /** Waits until bytes, datagrams, a connection, FIN or RST reached {@code on}; {@code amount}: bytes, or datagrams, since the last deed. */
    ARRIVED("on", "what amount"),
    /** Waits until the IRP completed; {@code after}: a call that must have returned before. */
    COMPLETED("irp status", "after as amount"),
    /** Waits until {@code event} of {@code on} went off. */
    DISABLED("event on", ""),
    /** No call of {@code callback} on {@code on} began since the call {@code since}, or since the last deed. */
    QUIET("callback on", "since"),
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

    /** Arguments that must be there; of those joined by {@code |}, exactly one. */
    List<String> required() {
        return required;
    }

    /** All arguments: those that must be there, then the others. */
    List<String> inOrder() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** The names of all arguments. */
    List<String> arguments() {
        return inOrder().stream().flatMap(names -> choices(names).stream()).toList();
    }

    boolean takes(String argument) {
        return arguments().contains(argument);
    }

    /** The names of which one must be there. */
    static List<String> choices(String required) {
        return List.of(required.split("\\|"));
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
