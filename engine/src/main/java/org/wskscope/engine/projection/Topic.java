package org.wskscope.engine.projection;

import java.util.List;

/** What there is to explain: a message key and the rules behind it. */
enum Topic {
    CLIENT_REGISTERED("client.registered", "API-REG-01"),
    CLIENT_DEREGISTERED("client.deregistered", "API-REG-10", "API-REG-03"),
    CREATED("socket.created", "API-OBJ-01", "EVT-GEN-06"),
    CREATED_BASIC("socket.created.basic", "API-OBJ-04", "EVT-GEN-05"),
    BOUND("socket.bound", "API-SCK-06", "API-SCK-14"),
    BOUND_LISTENER("socket.bound.listener", "API-SCK-03", "API-SCK-14"),
    BOUND_DATAGRAM("socket.bound.datagram", "API-SCK-08", "API-SCK-12"),
    CONNECTED("socket.connected", "API-SCK-07", "CTL-ECB-04"),
    ACCEPTED_EVENT("socket.accepted.event", "EVT-ACC-01", "CTL-INH-02"),
    ACCEPTED_IRP("socket.accepted.irp", "EVT-ACC-03", "CTL-INH-03"),
    STATE("state.changed", "API-SCK-17"),
    STATE_LOCAL_HALF("state.halfClosedLocal", "API-DSC-03", "EVT-RCV-23"),
    STATE_REMOTE_HALF("state.halfClosedRemote", "EVT-DIS-04", "EVT-DIS-07"),
    STATE_DEAD("state.dead", "API-SCK-13", "EVT-GEN-10"),
    STATE_CLOSING("state.closing", "API-CLO-04", "API-CLO-08", "API-CLO-02"),
    CLOSED("socket.closed", "API-CLO-07", "API-OBJ-09"),

    CONNECTION_ARRIVED("arrived.connection", "EVT-ACC-03", "EVT-ACC-15"),
    BYTES_ARRIVED("arrived.bytes", "EVT-RCV-03", "EVT-RCV-22"),
    DATAGRAM_ARRIVED("arrived.datagram", "EVT-RFR-10", "EVT-RFR-01"),
    DATAGRAM_DROPPED("datagram.dropped", "EVT-RFR-14", "EVT-RFR-09", "EVT-RFR-13"),
    DROPPED_FULL("datagram.dropped.full", "EVT-RFR-14", "C-13"),
    DROPPED_OTHER_SENDER("datagram.dropped.sender", "EVT-RFR-13"),
    DROPPED_REFUSED("datagram.dropped.refused", "EVT-RFR-09", "C-14"),
    BYTES_SENT("bytes.sent", "API-SND-01"),
    INPUT_FINISHED("input.finished", "EVT-DIS-07", "EVT-DIS-08", "API-RCV-01"),
    CONNECTION_RESET("connection.reset", "EVT-DIS-05", "EVT-DIS-09", "EVT-RCV-24"),
    BUFFERED_DISABLED("buffered.eventDisabled", "EVT-GEN-07", "EVT-GEN-15"),
    BUFFERED_IN_FLIGHT("buffered.callbackInFlight", "EVT-RCV-13", "THR-12", "EVT-ACC-18", "EVT-RFR-15"),
    BUFFERED_PAUSED("buffered.paused", "EVT-RCV-09", "EVT-RCV-06"),
    BUFFERED_ACCEPT("buffered.acceptInProgress", "EVT-ACC-14"),
    BUFFERED_NOT_TAKEN("buffered.notTaken", "EVT-RCV-06", "EVT-RCV-09"),
    BACKLOG("backlog.changed", "EVT-BKL-01", "EVT-BKL-05", "EVT-BKL-06"),

    ENABLED_OPTION("enabled.option", "CTL-ECB-01", "CTL-ECB-13", "CTL-ECB-23"),
    ENABLED_STATIC("enabled.static", "CTL-STC-01", "CTL-STC-04"),
    ENABLED_INHERITED("enabled.inherited", "CTL-INH-01", "CTL-INH-02", "CTL-INH-08"),
    DISABLE_WITH_IRP("disable.withIrp", "CTL-ECB-09", "CTL-ECB-21"),
    DISABLE_WITHOUT_IRP("disable.withoutIrp", "CTL-ECB-10", "CTL-ECB-21", "CTL-ECB-18"),
    DISABLED("disabled.option", "CTL-ECB-28", "CTL-ECB-24"),
    DISABLED_NOT_ACCEPTED("disabled.dataNotAccepted", "EVT-RFR-06", "EVT-RFR-07"),

    ENTERED_ACCEPT("entered.accept", "EVT-ACC-01", "EVT-ACC-12"),
    ENTERED_ACCEPT_DEAD("entered.accept.dead", "EVT-ACC-07", "EVT-ACC-08"),
    ENTERED_INSPECT("entered.inspect", "EVT-INS-01", "EVT-INS-05"),
    ENTERED_ABORT("entered.abort", "EVT-ABT-01", "EVT-ABT-02"),
    ENTERED_RECEIVE("entered.receive", "EVT-RCV-01", "EVT-RCV-13"),
    ENTERED_RECEIVE_DEAD("entered.receive.dead", "EVT-RCV-17", "EVT-GEN-11"),
    ENTERED_RECEIVE_FROM("entered.receiveFrom", "EVT-RFR-01", "EVT-RFR-02"),
    ENTERED_RECEIVE_FROM_DEAD("entered.receiveFrom.dead", "EVT-RFR-11", "EVT-GEN-11"),
    ENTERED_DISCONNECT("entered.disconnect.graceful", "EVT-DIS-03", "EVT-DIS-04", "EVT-DIS-02"),
    ENTERED_DISCONNECT_ABORTIVE("entered.disconnect.abortive", "EVT-DIS-03", "EVT-DIS-05", "EVT-DIS-02"),
    ENTERED_BACKLOG("entered.sendBacklog", "EVT-BKL-01", "EVT-BKL-02"),
    ENTERED_CLIENT("entered.client", "EVT-CLI-01", "EVT-CLI-02"),
    ENTERED_EXTENSION("entered.extension", "EVT-GEN-14", "CTL-ECB-12"),
    DEFERRED("callback.deferred", "C-40", "EVT-GEN-08"),

    RETURNED_RECEIVE("returned.receive.success", "EVT-RCV-05"),
    RETURNED_RECEIVE_PARTIAL("returned.receive.partial", "EVT-RCV-06", "C-43"),
    RETURNED_RECEIVE_PENDING("returned.receive.pending", "EVT-RCV-08", "API-REL-01"),
    RETURNED_RECEIVE_NOT_ACCEPTED("returned.receive.notAccepted", "EVT-RCV-09", "EVT-RCV-10"),
    RETURNED_RECEIVE_DEAD("returned.receive.dead", "EVT-RCV-17"),
    RETURNED_RECEIVE_FROM("returned.receiveFrom.success", "EVT-RFR-04"),
    RETURNED_RECEIVE_FROM_PENDING("returned.receiveFrom.pending", "EVT-RFR-05", "API-REL-01"),
    RETURNED_RECEIVE_FROM_NOT_ACCEPTED("returned.receiveFrom.notAccepted", "EVT-RFR-06", "EVT-RFR-08"),
    RETURNED_ACCEPT("returned.accept.success", "EVT-ACC-05", "EVT-ACC-14"),
    RETURNED_ACCEPT_REJECTED("returned.accept.rejected", "EVT-ACC-06"),
    RETURNED_ABORT("returned.abort", "EVT-ABT-04"),
    RETURNED_DISCONNECT("returned.disconnect", "EVT-DIS-06", "EVT-DIS-13"),
    RETURNED_BACKLOG("returned.sendBacklog", "EVT-BKL-03"),
    RETURNED_CLIENT("returned.client", "EVT-CLI-04"),
    RETURNED_EXTENSION("returned.extension", "EVT-GEN-14"),
    RETURNED_UNEXPECTED("returned.unexpected", "EVT-GEN-12", "C-23"),
    RETAINED("list.retained", "EVT-RCV-08", "API-REL-02", "API-REL-07"),
    RETAINED_DATAGRAMS("list.retained.datagrams", "EVT-RFR-05", "API-REL-02", "API-REL-07"),
    RELEASED("list.released", "API-REL-01", "API-REL-05"),
    GATE_SHUT("gate.shut", "EVT-RCV-09", "EVT-RCV-06"),
    GATE_OPEN("gate.open", "EVT-RCV-10", "EVT-RCV-11", "EVT-RCV-12"),

    CALLED("called"),
    CALLED_ENABLE("called.enable", "CTL-ECB-13", "CTL-ECB-06"),
    CALLED_DISABLE("called.disable", "CTL-ECB-14", "CTL-ECB-07"),
    ANSWERED("answered.success", "API-IRP-01"),
    ANSWERED_PENDING("answered.pending", "API-IRP-02"),
    ANSWERED_FAILED("answered.failed", "API-IRP-01"),
    ANSWERED_INVALID_PARAMETER("answered.invalidParameter", "C-33"),
    ANSWERED_INVALID_STATE("answered.invalidState", "API-SCK-17"),
    ANSWERED_DEAD("answered.dead", "API-SCK-13"),
    ANSWERED_AFTER_CLOSE("answered.afterClose", "API-CLO-04", "C-05"),
    ANSWERED_IN_USE("answered.addressInUse", "API-SCK-14"),
    ANSWERED_RESET("answered.reset", "C-02", "EVT-DIS-05"),
    ENABLE_DONE("enable.done", "CTL-ECB-13", "CTL-ECB-06", "CTL-ECB-23"),
    ENABLE_WITH_IRP("enable.withIrp", "CTL-ECB-25", "CTL-ECB-06"),
    DISABLE_DONE("disable.done", "CTL-ECB-08"),
    DISABLE_PENDING("disable.pending", "CTL-ECB-09", "CTL-ECB-21"),
    DISABLE_EVENT_PENDING("disable.eventPending", "CTL-ECB-10", "CTL-ECB-18"),
    DISABLE_TWO("disable.two", "CTL-ECB-20", "CTL-ECB-14"),
    DISABLE_INHERITED("disable.inherited", "CTL-INH-04", "CTL-INH-05"),
    OPTION_STATIC("option.static", "CTL-STC-04"),
    OPTION_BAD_MASK("option.badMask", "CTL-ECB-19", "CTL-ECB-05"),
    OPTION_TOO_EARLY("option.tooEarly", "CTL-ECB-03", "CTL-ECB-04"),
    OPTION_NOT_SUPPORTED("option.notSupported", "CTL-ECB-02", "CTL-ECB-11"),

    PENDED("irp.pended", "API-IRP-02", "API-IRP-09"),
    CANCEL_REQUESTED("irp.cancelRequested", "API-IRP-11"),
    COMPLETED("irp.completed", "API-IRP-01"),
    COMPLETED_OPTION("irp.completed.option", "CTL-ECB-09", "CTL-ECB-08", "CTL-ECB-28"),
    COMPLETED_RECEIVE("irp.completed.receive", "EVT-RCV-03", "EVT-RCV-10"),
    COMPLETED_RECEIVE_NOTHING("irp.completed.receive.nothing", "API-RCV-01", "EVT-RCV-11"),
    COMPLETED_RECEIVE_FROM("irp.completed.receiveFrom", "EVT-RFR-10"),
    COMPLETED_ACCEPT("irp.completed.accept", "EVT-ACC-03", "CTL-INH-03"),
    COMPLETED_SEND("irp.completed.send", "API-SND-01"),
    COMPLETED_DISCONNECT("irp.completed.disconnect", "API-DSC-01"),
    COMPLETED_CLOSE("irp.completed.close", "API-CLO-07", "API-CLO-10"),
    COMPLETED_CANCELLED("irp.completed.cancelled", "API-IRP-11", "API-CLO-01"),
    COMPLETED_RESET("irp.completed.reset", "C-02", "EVT-DIS-05"),
    COMPLETED_DEAD("irp.completed.dead", "API-SCK-13"),
    COMPLETED_FAILED("irp.completed.failed", "API-IRP-01"),

    CONDITIONAL_ON("conditional.on", "EVT-INS-02", "EVT-INS-03", "EVT-INS-04"),
    CONDITIONAL_OFF("conditional.off", "EVT-INS-02", "EVT-INS-03"),
    REQUESTED("requested", "EVT-INS-01", "EVT-INS-18"),
    INSPECTION_ACCEPTED("inspection.accepted", "EVT-INS-06", "EVT-INS-17"),
    INSPECTION_REJECTED("inspection.rejected", "EVT-INS-07", "EVT-INS-08", "EVT-INS-17"),
    INSPECTION_ABORTED("inspection.aborted", "EVT-ABT-02", "EVT-ABT-05", "EVT-INS-17"),
    REFUSED("refused", "EVT-ACC-15", "C-10"),
    ENTERED_INSPECT_DEAD("entered.inspect.dead", "EVT-INS-11", "EVT-GEN-11"),
    RETURNED_INSPECT_ACCEPT("returned.inspect.accept", "EVT-INS-06"),
    RETURNED_INSPECT_REJECT("returned.inspect.reject", "EVT-INS-07", "EVT-INS-08"),
    RETURNED_INSPECT_PEND("returned.inspect.pend", "EVT-INS-09", "EVT-INS-10"),

    COMMAND_ISSUED("command.issued"),
    COMMAND_DONE("command.done"),
    COMMAND_REFUSED("command.refused"),
    SEALED_CLOSED("log.closed"),
    SEALED_LIMIT("log.limitReached"),

    BLOCKED_CLOSE_CALLBACK("blocked.close.callback", "API-CLO-02"),
    BLOCKED_CLOSE_ROUTINE("blocked.close.routine", "API-CLO-07", "API-CLO-10"),
    BLOCKED_CLOSE_ENDPOINT("blocked.close.endpoint", "API-CLO-07"),
    BLOCKED_DISABLE("blocked.disable", "CTL-ECB-09"),
    BLOCKED_SOCKET("blocked.deregister.socket", "API-REG-10"),
    BLOCKED_CAPTURE("blocked.deregister.capture", "API-REG-08", "API-REG-10"),
    BLOCKED_CALL("blocked.deregister.call", "API-REG-10"),
    BLOCKED_PROVIDER("blocked.capture.provider", "API-REG-05"),
    BUFFER_CHANGED("violation.bufferChanged", "API-IRP-09"),
    WAIT_OUTSIDE("wait.outside", "THR-01"),
    WAIT_INSIDE("wait.inside", "THR-01", "THR-03", "THR-14", "C-32"),
    WAIT_OVER("wait.over"),
    WAIT_TIMED_OUT("wait.timedOut"),
    WAIT_BROKEN("wait.broken", "THR-01"),
    WAIT_REFUSED("wait.refused", "THR-01", "THR-14", "C-32"),
    DEADLOCK("deadlock", "THR-13", "C-32");

    static final String PREFIX = "explain.";

    private final String key;
    private final List<String> ruleIds;

    Topic(String key, String... ruleIds) {
        this.key = PREFIX + key;
        this.ruleIds = List.of(ruleIds);
    }

    String key() {
        return key;
    }

    List<String> ruleIds() {
        return ruleIds;
    }

    Explanation with(Object... arguments) {
        return new Explanation(key, List.of(arguments), ruleIds);
    }
}
