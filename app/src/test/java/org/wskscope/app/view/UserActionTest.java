package org.wskscope.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.wskscope.app.words.SystemKind;

class UserActionTest {
    private static final KeyCombination ALT_1 = KeyCombination.valueOf("Alt+1");

    @Test
    void macosHasKeysOfItsOwnWhereAltTypesCharacters() {
        String keys = "Alt+1 mac:Shortcut+1";

        assertThat(UserAction.keys(keys, SystemKind.LINUX)).containsExactly(ALT_1);
        assertThat(UserAction.keys(keys, SystemKind.WINDOWS)).containsExactly(ALT_1);
        assertThat(UserAction.keys(keys, SystemKind.MAC)).containsExactly(KeyCombination.valueOf("Shortcut+1"));
    }

    @Test
    void keysWithoutOneForMacosAreTheSameEverywhere() {
        String keys = "Shortcut+Plus Shortcut+Add";

        assertThat(UserAction.keys(keys, SystemKind.MAC))
                .isEqualTo(UserAction.keys(keys, SystemKind.LINUX))
                .hasSize(2);
        assertThat(UserAction.keys("", SystemKind.MAC)).isEmpty();
    }
}
