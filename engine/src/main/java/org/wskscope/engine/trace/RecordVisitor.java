package org.wskscope.engine.trace;

/**
 * One method for each kind of record and no defaults: a new kind breaks the build wherever it must be thought about. Implemented as {@link TraceRecord.Visitor}.
 */
public interface RecordVisitor<R> {
    R visit(TraceRecord.ClientRegistered record);

    R visit(TraceRecord.ClientDeregistered record);

    R visit(TraceRecord.SocketCreated record);

    R visit(TraceRecord.SocketBound record);

    R visit(TraceRecord.SocketConnected record);

    R visit(TraceRecord.SocketAccepted record);

    R visit(TraceRecord.SocketStateChanged record);

    R visit(TraceRecord.SocketClosed record);

    R visit(TraceRecord.ConnectionArrived record);

    R visit(TraceRecord.BytesArrived record);

    R visit(TraceRecord.DatagramArrived record);

    R visit(TraceRecord.DatagramDropped record);

    R visit(TraceRecord.BytesSent record);

    R visit(TraceRecord.InputFinished record);

    R visit(TraceRecord.ConnectionReset record);

    R visit(TraceRecord.IndicationBuffered record);

    R visit(TraceRecord.CallbackEnabled record);

    R visit(TraceRecord.CallbackDisableRequested record);

    R visit(TraceRecord.CallbackDisabled record);

    R visit(TraceRecord.CallbackEntered record);

    R visit(TraceRecord.CallbackDeferred record);

    R visit(TraceRecord.CallbackReturned record);

    R visit(TraceRecord.FunctionCalled record);

    R visit(TraceRecord.FunctionReturned record);

    R visit(TraceRecord.IrpPended record);

    R visit(TraceRecord.IrpCancelRequested record);

    R visit(TraceRecord.IrpCompleted record);

    R visit(TraceRecord.ListRetained record);

    R visit(TraceRecord.ListReleased record);

    R visit(TraceRecord.GateChanged record);

    R visit(TraceRecord.BacklogChanged record);

    R visit(TraceRecord.ViolationFound record);

    R visit(TraceRecord.CommandIssued record);

    R visit(TraceRecord.CommandSettled record);

    R visit(TraceRecord.LogSealed record);

    R visit(TraceRecord.ConditionalAcceptChanged record);

    R visit(TraceRecord.ConnectionRequested record);

    R visit(TraceRecord.InspectionEnded record);

    R visit(TraceRecord.ConnectionRefused record);

    R visit(TraceRecord.WaitBegan record);

    R visit(TraceRecord.WaitEnded record);

    R visit(TraceRecord.DeadlockFound record);

    R visit(TraceRecord.ChoicesSet record);

    R visit(TraceRecord.BehaviourSet record);

    R visit(TraceRecord.PeerStarted record);

    R visit(TraceRecord.PeerBound record);

    R visit(TraceRecord.PeerChanged record);

    R visit(TraceRecord.ChoiceTaken record);
}
