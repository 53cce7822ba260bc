package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.docking.DockArea;
import org.wskscope.app.docking.DockStripe;
import org.wskscope.app.docking.DockText;
import org.wskscope.app.docking.Dockable;
import org.wskscope.app.docking.LayoutJson;
import org.wskscope.app.docking.LeastHeight;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;

/**
 * Everything the window shows of one session: bars, tool windows and their arrangement, actions, notices. A window may have several and shows one. FX thread.
 *
 * <p>Theme and scale reach the views through properties of this object that follow the window's: what a workbench held goes with it.
 */
public final class Workbench {
    /** A card in the upper part of the centre, and two lanes under their ruler in the lower; if need be the head of a card and two lanes. */
    private static final LeastHeight LEAST_TOP = new LeastHeight(130, 72);

    private static final LeastHeight LEAST_BOTTOM = new LeastHeight(190, 94);
    private static final int PULSES_BEFORE_THE_REST = 20;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** In a window lower than so, pixels at 100 %, bars and titles are slim: the rooms need the height more. */
    private static final double LOW_HEIGHT = 300;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final Messages messages;
    private final PreferencesStore preferences;
    private final ActionRegistry actions;
    private final NoticeStack notices;
    private final StatusBar statusBar;
    private final FrameMeter frameMeter;
    private final List<LazyView> views = new ArrayList<>();
    /** Makes the windows nobody has looked at yet, one each pulse: their actions and badges are wanted too. */
    private final AnimationTimer makingTheRest = new AnimationTimer() {
        @Override
        public void handle(long now) {
            makeOne();
        }
    };

    private final ObjectProperty<TokenPalette> palette = new SimpleObjectProperty<>();
    private final DoubleProperty uiScale = new SimpleDoubleProperty();
    private final DockArea dock;
    private final TopBar topBar;
    private final ActionSearch search;
    private final KeySheet keys;
    private final WorkbenchMenu menu;
    private final TroubleStrip trouble = new TroubleStrip();
    private final VBox strips = new VBox();
    private final BorderPane rooms = new BorderPane();
    private final ThemeApplier look;
    private final StackPane node;
    private @Nullable Presentation presentation;
    private int pulses;

    Workbench(WorkbenchParts given, Runnable toggleFullScreen) {
        messages = given.messages();
        preferences = given.preferences();
        look = given.look();
        palette.bind(given.look().paletteProperty());
        uiScale.bind(given.look().uiScaleProperty());
        actions = new ActionRegistry(this::synonyms);
        notices = new NoticeStack(messages);
        statusBar = new StatusBar(messages);
        dock = makeDock(given.views());
        search = new ActionSearch(messages, actions);
        keys = new KeySheet(messages, actions);
        registerActions(given.look(), toggleFullScreen);
        menu = new WorkbenchMenu(messages, actions);
        topBar = new TopBar(messages, searchButton(), menu.button());
        topBar.showTransport(given.transport());
        frameMeter = new FrameMeter(messages, statusBar.addRight("frames"), statusBar.addRight("heap"));
        menu.fill(dock, given.look());
        node = makeNode();
        frameMeter.measure(node);
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

    /**
     * Says above the tool windows what is wrong, until it is cleared.
     *
     * @param stale true when the tool windows show what was, not what is
     */
    public void showTrouble(String sentence, boolean stale, UserAction answer) {
        trouble.show(sentence, answer);
        dock.pseudoClassStateChanged(STALE, stale);
    }

    public void clearTrouble() {
        trouble.clear();
        dock.pseudoClassStateChanged(STALE, false);
    }

    /** Puts a strip below the top bar, over all tool windows. */
    public void addStrip(Node strip) {
        strips.getChildren().add(strip);
    }

    /** The colours canvas code paints with; change with the theme. */
    public ReadOnlyObjectProperty<TokenPalette> paletteProperty() {
        return palette;
    }

    /** What canvas code multiplies lengths by. */
    public ReadOnlyDoubleProperty uiScaleProperty() {
        return uiScale;
    }

    /** Shows that the tool windows tell of what was. */
    public void setPast(boolean past) {
        dock.pseudoClassStateChanged(PAST, past);
    }

    /** Lets the session be presented: by key, by name, and by a button. */
    public void presentWith(PresentContent content) {
        Presentation made = new Presentation(
                new Presentation.Stage(
                        rooms, dock, notices, look, actions, this::spot, () -> search.isVisible() || keys.isVisible()),
                content,
                messages);
        presentation = made;
        node.getChildren().add(1, made.glass());
        UserAction present = UserAction.of(WorkbenchActions.PRESENT, messages.get("action.present"), "P", made::toggle);
        actions.register(present);
        topBar.fill(ActionSlot.PRESENT, new PresentButton(present, messages.get("present.button")));
    }

    /** Whether it is shown to a room. */
    public boolean presenting() {
        Presentation made = presentation;
        return made != null && made.presentingProperty().get();
    }

    void present() {
        if (presentation != null) {
            presentation.begin();
        }
    }

    void endPresenting() {
        if (presentation != null) {
            presentation.end();
        }
    }

    /** Where the first window that shows it has what the moment is about. */
    private Optional<Bounds> spot() {
        return views.stream()
                .filter(view ->
                        dock.showingProperty().get().contains(view.dockable().id()))
                .flatMap(view -> spotOf(view.part()).stream())
                .findFirst();
    }

    /** What of it can be seen. */
    private static Optional<Bounds> spotOf(ViewPart part) {
        Bounds seen = part.node().localToScene(part.node().getLayoutBounds());
        return part.spot().filter(seen::intersects).map(spot -> {
            double left = Math.max(seen.getMinX(), spot.getMinX());
            double top = Math.max(seen.getMinY(), spot.getMinY());
            return new BoundingBox(
                    left,
                    top,
                    Math.min(seen.getMaxX(), spot.getMaxX()) - left,
                    Math.min(seen.getMaxY(), spot.getMaxY()) - top);
        });
    }

    StackPane node() {
        return node;
    }

    /** People see it from now on, or no longer: it is on the window, and the window is not minimized. */
    void setOnScreen(boolean onScreen) {
        if (onScreen) {
            makingTheRest.start();
        } else {
            makingTheRest.stop();
        }
        dock.setOnScreen(onScreen);
        notices.setOnScreen(onScreen);
        frameMeter.setOnScreen(onScreen);
    }

    void rememberLayout() {
        preferences.update(current ->
                current.withLayout(LayoutJson.write(dock.layoutProperty().get())));
    }

    /** Lets the views go. */
    void dispose() {
        endPresenting();
        setOnScreen(false);
        views.forEach(LazyView::dispose);
        views.clear();
        menu.dispose();
        palette.unbind();
        uiScale.unbind();
    }

    void openSearch() {
        keys.close();
        search.open();
    }

    void openKeys() {
        keys.open();
    }

    private DockArea makeDock(List<ViewDescriptor> descriptors) {
        ViewContext context = new ViewContext(
                messages,
                palette,
                uiScale,
                new SimpleBooleanProperty(preferences.current().reduceMotion()),
                notices,
                new PreferredNumbers(preferences));
        for (ViewDescriptor view : descriptors) {
            views.add(new LazyView(view, context, part -> actions.registerAll(part.actions())));
        }
        List<Dockable> dockables = views.stream().map(LazyView::dockable).toList();
        DockArea area = new DockArea(DefaultLayout.of(descriptors), dockables, uiScale, dockWords());
        descriptors.stream()
                .filter(view -> view.place() == ViewPlace.CENTER_BOTTOM)
                .findFirst()
                .ifPresent(view -> area.setHome(view.id()));
        descriptors.stream()
                .filter(view -> view.place() == ViewPlace.CENTER_TOP)
                .forEach(view -> area.setLeastHeight(view.id(), LEAST_TOP));
        descriptors.stream()
                .filter(view -> view.place() == ViewPlace.CENTER_BOTTOM)
                .forEach(view -> area.setLeastHeight(view.id(), LEAST_BOTTOM));
        preferences.current().layout().flatMap(LayoutJson::read).ifPresent(area::restore);
        area.layoutProperty()
                .addListener((o, old, now) -> preferences.update(current -> current.withLayout(LayoutJson.write(now))));
        return area;
    }

    /** Other words for an action: those of its id, or of the beginning of its id for one of several alike. */
    private String synonyms(UserAction action) {
        String id = action.id();
        return messages.find("synonyms." + id)
                .or(() -> messages.find("synonyms." + id.substring(0, Math.max(0, id.lastIndexOf('.')))))
                .orElse("");
    }

    private DockText dockWords() {
        return new DockText(
                messages.get("dock.close"),
                messages.get("dock.open"),
                messages.get("dock.more"),
                messages.get("dock.divider"),
                messages.get("dock.leftOf"),
                messages.get("dock.rightOf"),
                messages.get("dock.above"),
                messages.get("dock.below"),
                messages.get("dock.tabOf"),
                messages.get("action.layout.reset"));
    }

    /** The first pulses paint what is in front and take the first keys; what is behind can wait for them. */
    private void makeOne() {
        pulses++;
        if (pulses <= PULSES_BEFORE_THE_REST) {
            return;
        }
        views.stream().filter(view -> !view.isMade()).findFirst().ifPresentOrElse(LazyView::part, makingTheRest::stop);
    }

    private void registerActions(ThemeApplier look, Runnable toggleFullScreen) {
        WorkbenchActions own = new WorkbenchActions(messages, actions);
        own.registerWindow(this, toggleFullScreen);
        own.registerLook(look);
        own.registerDocking(dock);
    }

    private SearchButton searchButton() {
        return new SearchButton(
                messages.get("search.button"), KeyNames.of(actions, WorkbenchActions.SEARCH), this::openSearch);
    }

    private StackPane makeNode() {
        // In the order in which Tab goes through them.
        rooms.setTop(new VBox(topBar, strips, trouble));
        rooms.setLeft(new DockStripe(dock));
        rooms.setCenter(dock);
        rooms.setBottom(statusBar);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane all = new StackPane(rooms, notices, topBar.sheet(), statusBar.sheet(), search, keys);
        all.setId("workbench");
        InvalidationListener resized =
                o -> all.pseudoClassStateChanged(LOW, all.getHeight() < LOW_HEIGHT * uiScale.get());
        all.heightProperty().addListener(resized);
        uiScale.addListener(resized);
        return all;
    }
}
