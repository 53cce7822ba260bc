package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.app.view.UserAction;

class ActionRegistryTest {
    private static final Map<String, String> SYNONYMS = Map.of("hold", "keep stop", "abort", "kill");

    private final ActionRegistry registry = new ActionRegistry(action -> SYNONYMS.getOrDefault(action.id(), ""));

    @ParameterizedTest
    @CsvSource({
        "theme,Dark theme",
        "the da,Dark theme",
        "DARK,Dark theme",
        "receive,Hold every call of WskReceiveEvent",
        "wskrec,Hold every call of WskReceiveEvent",
        "100,UI at 100 %"
    })
    void wordsMatchByTheirBeginningsInAnyOrder(String query, String title) {
        assertThat(WordMatch.of(query, title, "").score()).isPositive();
        assertThat(WordMatch.of(query, title, "").loose()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"dt,Dark theme", "rwl,Reset the window layout", "lightth,Light theme"})
    void theBeginningsOfWordsWrittenAsOneAreALooseMatch(String query, String title) {
        assertThat(WordMatch.of(query, title, "").loose()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "save,Disconnect abortively · selected socket",
        "td,Dark theme",
        "heme,Dark theme",
        "darkk,Dark theme",
        "dark zebra,Dark theme",
        "z,Dark theme"
    })
    void lettersInsideOfWordsAndWordsThatAreNotThereDoNotMatch(String query, String title) {
        assertThat(WordMatch.of(query, title, "").score()).isZero();
    }

    @Test
    void aSynonymFindsAnActionAsItsNameDoes() {
        register("other", "Stopwatch");
        register("hold", "Hold every call");

        assertThat(titles("keep")).containsExactly("Hold every call");
        assertThat(titles("stop")).containsExactly("Hold every call", "Stopwatch");
    }

    @Test
    void earlierAndWholeWordsCountMore() {
        register("a", "Show what a step is");
        register("b", "Stepping on");
        register("c", "Step");

        assertThat(titles("step")).containsExactly("Step", "Show what a step is", "Stepping on");
    }

    @Test
    void whatEndsSomethingIsNeverGuessedAndFirstForWholeWordsOnly() {
        registry.register(
                UserAction.of("abort", "Disconnect abortively", "", () -> {}).ending());
        register("a", "Show the disks");

        assertThat(titles("da")).isEmpty();
        assertThat(titles("dis")).containsExactly("Show the disks", "Disconnect abortively");
        assertThat(titles("disconnect")).containsExactly("Disconnect abortively");
        assertThat(titles("kill")).containsExactly("Disconnect abortively");
    }

    @Test
    void whatCannotBeDoneNowIsFoundAfterWhatCanAndBeforeWhatWasGuessed() {
        registry.register(UserAction.of("b", "Hold it", "", new SimpleBooleanProperty(false), () -> {})
                .explained(() -> "Select something first."));
        register("a", "Please hold");
        register("c", "Hop over lazy dogs");

        assertThat(titles("hol")).containsExactly("Please hold", "Hold it", "Hop over lazy dogs");
        assertThat(titles("")).containsExactly("Please hold", "Hop over lazy dogs");
    }

    @Test
    void withoutAQueryAllEnabledActionsAreListedInTheirOrder() {
        register("a", "Zebra");
        registry.register(UserAction.of("b", "Asleep", "", new SimpleBooleanProperty(false), () -> {}));
        register("c", "Ant");

        assertThat(titles("")).containsExactly("Zebra", "Ant");
    }

    @Test
    void aKeyBelongsToOneAction() {
        registry.register(UserAction.of("a", "One", "Shortcut+K", () -> {}));

        assertThatThrownBy(() -> registry.register(UserAction.of("b", "Two", "F5 Shortcut+K", () -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to a");
    }

    @Test
    void anIdBelongsToOneAction() {
        register("a", "One");

        assertThatThrownBy(() -> register("a", "Two")).isInstanceOf(IllegalArgumentException.class);
    }

    private void register(String id, String title) {
        registry.register(UserAction.of(id, title, "", () -> {}));
    }

    private List<String> titles(String query) {
        return registry.matching(query).stream().map(UserAction::title).toList();
    }
}
