package org.wskscope.app.view.sockets;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import org.wskscope.app.state.CommandPort;
import org.wskscope.engine.session.CommandMessage;

/**
 * How wishes about sockets travel.
 *
 * @param port where they leave by
 * @param sentences words what an outcome says
 * @param disableWithIrp whether a click that disables an event passes an IRP; its owner remembers the choice
 */
public record CommandContext(
        CommandPort port, Function<CommandMessage, String> sentences, BooleanProperty disableWithIrp) {}
