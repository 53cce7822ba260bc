package org.wskscope.app.view.timeline;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.TraceLog;

/** The timeline alone, to look at: {@code TimelineGallery theme percent width height [png] [empty]}; with a file it takes a picture and ends. */
public final class TimelineGallery extends Application {
    /** Started from the class path, so the class named on the command line must not be the application itself. */
    public static final class Start {
        public static void main(String[] args) {
            Application.launch(TimelineGallery.class, args);
        }
    }

    @Override
    public void start(Stage stage) {
        List<String> args = getParameters().getRaw();
        Fonts.register();
        ThemeApplier look = new ThemeApplier();
        look.themeProperty().set(Theme.valueOf(args.get(0)));
        look.setUiScale(Integer.parseInt(args.get(1)) / 100.0);
        boolean empty = args.size() > 5;
        PictureLog picture = new PictureLog();
        TraceLog log = empty ? new TraceLog(10) : picture.log();
        SessionModel session = new SessionModel(log, true, 2);
        Selection selection = new Selection(session);
        TimelineView view = (TimelineView) TimelineView.descriptor(session, selection)
                .opener()
                .apply(new ViewContext(
                        new Messages(Locale.ENGLISH),
                        look.paletteProperty(),
                        look.uiScaleProperty(),
                        new SimpleBooleanProperty(),
                        quiet()));
        Scene scene = new Scene(
                (javafx.scene.Parent) view.node(), Integer.parseInt(args.get(2)), Integer.parseInt(args.get(3)));
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        session.show(fold.snapshot(), empty ? 0 : PictureLog.NOW_NANOS, log.size());
        if (!empty) {
            view.lanes().followTailProperty().set(false);
            view.lanes().show(TimeViewport.between(10e6, 70.7e6));
            selection.select(new BarSelected(new LaneKey(LaneKind.CONTROL, PictureLog.C1), picture.disabling()));
        }
        if (args.size() > 4) {
            PauseTransition wait = new PauseTransition(Duration.millis(900));
            wait.setOnFinished(event -> {
                save(scene, new File(args.get(4)));
                Platform.exit();
            });
            wait.play();
        }
    }

    private static Notices quiet() {
        return new Notices() {
            @Override
            public void refused(String code, String sentence) {}

            @Override
            public void inform(String sentence) {}

            @Override
            public void ask(String sentence, List<UserAction> answers) {}
        };
    }

    private static void save(Scene scene, File file) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                buffered.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(buffered, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture cannot be written to " + file, e);
        }
    }
}
