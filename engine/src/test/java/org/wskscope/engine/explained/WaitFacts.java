package org.wskscope.engine.explained;

import java.util.Map;
import java.util.function.Predicate;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/** What must be so where a sentence about something that waits, or about misuse, is told. */
final class WaitFacts {
    private WaitFacts() {}

    static void addTo(Map<String, Predicate<Scene>> all) {
        pended(all);
        waits(all);
        ends(all);
        codes(all);
        deeds(all);
    }

    private static void fact(Map<String, Predicate<Scene>> all, String key, Predicate<Scene> fact) {
        all.put("explain." + key, fact);
    }

    private static void pended(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "irp.pended",
                at -> at.socket().value() == 0
                        || at.is().irps().stream()
                                .anyMatch(request -> request.irp()
                                        == at.as(TraceRecord.IrpPended.class).irp()));
        fact(all, "blocked.close.callback", at -> pends(at, WskFunction.WSK_CLOSE_SOCKET) && runs(at));
        fact(
                all,
                "blocked.close.routine",
                at -> pends(at, WskFunction.WSK_CLOSE_SOCKET)
                        && at.log().kind(SocketFacts.number(at, 0)) == RecordKind.IRP_COMPLETED
                        && at.is().callbacks().isEmpty());
        fact(
                all,
                "blocked.close.endpoint",
                at -> pends(at, WskFunction.WSK_CLOSE_SOCKET)
                        && at.is().callbacks().isEmpty());
        fact(all, "blocked.disable", at -> pends(at, WskFunction.WSK_CONTROL_SOCKET) && runs(at));
    }

    private static void waits(Map<String, Predicate<Scene>> all) {
        fact(all, "blocked.deregister.socket", at -> {
            Hindrance hindrance = at.as(TraceRecord.WaitBegan.class).hindrance();
            return at.before().sockets().stream()
                            .anyMatch(row -> row.id().value() == hindrance.socket() && !row.isClosed())
                    && at.log().kind(SocketFacts.number(at, 0)) == RecordKind.SOCKET_CREATED;
        });
        fact(
                all,
                "blocked.deregister.capture",
                at -> at.before().totals().openSockets() == 0
                        && at.log().read(SocketFacts.number(at, 0)) instanceof TraceRecord.FunctionCalled call
                        && call.function() == WskFunction.WSK_CAPTURE_PROVIDER_NPI);
        fact(all, "blocked.deregister.call", at -> at.before().totals().openSockets() == 0);
        fact(
                all,
                "blocked.capture.provider",
                at -> at.as(TraceRecord.WaitBegan.class).what() == WaitFor.PROVIDER);
        fact(all, "wait.outside", at -> at.as(TraceRecord.WaitBegan.class).within() < 0);
        fact(all, "wait.inside", at -> isInside(at, at.as(TraceRecord.WaitBegan.class)));
        fact(
                all,
                "deadlock",
                at -> at.argument(0)
                        .equals(at.as(TraceRecord.DeadlockFound.class).text()));
    }

    private static void ends(Map<String, Predicate<Scene>> all) {
        fact(all, "wait.over", at -> ends(at, NtStatus.STATUS_SUCCESS));
        fact(all, "wait.timedOut", at -> ends(at, NtStatus.STATUS_TIMEOUT));
        fact(all, "wait.broken", at -> ends(at, NtStatus.STATUS_CANCELLED));
        fact(
                all,
                "wait.refused.callback",
                at -> ends(at, NtStatus.STATUS_POSSIBLE_DEADLOCK) && noted(at, Violation.WAIT_INSIDE_CALLBACK));
        fact(
                all,
                "wait.refused.routine",
                at -> ends(at, NtStatus.STATUS_POSSIBLE_DEADLOCK)
                        && noted(at, Violation.WAIT_INSIDE_COMPLETION_ROUTINE));
        fact(
                all,
                "wait.refused.level",
                at -> ends(at, NtStatus.STATUS_POSSIBLE_DEADLOCK) && noted(at, Violation.IRQL_TOO_HIGH));
        fact(
                all,
                "wait.endless",
                at -> ends(at, NtStatus.STATUS_POSSIBLE_DEADLOCK)
                        && at.earlier().anyMatch(TraceRecord.DeadlockFound.class::isInstance));
    }

    private static void codes(Map<String, Predicate<Scene>> all) {
        for (Violation violation : Violation.values()) {
            fact(
                    all,
                    "violation." + violation.code(),
                    at -> found(at).violation() == violation && !found(at).isOfMemory());
        }
        fact(
                all,
                "violation.VIO-06",
                at -> at.cause() instanceof TraceRecord.CallbackReturned
                        || at.socket().value() == 0);
        fact(all, "violation.VIO-09", at -> !isAnsweredBefore(at) && about(at) instanceof TraceRecord.FunctionCalled);
        fact(all, "violation.VIO-11", at -> about(at) instanceof TraceRecord.CallbackEntered);
        fact(
                all,
                "violation.VIO-16",
                at -> about(at) instanceof TraceRecord.FunctionCalled call
                        && call.function() != WskFunction.WSK_DEREGISTER
                        && call.function() != WskFunction.WSK_RELEASE_PROVIDER_NPI);
        fact(
                all,
                "violation.VIO-19",
                at -> about(at) instanceof TraceRecord.FunctionCalled call
                        && call.function() == WskFunction.WSK_RELEASE);
    }

    private static void deeds(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "violation.bufferChanged",
                at -> found(at).isOfMemory() && SocketFacts.number(at, 0) <= SocketFacts.number(at, 1));
        fact(
                all,
                "violation.bufferGone",
                at -> isOf(at, Violation.IRP_REUSED_WHILE_PENDING)
                        && about(at) instanceof TraceRecord.FunctionCalled
                        && isAnsweredBefore(at));
        fact(
                all,
                "violation.irpTouched",
                at -> isOf(at, Violation.IRP_REUSED_WHILE_PENDING) && (found(at).about() < 0 || isAnsweredBefore(at)));
        fact(
                all,
                "violation.bytesAccepted",
                at -> isOf(at, Violation.RETURN_OUTSIDE_PERMITTED_SET)
                        && at.cause() instanceof TraceRecord.CallbackReturned back
                        && back.status().equals(NtStatus.STATUS_SUCCESS));
        fact(
                all,
                "violation.routineThrew",
                at -> isOf(at, Violation.RETURN_OUTSIDE_PERMITTED_SET)
                        && about(at) instanceof TraceRecord.IrpCompleted);
        fact(
                all,
                "violation.routineLong",
                at -> isOf(at, Violation.CALLBACK_OVER_DISPATCH_BUDGET)
                        && about(at) instanceof TraceRecord.IrpCompleted);
        fact(all, "violation.deregisteredTwice", at -> calls(at, WskFunction.WSK_DEREGISTER) >= 2);
        fact(
                all,
                "violation.releasedTooOften",
                at -> about(at) instanceof TraceRecord.FunctionCalled call
                        && call.function() == WskFunction.WSK_RELEASE_PROVIDER_NPI);
        fact(
                all,
                "violation.irpNotReady",
                at -> isOf(at, Violation.IRP_REUSED_WHILE_PENDING)
                        && !isAnsweredBefore(at)
                        && about(at) instanceof TraceRecord.FunctionCalled call
                        && at.before().sockets().stream()
                                .noneMatch(
                                        row -> row.irps().stream().anyMatch(pending -> pending.irp() == call.irp())));
        fact(
                all,
                "violation.addressesFreedTwice",
                at -> about(at) instanceof TraceRecord.FunctionCalled call
                        && call.function() == WskFunction.WSK_FREE_ADDRESS_INFO);
    }

    private static boolean pends(Scene at, WskFunction function) {
        return at.as(TraceRecord.IrpPended.class).function() == function;
    }

    /** The callback the sentence names is in progress. */
    private static boolean runs(Scene at) {
        return at.is().callbacks().stream().anyMatch(call -> call.entered() == SocketFacts.number(at, 0));
    }

    private static boolean isInside(Scene at, TraceRecord.WaitBegan wait) {
        RecordKind kind = at.log().kind(wait.within());
        return kind == RecordKind.CALLBACK_ENTERED || kind == RecordKind.IRP_COMPLETED;
    }

    private static boolean ends(Scene at, NtStatus status) {
        return at.as(TraceRecord.WaitEnded.class).status().equals(status);
    }

    private static boolean noted(Scene at, Violation violation) {
        return at.earlier()
                .anyMatch(before -> before instanceof TraceRecord.ViolationFound found
                        && found.violation() == violation
                        && found.about() == at.as(TraceRecord.WaitEnded.class).began());
    }

    private static TraceRecord.ViolationFound found(Scene at) {
        return at.as(TraceRecord.ViolationFound.class);
    }

    private static boolean isOf(Scene at, Violation violation) {
        return found(at).violation() == violation;
    }

    private static TraceRecord about(Scene at) {
        return at.log().read(found(at).about());
    }

    /** The call it is about had been answered: its IRP was pending. */
    private static boolean isAnsweredBefore(Scene at) {
        long call = found(at).about();
        return call >= 0
                && at.between(call, at.sequence())
                        .anyMatch(between ->
                                between instanceof TraceRecord.FunctionReturned answer && answer.called() == call);
    }

    private static long calls(Scene at, WskFunction function) {
        return at.earlier()
                .filter(before -> SocketFacts.call(before) == function)
                .count();
    }
}
