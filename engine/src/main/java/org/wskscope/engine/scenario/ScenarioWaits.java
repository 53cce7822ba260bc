package org.wskscope.engine.scenario;

import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogAwaits;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.wsk.SocketId;

/** The steps that wait until the log says something, and check what it says. Owned by the thread that plays. */
final class ScenarioWaits {
    private final ScenarioContext stage;
    private final ScenarioBindings cast;

    ScenarioWaits(ScenarioContext stage) {
        this.stage = stage;
        cast = stage.cast;
    }

    /** False when the step does not wait. */
    boolean perform(ScenarioStep step) {
        switch (step.verb()) {
            case ACCEPTED -> cast.nameSocket(step.text("as"), stage.recent().accepted(stage.socket(step, "from")));
            case ENTERED -> entered(step);
            case ACTED -> acted(step);
            case HELD -> stage.log.callbackDeferred(cast.call(step.text("call")).entered());
            case RETURNED -> returned(step);
            case ARRIVED -> arrived(step);
            case COMPLETED -> completed(step);
            case DISABLED -> stage.recent().callbackDisabled(stage.socket(step, "on"), step.event());
            case NOTED -> stage.recent().violationFound(stage.socket(step, "on"), step.violation());
            case STUCK -> stage.recent().deadlockFound(stage.socket(step, "on"));
            case TURNED_AWAY -> turnedAway(step);
            case INSPECTED -> inspected(step);
            case QUIET -> quiet(step);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void entered(ScenarioStep step) {
        SocketId socket = stage.socket(step, "on");
        long entered = stage.recent().callbackEntered(socket, step.callback());
        cast.nameCall(step.text("as"), new ScenarioBindings.Call(socket, entered));
        step.optional("amount").ifPresent(text -> same("the callback was given", stage.log.amount(entered), text));
        step.optional("socket")
                .ifPresent(name -> cast.nameSocket(name, stage.all().offered(entered)));
    }

    private void acted(ScenarioStep step) {
        ScenarioBindings.Call call = cast.call(step.text("call"));
        LogAwaits.Act act = new LogAwaits(stage.session, stage.log.after(cast.lastAct(call))).act(call.entered());
        StepExecutor.expect(act.answer(), step.text("answer"));
        cast.acted(call, act.sequence());
        step.optional("irp").ifPresent(name -> cast.nameIrp(name, act.irp()));
    }

    private void returned(ScenarioStep step) {
        long entered = cast.call(step.text("call")).entered();
        stage.log.callbackReturned(entered);
        step.optional("status")
                .map(ScenarioStep::parseStatus)
                .ifPresent(expected -> same("the callback returned", stage.log.returnedStatus(entered), expected));
    }

    private void arrived(ScenarioStep step) {
        SocketId socket = stage.socket(step, "on");
        int amount = step.number("amount", 1);
        LogAwaits recent = stage.awaits();
        switch (step.optional("what").orElse("bytes")) {
            case "FIN" -> recent.fin(socket);
            case "RST" -> recent.reset(socket);
            case "connection" -> recent.connection(socket);
            case "datagrams" -> recent.datagrams(socket, amount);
            default -> recent.bytes(socket, amount);
        }
    }

    private void completed(ScenarioStep step) {
        int irp = cast.irp(step.text("irp"));
        same("the IRP completed with", stage.log.irpCompleted(irp), step.status("status"));
        long completion = stage.log.irpCompletion(irp);
        step.optional("amount")
                .ifPresent(text ->
                        same("the IRP completed with Information", stage.all().information(irp), text));
        step.optional("after").ifPresent(name -> {
            if (stage.log.callbackReturned(cast.call(name).entered()) > completion) {
                throw new ScenarioFailedException("the IRP completed before the callback had returned");
            }
        });
        step.optional("as").ifPresent(name -> cast.nameSocket(name, stage.log.acceptedByIrp(irp)));
    }

    private void turnedAway(ScenarioStep step) {
        NtStatus end = PeerWait.ended(stage.session, cast.peer(step.text("peer")));
        if (!end.equals(NtStatus.STATUS_CONNECTION_REFUSED) && !end.equals(NtStatus.STATUS_CONNECTION_RESET)) {
            throw new ScenarioFailedException("the remote end was not turned away, it ended with " + end);
        }
    }

    private void inspected(ScenarioStep step) {
        long expected = stage.log.amount(cast.call(step.text("call")).entered());
        CommandOutcome answer = stage.ask(step, new EngineCommand.QueryInspectId(stage.socket(step, "socket")));
        same("the inspect id is", answer.message().arguments(), List.of(Long.toString(expected)));
    }

    private void quiet(ScenarioStep step) {
        stage.settle();
        LogWait since = step.optional("since")
                .map(name -> stage.log.after(cast.call(name).entered()))
                .orElseGet(stage::recent);
        if (since.callsEntered(stage.socket(step, "on"), step.callback(), stage.end()) > 0) {
            throw new ScenarioFailedException(step.callback().functionName() + " was called although it must not be");
        }
    }

    private static void same(String what, Object found, Object expected) {
        if (!found.toString().equals(expected.toString())) {
            throw new ScenarioFailedException(what + " " + found + " instead of " + expected);
        }
    }
}
