package org.wskscope.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketCategory;

/** Says of a refused bind which socket of this very session has the port: the system only knows that somebody has. FX thread. */
final class PortHolder {
    private final Supplier<ScopeSnapshot> shown;

    PortHolder(Supplier<ScopeSnapshot> shown) {
        this.shown = shown;
    }

    /** The outcome with the better message where there is one. */
    CommandOutcome explained(EngineCommand command, CommandOutcome outcome) {
        if (!(command instanceof EngineCommand.Bind bind)
                || !outcome.status().equals(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS)) {
            return outcome;
        }
        SocketRow holder = holder(bind);
        return holder == null
                ? outcome
                : CommandOutcome.refused(
                        outcome.status(),
                        CommandMessage.of(
                                "command.refused.portInUseHere",
                                Integer.toString(bind.local().getPort()),
                                holder.name()));
    }

    private @Nullable SocketRow holder(EngineCommand.Bind bind) {
        ScopeSnapshot snapshot = shown.get();
        SocketRow asking = snapshot.socket(bind.socket());
        AtomicReference<@Nullable SocketRow> found = new AtomicReference<>();
        // Once for a click that was refused, so a look at every open socket is fair.
        snapshot.sockets().visitOpen(row -> {
            boolean samePort =
                    row.local() != null && row.local().getPort() == bind.local().getPort();
            // A socket made a moment ago may not be shown yet; its kind is not known then.
            boolean sameKind = asking == null || isDatagram(row) == isDatagram(asking);
            if (samePort && sameKind && row.listener() == null) {
                found.compareAndSet(null, row);
            }
        });
        return found.get();
    }

    private static boolean isDatagram(SocketRow row) {
        return row.category() == SocketCategory.DATAGRAM;
    }
}
