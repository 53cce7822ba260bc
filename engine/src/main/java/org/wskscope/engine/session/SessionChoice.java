package org.wskscope.engine.session;

import java.util.Arrays;
import java.util.Optional;

/**
 * One thing the documentation of WSK leaves open and the owner of a session may decide: the entries of the CHOICE register that have an option, and the advice on calls
 * from completion routines. Files and the command line say {@link #word}.
 */
public enum SessionChoice {
    /** Whether the races the documentation warns of are excluded or provoked. */
    RACES("races", "C-41", ChoiceRange.words("deterministic", "chaos")),
    /** Whether a FIN behind received bytes is reported after them or at once. */
    GRACEFUL_DISCONNECT("gracefulDisconnect", "C-08", ChoiceRange.words("HOLD", "EAGER")),
    /** Whether receive-from callbacks of one socket may overlap. */
    PARALLEL_DATAGRAM("parallelDatagram", "C-15", ChoiceRange.flag(false)),
    /** Whether events of an accepted socket may begin before its accept callback returned. */
    EARLY_ACCEPTED_EVENTS("earlyAcceptedEvents", "C-17", ChoiceRange.flag(false)),
    /** Whether an IRP given with an enabling request is refused instead of noted. */
    STRICT_IRP_ON_ENABLE("strictIrpOnEnable", "C-22", ChoiceRange.flag(false)),
    /** The simulated level callbacks run at, and whether they are told. */
    IRQL("irql", "C-34", ChoiceRange.words("DISPATCH", "PASSIVE", "UNFLAGGED_DISPATCH", "RANDOM")),
    /** Whether a wait where waiting is forbidden throws or really waits. */
    WAITS("waits", "C-32", ChoiceRange.words("strict", "faithful")),
    /** Connections that may wait at a listener. */
    ACCEPT_BACKLOG("acceptBacklog", "C-10", ChoiceRange.number(1, 65_535, 128)),
    /** Largest list of one receive indication, bytes. */
    MAX_INDICATION_BYTES("maxIndicationBytes", "C-11", ChoiceRange.number(1, 16_777_216, 65_536)),
    /** Retained bytes of a socket above which indications say RELEASE_ASAP. */
    RELEASE_ASAP_BYTES("releaseAsapBytes", "C-11", ChoiceRange.number(0, 1_073_741_824, 256_000)),
    /** Whether the indication that drains the transport says ENTIRE_MESSAGE. */
    ENTIRE_MESSAGE("entireMessage", "C-11", ChoiceRange.flag(true)),
    /** Longest list of one receive-from indication, datagrams. */
    DATAGRAMS_PER_LIST("datagramsPerList", "C-13", ChoiceRange.number(1, 65_535, 64)),
    /** {@code SO_RCVBUF} of a new socket, bytes; more datagrams than that are dropped. */
    RECEIVE_BUFFER_BYTES("receiveBufferBytes", "C-13", ChoiceRange.number(1, 16_777_216, 65_536)),
    /** When a send completes that the transport could take at once. */
    SEND_COMPLETION("sendCompletion", "C-45", ChoiceRange.words("pending", "ideal", "inline", "chance")),
    /** Whether functions called from completion routines are noted. */
    COMPLETION_ADVICE("completionAdvice", "VIO-12", ChoiceRange.flag(true)),
    /** Whether memory lent to pending sends is watched over real sockets; in virtual time it always is. */
    LENT_MEMORY("lentMemory", "VIO-09", ChoiceRange.flag(true));

    private final String word;
    private final String id;
    private final ChoiceRange range;

    SessionChoice(String word, String id, ChoiceRange range) {
        this.word = word;
        this.id = id;
        this.range = range;
    }

    /** Its name in files and on the command line. */
    public String word() {
        return word;
    }

    /** The entry of the CHOICE register it decides, for example {@code C-41}, or the violation. */
    public String id() {
        return id;
    }

    public ChoiceRange range() {
        return range;
    }

    /** The choice of this name. */
    public static Optional<SessionChoice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(word))
                .findFirst();
    }
}
