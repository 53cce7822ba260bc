package org.wskscope.app.view.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What stands in and beside bars. C names stay as they are; the words around them come from the bundle. FX thread. */
final class BarText {
    private static final WskCallback[] CALLBACKS = WskCallback.values();
    private static final WskFunction[] FUNCTIONS = WskFunction.values();
    private static final Irql[] LEVELS = Irql.values();
    /** WskReceiveEvent without what all of them share. */
    private static final List<String> SHORT_NAMES = Arrays.stream(CALLBACKS)
            .map(callback -> callback.functionName().replaceAll("^Wsk|Event$", ""))
            .toList();

    private final Messages messages;

    BarText(Messages messages) {
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    static WskCallback callback(int code) {
        return CALLBACKS[code];
    }

    /** What to write into or beside the bar, longest first. */
    List<String> labels(Bar bar, ScopeSnapshot snapshot, long nowNanos) {
        return switch (bar.lane().kind()) {
            case CALLBACKS, RETAINED, SHARED_CALLBACKS -> callbackLabels(bar, snapshot, nowNanos);
            case IRPS, SHARED_IRPS -> requestLabels(bar);
            case CONTROL, SHARED_CONTROL -> List.of(call(bar, snapshot) + answer(bar));
            case PROCESSOR -> workLabels(bar, snapshot, nowNanos);
        };
    }

    /** One line about the bar for its tooltip and for a screen reader. */
    String title(Bar bar, ScopeSnapshot snapshot) {
        return switch (bar.lane().kind()) {
            case CALLBACKS, SHARED_CALLBACKS ->
                callback(bar.code()).functionName() + amount(bar) + state(bar, snapshot);
            case RETAINED ->
                messages.format("timeline.retained", bar.detail())
                        + (bar.isOpen() ? " · " + messages.get("timeline.notReleased") : "");
            case IRPS, SHARED_IRPS ->
                request(bar) + (bar.irp() == 0 ? "" : " · IRP #" + bar.irp()) + " · " + status(bar.status());
            case CONTROL, SHARED_CONTROL -> call(bar, snapshot) + answer(bar);
            case PROCESSOR ->
                bar.isOpen() ? LEVELS[bar.code()] + " · " + keeps(bar, snapshot) : LEVELS[bar.code()].toString();
        };
    }

    /** All of it in one breath, for a screen reader. */
    String spoken(Bar bar, ScopeSnapshot snapshot, long nowNanos) {
        SocketRow socket = bar.lane().isProcessor()
                ? null
                : snapshot.socket(new SocketId(bar.lane().number()));
        LaneView lane = snapshot.lane(bar.lane());
        String owner = socket == null ? "CPU " + bar.lane().number() : socket.name();
        return messages.format(
                "timeline.spoken",
                title(bar, snapshot),
                times(bar, nowNanos),
                bar.index() + 1,
                lane == null ? 1 : lane.size(),
                messages.get("timeline.lane." + bar.lane().kind()),
                owner);
    }

    /** From, to and how long. */
    String times(Bar bar, long nowNanos) {
        String from = TimeText.moment(bar.startNanos());
        return bar.isOpen()
                ? messages.format("timeline.since", from, lasted(bar, nowNanos))
                : messages.format("timeline.fromTo", from, TimeText.moment(bar.endNanos()), lasted(bar, nowNanos));
    }

    String records(Bar bar) {
        return bar.isOpen() || bar.endSequence() == bar.startSequence()
                ? messages.format("timeline.record", String.valueOf(bar.startSequence()))
                : messages.format(
                        "timeline.records", String.valueOf(bar.startSequence()), String.valueOf(bar.endSequence()));
    }

    static String lasted(Bar bar, long nowNanos) {
        return TimeText.of(bar.isOpen() ? Math.max(0, nowNanos - bar.startNanos()) : bar.durationNanos());
    }

    private List<String> callbackLabels(Bar bar, ScopeSnapshot snapshot, long nowNanos) {
        WskCallback callback = callback(bar.code());
        String letter = String.valueOf(callback.letter());
        if (callback == WskCallback.RECEIVE_FROM && !bar.isOpen()) {
            String count = bar.detail() > 1 ? letter + " ×" + bar.detail() : letter;
            return List.of(letter + " " + callback.functionName() + times(bar) + arrow(bar), count, letter);
        }
        String shortName = letter + " " + SHORT_NAMES.get(bar.code());
        if (bar.isOpen()) {
            String clock = lasted(bar, nowNanos);
            String full = letter + " " + callback.functionName();
            return List.of(
                    full + amount(bar) + state(bar, snapshot) + " · " + clock,
                    full + state(bar, snapshot) + " · " + clock,
                    full + " · " + clock,
                    shortName + " · " + clock,
                    clock,
                    letter);
        }
        return List.of(
                letter + " " + callback.functionName() + amount(bar) + arrow(bar),
                letter + " " + callback.functionName() + arrow(bar),
                letter + " " + callback.functionName(),
                shortName,
                letter);
    }

    private List<String> workLabels(Bar bar, ScopeSnapshot snapshot, long nowNanos) {
        String level = LEVELS[bar.code()].toString();
        String clock = lasted(bar, nowNanos);
        return bar.isOpen()
                ? List.of(
                        level + " · " + keeps(bar, snapshot) + " · " + clock,
                        keeps(bar, snapshot) + " · " + clock,
                        level + " · " + clock,
                        clock)
                : List.of(level + " · " + clock, level);
    }

    /** Who keeps the processor of this open bar, and for what it waits when it waits. */
    String keeps(Bar work, ScopeSnapshot snapshot) {
        SocketRow socket = snapshot.socket(new SocketId((int) work.detail()));
        String name = socket == null ? "" : socket.name();
        String processor = "CPU " + work.lane().number();
        Optional<OpenWait> wait = waitOf(work, snapshot);
        return wait.isPresent()
                ? messages.format(
                        "timeline.waitsAndKeeps",
                        name,
                        messages.format(
                                "wait.for." + wait.get().what(),
                                String.valueOf(wait.get().irp())),
                        processor)
                : messages.format("timeline.keeps", name, processor);
    }

    /** Whether what runs on the processor waits for something. */
    boolean isStuck(Bar work, ScopeSnapshot snapshot) {
        return waitOf(work, snapshot).isPresent();
    }

    private static Optional<OpenWait> waitOf(Bar work, ScopeSnapshot snapshot) {
        SocketRow socket = snapshot.socket(new SocketId((int) work.detail()));
        return socket == null
                ? Optional.empty()
                : socket.waits().stream()
                        .filter(wait -> wait.within() == work.startSequence())
                        .findFirst();
    }

    private static String times(Bar bar) {
        return bar.detail() > 1 ? " ×" + bar.detail() : "";
    }

    private List<String> requestLabels(Bar bar) {
        String length = request(bar);
        String name = FUNCTIONS[bar.code()].functionName();
        String status = bar.isOpen() || bar.status() != 0 ? " · " + shortStatus(bar.status()) : "";
        return List.of(length + status, name + status, length, name);
    }

    private String request(Bar bar) {
        String name = FUNCTIONS[bar.code()].functionName();
        return bar.detail() > 0 ? name + " " + bytes(bar.detail()) : name;
    }

    private String amount(Bar bar) {
        return switch (callback(bar.code())) {
            case RECEIVE -> bar.detail() > 0 ? " " + bytes(bar.detail()) : "";
            case RECEIVE_FROM -> " ×" + bar.detail();
            case SEND_BACKLOG -> " " + bytes(bar.detail());
            case INSPECT, ABORT -> bar.detail() > 0 ? " id" + bar.detail() : " NULL";
            default -> "";
        };
    }

    private String bytes(long count) {
        return messages.format("timeline.bytes", String.valueOf(count));
    }

    private String state(Bar bar, ScopeSnapshot snapshot) {
        if (!bar.isOpen()) {
            return arrow(bar);
        }
        Optional<OpenWait> wait = Waits.inside(snapshot, bar);
        if (wait.isPresent()) {
            OpenWait open = wait.get();
            return " · " + messages.format("wait.for." + open.what(), String.valueOf(open.irp()));
        }
        return " · " + messages.get(bar.waiting() ? "timeline.held" : "timeline.inFlight");
    }

    private static String arrow(Bar bar) {
        return " → "
                + Optional.of(callback(bar.code()))
                        .filter(callback -> callback == WskCallback.INSPECT)
                        .flatMap(inspect -> InspectAction.of(bar.status()))
                        .map(InspectAction::shortName)
                        .orElseGet(() -> shortStatus(bar.status()));
    }

    private String call(Bar bar, ScopeSnapshot snapshot) {
        RecordCursor record = snapshot.log().cursor().moveTo(bar.startSequence());
        WskFunction function = FUNCTIONS[bar.code()];
        String irp = bar.irp() == 0 ? "" : " + IRP";
        if (function != WskFunction.WSK_CONTROL_SOCKET
                || record.kind() != RecordKind.FUNCTION_CALLED
                || !isEventCallback(record)) {
            return function.functionName() + irp;
        }
        EventMask mask = new EventMask((int) bar.detail());
        String names = new EventMask(mask.bits() & ~WskEvent.WSK_EVENT_DISABLE).shortNames();
        return messages.format(mask.isDisable() ? "timeline.disable" : "timeline.enable", names) + irp;
    }

    private static boolean isEventCallback(RecordCursor record) {
        return record.code() == ControlCode.SO_WSK_EVENT_CALLBACK;
    }

    private static String answer(Bar bar) {
        return bar.isOpen() && !bar.waiting() ? "" : " · " + status(bar.status());
    }

    private static String status(int code) {
        return NtStatus.of(code).name();
    }

    private static String shortStatus(int code) {
        return NtStatus.of(code).shortName();
    }

    /** True for lanes whose bars carry the colour of an event. */
    static boolean hasEvent(LaneKind kind) {
        return kind == LaneKind.CALLBACKS || kind == LaneKind.RETAINED || kind == LaneKind.SHARED_CALLBACKS;
    }
}
