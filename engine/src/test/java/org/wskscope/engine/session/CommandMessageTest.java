package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import org.junit.jupiter.api.Test;

class CommandMessageTest {
    @Test
    void itSurvivesTheLog() {
        CommandMessage message = CommandMessage.of("command.refused.peerField", "messages", 1, 10);

        assertThat(CommandMessage.parse(message.toString())).isEqualTo(message);
        assertThat(CommandMessage.parse("")).isEqualTo(CommandMessage.NONE);
    }

    @Test
    void numbersStandInTheSentenceAsTheyAre() {
        ListResourceBundle words = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"key", "Port {0} isn''t free."}};
            }
        };

        assertThat(CommandMessage.of("key", 65000).sentence(words)).isEqualTo("Port 65000 isn't free.");
    }
}
