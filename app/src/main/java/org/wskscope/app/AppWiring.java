package org.wskscope.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.NextSession;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.callbacks.ConsolePart;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.choices.ChoicesButton;
import org.wskscope.app.view.findings.FindingsPart;
import org.wskscope.app.view.inspector.InspectorPart;
import org.wskscope.app.view.irps.IrpsPart;
import org.wskscope.app.view.scenarios.ScenarioPicker;
import org.wskscope.app.view.scenarios.ScenariosPart;
import org.wskscope.app.view.scenarios.ScenariosViewModel;
import org.wskscope.app.view.sockets.CommandRoad;
import org.wskscope.app.view.sockets.SocketViews;
import org.wskscope.app.view.timeline.TimelineView;
import org.wskscope.app.workbench.ActionSlot;
import org.wskscope.app.workbench.Workbench;
import org.wskscope.app.workbench.WorkbenchParts;
import org.wskscope.app.workbench.WorkbenchWindow;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.Session;

/** Constructs everything there is one of, and takes it apart in the reverse order. */
final class AppWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppWiring.class);

    private final Messages messages;
    private final ScheduledExecutorService saver = SaverThread.start();
    private final PreferencesStore preferences;
    private final ThemeApplier look = new ThemeApplier();
    private final CommandSentences sentences;
    private final RuleBook rules = RuleBook.load();
    private final List<Scenario> packaged = packagedScenarios();
    private final NextSession next;
    private final LiveSessions live;
    private final VirtualTime virtual;
    private final ScenariosViewModel livePlayable;
    private final ScenariosViewModel virtualPlayable;
    private final Consumer<URI> openPage;
    private @Nullable WorkbenchWindow window;

    private AppWiring(Path configDirectory, Consumer<URI> openPage) {
        this.openPage = openPage;
        preferences = new PreferencesStore(configDirectory, saver);
        Preferences chosen = preferences.current();
        messages = new Messages(
                chosen.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen.language()));
        sentences = new CommandSentences(messages);
        next = RememberedChoices.of(preferences);
        live = new LiveSessions(next, chosen, sentences, this::presentLive, saver);
        virtual = new VirtualTime(next, this::presentVirtual, saver);
        livePlayable = new ScenariosViewModel(packaged, live.scenarios(), virtual.scenarios());
        virtualPlayable = new ScenariosViewModel(packaged, virtual.scenarios());
    }

    /** Starts the engine with its example servers. Waits for them; not on the FX thread. */
    static AppWiring open(Path configDirectory, Consumer<URI> openPage) {
        return new AppWiring(configDirectory, openPage);
    }

    /** Makes the window and shows the running session in it. FX thread. */
    void show(Stage stage) {
        SessionDesk desk = live.desk();
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        WorkbenchWindow made = new WorkbenchWindow(stage, parts(desk, livePlayable));
        window = made;
        startLive(desk, made.current());
        live.scenarios().start();
        virtual.scenarios().start();
        RunOverview.afterEachRun(virtual);
        made.show();
        tellPorts(made.current());
    }

    /** Shows the live session, or the newest one in virtual time; the first is opened then. FX thread. */
    void turnTo(SessionKind kind) {
        WorkbenchWindow shown = window();
        SessionDesk desk = kind == SessionKind.LIVE ? live.desk() : virtual.desk();
        if (desk == null) {
            virtual.scenarios().openSession();
        } else {
            shown.turnTo(desk.workbench());
        }
    }

    private SessionDesk presentLive(Session session, @Nullable SessionDesk before) {
        SessionDesk desk = new SessionDesk(session, sentences);
        desk.model().speedProperty().set(preferences.current().displaySpeed());
        Workbench workbench = window().add(parts(desk, livePlayable));
        startLive(desk, workbench);
        putInPlace(workbench, before);
        tellPorts(workbench);
        return desk;
    }

    private SessionDesk presentVirtual(Session session, @Nullable SessionDesk before) {
        SessionDesk desk = new SessionDesk(session, sentences);
        Workbench workbench = window().add(parts(desk, virtualPlayable));
        furnish(workbench, desk, SessionKind.VIRTUAL, virtualPlayable);
        desk.start(workbench, messages, messages.format("status.mode.virtual", Long.toString(session.seed())));
        putInPlace(workbench, before);
        return desk;
    }

    private void startLive(SessionDesk desk, Workbench workbench) {
        furnish(workbench, desk, SessionKind.LIVE, livePlayable);
        desk.start(workbench, messages, messages.get("status.mode.LIVE"));
    }

    private void putInPlace(Workbench workbench, @Nullable SessionDesk before) {
        window().turnTo(workbench);
        if (before != null) {
            window().remove(before.workbench());
        }
    }

    private void tellPorts(Workbench workbench) {
        for (EchoServers.Note note : live.servers().notes()) {
            workbench
                    .notices()
                    .inform(messages.format(
                            note.key(),
                            Integer.toString(note.wanted()),
                            Integer.toString(note.given()),
                            note.status().name()));
        }
    }

    private WorkbenchParts parts(SessionDesk desk, ScenariosViewModel playable) {
        return new WorkbenchParts(views(desk, playable), messages, preferences, look, desk.transport());
    }

    /** What the top bar and the action search offer beyond the views. */
    private void furnish(Workbench workbench, SessionDesk desk, SessionKind kind, ScenariosViewModel playable) {
        SessionKindChoice choice = new SessionKindChoice(kind, messages, this::turnTo);
        ScenarioRunner runner = kind == SessionKind.LIVE ? live.scenarios() : virtual.scenarios();
        ChoicesButton choices = new ChoicesButton(
                next,
                new ChoicesButton.Shown(
                        kind.newKey(), desk.choicesProperty(), desk.session().seed()),
                messages,
                rules,
                () -> {
                    if (!runner.openSession()) {
                        workbench.notices().inform(messages.get("choices.busy"));
                    }
                });
        TroubleSigns.show(desk.model(), messages, workbench, runner::openSession);
        workbench.actions().registerAll(choice.actions());
        workbench.actions().registerAll(choices.actions());
        workbench.actions().registerAll(SelectionHistory.actions(desk.selection(), messages));
        workbench.topBar().fill(ActionSlot.SCENARIO, new ScenarioPicker(playable, messages));
        if (kind == SessionKind.VIRTUAL) {
            workbench
                    .topBar()
                    .fill(ActionSlot.SESSION_KIND, choice, new SeedField(messages, next.seedProperty()), choices);
        } else {
            workbench.topBar().fill(ActionSlot.SESSION_KIND, choice, choices);
        }
    }

    private WorkbenchWindow window() {
        WorkbenchWindow shown = window;
        if (shown == null) {
            throw new IllegalStateException("there is no window yet");
        }
        return shown;
    }

    /** The live session. */
    Session session() {
        return live.desk().session();
    }

    EchoServers servers() {
        return live.servers();
    }

    /** The live session's model. */
    SessionModel model() {
        return live.desk().model();
    }

    /** Where the live session is shown. */
    Workbench liveWorkbench() {
        return live.desk().workbench();
    }

    Selection selection() {
        return live.desk().selection();
    }

    VirtualTime virtual() {
        return virtual;
    }

    ThemeApplier look() {
        return look;
    }

    @Override
    public void close() {
        live.desk().stop();
        WorkbenchWindow shown = window;
        if (shown != null) {
            shown.close();
        }
        virtual.close();
        live.close();
        preferences.close();
        saver.shutdown();
    }

    /** A damaged file costs the scenarios, not the program. */
    private static List<Scenario> packagedScenarios() {
        try {
            return ScenarioLibrary.packagedWith(AppWiring.class).scenarios();
        } catch (IOException | ScenarioFormatException unreadable) {
            LOG.warn("The scenarios that come with the program cannot be read: {}", unreadable.getMessage());
            return List.of();
        }
    }

    private BooleanProperty disableWithIrp() {
        BooleanProperty withIrp =
                new SimpleBooleanProperty(preferences.current().disableWithIrp());
        withIrp.addListener((o, old, now) -> preferences.update(current -> current.withDisableWithIrp(now)));
        return withIrp;
    }

    private List<ViewDescriptor> views(SessionDesk desk, ScenariosViewModel playable) {
        SessionModel model = desk.model();
        Selection selection = desk.selection();
        TellingCommandPort commands = desk.commands();
        CommandRoad road = new CommandRoad(commands, sentences::sentence, disableWithIrp());
        List<ViewDescriptor> views = new ArrayList<>(new SocketViews(model, selection, road).descriptors());
        views.add(ScenariosPart.descriptor(playable, rules));
        views.add(TimelineView.descriptor(model, selection, playable.progressProperty()));
        views.add(EventsPart.descriptor(model, selection));
        views.add(FindingsPart.descriptor(model, selection, rules, openPage));
        views.add(IrpsPart.descriptor(model, selection, commands));
        views.add(ConsolePart.descriptor(model));
        views.add(
                InspectorPart.descriptor(model, selection, new InspectorPart.Surroundings(commands, rules, openPage)));
        return views;
    }
}
