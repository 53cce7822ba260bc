package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.FieldProblem;
import org.wskscope.app.control.FieldWithError;
import org.wskscope.app.control.Parsed;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.wsk.SocketCategory;

/** Asks what a built-in peer does, and starts it. The target is the listener or datagram socket there is. FX thread. */
final class PeerForm {
    private static final double LEAST_RATE = 0.1;
    private static final double MOST_RATE = 100_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final int MOST_DATAGRAM_BYTES = 65_507;

    private PeerForm() {}

    static void show(PeerKind kind, List<SocketRow> open, SocketForms forms, Node anchor) {
        boolean datagrams = kind == PeerKind.DATAGRAM_BURST;
        InetSocketAddress target = target(open, datagrams);
        CommandForm form = forms.form("peer." + kind, forms.words().text("peer.kind." + kind));
        FieldWithError<String> address = form.address("targetAddress", hostOf(target));
        FieldWithError<Integer> port = form.port("targetPort", target == null ? 0 : target.getPort());
        if (target != null) {
            address.setText(hostOf(target));
            port.setText(Integer.toString(target.getPort()));
        }
        FieldWithError<Long> bytes = form.number("messageBytes", 1, datagrams ? MOST_DATAGRAM_BYTES : MOST_BYTES, 64);
        FieldWithError<Double> rate =
                form.field("messagesPerSecond", PeerForm::rate, datagrams ? "20" : "2", LEAST_RATE, MOST_RATE);
        FieldWithError<Long> messages = form.number("messages", 0, Long.MAX_VALUE, datagrams ? 10 : 0);
        forms.show(form, anchor, () -> {
            PeerSettings settings = new PeerSettings(
                    new InetSocketAddress(
                            address.value().orElse("127.0.0.1"), port.value().orElse(0)),
                    bytes.value().orElse(64L).intValue(),
                    rate.value().orElse(1.0),
                    messages.value().orElse(0L));
            forms.send(form, new EngineCommand.StartPeer(kind, settings));
        });
    }

    /** The bound address a new peer of this kind would talk to, or null when there is none. */
    static @Nullable InetSocketAddress target(List<SocketRow> open, boolean datagrams) {
        for (SocketRow row : open) {
            boolean fits = datagrams ? row.category() == SocketCategory.DATAGRAM : SocketEvents.isListener(row);
            if (fits && row.local() != null) {
                return row.local();
            }
        }
        return null;
    }

    static Parsed<Double> rate(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Parsed.problem(FieldProblem.EMPTY);
        }
        try {
            double value = Double.parseDouble(stripped);
            return value >= LEAST_RATE && value <= MOST_RATE
                    ? Parsed.of(value)
                    : Parsed.problem(FieldProblem.OUT_OF_RANGE);
        } catch (NumberFormatException notANumber) {
            return Parsed.problem(FieldProblem.NOT_A_NUMBER);
        }
    }

    private static String hostOf(@Nullable InetSocketAddress target) {
        return target == null ? "127.0.0.1" : target.getAddress().getHostAddress();
    }
}
