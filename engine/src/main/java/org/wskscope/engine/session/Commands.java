package org.wskscope.engine.session;

/** Carries each command to who can do it. Any thread but a processor. */
final class Commands implements EngineCommand.Visitor<CommandOutcome> {
    private final DemoClients clients;
    private final SocketCommands sockets;
    private final BehaviourCommands behaviours;
    private final InspectCommands inspections;
    private final PeerRegistry peers;

    Commands(
            DemoClients clients,
            SocketCommands sockets,
            InspectCommands inspections,
            BehaviourCommands behaviours,
            PeerRegistry peers) {
        this.clients = clients;
        this.sockets = sockets;
        this.inspections = inspections;
        this.behaviours = behaviours;
        this.peers = peers;
    }

    @Override
    public CommandOutcome visit(EngineCommand.CreateSocket command) {
        return sockets.create(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.Bind command) {
        if (command.confirmed()) {
            behaviours.permitEveryInterface(command.socket());
        }
        return sockets.bind(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.Listen command) {
        return sockets.listen(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.Connect command) {
        return sockets.connect(command.socket(), command.remote());
    }

    @Override
    public CommandOutcome visit(EngineCommand.Accept command) {
        return sockets.accept(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.Send command) {
        return sockets.send(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.Receive command) {
        return sockets.receive(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.Disconnect command) {
        return sockets.disconnect(command.socket(), command.abortive());
    }

    @Override
    public CommandOutcome visit(EngineCommand.ReleaseRetained command) {
        return sockets.releaseRetained(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.CloseSocket command) {
        return sockets.close(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetEventCallback command) {
        return sockets.setEventCallback(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetStaticEventCallbacks command) {
        return sockets.setStaticEvents(command.mask(), command.client());
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetConditionalAccept command) {
        return inspections.setConditional(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.InspectComplete command) {
        return inspections.complete(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.AnswerInspect command) {
        return inspections.answer(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.QueryInspectId command) {
        return inspections.query(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.CancelIrp command) {
        return behaviours.cancel(command.irp());
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetBehaviour command) {
        return behaviours.set(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.ReturnHeld command) {
        return behaviours.returnHeld(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetIdealBacklog command) {
        return behaviours.setIdealBacklog(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.StartPeer command) {
        return peers.start(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.StopPeer command) {
        return peers.stop(command.peer());
    }

    @Override
    public CommandOutcome visit(EngineCommand.SendFromPeer command) {
        return peers.send(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.SocketConnect command) {
        return sockets.socketConnect(command.remote());
    }

    @Override
    public CommandOutcome visit(EngineCommand.QueryBacklog command) {
        return sockets.queryBacklog(command.socket(), command.send());
    }

    @Override
    public CommandOutcome visit(EngineCommand.ReleaseList command) {
        return sockets.releaseList(command);
    }

    @Override
    public CommandOutcome visit(EngineCommand.UseAfterClose command) {
        return sockets.useAfterClose(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.FailTransport command) {
        return behaviours.failTransport(command.socket());
    }

    @Override
    public CommandOutcome visit(EngineCommand.RegisterClient command) {
        return clients.add(command.client());
    }

    @Override
    public CommandOutcome visit(EngineCommand.DeregisterClient command) {
        return clients.remove(command.client());
    }

    @Override
    public CommandOutcome visit(EngineCommand.FinishPeer command) {
        return peers.finish(command.peer());
    }

    @Override
    public CommandOutcome visit(EngineCommand.ResetPeer command) {
        return peers.reset(command.peer());
    }

    @Override
    public CommandOutcome visit(EngineCommand.SetFaithfulWaits command) {
        return behaviours.setFaithfulWaits(command.faithful());
    }

    @Override
    public CommandOutcome visit(EngineCommand.BreakWaits command) {
        return behaviours.breakWaits();
    }
}
