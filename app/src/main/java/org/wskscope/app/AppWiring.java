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
import org.wskscope.app.feed.EngineGateway;
import org.wskscope.app.feed.FramePump;
import org.wskscope.app.feed.Projector;
import org.wskscope.app.feed.ScenarioRunner;
import org.wskscope.app.preferences.Preferences;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.callbacks.ConsolePart;
import org.wskscope.app.view.callbacks.EventsPart;
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
import org.wskscope.app.workbench.DisplayTransport;
import org.wskscope.app.workbench.WorkbenchParts;
import org.wskscope.app.workbench.WorkbenchWindow;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;

/** Constructs everything there is one of, and takes it apart in the reverse order. */
final class AppWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppWiring.class);

    private final Messages messages;
    private final ScheduledExecutorService saver = SaverThread.start();
    private final PreferencesStore preferences;
    private final ThemeApplier look = new ThemeApplier();
    private final LiveSession session;
    private final EchoServers servers;
    private final EngineGateway gateway;
    private final Projector projector;
    private final SessionModel model;
    private final Selection selection;
    private final FramePump pump;
    private final ScenarioRunner scenarios;
    private final Consumer<URI> openPage;
    private @Nullable WorkbenchWindow window;

    private AppWiring(Path configDirectory, Consumer<URI> openPage) {
        this.openPage = openPage;
        preferences = new PreferencesStore(configDirectory, saver);
        Preferences chosen = preferences.current();
        messages = new Messages(
                chosen.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(chosen.language()));
        session = LiveSession.open(LiveSessionOptions.DEFAULT);
        servers = EchoServers.start(session, chosen.tcpPort(), chosen.udpPort());
        gateway = new EngineGateway(session);
        projector = new Projector(session);
        model = new SessionModel(session.log(), session.commandable(), session.processorCount());
        selection = new Selection(model);
        pump = new FramePump(projector, gateway, model);
        scenarios = new ScenarioRunner(session);
    }

    /** Starts the engine with its example servers. Waits for them; not on the FX thread. */
    static AppWiring open(Path configDirectory, Consumer<URI> openPage) {
        return new AppWiring(configDirectory, openPage);
    }

    /** Makes the window and shows the running session in it. FX thread. */
    void show(Stage stage) {
        model.speedProperty().set(preferences.current().displaySpeed());
        ScenariosViewModel playable = new ScenariosViewModel(packagedScenarios(), scenarios);
        CommandSentences sentences = new CommandSentences(messages);
        TellingCommandPort commands = new TellingCommandPort(gateway, sentences::sentence);
        WorkbenchWindow made = new WorkbenchWindow(
                stage,
                new WorkbenchParts(
                        views(commands, sentences, playable),
                        messages,
                        preferences,
                        look,
                        new DisplayTransport(model.pausedProperty(), model.speedProperty())));
        commands.tellTo(made.notices());
        window = made;
        StatusFacts.show(model, messages, made.statusBar());
        gateway.start();
        projector.start();
        pump.start();
        scenarios.start();
        made.topBar().fill(ActionSlot.SCENARIO, new ScenarioPicker(playable, messages));
        made.show();
        for (EchoServers.Note note : servers.notes()) {
            made.notices()
                    .inform(messages.format(
                            note.key(),
                            Integer.toString(note.wanted()),
                            Integer.toString(note.given()),
                            note.status().name()));
        }
    }

    Session session() {
        return session;
    }

    EchoServers servers() {
        return servers;
    }

    SessionModel model() {
        return model;
    }

    Selection selection() {
        return selection;
    }

    ThemeApplier look() {
        return look;
    }

    @Override
    public void close() {
        pump.stop();
        WorkbenchWindow shown = window;
        if (shown != null) {
            shown.close();
        }
        scenarios.close();
        projector.close();
        gateway.close();
        session.close();
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

    private List<ViewDescriptor> views(
            TellingCommandPort commands, CommandSentences sentences, ScenariosViewModel playable) {
        RuleBook rules = RuleBook.load();
        List<ViewDescriptor> views = new ArrayList<>(
                new SocketViews(model, selection, new CommandRoad(commands, sentences::sentence, disableWithIrp()))
                        .descriptors());
        views.add(ScenariosPart.descriptor(playable, rules));
        views.add(TimelineView.descriptor(model, selection));
        views.add(EventsPart.descriptor(model, selection));
        views.add(FindingsPart.descriptor(model, selection, rules, openPage));
        views.add(IrpsPart.descriptor(model, selection, commands));
        views.add(ConsolePart.descriptor(model));
        views.add(
                InspectorPart.descriptor(model, selection, new InspectorPart.Surroundings(commands, rules, openPage)));
        return views;
    }
}
