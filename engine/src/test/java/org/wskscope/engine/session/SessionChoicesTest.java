package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.wsk.Violation;

class SessionChoicesTest {
    private static final long SEED = 77;

    @Test
    void theDefaultsAreTheKernels() {
        // A session watches lent memory; the kernel alone does not pay for that unless it is asked to.
        assertThat(options(SessionChoices.DEFAULT.kernelOptions(1)))
                .isEqualTo(options(KernelOptions.defaults().withLentMemoryWatched(true)));
        assertThat(SessionChoices.DEFAULT.isDefault()).isTrue();
        assertThat(SessionChoices.DEFAULT.text()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SessionChoice.class)
    void everyChoiceDecidesExactlyOneOptionOfTheKernel(SessionChoice choice) {
        Map<String, Object> usual = options(SessionChoices.DEFAULT.kernelOptions(SEED));

        Map<String, Object> changed =
                options(SessionChoices.DEFAULT.with(choice, other(choice)).kernelOptions(SEED));

        Set<String> differing = new TreeSet<>(usual.keySet());
        differing.removeIf(option -> usual.get(option).equals(changed.get(option)));
        assertThat(differing).hasSize(1);
        String option = differing.iterator().next();
        assertThat(changed.get(option).toString()).isEqualToIgnoringCase(other(choice));
    }

    @Test
    void theSeedDecidesRacesAndLevels() {
        KernelOptions options = SessionChoices.DEFAULT.kernelOptions(SEED);

        assertThat(options.choices(ChoicePoint.EVENT_OVERTAKES))
                .isInstanceOfSatisfying(
                        SeededChoices.class,
                        choices -> assertThat(choices.seed()).isEqualTo(SEED));
        assertThat(options.choices(ChoicePoint.CALLBACK_LEVEL))
                .isInstanceOfSatisfying(
                        SeededChoices.class,
                        choices -> assertThat(choices.seed()).isEqualTo(SEED));
    }

    @ParameterizedTest
    @EnumSource(SessionChoice.class)
    void everyChoiceIsInTheRegisterOrNamesAMisuse(SessionChoice choice) {
        boolean misuse = choice.id().equals(Violation.CALL_FROM_COMPLETION_ROUTINE.code())
                || choice.id().equals(Violation.IRP_REUSED_WHILE_PENDING.code());

        assertThat(misuse || RuleBook.load().choice(choice.id()).isPresent()).isTrue();
        assertThat(SessionChoice.of(choice.word())).contains(choice);
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsKept() {
        SessionChoices choices = SessionChoices.DEFAULT
                .with(SessionChoice.ACCEPT_BACKLOG, "4")
                .with(SessionChoice.RACES, "CHAOS")
                .with(SessionChoice.IRQL, "random");

        assertThat(choices.text()).isEqualTo("races=chaos, irql=RANDOM, acceptBacklog=4");
        assertThat(choices.differing())
                .containsExactly(SessionChoice.RACES, SessionChoice.IRQL, SessionChoice.ACCEPT_BACKLOG);
        assertThat(choices.with(SessionChoice.RACES, "deterministic")
                        .with(SessionChoice.IRQL, "DISPATCH")
                        .with(SessionChoice.ACCEPT_BACKLOG, "0128"))
                .isEqualTo(SessionChoices.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
                    races         # wild    # races is one of deterministic, chaos, not "wild"
                    irql          # HIGH    # irql is one of DISPATCH, PASSIVE, UNFLAGGED_DISPATCH, RANDOM, not "HIGH"
                    acceptBacklog # 0       # acceptBacklog is a whole number from 1 to 65535, not "0"
                    acceptBacklog # 4.5     # acceptBacklog is a whole number from 1 to 65535, not "4.5"
                    acceptBacklog # 9999999999999999999999 # acceptBacklog is a whole number from 1 to 65535
                    entireMessage # maybe   # entireMessage is one of false, true, not "maybe"
                    chaos         # true    # there is no choice called "chaos"; there are races,
                    seed          # -1      # the seed is a whole number of at most 18 digits, not "-1"
                    """)
    void whatMakesNoSenseIsRefusedWithASentence(String name, String value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChoiceSettings.NONE.and(name, value))
                .withMessageContaining(sentence);
    }

    @Test
    void settingsChangeOnlyWhatTheySay() {
        ChoiceSettings settings = ChoiceSettings.NONE.and("waits", "strict").and("seed", "9");
        SessionChoices before =
                SessionChoices.DEFAULT.with(SessionChoice.WAITS, "faithful").with(SessionChoice.RACES, "chaos");

        assertThat(settings.over(before).text()).isEqualTo("races=chaos");
        assertThat(settings.isMetBy(before, 9)).isFalse();
        assertThat(settings.isMetBy(settings.over(before), 9)).isTrue();
        assertThat(settings.isMetBy(settings.over(before), 8)).isFalse();
        assertThat(ChoiceSettings.NONE.isMetBy(before, 8)).isTrue();
    }

    @Test
    void whereSettingsContradictEachOtherTheLaterCounts() {
        ChoiceSettings first = ChoiceSettings.NONE.and("races", "chaos").and("seed", "3");
        ChoiceSettings later = ChoiceSettings.NONE.and("races", "deterministic").and("acceptBacklog", "2");

        ChoiceSettings both = first.and(later);

        assertThat(both.text()).isEqualTo("races=deterministic, acceptBacklog=2, seed=3");
        assertThat(both.seed()).isEqualTo(OptionalLong.of(3));
    }

    private static String other(SessionChoice choice) {
        ChoiceRange range = choice.range();
        if (range.isNumber()) {
            return Long.toString(range.least() + 1);
        }
        return range.words().stream()
                .filter(word -> !word.equals(range.usual()))
                .findFirst()
                .orElseThrow();
    }

    /** What the kernel is told, option by option. */
    private static Map<String, Object> options(KernelOptions options) {
        Map<String, Object> values = new TreeMap<>();
        for (Method method : KernelOptions.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0) {
                try {
                    values.put(method.getName(), method.invoke(options));
                } catch (IllegalAccessException | InvocationTargetException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
        return values;
    }
}
