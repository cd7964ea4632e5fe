package io.github.maskwatch.inference.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;

/**
 * Native libraries unpacked from their jar once, instead of at each start into a folder of temporary files that a crash leaves
 * behind. Any number of processes may do this at once: each writes beside and moves into place.
 */
final class NativeCache {
    private static final long UNKNOWN = -1;

    private NativeCache() {}

    /**
     * Where Maskwatch keeps what can be made again: the property {@code maskwatch.cache}, else {@code $MASKWATCH_CACHE}, else
     * {@code maskwatch} in the user's cache folder.
     */
    static Path root(Map<?, ?> properties, Map<String, String> environment) {
        if (properties.get("maskwatch.cache") instanceof String own && !own.isBlank()) {
            return Path.of(own);
        }
        String own = environment.getOrDefault("MASKWATCH_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG specification: "If an implementation encounters a relative path … ignore it."
        if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, "maskwatch");
        }
        Object home = properties.get("user.home");
        return Path.of(home instanceof String folder ? folder : ".", ".cache", "maskwatch");
    }

    /**
     * Sees to it that the folder holds each library as it is in its jar.
     *
     * @throws IOException if the folder cannot be written, or the disk is full
     */
    static void unpack(List<URL> libraries, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (URL library : libraries) {
            String path = library.getPath();
            unpack(library, folder.resolve(path.substring(path.lastIndexOf('/') + 1)));
        }
    }

    private static void unpack(URL library, Path file) throws IOException {
        URLConnection connection = library.openConnection();
        if (isSame(connection, file)) {
            return;
        }
        Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            move(beside, file, library);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path beside, Path file, URL library) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // On Windows a library that another process has just put there and loaded cannot be replaced, and need not
            // be.
            if (!isSame(library.openConnection(), file)) {
                throw e;
            }
        }
    }

    private static boolean isSame(URLConnection connection, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != connection.getContentLengthLong()) {
            return false;
        }
        long crc = UNKNOWN;
        if (connection instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            crc = entry == null ? UNKNOWN : entry.getCrc();
        }
        return crc == UNKNOWN || crc == crcOf(file);
    }

    private static long crcOf(Path file) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        return crc.getValue();
    }
}
