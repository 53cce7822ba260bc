package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.words.SystemKind;

@ExtendWith(ApplicationExtension.class)
class MissingFaceTest {
    private static boolean tellsApart(String one, String other) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Fonts.register();
            return Fonts.tellsApart(one, other);
        });
    }

    @Test
    void charactersWithoutAFaceAreTheSameBox() {
        assertThat(tellsApart("A", "B")).isTrue();
        assertThat(tellsApart("\uE5A1", "\uE5A2"))
                .as("private use: no face has them")
                .isFalse();
    }

    @Test
    void onlyWhoReadsSuchTextOnLinuxIsAsked() {
        assertThat(MissingFace.isWanted(Locale.SIMPLIFIED_CHINESE, SystemKind.LINUX))
                .isTrue();
        assertThat(MissingFace.isWanted(Locale.JAPAN, SystemKind.LINUX)).isTrue();
        assertThat(MissingFace.isWanted(Locale.SIMPLIFIED_CHINESE, SystemKind.WINDOWS))
                .isFalse();
        assertThat(MissingFace.isWanted(Locale.GERMANY, SystemKind.LINUX)).isFalse();
    }
}
