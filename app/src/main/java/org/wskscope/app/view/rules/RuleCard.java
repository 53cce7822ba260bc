package org.wskscope.app.view.rules;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.wskscope.app.control.KeyValueGrid;
import org.wskscope.app.control.SectionTitle;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.RuleBook;

/**
 * Shows one rule at a time beside what names it, out of the packaged book: nothing has to be fetched. A rule it names opens in its place, and the way back stays. Closes by
 * Escape, its button, or a click beside it. FX thread.
 */
public final class RuleCard implements RuleOpener {
    private static final double GAP = 4;
    private static final double WIDTH_EM = 34;
    private static final double HEIGHT_EM = 36;
    /** What the width loses to the edges and the scroll bar. */
    private static final double MARGINS_EM = 4;

    private final Messages messages;
    private final RuleBook book;
    private final Consumer<URI> openPage;
    private final Popup popup = new Popup();
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private final VBox card = new VBox(scroll);
    private final Deque<String> before = new ArrayDeque<>();
    private String shown = "";

    /** {@code openPage} shows a page in the user's browser. */
    public RuleCard(Messages messages, RuleBook book, Consumer<URI> openPage) {
        this.messages = messages;
        this.book = book;
        this.openPage = openPage;
        card.setId("rule-card");
        card.getStyleClass().addAll("overlay-sheet", "rule-card");
        sections.getStyleClass().add("rule-sections");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        popup.setAutoFix(true);
        popup.setAutoHide(true);
        popup.getContent().add(card);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
    }

    @Override
    public void open(String id, Node beside) {
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        if (bounds == null || RuleText.of(id, book).isEmpty()) {
            return;
        }
        before.clear();
        show(id);
        popup.show(beside, bounds.getMinX(), bounds.getMaxY() + GAP);
        fit();
        focusFirst();
    }

    /** As wide as can be read well, and as high as what it says, up to a limit; known only where the popup has its styles. */
    private void fit() {
        card.applyCss();
        double em = em();
        double width = WIDTH_EM * em;
        card.setPrefWidth(width);
        scroll.setPrefViewportHeight(Math.min(HEIGHT_EM * em, sections.prefHeight(width - MARGINS_EM * em)));
        popup.sizeToScene();
    }

    private void goTo(String id) {
        before.push(shown);
        show(id);
        fit();
        focusFirst();
    }

    private void show(String id) {
        RuleText.of(id, book).ifPresent(rule -> {
            shown = id;
            sections.getChildren().setAll(head(rule), sentence(rule), source(rule));
            addChoices(rule);
            addRelated(rule);
            scroll.setVvalue(0);
        });
    }

    private Node head(RuleText rule) {
        Label title = new Label(messages.format("rules.title", rule.id()));
        title.setId("rule-title");
        title.getStyleClass().add("text-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button back = plain("rules.back", "rule-back");
        back.setVisible(!before.isEmpty());
        back.setManaged(!before.isEmpty());
        back.setOnAction(event -> {
            show(before.pop());
            fit();
            focusFirst();
        });
        Button close = plain("rules.close", "rule-close");
        close.setOnAction(event -> popup.hide());
        HBox head = new HBox(title, gap, back, close);
        head.getStyleClass().add("rule-line");
        return head;
    }

    private Node sentence(RuleText rule) {
        VBox box = new VBox(wrapped(rule.sentence(), "rule-sentence"));
        for (String tag : rule.tags()) {
            box.getChildren().add(wrapped(messages.get("rules.tag." + tag), "text-secondary"));
        }
        if (!rule.reason().isEmpty()) {
            box.getChildren()
                    .add(wrapped(
                            messages.format(rule.tags().contains("F") ? "rules.kernel" : "rules.reason", rule.reason()),
                            "text-secondary"));
        }
        box.getStyleClass().add("rule-lines");
        return box;
    }

    private Node source(RuleText rule) {
        VBox box = new VBox();
        box.getStyleClass().add("rule-lines");
        if (rule.source().isEmpty() && rule.page().isEmpty()) {
            return box;
        }
        KeyValueGrid grid = new KeyValueGrid(messages.get("inspector.copy"));
        grid.add(messages.get("rules.source"), rule.source()).setId("rule-source");
        box.getChildren().add(grid);
        rule.page().ifPresent(page -> {
            grid.add(messages.get("rules.address"), page.toString()).setId("rule-address");
            Button open = plain("rules.open", "rule-open");
            open.setOnAction(event -> openPage.accept(page));
            Button copy = plain("rules.copy", "rule-copy");
            copy.setOnAction(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(page.toString());
                content.putUrl(page.toString());
                Clipboard.getSystemClipboard().setContent(content);
            });
            HBox buttons = new HBox(open, copy);
            buttons.getStyleClass().add("rule-line");
            box.getChildren().add(buttons);
        });
        return box;
    }

    private void addChoices(RuleText rule) {
        if (rule.choices().isEmpty()) {
            return;
        }
        sections.getChildren().add(new SectionTitle(messages.get("rules.choices")));
        for (Choice choice : rule.choices()) {
            VBox box = new VBox(link(choice.id()), wrapped(choice.decision(), "text-secondary"));
            sections.getChildren().add(box);
        }
    }

    private void addRelated(RuleText rule) {
        if (rule.related().isEmpty()) {
            return;
        }
        FlowPane links = new FlowPane();
        links.setId("rule-related");
        links.getStyleClass().add("rule-links");
        rule.related().forEach(id -> links.getChildren().add(link(id)));
        sections.getChildren().addAll(new SectionTitle(messages.get("rules.related")), links);
    }

    private Hyperlink link(String id) {
        Hyperlink link = new Hyperlink(id);
        link.setId("related-" + id);
        link.getStyleClass().add("rule-link");
        RuleText.of(id, book).ifPresent(rule -> link.setAccessibleHelp(rule.sentence()));
        link.setOnAction(event -> goTo(id));
        return link;
    }

    private Button plain(String key, String id) {
        Button button = new Button(messages.get(key));
        button.setId(id);
        button.getStyleClass().add("plain-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** The first thing to press: the page if there is one. */
    private void focusFirst() {
        Node open = card.lookup("#rule-open");
        Node first = open == null ? card.lookup("#rule-close") : open;
        if (first != null) {
            first.requestFocus();
        }
    }

    private double em() {
        Node title = card.lookup("#rule-close");
        return title instanceof Button button ? button.getFont().getSize() : 13;
    }
}
