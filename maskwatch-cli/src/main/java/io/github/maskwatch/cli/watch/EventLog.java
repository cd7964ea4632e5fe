package io.github.maskwatch.cli.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.monitor.live.LiveFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON line for each frame, appended to a file and handed to the system at once: what was seen survives a crash. One thread at a
 * time.
 */
public final class EventLog implements Output {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final boolean existed;
    private final OutputStream out;
    private final boolean mirrored;
    private final Function<Frame, @Nullable String> fileOf;
    private final Clock clock;
    private long lines;
    private boolean closed;

    /**
     * @param mirrored whether the run mirrors its frames
     * @param fileOf the picture's file of a frame, null where there is none
     * @throws OutputException if nothing can be appended to the file
     */
    public EventLog(Path file, boolean mirrored, Function<Frame, @Nullable String> fileOf, Clock clock)
            throws OutputException {
        this.file = file;
        this.mirrored = mirrored;
        this.fileOf = fileOf;
        this.clock = clock;
        existed = Files.exists(file);
        try {
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputException failure(IOException cause) {
        return new OutputException("cannot write the events " + file + ": " + reason(cause), cause);
    }

    private String reason(IOException cause) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no folder " + file.toAbsolutePath().getParent();
        }
        return cause instanceof AccessDeniedException ? "no permission" : String.valueOf(cause.getMessage());
    }

    @Override
    public void frameDrawn(LiveFrame frame) throws OutputException {
        EventLine line = EventLine.of(frame, clock.instant(), mirrored, fileOf.apply(frame.frame()));
        try {
            // In one write, so that a line is there whole or not at all.
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(e);
        }
        lines++;
    }

    @Override
    public String written() {
        return lines == 0 ? "" : file.toString();
    }

    /** Leaves no empty file behind that was not there before. */
    @Override
    public void close() throws OutputException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
            if (lines == 0 && !existed) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
