package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

class ExplanationsTest {
    private static final int SOCKET = 1;
    private static final EventMask RECEIVE = EventMask.of(WskEvent.WSK_EVENT_RECEIVE);
    private static final EventMask RECEIVE_OFF = EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE);

    private final RuleBook book = RuleBook.load();
    private final Explanations explanations = new Explanations(book);
    private final TraceLog log = new TraceLog(100_000);
    private final TraceStamp at = new TraceStamp();

    @Test
    void whateverTheLogHoldsHasAKnownKeyAndKnownRules() {
        RandomRecords random = new RandomRecords(20261120);
        RecordWriter writer = new RecordWriter(log);
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < 300; round++) {
            for (Class<? extends TraceRecord> kind : RandomRecords.kinds()) {
                writer.write(random.next(kind, log.size()));
            }
        }
        log.seal(at);

        for (long sequence = 0; sequence < log.size(); sequence++) {
            Explanation explanation = explanations.explain(log, sequence);
            seen.add(explanation.messageKey());
            assertThat(Explanations.keys()).contains(explanation.messageKey());
            assertThat(explanation.ruleIds())
                    .allSatisfy(id -> assertThat(
                                    book.rule(id).isPresent() || book.choice(id).isPresent())
                            .as(id)
                            .isTrue());
        }

        assertThat(seen).hasSizeGreaterThan(60);
    }

    @Test
    void everyTopicCitesRulesOfTheBook() {
        for (ExplanationKind topic : ExplanationKind.values()) {
            assertThat(topic.ruleIds())
                    .allSatisfy(id -> assertThat(
                                    book.rule(id).isPresent() || book.choice(id).isPresent())
                            .as(topic + " cites " + id)
                            .isTrue());
        }
        assertThat(Explanations.keys()).hasSize(ExplanationKind.values().length + Violation.values().length);
    }

    @ParameterizedTest
    @EnumSource(WskFunction.class)
    void everyFunctionHasRulesOfTheBook(WskFunction function) {
        assertThat(RequestExplainers.rules(function))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(book.rule(id)).as(id).isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = Violation.class, mode = EnumSource.Mode.EXCLUDE, names = "IRP_REUSED_WHILE_PENDING")
    void aViolationCitesTheRuleItBreaks(Violation violation) {
        Explanation explanation = explanations.explain(log, log.violationFound(at, SOCKET, violation, -1));

        assertThat(explanation.messageKey()).isEqualTo("explain.violation." + violation.code());
        assertThat(explanation.ruleIds()).isEqualTo(book.violation(violation).ruleIds());
    }

    @Nested
    class OfTheEventCallbackOption {
        @Test
        void theThreeOutcomesOfDisablingAreReportedApart() {
            assertThat(firstRule(answer(RECEIVE_OFF, 0, NtStatus.STATUS_SUCCESS)))
                    .isEqualTo("CTL-ECB-08");
            assertThat(firstRule(answer(RECEIVE_OFF, 7, NtStatus.STATUS_PENDING)))
                    .isEqualTo("CTL-ECB-09");
            assertThat(firstRule(answer(RECEIVE_OFF, 0, NtStatus.STATUS_EVENT_PENDING)))
                    .isEqualTo("CTL-ECB-10");
        }

        @Test
        void disablingTwoIsNotABadMask() {
            EventMask two = RECEIVE_OFF.with(WskEvent.WSK_EVENT_DISCONNECT);

            assertThat(firstRule(answer(two, 0, NtStatus.STATUS_INVALID_PARAMETER)))
                    .isEqualTo("CTL-ECB-20");
            assertThat(firstRule(answer(EventMask.NONE, 0, NtStatus.STATUS_INVALID_PARAMETER)))
                    .isEqualTo("CTL-ECB-19");
        }

        @Test
        void whatCannotBeTakenBackIsInheritedOrStatic() {
            log.callbackEnabled(at, SOCKET, 0x40, 0x240, EnableOrigin.OPTION);
            assertThat(firstRule(answer(RECEIVE_OFF, 0, NtStatus.STATUS_INVALID_DEVICE_REQUEST)))
                    .isEqualTo("CTL-INH-04");

            log.callbackEnabled(at, SOCKET, 0x40, 0x240, EnableOrigin.STATIC);
            assertThat(firstRule(answer(RECEIVE_OFF, 0, NtStatus.STATUS_INVALID_DEVICE_REQUEST)))
                    .isEqualTo("CTL-STC-04");
        }

        @Test
        void enablingNeedsNoIrp() {
            assertThat(firstRule(answer(RECEIVE, 0, NtStatus.STATUS_SUCCESS))).isEqualTo("CTL-ECB-13");
            assertThat(firstRule(answer(RECEIVE, 3, NtStatus.STATUS_SUCCESS))).isEqualTo("CTL-ECB-25");
        }

        @Test
        void anIrpCompletesForTheDisableItWasGivenTo() {
            answer(RECEIVE_OFF, 7, NtStatus.STATUS_PENDING);
            long disable = log.irpCompleted(at, SOCKET, WskFunction.WSK_CONTROL_SOCKET, 7, NtStatus.STATUS_SUCCESS, 0);
            answer(RECEIVE, 8, NtStatus.STATUS_SUCCESS);
            long enable = log.irpCompleted(at, SOCKET, WskFunction.WSK_CONTROL_SOCKET, 8, NtStatus.STATUS_SUCCESS, 0);

            assertThat(explanations.explain(log, disable).messageKey()).isEqualTo("explain.irp.completed.option");
            assertThat(explanations.explain(log, enable).messageKey()).isEqualTo("explain.irp.completed");
        }

        private long answer(EventMask mask, int irp, NtStatus status) {
            WskFunction function = WskFunction.WSK_CONTROL_SOCKET;
            long called = log.functionCalled(at, SOCKET, function, irp, ControlCode.SO_WSK_EVENT_CALLBACK, mask.bits());
            if (mask.isDisable() && status.equals(NtStatus.STATUS_SUCCESS)) {
                log.callbackDisabled(at.causedBy(called), SOCKET, WskEvent.WSK_EVENT_RECEIVE, 0, DisableReason.OPTION);
            }
            return log.functionReturned(at, SOCKET, function, irp, status, called);
        }
    }

    @Nested
    class OfCallbacks {
        @Test
        void whatAReceiveCallbackReturnsDecidesWhatComesNext() {
            assertThat(firstRule(returned(10, NtStatus.STATUS_SUCCESS, 10))).isEqualTo("EVT-RCV-05");
            assertThat(firstRule(returned(10, NtStatus.STATUS_SUCCESS, 4))).isEqualTo("EVT-RCV-06");
            assertThat(firstRule(returned(10, NtStatus.STATUS_PENDING, 10))).isEqualTo("EVT-RCV-08");
            assertThat(firstRule(returned(10, NtStatus.STATUS_DATA_NOT_ACCEPTED, 10)))
                    .isEqualTo("EVT-RCV-09");
            assertThat(firstRule(returned(10, NtStatus.STATUS_DEVICE_NOT_READY, 10)))
                    .isEqualTo("EVT-GEN-12");
            assertThat(firstRule(returned(0, NtStatus.STATUS_SUCCESS, 0))).isEqualTo("EVT-GEN-10");
        }

        @Test
        void partialAcceptanceNamesBothCounts() {
            assertThat(explanations
                            .explain(log, returned(10, NtStatus.STATUS_SUCCESS, 4))
                            .arguments())
                    .containsExactly(4L, 10L);
        }

        @Test
        void datagramsNotAcceptedTurnTheEventOff() {
            WskCallback callback = WskCallback.RECEIVE_FROM;
            long entered = log.callbackEntered(at, SOCKET, callback, 8, 2, 0);

            assertThat(firstRule(log.callbackReturned(at, SOCKET, callback, entered, NtStatus.STATUS_SUCCESS, 0)))
                    .isEqualTo("EVT-RFR-04");
            assertThat(firstRule(log.callbackReturned(at, SOCKET, callback, entered, NtStatus.STATUS_PENDING, 0)))
                    .isEqualTo("EVT-RFR-05");
            assertThat(firstRule(
                            log.callbackReturned(at, SOCKET, callback, entered, NtStatus.STATUS_DATA_NOT_ACCEPTED, 0)))
                    .isEqualTo("EVT-RFR-06");
            assertThat(firstRule(log.callbackDisabled(
                            at, SOCKET, WskEvent.WSK_EVENT_RECEIVE_FROM, 0, DisableReason.DATA_NOT_ACCEPTED)))
                    .isEqualTo("EVT-RFR-06");
        }

        @Test
        void disconnectsAreGracefulOrAbortive() {
            assertThat(explanations
                            .explain(log, log.callbackEntered(at, SOCKET, WskCallback.DISCONNECT, 8, 0, 0))
                            .messageKey())
                    .isEqualTo("explain.entered.disconnect.graceful");
            assertThat(explanations
                            .explain(log, log.callbackEntered(at, SOCKET, WskCallback.DISCONNECT, 9, 0, 0))
                            .messageKey())
                    .isEqualTo("explain.entered.disconnect.abortive");
        }

        private long returned(long indicated, NtStatus status, long accepted) {
            long entered = log.callbackEntered(at, SOCKET, WskCallback.RECEIVE, 8, indicated, 0);
            return log.callbackReturned(at, SOCKET, WskCallback.RECEIVE, entered, status, accepted);
        }
    }

    @Test
    void aBindMeansSomethingElseForEachCategory() {
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", 7);
        log.socketCreated(at, 1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at, 2, SocketCategory.DATAGRAM, 2, 0);

        assertThat(firstRule(log.socketBound(at, 1, local))).isEqualTo("API-SCK-03");
        assertThat(firstRule(log.socketBound(at, 2, local))).isEqualTo("API-SCK-08");
        assertThat(firstRule(log.socketBound(at, 3, local))).isEqualTo("API-SCK-06");
    }

    @Test
    void theGateAndTheBufferSayWhyNothingHappens() {
        assertThat(firstRule(log.gateChanged(at, SOCKET, false, 5))).isEqualTo("EVT-RCV-09");
        assertThat(firstRule(log.gateChanged(at, SOCKET, true, 5))).isEqualTo("EVT-RCV-10");
        assertThat(firstRule(log.indicationBuffered(at, SOCKET, 5, BufferReason.EVENT_DISABLED)))
                .isEqualTo("EVT-GEN-07");
    }

    private String firstRule(long sequence) {
        return explanations.explain(log, sequence).ruleIds().get(0);
    }
}
