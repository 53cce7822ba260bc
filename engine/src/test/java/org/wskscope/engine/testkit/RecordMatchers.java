package org.wskscope.engine.testkit;

import java.util.function.Predicate;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Words for expected records, to be imported statically. */
public final class RecordMatchers {
    private RecordMatchers() {}

    /** Any record of the kind: {@code record(TraceRecord.InputFinished.class)}. */
    public static <R extends TraceRecord> RecordMatcher record(Class<R> kind) {
        return record(kind, kind.getSimpleName(), record -> true);
    }

    /** A record of the kind that also fulfils the predicate. */
    public static <R extends TraceRecord> RecordMatcher record(
            Class<R> kind, String description, Predicate<? super R> predicate) {
        return new RecordMatcher(description, record -> kind.isInstance(record) && predicate.test(kind.cast(record)));
    }

    public static RecordMatcher callbackEntered(WskEvent event) {
        return callbackEntered(WskCallback.of(event));
    }

    public static RecordMatcher callbackEntered(WskCallback callback) {
        return record(
                TraceRecord.CallbackEntered.class,
                callback.functionName() + " enter",
                record -> record.callback() == callback);
    }

    public static RecordMatcher callbackReturned(WskEvent event, NtStatus status) {
        return callbackReturned(WskCallback.of(event), status);
    }

    public static RecordMatcher callbackReturned(WskCallback callback, NtStatus status) {
        return record(
                TraceRecord.CallbackReturned.class,
                callback.functionName() + " return " + status,
                record -> record.callback() == callback && record.status().equals(status));
    }

    public static RecordMatcher callbackDeferred(WskEvent event) {
        WskCallback callback = WskCallback.of(event);
        return record(
                TraceRecord.CallbackDeferred.class,
                callback.functionName() + " deferred",
                record -> record.callback() == callback);
    }

    /** {@code mask} is what the socket has enabled afterwards. */
    public static RecordMatcher callbackEnabled(EventMask mask) {
        return record(
                TraceRecord.CallbackEnabled.class,
                "enabled, mask now " + mask.shortNames(),
                record -> record.mask().equals(mask));
    }

    public static RecordMatcher callbackDisableRequested(WskEvent event) {
        return record(
                TraceRecord.CallbackDisableRequested.class,
                "disable of " + event + " requested",
                record -> record.event() == event);
    }

    public static RecordMatcher callbackDisabled(WskEvent event) {
        return record(TraceRecord.CallbackDisabled.class, event + " disabled", record -> record.event() == event);
    }

    public static RecordMatcher functionCalled(WskFunction function) {
        return record(
                TraceRecord.FunctionCalled.class,
                function.functionName() + " called",
                record -> record.function() == function);
    }

    public static RecordMatcher functionReturned(WskFunction function, NtStatus status) {
        return record(
                TraceRecord.FunctionReturned.class,
                function.functionName() + " answered " + status,
                record -> record.function() == function && record.status().equals(status));
    }

    public static RecordMatcher irpPended(WskFunction function) {
        return record(
                TraceRecord.IrpPended.class,
                function.functionName() + " pended",
                record -> record.function() == function);
    }

    public static RecordMatcher irpCompleted(WskFunction function, NtStatus status, long information) {
        return record(
                TraceRecord.IrpCompleted.class,
                function.functionName() + " completed " + status + ", " + information,
                record -> record.function() == function
                        && record.status().equals(status)
                        && record.information() == information);
    }

    public static RecordMatcher stateChanged(SocketState to) {
        return record(TraceRecord.SocketStateChanged.class, "state now " + to, record -> record.to() == to);
    }

    public static RecordMatcher gateChanged(boolean open) {
        return record(
                TraceRecord.GateChanged.class,
                open ? "indications resumed" : "indications paused",
                record -> record.open() == open);
    }

    public static RecordMatcher violationFound(Violation violation) {
        return record(
                TraceRecord.ViolationFound.class,
                violation.code() + " " + violation,
                record -> record.violation() == violation);
    }

    /** The violation, about the record at {@code about}. */
    public static RecordMatcher violationAbout(Violation violation, long about) {
        return record(
                TraceRecord.ViolationFound.class,
                violation.code() + " about " + about,
                record -> record.violation() == violation && record.about() == about);
    }

    public static RecordMatcher waitBegan() {
        return record(TraceRecord.WaitBegan.class);
    }

    public static RecordMatcher waitEnded(NtStatus status) {
        return record(
                TraceRecord.WaitEnded.class,
                "WaitEnded " + status,
                record -> record.status().equals(status));
    }

    public static RecordMatcher deadlockFound(String text) {
        return record(
                TraceRecord.DeadlockFound.class,
                "DeadlockFound " + text,
                record -> record.text().equals(text));
    }
}
