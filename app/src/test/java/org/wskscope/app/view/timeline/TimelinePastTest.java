package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeFold;

/** The timeline while one looks at what was: what has happened is bright, what is still to come is faint. */
@ExtendWith(ApplicationExtension.class)
class TimelinePastTest {
    private static final LaneKey CALLBACKS = new LaneKey(LaneKind.CALLBACKS, PictureLog.C1);

    private final PictureLog picture = new PictureLog();
    private final SessionModel session = new SessionModel(picture.log(), true, 2);
    private final ThemeApplier look = new ThemeApplier();
    private TimelineView view;

    @Start
    void show(Stage stage) {
        view = (TimelineView) TimelineView.descriptor(session, new Selection(session))
                .opener()
                .apply(new ViewContext(
                        new Messages(Locale.ENGLISH),
                        look.paletteProperty(),
                        look.uiScaleProperty(),
                        new SimpleBooleanProperty(),
                        new QuietNotices()));
        Scene scene = new Scene((Parent) view.node(), 1000, 700);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
        session.show(
                TimelineLayoutTest.folded(picture.log()),
                PictureLog.NOW_NANOS,
                picture.log().size());
        view.lanes().followTailProperty().set(false);
        view.lanes().show(TimeViewport.between(0, 70e6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.1, 1.25, 1.5, 2.18})
    void whatHasHappenedIsAsBrightAsEverAtEveryScale(double scale) throws TimeoutException {
        onFx(() -> {
            look.setUiScale(scale);
            session.travel().stop();
            ScopeFold fold = new ScopeFold(picture.log());
            fold.foldTo(picture.receiving());
            session.show(fold.snapshot(), 0, picture.log().size());
            return null;
        });
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> onFx(() -> session.isPast()
                        && !view.isUnsettled()
                        && view.layout().area().scale() == scale
                        && view.layout().nowNanos() < PictureLog.NOW_NANOS));
        WaitForAsyncUtils.waitForFxEvents();

        BarMark first = onFx(() -> (BarMark) view.layout().marks().stream()
                .filter(mark -> mark instanceof BarMark bar && bar.bar().lane().equals(CALLBACKS))
                .findFirst()
                .orElseThrow());
        WritableImage image = onFx(() -> view.lanes().snapshot(null, null));

        assertThat(colorAt(image, first.x() + first.width() - 6, first.y() + 5))
                .isEqualTo(look.paletteProperty().get().color(Token.RECEIVE));
    }

    private static Color colorAt(WritableImage image, double x, double y) {
        return image.getPixelReader().getColor((int) x, (int) y);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }
}
