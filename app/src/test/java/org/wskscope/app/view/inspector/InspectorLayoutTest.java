package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.ThemeApplier;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** The inspector with the longest texts in each of its places: nothing over anything else, nothing cut. */
@ExtendWith(ApplicationExtension.class)
class InspectorLayoutTest {
    private static final String LONG =
            "STATUS_INVALID_DEVICE_STATE 0xC0000184 of a request that waited for the longest time";
    private static final SocketId SOCKET = new SocketId(1_234_567);

    private final ThemeApplier look = new ThemeApplier();
    private final RuleBook book = RuleBook.load();
    private InspectorView view;

    @Start
    void show(Stage stage) {
        view = new InspectorView(
                new Messages(Locale.ENGLISH),
                new InspectorView.Requests(
                        selected -> {}, (id, beside) -> {}, (call, status) -> {}, (listener, on) -> {}, hold -> {}));
        Scene scene = new Scene(new StackPane(view), 1200, 700);
        look.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({"240,1", "300,1", "420,1.5", "600,3"})
    void nothingIsCutAndNothingStandsOnAnything(double width, double scale) throws TimeoutException {
        onFx(() -> {
            look.setUiScale(scale);
            view.setMaxWidth(width);
            view.show(longest());
            return true;
        });
        until(() -> view.getWidth() <= width && view.lookup("#inspector-code") != null && isLaidOut(view));

        assertThat(onFx(() -> wrong(view))).isEmpty();
    }

    private InspectorContent longest() {
        List<InspectorContent.Argument> arguments = new ArrayList<>();
        for (String name : List.of("Irp", "IoStatus.Information", "waiting at the listener")) {
            arguments.add(InspectorContent.Argument.of(name, LONG));
            arguments.add(new InspectorContent.Argument(name, LONG, Hue.ERROR, new Selected.SocketSelected(SOCKET)));
            arguments.add(InspectorContent.Argument.of(name, "0"));
        }
        return new InspectorContent(
                        "WskInspectEventOfAListenerWithAVeryLongName",
                        "event 1,234,567",
                        LONG,
                        arguments,
                        EventMask.of(WskEvent.values()),
                        List.of(LONG + ". " + LONG + ".", LONG),
                        book.rules().subList(0, 3),
                        List.of(
                                new InspectorContent.WaitStep("IRP #1234567 WskSocketConnect", Hue.WAITING, 1),
                                new InspectorContent.WaitStep(LONG, Hue.ERROR, 2)),
                        new InspectorContent.HeldCall(SOCKET, 1, WskCallback.RECEIVE),
                        "Status = Dispatch->WskControlSocket(\n"
                                + "    Socket, WskSetOption, SO_WSK_EVENT_CALLBACK, SOL_SOCKET);")
                .holding(List.of(
                        new InspectorContent.Hold(SOCKET, WskCallback.SEND_BACKLOG, true, true),
                        new InspectorContent.Hold(SOCKET, WskCallback.RECEIVE_FROM, false, true)))
                .blocking(List.of(
                        new InspectorContent.Blocked("C1234567: its events wait for processor 15", SOCKET),
                        new InspectorContent.Blocked(LONG, null)));
    }

    private static boolean isLaidOut(Parent parent) {
        return !parent.isNeedsLayout()
                && parent.getChildrenUnmodifiable().stream()
                        .allMatch(child -> !(child instanceof Parent inner) || isLaidOut(inner));
    }

    /** What is cut, and which two words of the panel stand on one another. */
    private static List<String> wrong(Parent root) {
        List<Text> texts = new ArrayList<>();
        List<String> found = new ArrayList<>();
        collect(root, texts, found);
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Bounds one = texts.get(i).localToScene(texts.get(i).getLayoutBounds());
                Bounds other = texts.get(j).localToScene(texts.get(j).getLayoutBounds());
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (across > 1 && down > 2) {
                    found.add("\u201c" + texts.get(i).getText() + "\u201d over \u201c"
                            + texts.get(j).getText() + "\u201d");
                }
            }
        }
        return found;
    }

    private static void collect(Node node, List<Text> texts, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isEmpty()) {
            texts.add(text);
        }
        if (node instanceof Labeled labeled
                && labeled.lookup(".text") instanceof Text shown
                && !labeled.getText().isEmpty()
                && !squeezed(shown.getText()).equals(squeezed(labeled.getText()))) {
            found.add("cut: \u201c" + shown.getText() + "\u201d of \u201c" + labeled.getText() + "\u201d");
        }
        if (node instanceof Hyperlink link && !link.isFocusTraversable()) {
            found.add("no keyboard reaches " + link.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts, found));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
