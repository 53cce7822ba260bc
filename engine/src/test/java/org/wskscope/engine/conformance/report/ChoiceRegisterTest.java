package org.wskscope.engine.conformance.report;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.wsk.Violation;

/**
 * The CHOICE register, entry by entry: which class decides it, by which option it can be decided otherwise, and that tests carry its id. An entry that is missing here
 * fails, and so does an option that no entry names.
 */
class ChoiceRegisterTest {
    private static final String KERNEL = "org.wskscope.engine.kernel.";

    private static final List<Entry> REGISTER = List.of(
            fixed("C-01", "LegalityMatrix"),
            fixed("C-02", "DisconnectPhase"),
            fixed("C-03", "DisconnectPhase"),
            fixed("C-04", "EventMaskRules"),
            fixed("C-05", "SocketCore"),
            fixed("C-06", "ReceiveEngine"),
            fixed("C-07", "ReceiveEngine"),
            chosen("C-08", "ReceiveEngine", "gracefulDisconnect"),
            fixed("C-09", "ConnectionCallbacks"),
            chosen("C-10", "ListenSocketCore", "acceptBacklog"),
            chosen(
                    "C-11",
                    "ReceiveEngine",
                    "maxIndicationBytes",
                    "releaseAsapBytes",
                    "retainedLimitBytes",
                    "entireMessageWhenDrained"),
            fixed("C-12", "EventControl"),
            chosen("C-13", "DatagramQueue", "maxDatagramsPerList", "receiveBufferBytes"),
            fixed("C-14", "ReceiveFromLane"),
            chosen("C-15", "ParallelLanes", "parallelDatagram"),
            chosen("C-16", "CallbackPump", "callbacksPerTurn"),
            chosen("C-17", "ConnectionSocketCore", "earlyAcceptedEvents"),
            fixed("C-18", "InspectionEngine"),
            fixed("C-19", "InspectionEngine"),
            fixed("C-20", "EventMaskRules"),
            fixed("C-21", "CallbackGate"),
            chosen("C-22", "EventControl", "strictIrpOnEnable"),
            fixed("C-23", "CallbackReturns"),
            fixed("C-24", "SocketCore"),
            fixed("C-25", "CallbackGate"),
            fixed("C-26", "EventMaskRules"),
            chosen("C-27", "ConnectionCallbacks", "idealSendBacklogBytes"),
            fixed("C-28", "ClientRegistration"),
            fixed("C-29", "RetainedLists"),
            fixed("C-30", "CallbackPump"),
            fixed("C-31", "CloseEngine"),
            chosen("C-32", "ClientWaits", "waitMode"),
            fixed("C-33", "ClientProvider"),
            chosen("C-34", "CallbackPump", "irqlMode"),
            fixed("C-35", "CloseEngine"),
            fixed("C-36", "ConnectPhase"),
            fixed("C-37", "ClientProvider"),
            fixed("C-38", "StreamSocketCore"),
            fixed("C-39", "StreamSocketCore"),
            fixed("C-40", "CallbackPump"),
            chosen("C-41", "RaceChooser", "raceMode"),
            fixed("C-42", "RetainedLists"),
            fixed("C-43", "ReceiveEngine"),
            fixed("C-44", "SendEngine"),
            chosen("C-45", "InlineSends", "sendCompletion"),
            fixed("C-46", "ConnectionSocketCore"));

    /** Options that decide nothing the register has: limits of the watch, an advice, and which version of WSK this is. */
    private static final Set<String> NO_CHOICE =
            Set.of("limits", "advisesOnCompletionCalls", "watchesLentMemory", "providerVersion");

    /** Entries with an option that section 12 does not offer to the owner of a session: tests need them. */
    private static final Set<String> NOT_OFFERED = Set.of("C-16", "C-27");

    private static final Set<String> TAGGED = tagged();

    @Test
    void everyEntryOfTheRegisterIsHereOnceAndInOrder() {
        assertThat(REGISTER)
                .extracting(Entry::id)
                .containsExactlyElementsOf(
                        RuleBook.load().choices().stream().map(Choice::id).toList());
    }

    @ParameterizedTest
    @MethodSource("register")
    void anEntryIsDecidedByAClassAndShownByTests(Entry entry) {
        assertThatCode(() -> Class.forName(KERNEL + entry.decidedBy())).doesNotThrowAnyException();
        assertThat(TAGGED.contains(entry.id()))
                .as("a test carries the tag %s", entry.id())
                .isTrue();
    }

    @Test
    void everyOptionBelongsToAnEntry() {
        Set<String> options = Arrays.stream(KernelOptions.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .filter(method ->
                        method.getParameterCount() == 0 && !method.getName().equals("defaults"))
                .map(java.lang.reflect.Method::getName)
                .filter(option -> !NO_CHOICE.contains(option))
                .collect(toSet());

        assertThat(REGISTER.stream().flatMap(entry -> entry.options().stream()))
                .containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void everyEntryThatOffersAnOptionCanBeDecidedForASession() {
        Set<String> offered = REGISTER.stream()
                .filter(entry -> !entry.options().isEmpty() && !NOT_OFFERED.contains(entry.id()))
                .map(Entry::id)
                .collect(toSet());
        offered.add(Violation.CALL_FROM_COMPLETION_ROUTINE.code());
        offered.add(Violation.IRP_REUSED_WHILE_PENDING.code());

        assertThat(Arrays.stream(SessionChoice.values()).map(SessionChoice::id).collect(toSet()))
                .isEqualTo(offered);
    }

    static Stream<Entry> register() {
        return REGISTER.stream();
    }

    private static Set<String> tagged() {
        try {
            Path classes = Path.of(ChoiceRegisterTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return TaggedTests.in(classes).stream()
                    .flatMap(test -> test.ids().stream())
                    .collect(toSet());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Entry fixed(String id, String decidedBy) {
        return new Entry(id, decidedBy, List.of());
    }

    private static Entry chosen(String id, String decidedBy, String... options) {
        return new Entry(id, decidedBy, List.of(options));
    }

    /**
     * One line of the register.
     *
     * @param decidedBy the class of the kernel that decides it
     * @param options the options by which it can be decided otherwise
     */
    private record Entry(String id, String decidedBy, List<String> options) {
        @Override
        public String toString() {
            return id + " " + decidedBy;
        }
    }
}
