package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandMessageTest {
    @Test
    void itSurvivesTheLog() {
        CommandMessage message = CommandMessage.of("command.refused.peerField", "messages", 1, 10);

        assertThat(CommandMessage.parse(message.toString())).isEqualTo(message);
        assertThat(CommandMessage.parse("")).isEqualTo(CommandMessage.NONE);
    }
}
