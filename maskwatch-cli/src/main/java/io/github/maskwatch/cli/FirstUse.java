package io.github.maskwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.ParseResult;

/**
 * Where native libraries are unpacked, once: {@code $MASKWATCH_CACHE}, else {@code maskwatch} in the user's cache folder. The
 * modules find the same place on their own; here it is decided for all of them together, before any of them loads.
 */
final class FirstUse {
    private static final String ROOT_PROPERTY = "maskwatch.cache";
    private static final String JAVACPP_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private final Path javacpp;

    private FirstUse(Path javacpp) {
        this.javacpp = javacpp;
    }

    /** Tells ONNX Runtime's and JavaCPP's loaders the place, unless the user did. */
    static FirstUse prepared(Properties properties, Map<String, String> environment) {
        String root = properties.getProperty(
                ROOT_PROPERTY, root(properties, environment).toString());
        properties.putIfAbsent(ROOT_PROPERTY, root);
        properties.putIfAbsent(JAVACPP_PROPERTY, Path.of(root, "javacpp").toString());
        return new FirstUse(Path.of(properties.getProperty(JAVACPP_PROPERTY)));
    }

    private static Path root(Properties properties, Map<String, String> environment) {
        String own = environment.getOrDefault("MASKWATCH_CACHE", "");
        if (!own.isBlank()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG specification: "If an implementation encounters a relative path … ignore it."
        return !xdg.isBlank() && Path.of(xdg).isAbsolute()
                ? Path.of(xdg, "maskwatch")
                : Path.of(properties.getProperty("user.home", "."), ".cache", "maskwatch");
    }

    /** Where everything is unpacked. */
    Path folder() {
        Path root = javacpp.toAbsolutePath().getParent();
        return root == null ? javacpp : root;
    }

    /** A line where the command is about to unpack much, so that nobody wonders what the seconds are for. */
    void announce(ParseResult command, PrintWriter err) {
        List<String> missing = new ArrayList<>();
        for (Library library : Library.values()) {
            if (library.isUsedBy(command) && !isUnpacked(library)) {
                missing.add(library.label);
            }
        }
        if (!missing.isEmpty()) {
            err.println("Unpacking " + String.join(" and ", missing) + " to " + javacpp + " (once; some seconds) …");
            err.flush();
        }
    }

    private boolean isUnpacked(Library library) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(javacpp, library.jars)) {
            return found.iterator().hasNext();
        } catch (IOException noFolderYet) {
            return false;
        }
    }

    private enum Library {
        LIBTORCH("libtorch", "pytorch-*", "train|benchmark"),
        FFMPEG("FFmpeg", "ffmpeg-*", "watch|monitor|doctor|cameras");

        private final String label;
        private final String jars;
        /** Regular expression over commands' names. */
        private final String commands;

        Library(String label, String jars, String commands) {
            this.label = label;
            this.jars = jars;
            this.commands = commands;
        }

        boolean isUsedBy(ParseResult command) {
            return command.commandSpec().name().matches(commands);
        }
    }
}
