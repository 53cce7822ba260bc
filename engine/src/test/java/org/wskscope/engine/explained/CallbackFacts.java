package org.wskscope.engine.explained;

import java.util.Map;
import java.util.function.Predicate;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What must be so where a sentence about callbacks is told. */
final class CallbackFacts {
    private CallbackFacts() {}

    static void addTo(Map<String, Predicate<Scene>> all) {
        entries(all);
        deaths(all);
        receives(all);
        datagrams(all);
        others(all);
        unexpected(all);
        lists(all);
    }

    private static void fact(Map<String, Predicate<Scene>> all, String key, Predicate<Scene> fact) {
        all.put("explain." + key, fact);
    }

    private static void entries(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "entered.accept",
                at -> runs(at, WskCallback.ACCEPT)
                        && at.is(entered(at).subject()).state() == SocketState.CONNECTED
                        && at.is(entered(at).subject()).mask().bits() == 0);
        fact(
                all,
                "entered.inspect",
                at -> runs(at, WskCallback.INSPECT)
                        && at.is().inspections().stream()
                                .anyMatch(request -> request.serialNumber() == SocketFacts.number(at, 0)));
        fact(all, "entered.abort", at -> runs(at, WskCallback.ABORT));
        fact(
                all,
                "entered.receive",
                at -> runs(at, WskCallback.RECEIVE)
                        && at.is().callbacks().stream()
                                        .filter(call -> call.callback() == WskCallback.RECEIVE)
                                        .count()
                                == 1
                        && at.is().queued() >= SocketFacts.number(at, 0));
        fact(all, "entered.receiveFrom", at -> runs(at, WskCallback.RECEIVE_FROM));
        fact(
                all,
                "entered.disconnect.graceful",
                at -> runs(at, WskCallback.DISCONNECT)
                        && at.was().queued() == 0
                        && at.earlier().anyMatch(TraceRecord.InputFinished.class::isInstance));
        fact(
                all,
                "entered.disconnect.eager",
                at -> runs(at, WskCallback.DISCONNECT)
                        && at.was().queued() == SocketFacts.number(at, 0)
                        && at.was().queued() > 0);
        fact(
                all,
                "entered.disconnect.abortive",
                at -> runs(at, WskCallback.DISCONNECT)
                        && at.earlier().anyMatch(TraceRecord.ConnectionReset.class::isInstance));
        fact(all, "entered.sendBacklog", at -> runs(at, WskCallback.SEND_BACKLOG));
        fact(
                all,
                "entered.client",
                at -> at.socket().value() == 0 && entered(at).callback() == WskCallback.CLIENT);
        fact(all, "entered.extension", at -> entered(at).callback() == WskCallback.EXTENSION);
        fact(
                all,
                "callback.deferred",
                at -> at.is().callbacks().stream()
                        .anyMatch(call -> call.deferred()
                                && call.entered()
                                        == at.as(TraceRecord.CallbackDeferred.class)
                                                .entered()));
    }

    private static void deaths(Map<String, Predicate<Scene>> all) {
        for (String kind : new String[] {"accept", "inspect", "receive", "receiveFrom"}) {
            fact(
                    all,
                    "entered." + kind + ".dead",
                    at -> at.is().state() == SocketState.DEAD
                            && at.later()
                                    .noneMatch(later -> later instanceof TraceRecord.CallbackEntered again
                                            && again.callback() == entered(at).callback()));
        }
        fact(
                all,
                "returned.dead",
                at -> at.earlier()
                        .anyMatch(before -> before instanceof TraceRecord.SocketStateChanged change
                                && change.to() == SocketState.DEAD));
    }

    private static void receives(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "returned.receive.success",
                at -> status(at, NtStatus.STATUS_SUCCESS)
                        && returned(at).bytesAccepted() == call(at).amount()
                        && !at.led(RecordKind.GATE_CHANGED));
        fact(
                all,
                "returned.receive.partial",
                at -> status(at, NtStatus.STATUS_SUCCESS) && isLess(at) && (isPaused(at) || isBroken(at)));
        fact(
                all,
                "returned.receive.resumed",
                at -> isLess(at)
                        && !at.led(RecordKind.GATE_CHANGED)
                        && at.between(returned(at).entered(), at.sequence())
                                .anyMatch(before -> before instanceof TraceRecord.FunctionCalled call
                                        && call.function() == WskFunction.WSK_RECEIVE));
        fact(
                all,
                "returned.receive.tooMuch",
                at -> at.led(RecordKind.VIOLATION_FOUND) && returned(at).bytesAccepted() <= call(at).amount());
        fact(
                all,
                "returned.receive.pending",
                at -> status(at, NtStatus.STATUS_PENDING) && at.led(RecordKind.LIST_RETAINED));
        fact(
                all,
                "returned.receive.notAccepted",
                at -> status(at, NtStatus.STATUS_DATA_NOT_ACCEPTED) && (isPaused(at) || isBroken(at)));
    }

    private static void datagrams(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "returned.receiveFrom.success",
                at -> status(at, NtStatus.STATUS_SUCCESS)
                        && !at.led(RecordKind.DATAGRAM_DROPPED)
                        && !at.led(RecordKind.INDICATION_BUFFERED));
        fact(all, "returned.receiveFrom.pending", at -> status(at, NtStatus.STATUS_PENDING));
        fact(
                all,
                "returned.receiveFrom.notAccepted",
                at -> status(at, NtStatus.STATUS_DATA_NOT_ACCEPTED)
                        && !at.led(RecordKind.DATAGRAM_DROPPED)
                        && !at.was().lockedMask().contains(WskEvent.WSK_EVENT_RECEIVE_FROM));
        fact(
                all,
                "returned.receiveFrom.static",
                at -> status(at, NtStatus.STATUS_DATA_NOT_ACCEPTED)
                        && at.led(RecordKind.DATAGRAM_DROPPED)
                        && at.earlier()
                                .anyMatch(before -> before instanceof TraceRecord.CallbackEnabled on
                                        && on.origin() == EnableOrigin.STATIC));
    }

    private static void others(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "returned.accept.success",
                at -> status(at, NtStatus.STATUS_SUCCESS) && call(at).subject().value() != 0);
        fact(
                all,
                "returned.accept.rejected",
                at -> status(at, NtStatus.STATUS_REQUEST_NOT_ACCEPTED)
                        && call(at).subject().value() != 0);
        fact(
                all,
                "returned.inspect.accept",
                at -> returned(at).action().orElseThrow() == InspectAction.WskInspectAccept);
        fact(
                all,
                "returned.inspect.reject",
                at -> returned(at).action().orElseThrow() == InspectAction.WskInspectReject
                        && at.later()
                                .noneMatch(later -> later instanceof TraceRecord.CallbackEntered next
                                        && next.callback() == WskCallback.ABORT
                                        && next.amount() == call(at).amount()));
        fact(all, "returned.inspect.pend", at -> returned(at).action().orElseThrow() == InspectAction.WskInspectPend);
        fact(all, "returned.abort", at -> status(at, NtStatus.STATUS_SUCCESS));
        fact(
                all,
                "returned.disconnect",
                at -> status(at, NtStatus.STATUS_SUCCESS) && at.is().state() != SocketState.CLOSED);
        fact(all, "returned.sendBacklog", at -> status(at, NtStatus.STATUS_SUCCESS));
        fact(
                all,
                "returned.client",
                at -> status(at, NtStatus.STATUS_NOT_IMPLEMENTED) || status(at, NtStatus.STATUS_SUCCESS));
        fact(all, "returned.extension", at -> returned(at).callback() == WskCallback.EXTENSION);
    }

    private static void unexpected(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "returned.unexpected.consumed",
                at -> at.led(RecordKind.VIOLATION_FOUND)
                        && at.is().queued() <= at.was().queued()
                        && !at.led(RecordKind.LIST_RETAINED)
                        && !at.led(RecordKind.GATE_CHANGED));
        fact(all, "returned.unexpected.rejected", at -> at.led(RecordKind.VIOLATION_FOUND));
        fact(
                all,
                "returned.unexpected.ignored",
                at -> at.later()
                        .anyMatch(later -> later instanceof TraceRecord.ViolationFound found
                                && found.about() == returned(at).entered()));
    }

    private static void lists(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "list.retained",
                at -> at.is().retained() == SocketFacts.number(at, 1)
                        && call(at, at.as(TraceRecord.ListRetained.class).entered())
                                        .callback()
                                == WskCallback.RECEIVE);
        fact(
                all,
                "list.retained.datagrams",
                at -> call(at, at.as(TraceRecord.ListRetained.class).entered()).callback() == WskCallback.RECEIVE_FROM);
        fact(
                all,
                "list.released",
                at -> SocketFacts.number(at, 1)
                        == at.as(TraceRecord.ListReleased.class).retained());
    }

    private static TraceRecord.CallbackEntered entered(Scene at) {
        return at.as(TraceRecord.CallbackEntered.class);
    }

    private static boolean runs(Scene at, WskCallback callback) {
        return entered(at).callback() == callback
                && at.is().callbacks().stream().anyMatch(call -> call.entered() == at.sequence());
    }

    private static TraceRecord.CallbackReturned returned(Scene at) {
        return at.as(TraceRecord.CallbackReturned.class);
    }

    private static TraceRecord.CallbackEntered call(Scene at) {
        return call(at, returned(at).entered());
    }

    private static TraceRecord.CallbackEntered call(Scene at, long entered) {
        return (TraceRecord.CallbackEntered) at.log().read(entered);
    }

    private static boolean status(Scene at, NtStatus status) {
        return returned(at).status().equals(status);
    }

    private static boolean isLess(Scene at) {
        return !status(at, NtStatus.STATUS_SUCCESS) || returned(at).bytesAccepted() < call(at).amount();
    }

    /** Indications pause, or were paused before: no callback comes before a WskReceive. */
    private static boolean isPaused(Scene at) {
        return (at.led(RecordKind.GATE_CHANGED) || !at.was().gateOpen())
                && at.later()
                        .takeWhile(later -> SocketFacts.call(later) != WskFunction.WSK_RECEIVE
                                && !(later instanceof TraceRecord.IrpCompleted)
                                && !(later instanceof TraceRecord.IrpCancelRequested)
                                && !(later instanceof TraceRecord.SocketStateChanged))
                        .noneMatch(later -> later instanceof TraceRecord.CallbackEntered next
                                && next.callback() == WskCallback.RECEIVE);
    }

    /** The connection broke while the callback ran: what was left is gone, and nothing is indicated any more. */
    private static boolean isBroken(Scene at) {
        return !at.led(RecordKind.INDICATION_BUFFERED)
                && at.later()
                        .noneMatch(later -> later instanceof TraceRecord.CallbackEntered next
                                && next.callback() == WskCallback.RECEIVE
                                && next.amount() > 0);
    }
}
