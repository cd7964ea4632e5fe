package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.photo.PhotoReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture, or the pictures that lie directly in a folder, by name: one frame each, a second apart in {@code position}, each in
 * its own size.
 */
public record StillPictures(Path path) implements VideoSource {

    /** Whether the name is that of a still picture; a GIF counts as a video. */
    static boolean isPicture(Path file) {
        return PhotoReader.isPhoto(file)
                && !file.toString().toLowerCase(Locale.ROOT).endsWith(".gif");
    }

    @Override
    public CameraId camera() {
        return new CameraId(path.toString());
    }

    @Override
    public boolean live() {
        return false;
    }

    /** @throws IOException if there is no such file or folder, or no picture in it */
    @Override
    public PictureReader open() throws IOException {
        return new PictureReader(camera(), pictures(), new PhotoReader());
    }

    private List<Path> pictures() throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("no such file or folder: " + path + "; a source is " + UNDERSTOOD);
        }
        if (!Files.isReadable(path)) {
            throw new IOException("no permission to read " + path);
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                if (PhotoReader.isPhoto(file) && Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IOException(
                    "no pictures in the folder " + path + "; wanted jpg, png, webp, bmp, gif or tiff files in it");
        }
        found.sort(null);
        return List.copyOf(found);
    }
}
