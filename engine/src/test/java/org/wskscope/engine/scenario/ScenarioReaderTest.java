package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("everyLocale")
class ScenarioReaderTest {
    private static final String HEAD = "id: X\ntitle: A title\nsteps:\n";

    @Test
    void readsAStepWithItsLineAndArguments() throws ScenarioFormatException {
        Scenario scenario =
                ScenarioReader.read("x.yaml", HEAD + "  - serve: {as: P}\n  - send: {peer: P, text: hello}\n");

        assertThat(scenario.steps()).last().satisfies(step -> {
            assertThat(step.line()).isEqualTo(5);
            assertThat(step.column()).isEqualTo(5);
            assertThat(step.verb()).isEqualTo(ScenarioVerb.SEND);
            assertThat(step.text("text")).isEqualTo("hello");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        - jump: {peer: P}                                        # no step called "jump"
        - send: {peer: P}                                        # send needs "text" or "length"; it takes peer
        - send: {peer: P, text: a, loud: yes}                    # send has no "loud"
        - option: {socket: C, events: RECEIVED, answer: SUCCESS} # "RECEIVED" is no events of WSK
        - option: {socket: C, events: RECEIVE, answer: FINE}     # "FINE" is no answer of WSK
        - receive: {socket: C, length: many, irp: I, answer: SUCCESS} # length is a number from 0
        - behave: {socket: C, callback: RECEIVE, hold: maybe}    # hold is one of every, once, no
        - send: {peer: P, text: a, length: 1}                    # send needs "text" or "length"
        - behave: {socket: C, callback: RECEIVE, do: [jump]}     # "jump" is nothing a callback can do
        - arrived: {on: C, what: rain}                           # what is one of bytes, datagrams
        - noted: {on: C, violation: VIO-99}                      # "VIO-99" is no violation of WSK
        - query: {socket: C, backlog: BOTH, value: 1}            # backlog is one of SEND, RECEIVE
        - send: [a]                                              # names with values were expected
        - {send: {peer: P, text: a}, mark: {name: x}}            # a step is one verb
        """)
    void saysWhatIsWrongAndInWhichLine(String step, String complaint) {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", HEAD + "  " + step))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageStartingWith("x.yaml, line 4, column ")
                .hasMessageContaining(complaint);
    }

    @Test
    void readsTheChoicesTheScenarioNeeds() throws ScenarioFormatException {
        String choices = "choices: {races: chaos, acceptBacklog: 3, waits: strict, seed: 42}\n";

        Scenario scenario = ScenarioReader.read("x.yaml", choices + HEAD + "  - mark: {name: x}\n");

        assertThat(scenario.choices().text()).isEqualTo("races=chaos, waits=strict, acceptBacklog=3, seed=42");
    }

    @Test
    void aScenarioWithoutChoicesNeedsNone() throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read("x.yaml", HEAD + "  - mark: {name: x}\n");

        assertThat(scenario.choices().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        {rases: chaos}         # there is no choice called "rases"; there are races, gracefulDisconnect,
        {races: wild}          # races is one of deterministic, chaos, not "wild"
        {acceptBacklog: 0}     # acceptBacklog is a whole number from 1 to 65535, not "0"
        {parallelDatagram: on} # parallelDatagram is one of false, true, not "on"
        {seed: three}          # the seed is a whole number of at most 18 digits, not "three"
        {races: [chaos]}       # a single word or text was expected
        [races]                # names with values were expected
        """)
    void saysWhichChoiceThereIsNotAndWhatItCouldBe(String choices, String complaint) {
        String file = "id: X\nchoices: " + choices + "\ntitle: A title\nsteps: []\n";

        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", file))
                .isInstanceOf(ScenarioFormatException.class)
                .hasMessageStartingWith("x.yaml, line 2, column ")
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesWhatIsNotYamlOrNoScenario() {
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "id: [")).hasMessageContaining("this is not YAML");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "")).hasMessageContaining("empty");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "title: x\nsteps: []"))
                .hasMessageContaining("\"id\" is missing");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "a: &a [1]\nb: [*a, *a]\nid: 1"))
                .isInstanceOf(ScenarioFormatException.class);
        assertThatThrownBy(
                        () -> ScenarioReader.read("x.yaml", "choises: {races: chaos}\n" + HEAD + "  - mark: {name: x}"))
                .hasMessageContaining("a scenario has no \"choises\"; it has id, title, shows, choices");
        assertThatThrownBy(() -> ScenarioReader.read("x.yaml", "x".repeat(70_000)))
                .hasMessageContaining("at most");
    }
}
