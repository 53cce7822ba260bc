package org.wskscope.engine.explained;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What must be so where a sentence about calls, their answers and their IRPs is told. */
final class RequestFacts {
    private RequestFacts() {}

    static void addTo(Map<String, Predicate<Scene>> all) {
        calls(all);
        refusals(all);
        laterRefusals(all);
        options(all);
        refusedOptions(all);
        completions(all);
        failures(all);
        WaitFacts.addTo(all);
    }

    private static void fact(Map<String, Predicate<Scene>> all, String key, Predicate<Scene> fact) {
        all.put("explain." + key, fact);
    }

    private static void calls(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "called",
                at -> at.argument(0)
                        .equals(at.as(TraceRecord.FunctionCalled.class)
                                .function()
                                .functionName()));
        fact(
                all,
                "called.enable",
                at -> !mask(at.as(TraceRecord.FunctionCalled.class)).isDisable());
        fact(
                all,
                "called.disable",
                at -> mask(at.as(TraceRecord.FunctionCalled.class)).isDisable());
        fact(all, "answered.success", at -> answer(at).status().isSuccess());
        fact(
                all,
                "answered.pending",
                at -> answer(at).status().equals(NtStatus.STATUS_PENDING)
                        && (at.socket().value() == 0
                                || at.between(call(at).head().sequence(), at.sequence())
                                        .anyMatch(between -> between instanceof TraceRecord.IrpPended pended
                                                && pended.irp() == answer(at).irp())));
        fact(all, "answered.failed", at -> !answer(at).status().isSuccess());
    }

    private static void refusals(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "answered.irpInUse",
                at -> isRefused(at)
                        && (at.socket().value() == 0
                                || at.before().sockets().stream()
                                        .anyMatch(row -> row.irps().stream()
                                                .anyMatch(pending -> pending.irp()
                                                        == answer(at).irp()))));
        fact(
                all,
                "answered.irpNotReady",
                at -> isRefused(at)
                        && at.before().sockets().stream()
                                .noneMatch(row -> row.irps().stream()
                                        .anyMatch(pending ->
                                                pending.irp() == answer(at).irp())));
        fact(
                all,
                "answered.staticTooLate",
                at -> call(at).function() == WskFunction.WSK_CONTROL_CLIENT
                        && !at.before().sockets().isEmpty());
        fact(all, "answered.noIrp", at -> isRefused(at) && call(at).irp() == 0);
        fact(all, "answered.unknownList", at -> isRefused(at) && has(at, Violation.LIST_RELEASED_TWICE));
        fact(all, "answered.unknownFlag", at -> isRefused(at) && (call(at).code() & unknownOf(at)) != 0);
        fact(all, "answered.reservedFlag", at -> isRefused(at) && call(at).code() != 0);
        fact(
                all,
                "answered.exclusiveFlags",
                at -> isRefused(at)
                        && call(at).code() == (ReceiveFlags.WSK_FLAG_WAITALL | ReceiveFlags.WSK_FLAG_DRAIN));
        fact(
                all,
                "answered.unknownControl",
                at -> answer(at).status().equals(NtStatus.STATUS_NOT_SUPPORTED)
                        && at.argument(2).equals(ControlCode.name(call(at).code())));
        fact(all, "answered.afterRelease", at -> isRefused(at) && has(at, Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }

    private static void laterRefusals(Map<String, Predicate<Scene>> all) {
        fact(all, "answered.notReady", at -> call(at).function() == WskFunction.WSK_CAPTURE_PROVIDER_NPI);
        fact(all, "answered.noInterface", at -> call(at).function() == WskFunction.WSK_CAPTURE_PROVIDER_NPI);
        fact(
                all,
                "answered.tooLong",
                at -> call(at).function() == WskFunction.WSK_CONNECT_EX && call(at).detail() > 65_535);
        fact(
                all,
                "answered.tooSmall",
                at -> call(at).function() == WskFunction.WSK_CONTROL_SOCKET
                        || call(at).function() == WskFunction.WSK_CONTROL_CLIENT);
        fact(all, "answered.sharing", at -> call(at).function() == WskFunction.WSK_BIND);
        fact(
                all,
                "answered.silent",
                at -> at.earlier()
                        .anyMatch(before -> before instanceof TraceRecord.FunctionCalled asked && isSilence(asked)));
        fact(
                all,
                "answered.silent.busy",
                at -> isSilence(call(at)) && !at.was().irps().isEmpty());
        fact(
                all,
                "answered.silent.loopback",
                at -> isSilence(call(at))
                        && Objects.requireNonNull(at.was().remote())
                                .getAddress()
                                .isLoopbackAddress());
        fact(
                all,
                "answered.invalidParameter",
                at -> isRefused(at)
                        && !has(at, Violation.IRP_REUSED_WHILE_PENDING)
                        && !has(at, Violation.LIST_RELEASED_TWICE)
                        && !has(at, Violation.USE_AFTER_CLOSE));
        fact(
                all,
                "answered.invalidState",
                at -> at.argument(2).equals(at.was().state().name()));
        fact(all, "answered.dead", at -> at.was().state() == SocketState.DEAD);
        fact(all, "answered.afterClose", at -> has(at, Violation.USE_AFTER_CLOSE));
        fact(
                all,
                "answered.addressInUse",
                at -> call(at).function() == WskFunction.WSK_BIND
                        || call(at).function() == WskFunction.WSK_SOCKET_CONNECT);
        fact(all, "answered.reset", at -> at.earlier().anyMatch(TraceRecord.ConnectionReset.class::isInstance));
    }

    private static void options(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "enable.done",
                at -> isOfExtension(call(at))
                        || (at.is().mask().bits() & mask(call(at)).bits())
                                        == mask(call(at)).bits()
                                && (at.is().waitingMask().bits()
                                                & mask(call(at)).bits())
                                        == 0);
        fact(
                all,
                "enable.defaults",
                at -> at.is().category() == SocketCategory.LISTEN
                        && mask(call(at)).bits() != WskEvent.WSK_EVENT_ACCEPT.bit());
        fact(
                all,
                "enable.draining",
                at -> (at.is().waitingMask().bits() & mask(call(at)).bits()) != 0);
        fact(all, "enable.withIrp", at -> has(at, Violation.IRP_ON_ENABLE));
        fact(all, "disable.done", at -> (at.is().mask().bits() & mask(call(at)).bits()) == 0);
        fact(
                all,
                "disable.alreadyOff",
                at -> at.is().mask().equals(at.was().mask())
                        && (at.is().mask().bits() & mask(call(at)).bits()) == 0);
        fact(all, "disable.pending", at -> isDraining(at) && call(at).irp() != 0);
        fact(all, "disable.eventPending", at -> isDraining(at) && call(at).irp() == 0);
    }

    private static void refusedOptions(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "disable.two",
                at -> isUnchanged(at) && Integer.bitCount(mask(call(at)).bits()) > 2);
        fact(all, "disable.inherited", at -> isUnchanged(at) && at.is().category() != SocketCategory.CONNECTION);
        fact(all, "option.static", at -> isUnchanged(at) && at.is().lockedMask().bits() != 0);
        fact(all, "option.badMask", RequestFacts::isUnchanged);
        fact(
                all,
                "option.tooEarly",
                at -> isUnchanged(at)
                        && (at.is().state() == SocketState.CREATED
                                || at.is().state() == SocketState.BOUND
                                || at.is().state() == SocketState.CONNECTING));
        fact(
                all,
                "option.tooLate",
                at -> isUnchanged(at) && !mask(call(at)).isDisable() && at.is().state() == SocketState.DISCONNECTED);
        fact(all, "option.notSupported", RequestFacts::isUnchanged);
    }

    private static void completions(Map<String, Predicate<Scene>> all) {
        fact(all, "irp.completed", at -> completion(at).status().equals(NtStatus.STATUS_SUCCESS));
        fact(
                all,
                "irp.completed.option",
                at -> mask(submission(at)).isDisable()
                        && (at.is().mask().bits() & mask(submission(at)).bits()) == 0);
        fact(all, "irp.completed.receive", at -> completion(at).information() > 0 && !hadPended(at));
        fact(all, "irp.completed.receive.pended", at -> completion(at).information() > 0 && hadPended(at));
        fact(
                all,
                "irp.completed.receive.zero",
                at -> submission(at).detail() == 0 && completion(at).information() == 0);
        fact(
                all,
                "irp.completed.receive.end",
                at -> submission(at).detail() > 0
                        && at.was().queued() == 0
                        && at.earlier().anyMatch(TraceRecord.InputFinished.class::isInstance));
        fact(
                all,
                "irp.completed.receive.drained",
                at -> (submission(at).code() & ReceiveFlags.WSK_FLAG_DRAIN) != 0
                        && at.earlier().anyMatch(TraceRecord.InputFinished.class::isInstance));
        fact(all, "irp.completed.receiveFrom", at -> completion(at).information() == SocketFacts.number(at, 0));
        fact(all, "irp.completed.accept", at -> at.is(lastAccepted(at)).mask().bits() == 0);
        fact(
                all,
                "irp.completed.accept.static",
                at -> at.argument(0).equals(at.is(lastAccepted(at)).mask().shortNames()));
        fact(all, "irp.completed.send", at -> completion(at).information() == SocketFacts.number(at, 0));
        fact(all, "irp.completed.disconnect", at -> (submission(at).detail() & DisconnectFlags.WSK_FLAG_ABORTIVE) == 0);
        fact(
                all,
                "irp.completed.disconnect.abortive",
                at -> (submission(at).detail() & DisconnectFlags.WSK_FLAG_ABORTIVE) != 0
                        && at.is().state() == SocketState.DISCONNECTED);
        fact(
                all,
                "irp.completed.close",
                at -> at.is().isClosed() && at.is().callbacks().isEmpty());
    }

    private static void failures(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "irp.completed.cancelled.client",
                at -> isCancelled(at)
                        && at.earlier()
                                .anyMatch(before -> before instanceof TraceRecord.IrpCancelRequested asked
                                        && asked.irp() == completion(at).irp()));
        fact(
                all,
                "irp.completed.cancelled.close",
                at -> isCancelled(at) && at.is().state() == SocketState.CLOSING);
        fact(
                all,
                "irp.completed.cancelled.disconnect",
                at -> isCancelled(at) && at.is().state() != SocketState.CLOSING);
        fact(all, "irp.completed.cancelled", RequestFacts::isCancelled);
        fact(all, "irp.completed.reset", at -> at.earlier().anyMatch(TraceRecord.ConnectionReset.class::isInstance));
        fact(all, "irp.completed.dead", at -> at.is().state() == SocketState.DEAD);
        fact(
                all,
                "irp.completed.addressInUse",
                at -> completion(at).status().equals(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS));
        fact(all, "irp.completed.failed", at -> !completion(at).status().isSuccess());
        fact(
                all,
                "irp.cancelRequested",
                at -> at.as(TraceRecord.IrpCancelRequested.class).function() != WskFunction.WSK_CLOSE_SOCKET);
        fact(
                all,
                "irp.cancelRequested.close",
                at -> at.later()
                        .filter(TraceRecord.IrpCompleted.class::isInstance)
                        .map(TraceRecord.IrpCompleted.class::cast)
                        .filter(end -> end.irp()
                                == at.as(TraceRecord.IrpCancelRequested.class).irp())
                        .allMatch(end -> end.status().equals(NtStatus.STATUS_SUCCESS)));
    }

    private static TraceRecord.FunctionReturned answer(Scene at) {
        return at.as(TraceRecord.FunctionReturned.class);
    }

    private static TraceRecord.FunctionCalled call(Scene at) {
        return (TraceRecord.FunctionCalled) at.log().read(answer(at).called());
    }

    private static EventMask mask(TraceRecord.FunctionCalled call) {
        return new EventMask((int) call.detail());
    }

    private static boolean isOfExtension(TraceRecord.FunctionCalled call) {
        int known = EventMask.of(WskEvent.values()).bits() | WskEvent.WSK_EVENT_DISABLE;
        return (mask(call).bits() & ~known) != 0;
    }

    private static boolean isRefused(Scene at) {
        return !answer(at).status().isSuccess();
    }

    private static int unknownOf(Scene at) {
        return call(at).function() == WskFunction.WSK_SEND ? ~0x2 : ~0x6;
    }

    private static boolean has(Scene at, Violation violation) {
        return at.between(answer(at).called(), at.sequence())
                .anyMatch(between -> between instanceof TraceRecord.ViolationFound found
                        && found.violation() == violation
                        && found.about() == answer(at).called());
    }

    private static boolean isSilence(TraceRecord.FunctionCalled call) {
        return call.code() == ControlCode.SIO_WSK_SET_TCP_SILENT_MODE;
    }

    private static boolean isDraining(Scene at) {
        return (at.is().waitingMask().bits() & mask(call(at)).bits()) != 0;
    }

    private static boolean isUnchanged(Scene at) {
        return isRefused(at)
                && at.between(answer(at).called(), at.sequence())
                        .noneMatch(between -> between instanceof TraceRecord.CallbackEnabled
                                || between instanceof TraceRecord.CallbackDisabled
                                || between instanceof TraceRecord.CallbackDisableRequested);
    }

    private static TraceRecord.IrpCompleted completion(Scene at) {
        return at.as(TraceRecord.IrpCompleted.class);
    }

    private static TraceRecord.FunctionCalled submission(Scene at) {
        return at.earlier()
                .filter(TraceRecord.FunctionCalled.class::isInstance)
                .map(TraceRecord.FunctionCalled.class::cast)
                .filter(call -> call.irp() == completion(at).irp())
                .findFirst()
                .orElseThrow();
    }

    private static boolean hadPended(Scene at) {
        return at.earlier()
                .anyMatch(before -> before instanceof TraceRecord.IrpPended pended
                        && pended.irp() == completion(at).irp());
    }

    private static boolean isCancelled(Scene at) {
        return completion(at).status().equals(NtStatus.STATUS_CANCELLED);
    }

    private static org.wskscope.engine.wsk.SocketId lastAccepted(Scene at) {
        return at.earlier()
                .filter(TraceRecord.SocketAccepted.class::isInstance)
                .map(TraceRecord.SocketAccepted.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow()
                .accepted();
    }
}
