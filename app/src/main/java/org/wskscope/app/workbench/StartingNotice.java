package org.wskscope.app.workbench;

import javafx.geometry.Insets;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.theme.Token;

/** A sentence in a window that has nothing else to show. Painted without any stylesheet, because it is there before they are read. FX thread. */
final class StartingNotice extends StackPane {
    private static final double WIDEST = 560;

    StartingNotice(String sentence, ThemeApplier look) {
        double scale = look.uiScaleProperty().get();
        Text text = new Text(sentence);
        text.setId("startup");
        text.setFont(Font.font(Spacing.TEXT * scale));
        text.setFill(look.paletteProperty().get().color(Token.TEXT_2));
        text.setTextAlignment(TextAlignment.CENTER);
        text.setWrappingWidth(Math.min(WIDEST * scale, text.prefWidth(-1) + 1));
        setPadding(new Insets(Spacing.TEXT * scale));
        getChildren().add(text);
    }
}
