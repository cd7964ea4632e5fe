package io.github.maskwatch.cli;

import io.github.maskwatch.cli.watch.OutputException;
import io.github.maskwatch.inference.format.ModelFormatException;
import io.github.maskwatch.message.OneLine;
import io.github.maskwatch.monitor.live.SourceLostException;
import io.github.maskwatch.store.StoreTakenException;
import io.github.maskwatch.store.transfer.ExportFailedException;
import io.github.maskwatch.video.RecordingFailedException;
import io.github.maskwatch.video.SourceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where what a command throws becomes a line on the terminal and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {
    /** The systems' words for a full disk: Linux and macOS, Windows, and those of FFmpeg's messages. */
    private static final String[] DISK_FULL = {
        "No space left on device", "not enough space on the disk", "Disk quota exceeded", "the disk is full"
    };

    @Override
    public int handleExecutionException(Exception exception, CommandLine commandLine, ParseResult parseResult) {
        // Interfaces that throw no IOException carry it wrapped.
        return handle(
                exception instanceof UncheckedIOException && exception.getCause() != null
                        ? exception.getCause()
                        : exception,
                commandLine);
    }

    static int handle(Throwable thrown, CommandLine commandLine) {
        if (ranOutOfMemory(thrown)) {
            return tell(ExitCode.DEFECT, outOfMemory(), commandLine);
        }
        LinkageError link = linkageErrorIn(thrown);
        if (link != null) {
            return tell(ExitCode.DEFECT, unlinked(link), commandLine);
        }
        ExitCode code = codeOf(thrown);
        if (code == ExitCode.DEFECT) {
            tell(code, "this is a defect of Maskwatch, please report it with what follows", commandLine);
            thrown.printStackTrace(commandLine.getErr());
            return code.number();
        }
        return tell(code, lineOf(thrown), commandLine);
    }

    private static int tell(ExitCode code, String line, CommandLine commandLine) {
        commandLine.getErr().println(commandLine.getColorScheme().errorText("maskwatch: " + line));
        commandLine.getErr().flush();
        return code.number();
    }

    private static ExitCode codeOf(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure.exitCode();
        }
        if (thrown instanceof SourceUnavailableException || thrown instanceof SourceLostException) {
            return ExitCode.SOURCE_LOST;
        }
        if (thrown instanceof ModelFormatException) {
            return ExitCode.BAD_MODEL;
        }
        if (isOutputFailure(thrown)) {
            return ExitCode.OUTPUT_FAILED;
        }
        // Libraries put everything that the world did wrong into an IOException, and a caller's wrong value into the
        // other.
        if (thrown instanceof IOException) {
            return ExitCode.BAD_INPUT;
        }
        return thrown instanceof IllegalArgumentException ? ExitCode.WRONG_USE : ExitCode.DEFECT;
    }

    private static boolean isOutputFailure(Throwable thrown) {
        return thrown instanceof OutputException
                || thrown instanceof RecordingFailedException
                || thrown instanceof ExportFailedException
                || thrown instanceof BindException
                || thrown instanceof StoreTakenException
                || isDiskFull(thrown);
    }

    private static boolean isDiskFull(Throwable thrown) {
        return causes(thrown)
                .filter(IOException.class::isInstance)
                .map(each -> String.valueOf(each.getMessage()))
                .anyMatch(message -> Stream.of(DISK_FULL).anyMatch(message::contains));
    }

    /** It, its cause, and so on: threads that work for others wrap what they die of, and so do failed initialisations. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    static String lineOf(Throwable thrown) {
        return thrown instanceof FileSystemException file ? fileLine(file) : OneLine.of(thrown);
    }

    /** The JDK's own messages are often nothing but the file's name. */
    private static String fileLine(FileSystemException e) {
        String file = String.valueOf(e.getFile());
        if (e instanceof NoSuchFileException) {
            return "no such file or folder: " + file;
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + file;
        }
        if (e instanceof FileAlreadyExistsException) {
            return file + " is there already";
        }
        if (e instanceof NotDirectoryException) {
            return file + " is not a folder";
        }
        return e.getReason() == null ? "cannot use " + file : file + ": " + e.getReason();
    }

    private static boolean ranOutOfMemory(Throwable thrown) {
        return causes(thrown).anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static String outOfMemory() {
        return "out of memory: %d MB are not enough; allow more, such as MASKWATCH_JAVA_OPTS=-Xmx4g"
                .formatted(Runtime.getRuntime().maxMemory() >> 20);
    }

    /** A missing native library; the deepest error, since the classes of JavaCPP wrap it into failed initialisations. */
    private static @Nullable LinkageError linkageErrorIn(Throwable thrown) {
        return causes(thrown)
                .filter(LinkageError.class::isInstance)
                .map(LinkageError.class::cast)
                .reduce((above, deeper) -> deeper)
                .orElse(null);
    }

    private static String unlinked(LinkageError error) {
        return "a native library cannot be loaded on %s %s (this build is for %s): %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        new Version().platform(),
                        OneLine.of(error.getMessage()));
    }
}
