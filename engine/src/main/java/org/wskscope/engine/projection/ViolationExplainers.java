package org.wskscope.engine.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** Explains misuse by what was done, where one number of section 5.6 covers several deeds. Pure functions. */
final class ViolationExplainers {
    private static final String PREFIX = ExplanationKind.PREFIX + "violation.";

    private ViolationExplainers() {}

    static String key(Violation violation) {
        return PREFIX + violation.code();
    }

    static Explanation found(TraceReader log, TraceRecord.ViolationFound record, RuleBook book) {
        ExplanationKind topic = topic(log, record);
        if (topic != null) {
            return topic == ExplanationKind.BUFFER_CHANGED
                    ? topic.with(record.firstByte(), record.endByte() - 1)
                    : topic.with();
        }
        Violation violation = record.violation();
        return new Explanation(
                key(violation), List.of(), book.violation(violation).ruleIds());
    }

    private static @Nullable ExplanationKind topic(TraceReader log, TraceRecord.ViolationFound record) {
        boolean routine = EarlierRecords.is(log, record.about(), RecordKind.IRP_COMPLETED);
        return switch (record.violation()) {
            case RETURN_OUTSIDE_PERMITTED_SET ->
                routine
                        ? ExplanationKind.ROUTINE_THREW
                        : isOfBytes(log, record) ? ExplanationKind.BYTES_ACCEPTED : null;
            case CALLBACK_OVER_DISPATCH_BUDGET -> routine ? ExplanationKind.ROUTINE_LONG : null;
            case IRP_REUSED_WHILE_PENDING ->
                record.isOfMemory() ? ExplanationKind.BUFFER_CHANGED : ofPendingIrp(log, record);
            case CLIENT_FUNCTION_AFTER_RELEASE ->
                switch (function(log, record.about())) {
                    case WSK_DEREGISTER -> ExplanationKind.DEREGISTERED_TWICE;
                    case WSK_RELEASE_PROVIDER_NPI -> ExplanationKind.RELEASED_TOO_OFTEN;
                    default -> null;
                };
            case LIST_RELEASED_TWICE ->
                function(log, record.about()) == WskFunction.WSK_FREE_ADDRESS_INFO
                        ? ExplanationKind.ADDRESSES_FREED_TWICE
                        : null;
            default -> null;
        };
    }

    /** The callback returned what it may; {@code BytesAccepted} was out of range (C-43). */
    private static boolean isOfBytes(TraceReader log, TraceRecord.ViolationFound record) {
        long returned = record.head().cause();
        if (!EarlierRecords.is(log, returned, RecordKind.CALLBACK_RETURNED)) {
            return false;
        }
        RecordCursor at = log.cursor().moveTo(returned);
        return at.status().equals(NtStatus.STATUS_SUCCESS);
    }

    /** An IRP was submitted again, touched in between, or its buffer is gone when it is needed. */
    private static @Nullable ExplanationKind ofPendingIrp(TraceReader log, TraceRecord.ViolationFound record) {
        long call = record.about();
        if (!EarlierRecords.is(log, call, RecordKind.FUNCTION_CALLED)) {
            return ExplanationKind.IRP_TOUCHED;
        }
        if (record.head().cause() != call) {
            return ExplanationKind.BUFFER_GONE;
        }
        long answered = NearbyRecords.caused(log, call, RecordKind.FUNCTION_RETURNED);
        if (answered >= 0 && answered < record.head().sequence()) {
            return ExplanationKind.IRP_TOUCHED;
        }
        int irp = log.cursor().moveTo(call).irp();
        return EarlierRecords.isPending(log, call, irp) ? null : ExplanationKind.IRP_NOT_READY;
    }

    private static WskFunction function(TraceReader log, long call) {
        return EarlierRecords.is(log, call, RecordKind.FUNCTION_CALLED)
                ? log.cursor().moveTo(call).function()
                : WskFunction.WSK_SOCKET;
    }
}
