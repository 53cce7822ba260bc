package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.wskscope.app.control.FieldProblem;
import org.wskscope.app.control.FieldWithError;
import org.wskscope.app.control.Parsed;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/** The forms that ask for what a socket function needs, and send the command. A refused command leaves its form open with the reason in it. FX thread. */
final class SocketForms {
    static final int AF_INET = 2;
    static final int AF_INET6 = 23;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";

    private final SocketText words;
    private final SocketCommandSender commands;
    private final FormMemory memory = new FormMemory();
    private final FormPopup popup = new FormPopup();

    SocketForms(SocketText words, SocketCommandSender commands) {
        this.words = words;
        this.commands = commands;
    }

    SocketText words() {
        return words;
    }

    CommandForm form(String key, Object... titleArguments) {
        return new CommandForm(key, words, memory, titleArguments);
    }

    /** Shows the form beside {@code anchor}; {@code submit} is called once all fields are right. */
    void show(CommandForm form, Node anchor, Runnable submit) {
        form.setHandlers(submit, popup::hide);
        popup.show(form, anchor);
    }

    /** Sends the command; closes the form when it was done, shows why not when it was refused. */
    void send(CommandForm form, EngineCommand command) {
        commands.run(command, answer -> {
            if (answer.refused()) {
                form.showProblem(answer.sentence());
            } else {
                popup.hide();
            }
        });
    }

    void create(Node anchor) {
        CommandForm form = form("create");
        ObjectProperty<SocketCategory> category =
                form.choice("category", List.of(SocketCategory.values()), words::category, SocketCategory.CONNECTION);
        ObjectProperty<Integer> family =
                form.choice("family", List.of(AF_INET, AF_INET6), value -> words.text("family." + value), AF_INET);
        CheckBox conditional = form.check("conditional", false);
        conditional.setTooltip(new Tooltip(words.text("request.conditional.explain")));
        BooleanBinding listens = category.isEqualTo(SocketCategory.LISTEN);
        conditional.visibleProperty().bind(listens);
        conditional.managedProperty().bind(listens);
        CheckBox bind = form.check("bindToo", true);
        FieldWithError<String> address = form.address("localAddress", LOOPBACK);
        FieldWithError<Integer> port = form.port("localPort", 0);
        CheckBox connect = form.check("connectToo", false);
        FieldWithError<String> remoteAddress = form.address("remoteAddress", LOOPBACK);
        FieldWithError<Integer> remotePort = form.port("remotePort", 50_007);
        address.disableProperty().bind(bind.selectedProperty().not());
        port.disableProperty().bind(bind.selectedProperty().not());
        remoteAddress.disableProperty().bind(connect.selectedProperty().not());
        remotePort.disableProperty().bind(connect.selectedProperty().not());
        family.addListener((o, old, now) -> {
            address.setText(loopback(now));
            remoteAddress.setText(loopback(now));
        });
        CheckBox confirm = confirmation(form, address);
        show(
                form,
                anchor,
                () -> commands.run(new EngineCommand.CreateSocket(category.get(), family.get()), answer -> {
                    SocketId socket = answer.socket();
                    if (answer.refused() || socket == null) {
                        form.showProblem(answer.sentence());
                        return;
                    }
                    List<EngineCommand> next = new ArrayList<>();
                    if (listens.get() && conditional.isSelected()) {
                        next.add(new EngineCommand.SetConditionalAccept(socket, true));
                    }
                    if (bind.isSelected()) {
                        next.add(bindCommand(socket, address, port, confirm.isSelected()));
                    }
                    if (connect.isSelected()) {
                        next.add(new EngineCommand.Connect(socket, at(remoteAddress, remotePort)));
                    }
                    afterCreation(form, socket, next);
                }));
    }

    /** One after another, until one is refused; then the socket goes again, since the form still stands there and would make another. */
    private void afterCreation(CommandForm form, SocketId socket, List<EngineCommand> next) {
        if (next.isEmpty()) {
            commands.select(socket);
            popup.hide();
            return;
        }
        commands.run(next.get(0), answer -> {
            if (answer.refused()) {
                form.showProblem(answer.sentence());
                commands.run(new EngineCommand.CloseSocket(socket));
            } else {
                afterCreation(form, socket, next.subList(1, next.size()));
            }
        });
    }

    void bind(SocketRow row, Node anchor) {
        CommandForm form = form("bind", row.name());
        FieldWithError<String> address = form.address("localAddress", LOOPBACK);
        FieldWithError<Integer> port = form.port("localPort", 0);
        CheckBox confirm = confirmation(form, address);
        show(form, anchor, () -> send(form, bindCommand(row.id(), address, port, confirm.isSelected())));
    }

    void connect(SocketRow row, Node anchor) {
        CommandForm form = form("connect", row.name());
        FieldWithError<String> address = form.address("remoteAddress", LOOPBACK);
        FieldWithError<Integer> port = form.port("remotePort", 50_007);
        show(form, anchor, () -> send(form, new EngineCommand.Connect(row.id(), at(address, port))));
    }

    void sendBytes(SocketRow row, Node anchor) {
        CommandForm form = form("send", row.name());
        ObjectProperty<Boolean> hex =
                form.choice("sendAs", List.of(false, true), value -> words.text(value ? "as.hex" : "as.text"), false);
        FieldWithError<byte[]> bytes = form.field("bytes", text -> bytes(text, hex.get()), "hello");
        hex.addListener((o, old, now) -> recheck(bytes));
        if (row.category() != SocketCategory.DATAGRAM) {
            show(
                    form,
                    anchor,
                    () -> bytes.value().ifPresent(value -> send(form, new EngineCommand.Send(row.id(), value, null))));
            return;
        }
        FieldWithError<String> address = form.address("remoteAddress", LOOPBACK);
        FieldWithError<Integer> port = form.port("remotePort", 50_053);
        show(
                form,
                anchor,
                () -> bytes.value()
                        .ifPresent(value -> send(form, new EngineCommand.Send(row.id(), value, at(address, port)))));
    }

    void receive(SocketRow row, Node anchor) {
        CommandForm form = form("receive", row.name());
        FieldWithError<Long> length = form.number("length", 0, 1_048_576, 4096);
        show(
                form,
                anchor,
                () -> length.value()
                        .ifPresent(value -> send(form, new EngineCommand.Receive(row.id(), value.intValue(), 0))));
    }

    void backlog(SocketRow row, Node anchor) {
        CommandForm form = form("backlog", row.name());
        FieldWithError<Long> bytes = form.number("backlogBytes", 0, 1L << 30, 131_072);
        show(
                form,
                anchor,
                () -> bytes.value().ifPresent(value -> send(form, new EngineCommand.SetIdealBacklog(row.id(), value))));
    }

    void returnPartly(SocketRow row, CallbackInFlight call, Node anchor) {
        CommandForm form = form("partly", call.callback().functionName());
        FieldWithError<Long> accepted = form.number("accepted", 0, call.amount(), Math.max(0, call.amount() / 2));
        show(
                form,
                anchor,
                () -> accepted.value()
                        .ifPresent(value -> send(
                                form,
                                new EngineCommand.ReturnHeld(
                                        row.id(), call.entered(), NtStatus.STATUS_SUCCESS, value))));
    }

    /** Anything but loopback can be reached from other machines: the risk is named, and a tick is asked for. */
    private CheckBox confirmation(CommandForm form, FieldWithError<String> address) {
        Label risk = new Label(words.text("bind.risk"));
        risk.setWrapText(true);
        risk.getStyleClass().addAll("text-hue", "hue-waiting");
        form.add(risk);
        CheckBox confirm = new CheckBox(words.text("bind.confirm"));
        confirm.setId("field-confirm");
        form.add(confirm);
        Runnable show = () -> {
            boolean foreign = address.value().filter(text -> !isLoopback(text)).isPresent();
            risk.setVisible(foreign);
            risk.setManaged(foreign);
            confirm.setVisible(foreign);
            confirm.setManaged(foreign);
            confirm.setSelected(false);
        };
        address.field().textProperty().addListener((o, old, now) -> show.run());
        show.run();
        return confirm;
    }

    private static boolean isLoopback(String literal) {
        return new InetSocketAddress(literal, 0).getAddress().isLoopbackAddress();
    }

    private static String loopback(int family) {
        return family == AF_INET6 ? LOOPBACK_6 : LOOPBACK;
    }

    private static EngineCommand bindCommand(
            SocketId socket, FieldWithError<String> address, FieldWithError<Integer> port, boolean confirmed) {
        return new EngineCommand.Bind(socket, at(address, port), confirmed);
    }

    private static InetSocketAddress at(FieldWithError<String> address, FieldWithError<Integer> port) {
        return new InetSocketAddress(
                address.value().orElse(LOOPBACK), port.value().orElse(0));
    }

    private static void recheck(FieldWithError<?> field) {
        String text = field.field().getText();
        field.field().setText(text + " ");
        field.field().setText(text);
    }

    static Parsed<byte[]> bytes(String text, boolean hex) {
        if (text.isEmpty()) {
            return Parsed.problem(FieldProblem.EMPTY);
        }
        if (!hex) {
            return Parsed.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Parsed.of(HexFormat.of().parseHex(text.replaceAll("[\\s,:]|0[xX]", "")));
        } catch (IllegalArgumentException notHex) {
            return Parsed.problem(FieldProblem.NOT_HEX);
        }
    }
}
