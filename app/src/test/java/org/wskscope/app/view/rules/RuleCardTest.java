package org.wskscope.app.view.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;

@ExtendWith(ApplicationExtension.class)
class RuleCardTest {
    private final RuleBook book = RuleBook.load();
    private final List<URI> opened = new ArrayList<>();
    private Button anchor;
    private RuleCard card;

    @Start
    void show(Stage stage) {
        anchor = new Button("Rule CTL-ECB-09");
        card = new RuleCard(new Messages(Locale.ENGLISH), book, opened::add);
        Scene scene = new Scene(new StackPane(anchor), 700, 600);
        new ThemeApplier().attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aRuleIsReadInsideTheProgramAndItsAddressCanBeCopied() throws TimeoutException {
        open("CTL-ECB-09");
        Rule rule = book.rule("CTL-ECB-09").orElseThrow();

        assertThat(sentences()).contains(rule.sentence());
        String address = rule.documentation().orElseThrow().toString();
        assertThat(((TextField) find("#rule-address")).getText()).isEqualTo(address);
        press("#rule-copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(address);
        press("#rule-open");
        assertThat(opened).containsExactly(rule.documentation().orElseThrow());
    }

    @Test
    void aRelatedRuleOpensInItsPlaceAndTheWayBackStays() throws TimeoutException {
        open("CTL-ECB-09");
        Hyperlink related = (Hyperlink) find("#rule-related .hyperlink");
        String id = related.getText();

        onFx(() -> {
            related.fire();
            return true;
        });

        assertThat(((Label) find("#rule-title")).getText()).isEqualTo("Rule " + id);
        assertThat(sentences()).contains(book.rule(id).orElseThrow().sentence());
        press("#rule-back");
        assertThat(((Label) find("#rule-title")).getText()).isEqualTo("Rule CTL-ECB-09");
    }

    @Test
    void theKeyboardHasItAndEscapeClosesIt() throws TimeoutException {
        open("CTL-ECB-09");
        until(() -> find("#rule-open").isFocused());

        new FxRobot().type(KeyCode.ESCAPE);

        until(() -> find("#rule-card") == null);
    }

    @Test
    void everyRuleAndEveryChoiceCanBeRead() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(book.rules()).hasSizeGreaterThan(200).allSatisfy(rule -> {
            RuleText text = RuleText.of(rule.id(), book).orElseThrow();
            assertThat(text.sentence()).isEqualTo(rule.sentence());
            assertThat(text.tags())
                    .isNotEmpty()
                    .allSatisfy(
                            tag -> assertThat(messages.get("rules.tag." + tag)).isNotBlank());
            assertThat(text.related()).doesNotContain(rule.id()).hasSizeLessThanOrEqualTo(10);
        });
        assertThat(book.choices())
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(
                                RuleText.of(choice.id(), book).orElseThrow().reason())
                        .isEqualTo(choice.reason()));
        assertThat(RuleText.of("C-07", book).orElseThrow().related()).isNotEmpty();
    }

    private void open(String id) throws TimeoutException {
        onFx(() -> {
            card.open(id, anchor);
            return true;
        });
        until(() -> find("#rule-card") != null);
    }

    private void press(String id) {
        onFx(() -> {
            ((ButtonBase) find(id)).fire();
            return true;
        });
    }

    private List<String> sentences() {
        return onFx(() -> {
            List<String> texts = new ArrayList<>();
            find("#rule-card").lookupAll(".label").forEach(node -> texts.add(((Label) node).getText()));
            return texts;
        });
    }

    private static Node find(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(id))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
