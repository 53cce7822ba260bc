package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.Violation;

class RuleBookTest {
    private final RuleBook book = RuleBook.load();

    @Test
    void theBookIsComplete() {
        assertThat(book.rules()).hasSize(284).doesNotHaveDuplicates();
        assertThat(book.choices()).hasSize(46);
        assertThat(Violation.values()).hasSize(21);
        for (Violation violation : Violation.values()) {
            assertThat(book.violation(violation).violation()).isEqualTo(violation);
            assertThat(book.violation(violation).meaning()).isNotBlank();
            assertThat(book.violation(violation).ruleIds())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(book.rule(id)).isPresent());
        }
        for (int code : NtStatus.named().keySet()) {
            assertThat(book.meaning(NtStatus.of(code)))
                    .as(NtStatus.of(code).name())
                    .isPresent();
        }
    }

    @Test
    void everyRuleIsASentenceOfAKnownOrigin() {
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(rule.sentence()).endsWith(".").doesNotContain("`");
            assertThat(List.of(rule.tag().split(","))).isSubsetOf("D", "H", "S", "O", "I", "C");
        });
    }

    @Test
    void aRuleIsFoundById() {
        Rule rule = book.rule("CTL-ECB-10").orElseThrow();

        assertThat(rule.sentence())
                .isEqualTo("In-progress calls, no IRP: STATUS_EVENT_PENDING; disabled after all have returned.");
        assertThat(rule.tag()).isEqualTo("D");
        assertThat(rule.documentation())
                .hasToString(
                        "Optional[https://learn.microsoft.com/windows-hardware/drivers/network/so-wsk-event-callback]");
        assertThat(book.rule("CTL-ECB-99")).isEmpty();
    }

    @Test
    void referencePagesLieInTheirOwnFolder() {
        assertThat(book.rule("EVT-RCV-17").orElseThrow().documentation())
                .hasToString("Optional[https://learn.microsoft.com/windows-hardware/drivers/ddi/wsk/"
                        + "nc-wsk-pfn_wsk_receive_event]");
        assertThat(book.rule("API-REG-10").orElseThrow().documentation())
                .hasToString(
                        "Optional[https://learn.microsoft.com/windows-hardware/drivers/ddi/wsk/nf-wsk-wskderegister]");
    }

    @Test
    void driversHeadersAndChoicesHaveNoPage() {
        for (String id : List.of("API-IRP-03", "EVT-INS-05", "CTL-ECB-21", "API-OBJ-02", "API-IRP-01", "EVT-INS-17")) {
            assertThat(book.rule(id).orElseThrow().documentation()).as(id).isEmpty();
        }
    }

    @Test
    void choicesAndStatusesSayWhatTheyMean() {
        assertThat(book.choice("C-21").orElseThrow().decision())
                .isEqualTo("A disable takes hold for new calls immediately; only the report waits.");
        assertThat(book.choice("C-38").orElseThrow().decision())
                .isEqualTo("Stream: option as its role after listen or connect.");
        assertThat(book.meaning(NtStatus.STATUS_EVENT_PENDING))
                .contains("disable without IRP while calls are in progress");
        assertThat(book.meaning(new NtStatus(0xC0FFEE))).isEmpty();
        assertThat(book.violation(Violation.LIST_RELEASED_TWICE).ruleIds()).containsExactly("API-REL-04");
    }
}
