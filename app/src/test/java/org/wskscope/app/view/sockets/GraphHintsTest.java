package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.view.Messages;

/** What lies beyond the graph's sides is announced where no card is covered. */
@ExtendWith(ApplicationExtension.class)
class GraphHintsTest {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 400;
    private static final Box BELOW = new Box(10, HEIGHT + 50, 200, 100);

    private StackPane over;
    private GraphHints hints;

    @Start
    void show(Stage stage) {
        over = new StackPane();
        hints = new GraphHints(over, new SocketText(new Messages(Locale.ENGLISH)), box -> {});
        stage.setScene(new Scene(over, WIDTH, HEIGHT));
        stage.show();
    }

    @Test
    void aHintStandsInTheMiddleOfItsSide(FxRobot robot) {
        Button hint = below(robot, List.of(BELOW));

        assertThat(StackPane.getAlignment(hint)).isEqualTo(Pos.BOTTOM_CENTER);
        assertThat(hint.getText()).isEqualTo("▾ 1 card below");
    }

    @Test
    void itGivesWayToACardThatStandsThere(FxRobot robot) {
        Box card = new Box(200, 300, 200, 100);

        Button hint = below(robot, List.of(BELOW, card));

        Bounds place = hint.getBoundsInParent();
        assertThat(place.intersects(card.x(), card.y(), card.width(), card.height()))
                .isFalse();
        assertThat(hint.getText()).isEqualTo("▾ 1 card below");
    }

    @Test
    void whereCardsStandEverywhereItIsShort(FxRobot robot) {
        Button hint = below(robot, List.of(BELOW, new Box(0, 300, WIDTH, 100)));

        assertThat(hint.getText()).isEqualTo("▾ 1");
    }

    private Button below(FxRobot robot, List<Box> cards) {
        robot.interact(() -> {
            hints.show(cards, WIDTH, HEIGHT);
            over.applyCss();
            over.layout();
        });
        return robot.lookup("#graph-more-below").queryButton();
    }
}
