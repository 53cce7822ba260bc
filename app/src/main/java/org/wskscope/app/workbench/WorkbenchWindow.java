package org.wskscope.app.workbench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;

/**
 * The program's window: shows one {@link Workbench} at a time and remembers what the user chose. FX thread. Its owner shows it once and closes it when the stage was
 * hidden.
 */
public final class WorkbenchWindow implements AutoCloseable {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final Stage stage;
    private final Messages messages;
    private final PreferencesStore preferences;
    private final ThemeApplier look;
    private final WindowPlacement placement;
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root);
    private final List<Workbench> workbenches = new ArrayList<>();
    private @Nullable Workbench current;
    private @Nullable Path folder;

    /** What the window shares with the rest of the program. */
    public record Environment(Messages messages, PreferencesStore preferences, ThemeApplier look) {}

    public WorkbenchWindow(Stage stage, Environment around) {
        this.stage = stage;
        messages = around.messages();
        preferences = around.preferences();
        look = around.look();
        placement = new WindowPlacement(stage, preferences);
        applyChosenLook();
        rememberChoices();
        root.getChildren().setAll(new StartingNotice(messages.get("startup.running"), look));
    }

    /** Shows the window as it was left, with what there is to show by now. */
    public void show() {
        scene.setFill(look.ground());
        stage.setTitle(messages.get("product"));
        stage.getIcons().setAll(icons());
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        placement.restore();
        stage.show();
        placement.shown();
        seen();
        if (current != null) {
            current.dock().focusWork();
        }
        stage.iconifiedProperty().addListener(o -> seen());
        stage.showingProperty().addListener(o -> seen());
    }

    /** Asks where to save; empty when the user does not want to. The folder is the last one that was chosen. */
    public Optional<Path> chooseToSave(String kind, String suffix, String name) {
        FileChooser chooser = chooser(kind, suffix);
        chooser.setInitialFileName(name);
        Optional<Path> chosen = chosen(chooser.showSaveDialog(stage));
        if (chosen.isEmpty() || String.valueOf(chosen.get().getFileName()).endsWith(suffix)) {
            return chosen;
        }
        Path whole = chosen.get().resolveSibling(chosen.get().getFileName() + suffix);
        // The dialog asked about another file: it has not been said that this one may go.
        return Files.exists(whole)
                ? chooseToSave(kind, suffix, String.valueOf(whole.getFileName()))
                : Optional.of(whole);
    }

    /** Asks what to open; otherwise as {@link #chooseToSave}. */
    public Optional<Path> chooseToOpen(String kind, String suffix) {
        return chosen(chooser(kind, suffix).showOpenDialog(stage));
    }

    private FileChooser chooser(String kind, String suffix) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(kind, "*" + suffix));
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        Optional<Path> chosen = Optional.ofNullable(file).map(File::toPath);
        chosen.ifPresent(path -> folder = path.toAbsolutePath().getParent());
        return chosen;
    }

    /** Files that are dragged onto the window go there, if their name ends with {@code suffix}. */
    public void takeDrops(String suffix, Consumer<Path> taker) {
        scene.setOnDragOver(event -> {
            if (dropped(event, suffix).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> file = dropped(event, suffix);
            file.ifPresent(taker);
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> dropped(DragEvent event, String suffix) {
        return event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .filter(file -> String.valueOf(file.getFileName()).endsWith(suffix))
                        .findFirst()
                : Optional.empty();
    }

    /** Says in the window that there will be nothing to show, and what to do. */
    public void fail() {
        root.getChildren().setAll(new StartingNotice(messages.get("startup.failed"), look));
    }

    /** Makes another workbench; {@link #switchTo} shows it. */
    public Workbench add(WorkbenchParts parts) {
        Workbench made = new Workbench(parts, this::toggleFullScreen);
        workbenches.add(made);
        rememberSpeed(parts.transport());
        return made;
    }

    /** Shows another workbench of this window. */
    public void switchTo(Workbench next) {
        Workbench before = current;
        if (next == before) {
            return;
        }
        boolean presenting = before != null && before.presenting();
        if (before == null) {
            install(next);
        } else {
            before.endPresenting();
            before.setOnScreen(false);
            before.rememberLayout();
        }
        current = next;
        root.getChildren().setAll(next.node());
        seen();
        next.dock().focusWork();
        if (presenting) {
            next.present();
        }
    }

    /** What only a window with something in it needs. */
    private void install(Workbench first) {
        Fonts.register();
        look.attach(scene);
        new KeyDispatch(this::actions).attach(scene);
        new FocusKeeper(() -> dock().focusWork()).attach(scene);
        CutTexts.attach(scene);
        Thread.currentThread().setUncaughtExceptionHandler(new UncaughtFailures(messages, this::notices));
        preferences
                .damagedCopy()
                .ifPresent(copy -> first.notices().inform(messages.format("preferences.damaged", copy.toString())));
    }

    private void seen() {
        if (current != null) {
            current.setOnScreen(stage.isShowing() && !stage.isIconified());
        }
    }

    /** Lets a workbench go that is not shown. */
    public void remove(Workbench gone) {
        if (gone == current) {
            throw new IllegalArgumentException("The workbench on the window cannot be removed.");
        }
        workbenches.remove(gone);
        gone.dispose();
    }

    /** Remembers window and layout, and lets the views go. The preferences stay their owner's to close. */
    @Override
    public void close() {
        placement.remember();
        if (current != null) {
            current.rememberLayout();
        }
        workbenches.forEach(Workbench::dispose);
        workbenches.clear();
    }

    /** The workbench on the window. */
    public Workbench current() {
        Workbench shown = current;
        if (shown == null) {
            throw new IllegalStateException("nothing is on the window yet");
        }
        return shown;
    }

    public ActionRegistry actions() {
        return current().actions();
    }

    public NoticeStack notices() {
        return current().notices();
    }

    public StatusBar statusBar() {
        return current().statusBar();
    }

    public TopBar topBar() {
        return current().topBar();
    }

    public DockArea dock() {
        return current().dock();
    }

    private void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    private void applyChosenLook() {
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(preferences.current().theme())) {
                look.themeProperty().set(theme);
            }
        }
        look.setUiScale(preferences.current().uiScalePercent() / 100.0);
    }

    private void rememberChoices() {
        look.themeProperty().addListener((o, old, now) -> preferences.update(chosen -> chosen.withTheme(now.name())));
        look.chosenScaleProperty()
                .addListener((o, old, now) -> preferences.update(
                        chosen -> chosen.withUiScalePercent((int) Math.round(now.doubleValue() * 100))));
    }

    private void rememberSpeed(DisplayTransport transport) {
        transport
                .speed()
                .addListener((o, old, now) -> preferences.update(chosen -> chosen.withDisplaySpeed(now.doubleValue())));
    }

    private static List<Image> icons() {
        List<Image> icons = new ArrayList<>();
        for (int size : ICON_SIZES) {
            var in = WorkbenchWindow.class.getResourceAsStream("/org/wskscope/assets/icons/wskscope-" + size + ".png");
            if (in != null) {
                icons.add(new Image(in));
            }
        }
        return icons;
    }
}
