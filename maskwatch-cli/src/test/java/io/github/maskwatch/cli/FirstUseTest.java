package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FirstUseTest {
    @TempDir
    Path temp;

    @Command(name = "train")
    private static final class Train {}

    @Command(name = "evaluate")
    private static final class Evaluate {}

    private static Properties at(Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty("user.home", "/home/me");
        FirstUse.prepared(properties, environment);
        return properties;
    }

    @Test
    void oneFolderForAllLibraries() {
        assertThat(at(Map.of("MASKWATCH_CACHE", "/c")))
                .containsEntry("maskwatch.cache", "/c")
                .containsEntry(
                        "org.bytedeco.javacpp.cachedir", Path.of("/c/javacpp").toString());
        assertThat(at(Map.of("XDG_CACHE_HOME", "/x"))).containsEntry("maskwatch.cache", "/x/maskwatch");
        assertThat(at(Map.of("XDG_CACHE_HOME", "relative")))
                .containsEntry("maskwatch.cache", "/home/me/.cache/maskwatch");
        assertThat(at(Map.of())).containsEntry("maskwatch.cache", "/home/me/.cache/maskwatch");
    }

    @Test
    void whatTheUserSetStays() {
        Properties properties = new Properties();
        properties.setProperty("org.bytedeco.javacpp.cachedir", "/mine");

        FirstUse.prepared(properties, Map.of("MASKWATCH_CACHE", "/c"));

        assertThat(properties).containsEntry("org.bytedeco.javacpp.cachedir", "/mine");
    }

    private String announced(Object command) {
        StringWriter err = new StringWriter();
        FirstUse.prepared(new Properties(), Map.of("MASKWATCH_CACHE", temp.toString()))
                .announce(new CommandLine(command).parseArgs(), new PrintWriter(err));
        return err.toString();
    }

    @Test
    void tellsOfTheUnpackingOnceAndOnlyWhereItHappens() throws IOException {
        assertThat(announced(new Evaluate())).isEmpty();
        assertThat(announced(new Train()))
                .isEqualTo("Unpacking libtorch to " + temp.resolve("javacpp") + " (once; some seconds) …"
                        + System.lineSeparator());

        Files.createDirectories(temp.resolve("javacpp/pytorch-2.10.0-1.5.13-linux-x86_64.jar"));

        assertThat(announced(new Train())).isEmpty();
    }
}
