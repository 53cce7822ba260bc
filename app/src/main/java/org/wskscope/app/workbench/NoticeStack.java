package org.wskscope.app.workbench;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;

/**
 * Notices at the lower right of the window: newest below, at most four; each leaves by itself unless it is a question or the pointer rests on
 * it, and the same notice again is counted instead of repeated. FX thread.
 */
public final class NoticeStack extends VBox implements Notices {
    private static final int MOST = 4;
    private static final Duration STAY = Duration.seconds(9);

    private final Messages messages;
    private boolean onScreen = true;

    NoticeStack(Messages messages) {
        this.messages = messages;
        getStyleClass().add("notice-stack");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        // They must not push the window's other rooms over the edge.
        setMinSize(0, 0);
        setId("notices");
    }

    @Override
    public void refused(String code, String sentence) {
        add(new Banner(Hue.ERROR, Icons.ERROR, code, sentence));
    }

    @Override
    public void inform(String sentence) {
        add(new Banner(Hue.ACCENT, Icons.INFO, "", sentence));
    }

    @Override
    public void ask(String sentence, List<UserAction> answers) {
        getChildren().removeIf(shown -> ((Banner) shown).isQuestion());
        Banner question = new Banner(Hue.WAITING, Icons.WARNING, "", sentence);
        add(question);
        question.offer(answers);
    }

    /** While nobody sees the notices they wait. */
    void setOnScreen(boolean nowOnScreen) {
        onScreen = nowOnScreen;
        getChildren().forEach(banner -> ((Banner) banner).stayAWhile());
    }

    private void add(Banner banner) {
        Optional<Banner> same = getChildren().stream()
                .map(Banner.class::cast)
                .filter(shown -> shown.says(banner))
                .findFirst();
        if (same.isPresent()) {
            same.get().again();
            return;
        }
        if (getChildren().size() == MOST) {
            getChildren().remove(0);
        }
        getChildren().add(banner);
        banner.again();
    }

    /** The oldest are not shown while there is no room for them; a question always is. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        getChildren()
                .forEach(banner -> banner.setVisible(
                        banner.getLayoutY() >= 0 || isLast(banner) || ((Banner) banner).isQuestion()));
    }

    private boolean isLast(Node banner) {
        return banner == getChildren().get(getChildren().size() - 1);
    }

    private final class Banner extends HBox {
        private final String code;
        private final String sentence;
        private final Label times = new Label();
        private final VBox words;
        private final PauseTransition stay = new PauseTransition(STAY);
        private int count;
        private boolean question;

        Banner(Hue hue, Icons icon, String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
            Label codeLabel = new Label(code);
            codeLabel.getStyleClass().add("code");
            codeLabel.setMinWidth(Region.USE_PREF_SIZE);
            codeLabel.setManaged(!code.isEmpty());
            Label text = new Label(sentence);
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            times.getStyleClass().add("badge");
            times.setMinWidth(Region.USE_PREF_SIZE);
            Button close = TopBar.iconButton(Icons.CLOSE, messages.get("notice.dismiss"));
            close.setOnAction(event -> leave());
            words = new VBox(codeLabel, text);
            getChildren().addAll(icon.node("icon-hue"), words, times, close);
            HBox.setHgrow(words, Priority.ALWAYS);
            getStyleClass().addAll("banner", hue.styleClass());
            stay.setOnFinished(event -> leave());
            setOnMouseEntered(event -> stay.stop());
            setOnMouseExited(event -> stayAWhile());
        }

        /** Makes it a question. */
        void offer(List<UserAction> answers) {
            HBox line = new HBox();
            line.getStyleClass().add("answers");
            for (UserAction answer : answers) {
                Button button = new Button(answer.title());
                button.setMnemonicParsing(false);
                button.setId("answer-" + answer.id());
                button.getStyleClass().add("plain-button");
                button.setOnAction(event -> {
                    leave();
                    answer.run().run();
                });
                line.getChildren().add(button);
            }
            words.getChildren().add(line);
            question = true;
            stay.stop();
            // A control answers keys once it has its looks, and the next key may come before the next picture.
            applyCss();
            line.getChildren().get(0).requestFocus();
        }

        boolean isQuestion() {
            return question;
        }

        boolean says(Banner other) {
            return code.equals(other.code) && sentence.equals(other.sentence);
        }

        void again() {
            count++;
            times.setText(messages.format("notice.times", count));
            times.setVisible(count > 1);
            times.setManaged(count > 1);
            stayAWhile();
        }

        private void stayAWhile() {
            stay.stop();
            if (!question && onScreen) {
                stay.playFromStart();
            }
        }

        private void leave() {
            stay.stop();
            NoticeStack.this.getChildren().remove(this);
        }
    }
}
