package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.wskscope.app.control.SegmentedControl;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.docking.DockStripe;
import org.wskscope.app.docking.Dockable;
import org.wskscope.app.docking.LayoutJson;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Theme;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;

/**
 * The workbench's window: makes the views, arranges them, remembers what the user chose. FX thread. Its owner shows it
 * once and closes it when the stage was hidden.
 */
public final class WorkbenchWindow implements AutoCloseable {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);

    private final Stage stage;
    private final Messages messages;
    private final PreferencesStore preferences;
    private final ThemeApplier look;
    private final ActionRegistry actions = new ActionRegistry();
    private final NoticeStack notices;
    private final StatusBar statusBar = new StatusBar();
    private final FrameMeter frameMeter;
    private final List<ViewPart> parts = new ArrayList<>();
    private final DockArea dock;
    private final TopBar topBar;
    private final ActionSearch search;
    private final KeySheet keys;
    private final WindowPlacement placement;

    public WorkbenchWindow(Stage stage, WorkbenchParts given) {
        this.stage = stage;
        messages = given.messages();
        preferences = given.preferences();
        look = given.look();
        notices = new NoticeStack(messages);
        placement = new WindowPlacement(stage, preferences);
        applyChosenLook();
        dock = makeDock(given.views());
        search = new ActionSearch(messages, actions);
        keys = new KeySheet(messages, actions);
        registerActions(given.transport());
        WorkbenchMenu menu = new WorkbenchMenu(messages, actions);
        topBar = new TopBar(messages, searchButton(), menu.button());
        topBar.fill(
                ActionSlot.SESSION_KIND, new SegmentedControl<>(List.of(messages.get("session.live")), word -> word));
        topBar.showTransport(given.transport());
        frameMeter = new FrameMeter(messages, statusBar.addRight("frames"), statusBar.addRight("heap"));
        statusBar.addRight("language").setText(messages.get("language.name"));
        menu.fill(dock, look);
        rememberChoices(given.transport());
    }

    /** Shows the window as it was left. */
    public void show() {
        Fonts.register();
        Scene scene = new Scene(root());
        look.attach(scene);
        new KeyDispatch(actions).attach(scene);
        Thread.currentThread().setUncaughtExceptionHandler(new UncaughtFailures(messages, notices));
        stage.setTitle(messages.get("product"));
        stage.getIcons().setAll(icons());
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        placement.restore();
        stage.show();
        frameMeter.start();
        preferences
                .damagedCopy()
                .ifPresent(copy -> notices.inform(messages.format("preferences.damaged", copy.toString())));
    }

    /** Remembers window and layout, and lets the views go. The preferences stay their owner's to close. */
    @Override
    public void close() {
        frameMeter.stop();
        placement.remember();
        preferences.update(current ->
                current.withLayout(LayoutJson.write(dock.layoutProperty().get())));
        parts.forEach(ViewPart::dispose);
        parts.clear();
    }

    public ActionRegistry actions() {
        return actions;
    }

    public NoticeStack notices() {
        return notices;
    }

    public StatusBar statusBar() {
        return statusBar;
    }

    public TopBar topBar() {
        return topBar;
    }

    public DockArea dock() {
        return dock;
    }

    void openSearch() {
        keys.close();
        search.open();
    }

    void openKeys() {
        keys.open();
    }

    void toggleFullScreen() {
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

    private DockArea makeDock(List<ViewDescriptor> views) {
        ViewContext context = new ViewContext(
                messages,
                look.paletteProperty(),
                look.uiScaleProperty(),
                new SimpleBooleanProperty(preferences.current().reduceMotion()),
                notices);
        List<Dockable> dockables = new ArrayList<>();
        for (ViewDescriptor view : views) {
            dockables.add(open(view, context));
        }
        DockArea area =
                new DockArea(DefaultLayout.of(views), dockables, look.uiScaleProperty(), messages.get("dock.close"));
        preferences.current().layout().flatMap(LayoutJson::read).ifPresent(area::restore);
        return area;
    }

    private Dockable open(ViewDescriptor view, ViewContext context) {
        ViewPart part = view.opener().apply(context);
        parts.add(part);
        actions.registerAll(part.actions());
        Dockable dockable =
                new Dockable(view.id(), messages.get(view.titleKey()), view.icon(), part.node(), part.headerActions());
        dockable.badgeProperty().bind(part.badge());
        dockable.setOnShown(part::shown, part::hidden);
        return dockable;
    }

    private void registerActions(DisplayTransport transport) {
        WorkbenchActions own = new WorkbenchActions(messages, actions);
        own.registerWindow(this);
        own.registerTransport(transport);
        own.registerLook(look);
        own.registerDocking(dock);
    }

    private void rememberChoices(DisplayTransport transport) {
        look.themeProperty().addListener((o, old, now) -> preferences.update(current -> current.withTheme(now.name())));
        look.uiScaleProperty()
                .addListener((o, old, now) -> preferences.update(
                        current -> current.withUiScalePercent((int) Math.round(now.doubleValue() * 100))));
        transport
                .speed()
                .addListener(
                        (o, old, now) -> preferences.update(current -> current.withDisplaySpeed(now.doubleValue())));
        dock.layoutProperty()
                .addListener((o, old, now) -> preferences.update(current -> current.withLayout(LayoutJson.write(now))));
    }

    private Button searchButton() {
        Label key = new Label(KeyNames.of(actions, WorkbenchActions.SEARCH));
        key.getStyleClass().add("key");
        Button button = new Button(messages.get("search.button"), key);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setGraphicTextGap(16);
        button.getStyleClass().setAll("plain-button", "action-search-button");
        button.setId("open-action-search");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> openSearch());
        return button;
    }

    private StackPane root() {
        BorderPane rooms = new BorderPane(dock);
        rooms.setTop(topBar);
        rooms.setLeft(new DockStripe(dock));
        rooms.setBottom(statusBar);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane root = new StackPane(rooms, notices, search, keys);
        root.setId("workbench");
        return root;
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
