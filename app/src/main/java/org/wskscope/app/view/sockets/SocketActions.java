package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** What can be done to the selected socket by name and by key: the functions of its dispatch table, and what its menus say about its callbacks. FX thread. */
final class SocketActions {
    /** What the keys mean when no event of the socket is selected: its data. */
    private static final List<WskEvent> MAIN =
            List.of(WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_RECEIVE_FROM, WskEvent.WSK_EVENT_ACCEPT);

    private final SocketText words;
    private final SocketMenus menus;
    private final SocketCommandSender commands;
    private final Selection selection;
    private final List<UserAction> actions = new ArrayList<>();

    private SocketActions(SocketText words, SocketMenus menus, SocketCommandSender commands, Selection selection) {
        this.words = words;
        this.menus = menus;
        this.commands = commands;
        this.selection = selection;
    }

    /** {@code anchors} says beside which node the form about a socket comes up. */
    static List<UserAction> of(
            SocketText words,
            SocketMenus menus,
            SocketCommandSender commands,
            Selection selection,
            Function<SocketId, Node> anchors) {
        SocketActions all = new SocketActions(words, menus, commands, selection);
        all.addKeys();
        for (WskCallback callback : WskCallback.values()) {
            if (callback.event() != null || callback == WskCallback.INSPECT || callback == WskCallback.ABORT) {
                all.addHolding(callback);
            }
        }
        for (WskEvent event : WskEvent.values()) {
            all.addEvent(event);
        }
        for (SocketAction action : SocketAction.values()) {
            all.addFunction(action, anchors);
        }
        return all.actions;
    }

    /** When an action is possible for a socket, and what is said where it is not. */
    private record Needs(Predicate<SocketRow> possible, String otherwise) {}

    private void addKeys() {
        Needs main = new Needs(row -> main(row).isPresent(), words.text("action.noCallback"));
        add(
                "socket.hold",
                "H",
                words.text("action.hold"),
                main,
                row -> main(row)
                        .map(WskCallback::of)
                        .ifPresent(callback ->
                                behave(row, callback, now(row, callback).hold() ? Hold.NONE : Hold.EVERY)));
        add(
                "socket.return",
                "R",
                words.text("action.return"),
                new Needs(row -> held(row).isPresent(), words.text("action.return.nothing")),
                row -> held(row).ifPresent(call -> letReturn(row, call)));
        add(
                "socket.switch",
                "E",
                words.text("action.switch"),
                main,
                row -> main(row)
                        .ifPresent(event -> menus.toggle(row, event, !row.mask().contains(event))));
    }

    private enum Hold {
        EVERY,
        NEXT,
        NONE
    }

    private void addHolding(WskCallback callback) {
        for (Hold hold : Hold.values()) {
            String name = hold.name().toLowerCase(Locale.ROOT);
            add(
                    "socket.hold." + name + "." + callback.name(),
                    "",
                    words.text("action.hold." + name, callback.functionName()),
                    new Needs(
                            row -> SocketEvents.callbacks(row).contains(callback),
                            words.text("action.hasNone", callback.functionName())),
                    row -> behave(row, callback, hold));
        }
    }

    private void addEvent(WskEvent event) {
        String function = WskCallback.of(event).functionName();
        Needs has = new Needs(row -> SocketEvents.of(row).contains(event), words.text("action.hasNone", function));
        add(
                "socket.enable." + event,
                "",
                words.text("action.enable", function),
                has,
                row -> menus.toggle(row, event, true));
        add(
                "socket.disable." + event,
                "",
                words.text("action.disable", function),
                has,
                row -> menus.toggle(row, event, false));
    }

    private void addFunction(SocketAction action, Function<SocketId, Node> anchors) {
        String name = words.text(action.key());
        add(
                "socket." + action.name().toLowerCase(Locale.ROOT),
                "",
                words.text("action.onSelected", name),
                new Needs(row -> SocketAction.of(row).contains(action), words.text("action.selectFirst", name)),
                row -> menus.perform(action, row, anchors.apply(row.id())));
        if (action == SocketAction.CLOSE || action == SocketAction.ABORT || action == SocketAction.DISCONNECT) {
            actions.add(actions.remove(actions.size() - 1).ending());
        }
    }

    private void add(String id, String key, String title, Needs needs, Consumer<SocketRow> run) {
        UserAction action = UserAction.of(
                id,
                title,
                key,
                selection.rowIs(needs.possible()),
                () -> selection
                        .socketRow()
                        .filter(needs.possible())
                        .ifPresentOrElse(run, () -> menus.report(needs.otherwise())));
        actions.add(action.explained(
                () -> selection.socketRow().isEmpty() ? words.text("action.selectSocket") : needs.otherwise()));
    }

    /** The selected event of the socket, or else the one its data comes by. */
    private Optional<WskEvent> main(SocketRow row) {
        List<WskEvent> events = SocketEvents.of(row);
        if (selection.current() instanceof Selected.EventToggleSelected toggle && events.contains(toggle.event())) {
            return Optional.of(toggle.event());
        }
        return MAIN.stream().filter(events::contains).findFirst();
    }

    /** The call that has been held longest. */
    private static Optional<CallbackInFlight> held(SocketRow row) {
        return row.callbacks().stream().filter(CallbackInFlight::deferred).findFirst();
    }

    private void letReturn(SocketRow row, CallbackInFlight call) {
        if (call.callback() == WskCallback.INSPECT) {
            menus.answerInspect(row.id(), call, InspectAction.WskInspectAccept);
        } else {
            menus.returnHeld(
                    row.id(),
                    call,
                    SocketEvents.permittedReturns(call.callback()).get(0));
        }
    }

    private CallbackBehaviour now(SocketRow row, WskCallback callback) {
        return commands.behaviour(row.id(), callback);
    }

    private void behave(SocketRow row, WskCallback callback, Hold hold) {
        CallbackBehaviour now = now(row, callback);
        CallbackBehaviour wanted = switch (hold) {
            case EVERY -> now.holding();
            case NEXT -> now.holdingOnce();
            case NONE -> now.notHolding();
        };
        commands.runAndTell(
                new EngineCommand.SetBehaviour(row.id(), callback, wanted),
                words.text(
                        "action.hold." + hold.name().toLowerCase(Locale.ROOT) + ".done",
                        callback.functionName(),
                        row.name()));
    }
}
