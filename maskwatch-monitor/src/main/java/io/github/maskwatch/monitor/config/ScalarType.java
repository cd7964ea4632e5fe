package io.github.maskwatch.monitor.config;

import java.time.DateTimeException;
import java.util.function.Function;

/**
 * A value on one line.
 *
 * @param wanted for messages, such as {@code a duration such as "5 s"}
 * @param parser throws {@code IllegalArgumentException}, {@code ArithmeticException} or {@code DateTimeException} for what it does not understand
 */
record ScalarType<T>(String name, String wanted, Function<String, T> parser, Function<T, String> printer)
        implements Type<T> {
    @Override
    public T read(Node node) throws ConfigurationException {
        String text = node.scalar(wanted).strip();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            ConfigurationException wrong = node.wrong(wanted);
            wrong.initCause(e);
            throw wrong;
        }
    }

    @Override
    public String show(T value) {
        return printer.apply(value);
    }
}
