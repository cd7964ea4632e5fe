package io.github.maskwatch.alarm;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it is open, from Maskwatch's own classes. */
public final class LogLines implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("io.github.maskwatch");

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            Object[] parameters = entry.getParameters();
            String text =
                    parameters == null ? entry.getMessage() : MessageFormat.format(entry.getMessage(), parameters);
            synchronized (lines) {
                lines.add(text);
                lines.notifyAll();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LogLines() {
        handler.setLevel(Level.INFO);
        ROOT.addHandler(handler);
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits for a line with these words. */
    public String await(String words) throws InterruptedException {
        synchronized (lines) {
            while (true) {
                for (String line : lines) {
                    if (line.contains(words)) {
                        return line;
                    }
                }
                lines.wait();
            }
        }
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
    }
}
