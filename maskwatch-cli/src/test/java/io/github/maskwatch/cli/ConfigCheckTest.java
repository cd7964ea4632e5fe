package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {
    private static final String AUDIT = "audit: {log: a.log, private_key: p.pem, public_key: q.pem}";

    @TempDir
    Path folder;

    private String check(String store) throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.yaml"), "cameras: [{name: door, source: demo}]\nstore: {" + store + "}\n");
        Terminal run = Terminal.maskwatch("config", "check", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void aGoodOneIsSummedUp() throws IOException {
        assertThat(check("keep: 30 d"))
                .contains("Good     ", "Cameras  door", "Rules    0", "Store    ")
                .doesNotContain("Note");
    }

    /** Who promised to delete after 30 days keeps everything in the log. */
    @ParameterizedTest
    @ValueSource(strings = {"keep: 30 d", "size: 1 GB"})
    void aLogThatOutlivesTheEventsIsNoted(String limit) throws IOException {
        assertThat(check(limit + ", " + AUDIT)).contains("Note     the store forgets (keep, size), the log of audit");
        assertThat(check(AUDIT)).doesNotContain("Note");
    }
}
