package io.github.maskwatch.cli.watch;

import io.github.maskwatch.cli.picture.PictureFile;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.monitor.live.LiveFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Each annotated frame as a picture of its own: PNG where its name ends so, JPEG otherwise. */
public final class PictureOutput implements Output {
    private final Path named;
    private final Function<Frame, Path> fileOf;
    private long pictures;

    private PictureOutput(Path named, Function<Frame, Path> fileOf) {
        this.named = named;
        this.fileOf = fileOf;
    }

    /**
     * The only frame of a source that is one picture.
     *
     * @throws OutputException if there is no such folder, or it is not to be written to
     */
    public static PictureOutput toFile(Path file) throws OutputException {
        requireWritable(file, folderOf(file));
        return new PictureOutput(file, frame -> file);
    }

    /**
     * The frames of a folder of pictures, into a folder, which is made if it is not there.
     *
     * @param nameOf the file name for a frame
     * @throws OutputException if the folder cannot be made or written to
     */
    public static PictureOutput toFolder(Path folder, Function<Frame, String> nameOf) throws OutputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException("cannot make the folder " + folder + " for the pictures", e);
        }
        requireWritable(folder, folder);
        return new PictureOutput(folder, frame -> folder.resolve(nameOf.apply(frame)));
    }

    private static void requireWritable(Path named, Path folder) throws OutputException {
        try {
            Files.deleteIfExists(Files.createTempFile(folder, ".maskwatch", ".part"));
        } catch (IOException e) {
            String why =
                    Files.isDirectory(folder) ? "no permission to write in its folder" : "there is no folder " + folder;
            throw new OutputException("cannot write " + named + ": " + why, e);
        }
    }

    @Override
    public void frameDrawn(LiveFrame frame) throws OutputException {
        Path file = fileOf.apply(frame.frame());
        try {
            PictureFile.write(Kept.of(frame), file);
        } catch (IOException e) {
            throw new OutputException("cannot write " + file + ": " + e.getMessage(), e);
        }
        pictures++;
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    @Override
    public String written() {
        if (pictures == 0) {
            return "";
        }
        return pictures == 1 ? named.toString() : named + " (" + pictures + " pictures)";
    }

    /** Each picture is in its place already. */
    @Override
    public void close() {}
}
