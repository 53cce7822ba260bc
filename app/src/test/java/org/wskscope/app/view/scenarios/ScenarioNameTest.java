package org.wskscope.app.view.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScenarioNameTest {
    @Test
    void aVariantBelongsToItsScenario() {
        assertThat(ScenarioName.of("SCN-12-PART")).isEqualTo(new ScenarioName("SCN-12", "part"));
        assertThat(ScenarioName.of("SCN-12-PART").isVariant()).isTrue();
    }

    @Test
    void aScenarioIsNoVariantOfAnother() {
        assertThat(ScenarioName.of("SCN-12")).isEqualTo(new ScenarioName("SCN-12", ""));
        assertThat(ScenarioName.of("SCN-12").isVariant()).isFalse();
    }
}
