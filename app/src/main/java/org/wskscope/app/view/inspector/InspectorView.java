package org.wskscope.app.view.inspector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.KeyValueGrid;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.SectionTitle;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.app.view.inspector.InspectorContent.Blocked;
import org.wskscope.app.view.inspector.InspectorContent.Conditional;
import org.wskscope.app.view.inspector.InspectorContent.HeldCall;
import org.wskscope.app.view.inspector.InspectorContent.Hold;
import org.wskscope.app.view.inspector.InspectorContent.WaitStep;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** Shows one {@link InspectorContent}; rebuilt only when it says something else. FX thread. */
final class InspectorView extends StackPane {
    private final Messages messages;
    private final Requests requests;
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final Node hint;
    private final Label number = new Label();
    private InspectorContent shown = InspectorContent.NOTHING;

    /** What the inspector asks of its surroundings. */
    record Requests(
            Consumer<Selected> select,
            RuleOpener pages,
            ReturnHeld returnHeld,
            SetConditional setConditional,
            Consumer<Hold> endHold) {}

    /** Lets a held call return. */
    interface ReturnHeld {
        void returnHeld(HeldCall call, NtStatus status);
    }

    /** Asks a listener to inspect every request, or not to; WSK may refuse. */
    interface SetConditional {
        void setConditional(SocketId listener, boolean on);
    }

    InspectorView(Messages messages, Requests requests) {
        this.messages = messages;
        this.requests = requests;
        setId("inspector");
        getStyleClass().add("panel");
        hint = new EmptyHint(Icons.INSPECTOR, messages.get("inspector.empty"), messages.get("inspector.empty.next"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sections.getStyleClass().add("inspector-sections");
        number.setId("inspector-number");
        number.getStyleClass().addAll("text-hint", "text-small");
        getChildren().add(hint);
    }

    /** Which one is shown, for the window's header. */
    Node number() {
        return number;
    }

    void show(InspectorContent content) {
        if (content.equals(shown)) {
            return;
        }
        boolean sameSubject =
                content.title().equals(shown.title()) && content.number().equals(shown.number());
        shown = content;
        boolean nothing = content.equals(InspectorContent.NOTHING);
        hint.setVisible(nothing);
        if (!nothing && scroll.getParent() == null) {
            getChildren().add(0, scroll);
        }
        scroll.setVisible(!nothing);
        number.setText(content.number());
        String focused = focusedPart();
        sections.getChildren().setAll(head(content));
        addConditional(content.conditional());
        addHolds(content.holds());
        addMask(content.mask());
        addWhy(content);
        addWaits(content.waits(), content.held());
        addBlocks(content.blocks());
        addCode(content.code());
        if (!sameSubject) {
            scroll.setVvalue(0);
        } else if (!focused.isEmpty() && lookup("#" + focused) != null) {
            lookup("#" + focused).requestFocus();
        }
    }

    /** The id of what holds the keyboard here: who changes a lamp by the space bar wants to change it back. Empty when nothing does. */
    private String focusedPart() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        String id = owner == null ? null : owner.getId();
        for (Node at = owner; at != null && id != null; at = at.getParent()) {
            if (at == sections) {
                return id;
            }
        }
        return "";
    }

    private void addConditional(@Nullable Conditional conditional) {
        if (conditional == null) {
            return;
        }
        String title = messages.get("inspector.conditional");
        EventToggle lamp = new EventToggle(String.valueOf(WskCallback.INSPECT.letter()), Hue.INSPECT, title);
        lamp.setId("inspector-conditional");
        lamp.setLamp(conditional.on() ? ToggleState.ON : ToggleState.OFF);
        lamp.setLocked(!conditional.changeable());
        lamp.setNote(messages.get(conditional.on() ? "inspector.conditional.on" : "inspector.conditional.off"));
        lamp.setExplanation(messages.get("inspector.conditional.explain"));
        lamp.setOnRequest(on -> requests.setConditional().setConditional(conditional.socket(), on));
        sections.getChildren().add(section(lamp));
    }

    private Node head(InspectorContent content) {
        Label title = new Label(content.title());
        title.getStyleClass().add("text-title");
        title.setId("inspector-title");
        title.setWrapText(true);
        Label subtitle = new Label(content.subtitle());
        subtitle.getStyleClass().add("text-secondary");
        subtitle.setId("inspector-subtitle");
        subtitle.setWrapText(true);
        KeyValueGrid grid = new KeyValueGrid(messages.get("inspector.copy"));
        grid.setId("inspector-arguments");
        for (Argument argument : content.arguments()) {
            Selected target = argument.target();
            if (target == null) {
                grid.add(argument.name(), argument.value(), argument.hue()).setId("argument-" + argument.name());
            } else {
                grid.addLink(
                                argument.name(),
                                argument.value(),
                                argument.hue(),
                                () -> requests.select().accept(target))
                        .setId("argument-" + argument.name());
            }
        }
        return section(title, subtitle, grid);
    }

    private void addMask(@Nullable EventMask mask) {
        if (mask == null) {
            return;
        }
        FlowPane bits = new FlowPane();
        bits.getStyleClass().add("mask-bits");
        bits.setId("inspector-bits");
        for (MaskBit bit : MaskBit.ALL) {
            Label chip = new Label(bit.place() + " " + bit.name());
            boolean set = bit.isIn(mask);
            chip.getStyleClass().addAll("mask-bit", bit.hue().styleClass());
            if (set) {
                chip.getStyleClass().add("set");
            }
            chip.setTooltip(new Tooltip(String.format(Locale.ROOT, "0x%08X", 1 << bit.place())));
            chip.setAccessibleText(messages.format(set ? "inspector.bit.set" : "inspector.bit.clear", chip.getText()));
            bits.getChildren().add(chip);
        }
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.bits")), section(bits));
    }

    private void addWhy(InspectorContent content) {
        if (content.why().isEmpty() && content.rules().isEmpty()) {
            return;
        }
        VBox box = section();
        box.setId("inspector-why");
        for (String sentence : content.why()) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        content.rules().forEach(rule -> box.getChildren().addAll(rule(rule)));
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.why")), box);
    }

    private List<Node> rule(Rule rule) {
        Hyperlink link = new Hyperlink(
                rule.documentation().isEmpty()
                        ? messages.format("rule.link", rule.id())
                        : messages.format("rule.linkAndPage", rule.id(), rule.sourcePage()));
        link.getStyleClass().add("rule-link");
        link.setId("rule-" + rule.id());
        link.setWrapText(true);
        link.setTooltip(new Tooltip(rule.sentence()));
        link.setAccessibleHelp(rule.sentence());
        link.setMaxWidth(Double.MAX_VALUE);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(event -> requests.pages().open(rule.id(), link));
        Label sentence = new Label(rule.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll("text-hint", "text-small");
        return List.of(link, sentence);
    }

    private void addWaits(List<WaitStep> waits, @Nullable HeldCall held) {
        if (waits.isEmpty() && held == null) {
            return;
        }
        FlowPane chain = new FlowPane();
        chain.getStyleClass().add("wait-chain");
        chain.setId("inspector-waits");
        for (int i = 0; i < waits.size(); i++) {
            WaitStep step = waits.get(i);
            Button box = new Button(step.text());
            box.getStyleClass().setAll("wait-step", step.hue().styleClass());
            box.setId("wait-step-" + i);
            box.setFocusTraversable(step.record() >= 0);
            box.setWrapText(true);
            // A status has underscores; none of them is there to mark a key.
            box.setMnemonicParsing(false);
            box.maxWidthProperty().bind(chain.widthProperty());
            box.setOnAction(event -> {
                if (step.record() >= 0) {
                    requests.select().accept(new Selected.RecordSelected(step.record()));
                }
            });
            chain.getChildren().add(box);
            if (i < waits.size() - 1) {
                Label arrow = new Label("→");
                arrow.getStyleClass().add("text-hint");
                chain.getChildren().add(arrow);
            }
        }
        if (held != null) {
            chain.getChildren().add(returnButton(held));
        }
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.waits")), section(chain));
    }

    private void addHolds(List<Hold> holds) {
        if (holds.isEmpty()) {
            return;
        }
        VBox box = section();
        box.setId("inspector-holds");
        for (Hold hold : holds) {
            String callback = hold.callback().functionName();
            Label sentence = new Label(messages.format(hold.sentenceKey(), callback));
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            Button end = new Button(messages.get("inspector.hold.end"));
            end.setId("end-hold-" + hold.callback());
            end.getStyleClass().add("small-button");
            end.setAccessibleText(messages.format("inspector.hold.end.accessible", callback));
            end.setOnAction(event -> requests.endHold().accept(hold));
            box.getChildren().addAll(sentence, end);
        }
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.holds")), box);
    }

    private void addBlocks(List<Blocked> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        VBox box = section();
        box.setId("inspector-blocks");
        for (Blocked blocked : blocks) {
            SocketId socket = blocked.socket();
            Labeled line = socket == null ? new Label(blocked.text()) : new Hyperlink(blocked.text());
            if (line instanceof Hyperlink link && socket != null) {
                link.getStyleClass().add("rule-link");
                link.setOnAction(event -> requests.select().accept(new Selected.SocketSelected(socket)));
            }
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(line);
        }
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.blocks")), box);
    }

    private Button returnButton(HeldCall held) {
        Button button = new Button(messages.get("call.return"));
        button.getStyleClass().add("small-button");
        button.setId("inspector-return");
        button.setOnAction(event -> {
            ContextMenu menu = new ContextMenu();
            for (NtStatus status : permitted(held.callback())) {
                menu.getItems()
                        .add(new LiteralMenuItem(
                                answer(held.callback(), status),
                                () -> requests.returnHeld().returnHeld(held, status)));
            }
            menu.show(button, Side.BOTTOM, 0, 0);
        });
        return button;
    }

    private void addCode(String code) {
        if (code.isEmpty()) {
            return;
        }
        Button copy = new Button();
        copy.setGraphic(Icons.COPY.node("icon-small"));
        copy.getStyleClass().setAll("tool-button");
        copy.setId("copy-code");
        copy.setAccessibleText(messages.get("inspector.code.copy"));
        copy.setTooltip(new Tooltip(messages.get("inspector.code.copy")));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(code);
            Clipboard.getSystemClipboard().setContent(content);
        });
        Label text = new Label(code);
        text.setId("inspector-code");
        text.getStyleClass().add("code-block");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        sections.getChildren().addAll(new SectionTitle(messages.get("inspector.code"), copy), section(text));
    }

    private static VBox section(Node... children) {
        VBox box = new VBox(children);
        box.getStyleClass().add("inspector-section");
        return box;
    }

    private static List<NtStatus> permitted(WskCallback callback) {
        return switch (callback) {
            case RECEIVE, RECEIVE_FROM ->
                List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING, NtStatus.STATUS_DATA_NOT_ACCEPTED);
            case ACCEPT -> List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
            case INSPECT ->
                Arrays.stream(InspectAction.values())
                        .map(InspectAction::asReturn)
                        .toList();
            case DISCONNECT, SEND_BACKLOG, ABORT, CLIENT, EXTENSION -> List.of(NtStatus.STATUS_SUCCESS);
        };
    }

    private static String answer(WskCallback callback, NtStatus status) {
        return Optional.of(callback)
                .filter(each -> each == WskCallback.INSPECT)
                .flatMap(inspect -> InspectAction.of(status.code()))
                .map(InspectAction::name)
                .orElseGet(status::name);
    }
}
