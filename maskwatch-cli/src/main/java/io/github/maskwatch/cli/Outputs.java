package io.github.maskwatch.cli;

import io.github.maskwatch.cli.watch.EventLog;
import io.github.maskwatch.cli.watch.NamedPictures;
import io.github.maskwatch.cli.watch.Output;
import io.github.maskwatch.cli.watch.OutputException;
import io.github.maskwatch.cli.watch.PictureOutput;
import io.github.maskwatch.cli.watch.VideoOutput;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that a run writes; opened before it starts, so that one that cannot be written is found then. */
final class Outputs implements AutoCloseable {
    private static final Set<String> VIDEO = Set.of("mp4", "m4v");
    private static final Set<String> PICTURE = Set.of("jpg", "jpeg", "png");

    private final List<Output> outputs = new ArrayList<>();

    static Outputs open(ShowingOptions options, FrameSource source, boolean mirrored) throws Failure, OutputException {
        Outputs opened = new Outputs();
        try {
            if (options.events != null) {
                requireAnother("--events", options.events, source);
                opened.outputs.add(
                        new EventLog(options.events, mirrored, frame -> name(source, frame), Clock.systemUTC()));
            }
            if (options.output != null) {
                requireAnother("--output", options.output, source);
                opened.outputs.add(annotated(options.output, source));
            }
            return opened;
        } catch (Failure | OutputException e) {
            opened.abandon(e);
            throw e;
        }
    }

    private void abandon(Exception because) {
        try {
            close();
        } catch (OutputException e) {
            because.addSuppressed(e);
        }
    }

    private static @Nullable String name(FrameSource source, Frame frame) {
        Path file = source instanceof NamedPictures pictures ? pictures.fileOf(frame) : null;
        return file == null ? null : file.toString();
    }

    private static Output annotated(Path output, FrameSource source) throws Failure, OutputException {
        String kind = extension(output);
        if (VIDEO.contains(kind)) {
            return new VideoOutput(output);
        }
        boolean folder = kind.isEmpty() || Files.isDirectory(output);
        if (source instanceof NamedPictures pictures && pictures.folder() && folder) {
            return PictureOutput.toFolder(output, frame -> fileName(pictures, frame));
        }
        if (source instanceof NamedPictures pictures && !pictures.folder() && PICTURE.contains(kind)) {
            return PictureOutput.toFile(output);
        }
        throw new Failure(ExitCode.WRONG_USE, "--output " + output + ": wanted " + wanted(source));
    }

    /** The user's own photos and recordings are never written over. */
    private static void requireAnother(String option, Path output, FrameSource source) throws Failure {
        FrameSource opened = source instanceof NamedSource named ? named.source() : source;
        if (!opened.live() && SamePlace.of(output, Path.of(opened.camera().name()))) {
            throw new Failure(ExitCode.WRONG_USE, option + " " + output + " is the source itself; name another place");
        }
    }

    private static String wanted(FrameSource source) {
        if (!(source instanceof NamedPictures pictures)) {
            return "a file that ends with .mp4";
        }
        return pictures.folder()
                ? "a file that ends with .mp4, or a folder for the annotated pictures"
                : "a file that ends with .jpg, .png or .mp4";
    }

    private static String extension(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The source's own name; one that is neither JPEG nor PNG becomes a JPEG. */
    private static String fileName(NamedPictures pictures, Frame frame) {
        Path file = Objects.requireNonNull(pictures.fileOf(frame), "every frame has its file");
        String name = file.getFileName().toString();
        return PICTURE.contains(extension(file)) ? name : name + ".jpg";
    }

    List<Output> all() {
        return List.copyOf(outputs);
    }

    List<String> written() {
        return outputs.stream()
                .map(Output::written)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Finishes each, even if another fails; the first failure is thrown. */
    @Override
    public void close() throws OutputException {
        OutputException first = null;
        for (Output output : outputs) {
            try {
                output.close();
            } catch (OutputException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
