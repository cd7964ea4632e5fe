package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.maskwatch.video.Camera;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CamerasCommandTest {
    private static final Camera GOOD =
            new Camera(0, "HD Pro Webcam C920", "/dev/video0", new Camera.Mode(1280, 720, "mjpeg", 30), null);
    private static final Camera BUSY =
            new Camera(12, "Eye", "/dev/video12", null, "another program has it; close that one");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(CamerasCommand.Listing listing, String... arguments) {
        return new CommandLine(new CamerasCommand(listing))
                .setExecutionExceptionHandler(new FailureHandler())
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aTableTellsEachCameraAndHowToGoOn() {
        assertThat(run(() -> List.of(GOOD, BUSY))).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "NUMBER  NAME                DEVICE        STATE",
                        "     0  HD Pro Webcam C920  /dev/video0   ready: 1280 x 720 px, mjpeg, 30 frames/s",
                        "    12  Eye                 /dev/video12  cannot be opened: another program has it; close"
                                + " that one",
                        "",
                        "maskwatch watch 0");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonIsOneObject() throws Exception {
        assertThat(run(() -> List.of(GOOD, BUSY), "--json")).isZero();
        JsonNode cameras = new ObjectMapper().readTree(out.toString()).get("cameras");
        assertThat(cameras).hasSize(2);
        assertThat(cameras.get(0).get("mode").get("width").asInt()).isEqualTo(1280);
        assertThat(cameras.get(0).get("works").asBoolean()).isTrue();
        assertThat(cameras.get(1).get("failure").asText()).contains("another program");
        assertThat(cameras.get(1).get("mode").isNull()).isTrue();
    }

    @Test
    void withoutACameraThereIsOneLineAndExitCode4() throws Exception {
        assertThat(run(List::of)).isEqualTo(4);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().startsWith("maskwatch: no camera found");
        assertThat(run(List::of, "--json")).isEqualTo(4);
        assertThat(new ObjectMapper().readTree(out.toString()).get("cameras")).isEmpty();
    }

    @Test
    void withoutOneThatOpensTheExitCodeIs4Too() {
        assertThat(run(() -> List.of(BUSY))).isEqualTo(4);
        assertThat(err.toString().strip()).isEqualTo("maskwatch: no camera can be used; the list says why");
    }

    @Test
    void whatTheSystemRefusesIsOneLine() {
        int code = run(() -> {
            throw new IOException("no permission to list /dev");
        });
        assertThat(code).isEqualTo(3);
        assertThat(err.toString().strip()).isEqualTo("maskwatch: no permission to list /dev");
    }
}
