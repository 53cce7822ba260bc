package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.state.Folding;
import org.wskscope.app.state.SessionModel;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.EventState;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** What a person can do to a socket, as menus; the same for its card and its line in the tree. FX thread. */
final class SocketMenus implements CardRequests {
    /** At one press; more cards than these are not read anyway. */
    private static final int MOST_BROUGHT_OUT = 12;

    private final SocketText words;
    private final SocketCommandSender commands;
    private final SocketForms forms;
    private final SessionModel session;

    SocketMenus(SocketText words, SocketCommandSender commands, SocketForms forms, SessionModel session) {
        this.words = words;
        this.commands = commands;
        this.forms = forms;
        this.session = session;
    }

    @Override
    public void select(SocketId socket) {
        commands.select(socket);
    }

    @Override
    public void selectToggle(SocketId socket, WskEvent event) {
        commands.selectToggle(socket, event);
    }

    @Override
    public void selectCall(SocketId socket, CallbackInFlight call) {
        commands.selectRecord(call.entered());
    }

    @Override
    public void toggle(SocketRow row, WskEvent event, boolean on) {
        if (on) {
            commands.run(new EngineCommand.SetEventCallback(row.id(), EventMask.of(event), false));
        } else {
            disable(row, event, commands.disableWithIrpProperty().get());
        }
    }

    @Override
    public void returnHeld(SocketId socket, CallbackInFlight call, NtStatus status) {
        commands.run(new EngineCommand.ReturnHeld(socket, call.entered(), status, CallbackBehaviour.ALL_BYTES));
    }

    @Override
    public void answerInspect(SocketId socket, CallbackInFlight call, InspectAction action) {
        commands.run(new EngineCommand.AnswerInspect(socket, call.entered(), action));
    }

    @Override
    public void selectWait(OpenWait wait) {
        commands.selectRecord(wait.began());
    }

    @Override
    public void endWaits() {
        commands.run(new EngineCommand.BreakWaits());
    }

    /** From now on a wait inside a callback really waits, or is refused again (C-32). */
    void letWaitsHang(boolean really) {
        commands.runAndTell(
                new EngineCommand.SetFaithfulWaits(really),
                words.text(really ? "waits.hang.done" : "waits.refuse.done"));
    }

    @Override
    public void selectRequest(OpenInspection inspection) {
        commands.selectRecord(inspection.requested());
    }

    @Override
    public void decide(SocketId listener, OpenInspection inspection, InspectAction action) {
        commands.run(new EngineCommand.InspectComplete(listener, inspection.serialNumber(), action));
    }

    @Override
    public void returnPartly(SocketRow row, CallbackInFlight call, Node anchor) {
        forms.returnPartly(row, call, anchor);
    }

    @Override
    public ContextMenu lampMenu(SocketRow row, WskEvent event, Node anchor) {
        ContextMenu menu = new ContextMenu();
        boolean on = row.lamp(event) != EventState.OFF;
        MenuItem enable = item("lamp.menu.enable", () -> toggle(row, event, true));
        List<MenuItem> disable = List.of(
                item("lamp.menu.disableWithIrp", () -> disable(row, event, true)),
                item("lamp.menu.disableWithoutIrp", () -> disable(row, event, false)));
        if (on) {
            menu.getItems().addAll(disable);
        } else {
            menu.getItems().add(enable);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(behaviourItems(row, WskCallback.of(event), anchor));
        menu.getItems().add(new SeparatorMenuItem());
        if (on) {
            menu.getItems().add(enable);
        } else {
            menu.getItems().addAll(disable);
        }
        return menu;
    }

    /** What is used most and can be done now comes first, what ends the socket after it, what WSK would refuse or is not there last. */
    @Override
    public ContextMenu socketMenu(SocketRow row, Node anchor) {
        List<MenuItem> now = new ArrayList<>(holdItems(row));
        List<MenuItem> ends = new ArrayList<>();
        List<MenuItem> later = new ArrayList<>();
        for (SocketAction action : SocketAction.of(row)) {
            List<MenuItem> place = !action.isOfUse(row) ? later : action.ends() ? ends : now;
            place.add(item(action.key(), () -> perform(action, row, anchor)));
        }
        Menu callbacks = new Menu(words.text("menu.callbacks"));
        callbacks.setId("menu-callbacks");
        for (WskCallback callback : SocketEvents.callbacks(row)) {
            Menu one = new Menu(callback.functionName());
            one.getItems().addAll(behaviourItems(row, callback, anchor));
            callbacks.getItems().add(one);
        }
        Menu irps = new Menu(words.text("menu.cancelIrp"));
        for (IrpInFlight irp : row.irps()) {
            irps.getItems()
                    .add(new LiteralMenuItem(
                            words.text("menu.irp", irp.irp(), irp.function().functionName()),
                            () -> commands.run(new EngineCommand.CancelIrp(irp.irp()))));
        }
        for (Menu submenu : List.of(callbacks, irps)) {
            submenu.setDisable(submenu.getItems().isEmpty());
            (submenu.isDisable() ? later : now).add(submenu);
        }
        if (row.category() == SocketCategory.LISTEN) {
            MenuItem conditional = conditionalItem(row);
            (conditional.isDisable() ? later : now).add(conditional);
        }
        now.addAll(foldItems(row));
        later.sort(Comparator.comparing(MenuItem::isDisable));
        ContextMenu menu = new ContextMenu();
        for (List<MenuItem> group : List.of(now, ends, later)) {
            if (!menu.getItems().isEmpty() && !group.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().addAll(group);
        }
        return menu;
    }

    /** Which of the socket's calls are held, in a few words; empty for none. */
    String holds(SocketRow row) {
        StringBuilder letters = new StringBuilder();
        if (!row.isClosed()) {
            for (WskCallback callback : SocketEvents.callbacks(row)) {
                if (commands.behaviour(row.id(), callback).hold()) {
                    letters.append(letters.isEmpty() ? "" : ", ").append(callback.letter());
                }
            }
        }
        return letters.isEmpty() ? "" : words.text("tree.holds", letters);
    }

    private List<MenuItem> holdItems(SocketRow row) {
        List<MenuItem> items = new ArrayList<>();
        for (WskCallback callback : SocketEvents.callbacks(row)) {
            if (commands.behaviour(row.id(), callback).hold()) {
                MenuItem item = new LiteralMenuItem(
                        words.text("lamp.endHold.menu", callback.functionName()), () -> endHold(row, callback));
                item.setId("end-hold-" + callback);
                items.add(item);
            }
        }
        return items;
    }

    private List<MenuItem> foldItems(SocketRow row) {
        List<MenuItem> items = new ArrayList<>();
        SocketId listener = row.listener();
        if (SocketEvents.isListener(row) && row.counters().accepted() > 0) {
            items.add(item("fold.menu.open", () -> openFold(row.id())));
            items.add(item("fold.menu.fold", () -> fold(row.id())));
        } else if (GraphContent.sendersTo(row, session.peers()).size() > 1) {
            items.add(item("peers.menu.open", () -> openFold(row.id())));
            items.add(item("peers.menu.fold", () -> fold(row.id())));
        } else if (listener != null) {
            boolean out = session.folding().isBroughtOut(row.id());
            items.add(
                    out
                            ? item("fold.menu.putBack", () -> session.folding().putBack(List.of(row.id())))
                            : item("fold.menu.bringOut", () -> session.folding().bringOut(List.of(row.id()))));
        }
        return items;
    }

    @Override
    public void endHold(SocketRow row, WskEvent event) {
        endHold(row, WskCallback.of(event));
    }

    private void endHold(SocketRow row, WskCallback callback) {
        behave(row, callback, commands.behaviour(row.id(), callback).notHolding());
    }

    @Override
    public void openFold(SocketId listener) {
        session.folding().open(listener);
    }

    @Override
    public void fold(SocketId listener) {
        session.folding()
                .putBack(session.folding().broughtOut().stream()
                        .filter(id -> listener.equals(listenerOf(id)))
                        .toList());
        session.folding().fold(listener);
    }

    /** Or those that were brought out go back, when no other is left to bring out. */
    @Override
    public void bringOut(SocketId listener) {
        Folding folding = session.folding();
        List<SocketId> out = new ArrayList<>();
        List<SocketId> missing = new ArrayList<>();
        long now = session.nowNanos();
        session.snapshot().sockets().visitOpen(row -> {
            if (listener.equals(row.listener())) {
                if (folding.isBroughtOut(row.id())) {
                    out.add(row.id());
                } else if (Doing.of(row, now) != Doing.IDLE) {
                    missing.add(row.id());
                }
            }
        });
        if (missing.isEmpty()) {
            folding.putBack(out);
        } else {
            folding.bringOut(missing.subList(0, Math.min(missing.size(), MOST_BROUGHT_OUT)));
        }
    }

    @Override
    public String nameOf(SocketId socket) {
        SocketRow row = session.snapshot().socket(socket);
        return row == null ? "" : row.name() + " " + SocketText.shortAddress(row);
    }

    private @Nullable SocketId listenerOf(SocketId socket) {
        SocketRow row = session.snapshot().socket(socket);
        return row == null ? null : row.listener();
    }

    private MenuItem conditionalItem(SocketRow row) {
        boolean free = SocketEvents.maySwitchConditional(row);
        CheckMenuItem item = new CheckMenuItem(words.text(free ? "request.switch" : "request.switch.tooLate"));
        item.setId("switch-conditional");
        item.setSelected(row.conditional());
        item.setDisable(!free);
        item.setOnAction(event -> commands.run(new EngineCommand.SetConditionalAccept(row.id(), !row.conditional())));
        return item;
    }

    /** Says something that needs no answer. */
    void report(String sentence) {
        commands.report(sentence);
    }

    void perform(SocketAction action, SocketRow row, Node anchor) {
        SocketId id = row.id();
        switch (action) {
            case BIND -> forms.bind(row, anchor);
            case LISTEN -> commands.run(new EngineCommand.Listen(id));
            case CONNECT -> forms.connect(row, anchor);
            case ACCEPT -> commands.run(new EngineCommand.Accept(id));
            case SEND -> forms.sendBytes(row, anchor);
            case RECEIVE -> forms.receive(row, anchor);
            case RESUME -> commands.run(new EngineCommand.Receive(id, 0, 0));
            case RELEASE -> commands.run(new EngineCommand.ReleaseRetained(id));
            case BACKLOG -> forms.backlog(row, anchor);
            case DISCONNECT -> commands.run(new EngineCommand.Disconnect(id, false));
            case ABORT -> commands.run(new EngineCommand.Disconnect(id, true));
            case CLOSE -> commands.run(new EngineCommand.CloseSocket(id));
        }
    }

    private void disable(SocketRow row, WskEvent event, boolean withIrp) {
        commands.run(new EngineCommand.SetEventCallback(row.id(), EventMask.disabling(event), withIrp));
    }

    /** What the callback does: quick choices for holding, and the whole form. */
    private List<MenuItem> behaviourItems(SocketRow row, WskCallback callback, Node anchor) {
        CallbackBehaviour now = commands.behaviour(row.id(), callback);
        CheckMenuItem next = new CheckMenuItem(words.text("behaviour.holdNext"));
        next.setId("hold-next");
        next.setSelected(now.hold() && now.holdOnce());
        next.setOnAction(event -> behave(row, callback, next.isSelected() ? now.holdingOnce() : now.notHolding()));
        CheckMenuItem every = new CheckMenuItem(words.text("behaviour.holdEvery"));
        every.setId("hold-every");
        every.setSelected(now.hold() && !now.holdOnce());
        every.setOnAction(event -> behave(row, callback, every.isSelected() ? now.holding() : now.notHolding()));
        MenuItem more = item("behaviour.more", () -> BehaviourForm.show(row, callback, now, forms, anchor));
        List<MenuItem> items = new ArrayList<>();
        if (callback == WskCallback.INSPECT) {
            for (InspectAction action : InspectAction.values()) {
                CheckMenuItem answer = new CheckMenuItem(words.text("behaviour.answer", action.shortName()));
                answer.setId("answer-" + action.shortName());
                answer.setSelected(now.status().equals(action.asReturn()));
                answer.setOnAction(event -> behave(row, callback, now.answering(action)));
                items.add(answer);
            }
            items.add(new SeparatorMenuItem());
        }
        items.addAll(List.of(next, every, more));
        return items;
    }

    private void behave(SocketRow row, WskCallback callback, CallbackBehaviour behaviour) {
        commands.run(new EngineCommand.SetBehaviour(row.id(), callback, behaviour));
    }

    private MenuItem item(String key, Runnable run) {
        MenuItem item = new LiteralMenuItem(words.text(key), run);
        item.setId(key.replace('.', '-'));
        return item;
    }
}
