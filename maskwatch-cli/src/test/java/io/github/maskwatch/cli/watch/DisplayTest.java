package io.github.maskwatch.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    @TempDir
    Path sockets;

    @Test
    void aDisplayWithoutAServerDoesNotAnswer() throws IOException {
        assertThat(Display.answers(":7", sockets)).isFalse();
        assertThat(Display.answers(":7.0", sockets)).isFalse();
        Files.createFile(sockets.resolve("X7"));
        assertThat(Display.answers(":7", sockets))
                .as("left by a server that crashed")
                .isFalse();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aServerAnswers() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
            assertThat(Display.answers(":7", sockets)).isTrue();
            assertThat(Display.answers("unix:7.0", sockets)).isTrue();
        }
    }

    @Test
    void whatIsNotX11IsLeftToTheJdk() {
        assertThat(Display.answers("/private/tmp/com.apple.launchd.abc/org.xquartz:0", sockets))
                .isTrue();
    }
}
