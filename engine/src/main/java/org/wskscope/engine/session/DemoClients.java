package org.wskscope.engine.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** The registrations of a session's demonstration clients; all share the callbacks of one {@link ScriptedClient}. Any thread that may wait. */
final class DemoClients {
    static final int MAX_CLIENTS = 16;

    private final Wsk wsk;
    private final ScriptedClient client;
    private final ClientSockets sockets;
    private final Map<String, Registered> registered = new ConcurrentHashMap<>();

    private record Registered(WskRegistration registration, WskProvider provider) {
        void end() {
            registration.releaseProviderNpi();
            registration.deregister();
        }
    }

    DemoClients(Wsk wsk, ScriptedClient client, ClientSockets sockets, String firstName) {
        this.wsk = wsk;
        this.client = client;
        this.sockets = sockets;
        registered.put(EngineCommand.FIRST_CLIENT, register(firstName));
    }

    /** Null when no client has this name. */
    @Nullable
    WskProvider provider(String name) {
        Registered known = registered.get(name);
        return known == null ? null : known.provider();
    }

    synchronized CommandOutcome add(String name) {
        if (registered.containsKey(name)) {
            return Refusals.invalid("command.refused.clientNameTaken", name);
        }
        if (registered.size() >= MAX_CLIENTS) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_INSUFFICIENT_RESOURCES,
                    CommandMessage.of("command.refused.tooManyClients", MAX_CLIENTS));
        }
        registered.put(name, register(name));
        return CommandOutcome.SUCCESS;
    }

    /** Deregistration waits for sockets, so it is refused while there are any. */
    synchronized CommandOutcome remove(String name) {
        Registered known = name.equals(EngineCommand.FIRST_CLIENT) ? null : registered.get(name);
        if (known == null) {
            return Refusals.unknownClient(name);
        }
        if (sockets.anyOf(name)) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_INVALID_DEVICE_STATE, CommandMessage.of("command.refused.clientHasSockets", name));
        }
        registered.remove(name);
        known.end();
        return CommandOutcome.SUCCESS;
    }

    /** Deregisters all of them; every socket must be closed. */
    synchronized void end() {
        registered.values().forEach(Registered::end);
        registered.clear();
    }

    private Registered register(String name) {
        WskRegistration registration = wsk.register(
                new WskClientNpi(name, null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, client::clientEvent)));
        CapturedProvider captured = registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT);
        WskProvider provider = captured.provider();
        if (provider == null) {
            throw new IllegalStateException("WSK refused the demonstration client: " + captured.status());
        }
        return new Registered(registration, provider);
    }
}
