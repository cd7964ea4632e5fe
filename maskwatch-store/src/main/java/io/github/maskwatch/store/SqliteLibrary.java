package io.github.maskwatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into Maskwatch's cache. Left to itself the driver unpacks it into the folder of temporary files at each
 * start, where one that is killed leaves it for good.
 */
final class SqliteLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /** Tells the driver where the library is, unless the user did. */
    static synchronized void unpacked() {
        Properties properties = System.getProperties();
        if (properties.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resources = LibraryLoaderUtil.getNativeLibResourcePath();
        Path folder = root(properties, System.getenv())
                .resolve("sqlite-" + SQLiteJDBCLoader.getVersion()
                        + resources.replaceFirst(".*/native", "").replace('/', '-'));
        try {
            unpack(resources + "/" + name, folder.resolve(name));
            properties.setProperty(NAME, name);
            properties.setProperty(PATH, folder.toAbsolutePath().toString());
        } catch (IOException | RuntimeException e) {
            // A cache that cannot be written costs time, nothing else: the driver then unpacks a temporary file itself.
            properties.remove(PATH);
        }
    }

    /** Where all of Maskwatch's modules keep what can be made again. */
    private static Path root(Properties properties, Map<String, String> environment) {
        String own = properties.getProperty("maskwatch.cache", environment.getOrDefault("MASKWATCH_CACHE", ""));
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return !xdg.isBlank() && Path.of(xdg).isAbsolute()
                ? Path.of(xdg, "maskwatch")
                : Path.of(properties.getProperty("user.home", "."), ".cache", "maskwatch");
    }

    private static void unpack(String resource, Path file) throws IOException {
        byte[] library = bytes(resource);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), library)) {
            return;
        }
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = Files.createTempFile(folder, ".sqlite", ".part");
        try {
            Files.write(beside, library);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no " + resource);
            }
            return in.readAllBytes();
        }
    }
}
