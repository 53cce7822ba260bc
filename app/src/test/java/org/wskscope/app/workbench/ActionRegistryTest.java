package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.app.view.UserAction;

class ActionRegistryTest {
    private final ActionRegistry registry = new ActionRegistry();

    @ParameterizedTest
    @CsvSource({"dt,Dark theme", "theme,Dark theme", "DARK,Dark theme", "rwl,Reset the window layout", "x +,x + y"})
    void lettersInOrderMatch(String query, String title) {
        assertThat(FuzzyMatch.score(query, title)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"td,Dark", "darkk,Dark theme", "z,Dark theme"})
    void missingOrSwappedLettersDoNot(String query, String title) {
        assertThat(FuzzyMatch.score(query, title)).isEmpty();
    }

    @Test
    void theStartsOfWordsCountMoreThanLettersInTheMiddle() {
        register("a", "Undated fetch");
        register("b", "Dark theme");

        assertThat(titles("dt")).containsExactly("Dark theme", "Undated fetch");
    }

    @Test
    void aLiteralPartCountsMost() {
        register("a", "Find in thin layers");
        register("b", "Fit within lines");
        register("c", "Show finding");

        assertThat(titles("find").get(0)).isEqualTo("Find in thin layers");
        assertThat(titles("finding")).containsExactly("Show finding");
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
