package io.github.maskwatch.cli.monitor;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Maskwatch's libraries tell their loggers, such as that a broker is away, as lines of a service's own log while this is open. */
public final class LibraryLines implements AutoCloseable {
    private static final String LIBRARIES = "io.github.maskwatch";

    /** Held, for the JDK remembers loggers weakly. */
    private final Logger logger = Logger.getLogger(LIBRARIES);

    private final Handler handler;
    private final boolean before = logger.getUseParentHandlers();

    public LibraryLines(SiteLog log) {
        handler = new Lines(log);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @Override
    public void close() {
        logger.setUseParentHandlers(before);
        logger.removeHandler(handler);
    }

    private static final class Lines extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final SiteLog log;

        Lines(SiteLog log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord said) {
            if (isLoggable(said)) {
                log.line(level(said), subject(said), formatter.formatMessage(said));
            }
        }

        private static SiteLog.Level level(LogRecord said) {
            int value = said.getLevel().intValue();
            if (value >= java.util.logging.Level.SEVERE.intValue()) {
                return SiteLog.Level.ERROR;
            }
            return value >= java.util.logging.Level.WARNING.intValue() ? SiteLog.Level.WARN : SiteLog.Level.INFO;
        }

        /** The package under Maskwatch's, such as "alarm". */
        private static String subject(LogRecord said) {
            String name = String.valueOf(said.getLoggerName());
            return name.startsWith(LIBRARIES + ".")
                    ? name.substring(LIBRARIES.length() + 1).split("\\.", 2)[0]
                    : name;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
