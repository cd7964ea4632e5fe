package io.github.maskwatch.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.monitor.overlay.Pictures;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line, as a user runs it, on what users give it by mistake: one clear line and the documented exit code. */
@Timeout(120)
class BadInputTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path model;
    private static Path photo;

    @BeforeAll
    static void prepare() throws IOException {
        model = SmallModel.write(shared.resolve("small.onnx"));
        photo = shared.resolve("photo.jpg");
        try (FrameReader scene = new DemoSource(1, Duration.ofSeconds(1)).open()) {
            Frame frame = Objects.requireNonNull(scene.next());
            ImageIO.write(Pictures.toBuffered(frame.image()), "jpg", photo.toFile());
        }
    }

    private static Terminal watch(Path source, String... more) {
        return watch(source.toString(), more);
    }

    private static Terminal watch(String source, String... more) {
        String[] args = {"watch", source, "--headless", "--model", model.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Terminal.maskwatch(all);
    }

    /** One line that begins with the program's name and holds what matters. */
    private static void assertOneLine(Terminal terminal, ExitCode code, String... parts) {
        List<String> lines = terminal.err()
                .lines()
                .filter(line -> !line.startsWith("Unpacking "))
                .toList();
        assertThat(lines).as(terminal.err()).hasSize(1);
        assertThat(lines.get(0)).startsWith("maskwatch").contains(parts);
        assertThat(terminal.exitCode()).as(lines.get(0)).isEqualTo(code.number());
    }

    @Test
    void thePhotoThatTheOthersSpoilIsFine() {
        assertThat(watch(photo).exitCode()).isZero();
    }

    @Test
    void noSuchFile() {
        assertOneLine(watch(folder.resolve("door.mp4")), ExitCode.BAD_INPUT, "door.mp4");
    }

    @Test
    void anEmptyFolder() {
        assertOneLine(watch(folder), ExitCode.BAD_INPUT, folder.toString());
    }

    @Test
    void aTruncatedJpeg() throws IOException {
        byte[] whole = Files.readAllBytes(photo);
        Path half = Files.write(folder.resolve("half.jpg"), Arrays.copyOf(whole, whole.length / 2));

        assertOneLine(watch(half), ExitCode.BAD_INPUT, "half.jpg");
    }

    @Test
    void aZeroByteVideo() throws IOException {
        assertOneLine(watch(Files.createFile(folder.resolve("empty.mp4"))), ExitCode.BAD_INPUT, "empty.mp4");
    }

    @Test
    void aTextFileWithThePhotosExtension() throws IOException {
        assertOneLine(
                watch(Files.writeString(folder.resolve("letter.jpg"), "Dear Sir or Madam,\n")),
                ExitCode.BAD_INPUT,
                "letter.jpg");
    }

    @Test
    void aPictureThatWouldNotFitIntoMemory() throws IOException {
        Path huge = folder.resolve("huge.png");
        writeBlackPng(huge, 30_000);
        assertThat(Files.size(huge)).isLessThan(5_000_000);

        assertOneLine(watch(huge), ExitCode.BAD_INPUT, "huge.png", "30000");
    }

    /** Grey, 8 bits: a whole, valid file of a few hundred kilobytes that would be 2.7 GB of pixels. */
    private static void writeBlackPng(Path file, int side) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[side + 1];
            for (int y = 0; y < side; y++) {
                packed.write(row);
            }
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(header)) {
            out.writeInt(side);
            out.writeInt(side);
            out.write(new byte[] {8, 0, 0, 0, 0});
        }
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(data);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    @Test
    void aWrongModelFile() throws IOException {
        Path text = Files.writeString(folder.resolve("model.onnx"), "not a model");

        assertOneLine(watch(photo, "--model", text.toString()), ExitCode.BAD_MODEL, "model.onnx");
    }

    @Test
    void noSuchModelFile() {
        assertOneLine(watch(photo, "--model", folder.resolve("mine.onnx").toString()), ExitCode.BAD_INPUT, "mine.onnx");
    }

    @Test
    void aModelOfAnotherInputSizeThanItSays() throws IOException {
        Path other = SmallModel.write(folder.resolve("other.onnx"), 64);

        assertOneLine(watch(photo, "--model", other.toString()), ExitCode.BAD_MODEL, "other.onnx", "64");
    }

    @Test
    void noCamera() {
        assertOneLine(watch("63"), ExitCode.SOURCE_LOST, "camera");
    }

    @Test
    void aWrongPasswordOfACamera() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread refusing = new Thread(() -> refuseEverybody(server), "refusing camera");
            refusing.setDaemon(true);
            refusing.start();

            Terminal terminal = watch("rtsp://admin:hunter2@127.0.0.1:" + server.getLocalPort() + "/door");

            assertOneLine(terminal, ExitCode.SOURCE_LOST, "password");
            assertThat(terminal.err() + terminal.out()).doesNotContain("hunter2");
        }
    }

    /** Answers each request of RTSP (RFC 2326) as a camera does that knows another password. */
    private static void refuseEverybody(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
                String sequence = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("CSeq:")) {
                        sequence = line;
                    } else if (line.isEmpty()) {
                        String answer = "RTSP/1.0 401 Unauthorized\r\n" + sequence
                                + "\r\nWWW-Authenticate: Basic realm=\"door\"\r\n\r\n";
                        client.getOutputStream().write(answer.getBytes(US_ASCII));
                    }
                }
            } catch (IOException closed) {
                // The client went, or the test is over.
            }
        }
    }

    @Test
    void aTakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal terminal = Terminal.maskwatch(
                    "demo", "--no-window", "--port", String.valueOf(taken.getLocalPort()), "--model", model.toString());

            assertOneLine(terminal, ExitCode.OUTPUT_FAILED, String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aFullDiskUnderTheEvents() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs Linux' /dev/full");

        assertOneLine(
                Terminal.maskwatch(
                        "demo", "--headless", "--events", "/dev/full", "--frames", "500", "--model", model.toString()),
                ExitCode.OUTPUT_FAILED,
                "/dev/full");
    }

    @Test
    void aFullDiskUnderAVideo() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk full = SmallDisk.mounted(disk, 200)) {
            Path video = disk.resolve("demo.mp4");

            Terminal terminal = Terminal.maskwatch(
                    "demo", "--headless", "--output", video.toString(), "--frames", "400", "--model", model.toString());

            assertOneLine(terminal, ExitCode.OUTPUT_FAILED, "demo.mp4", "full");
            assertThat(full.files()).isEmpty();
        }
    }

    @Test
    void misspelt() {
        assertOneLine(Terminal.maskwatch("wacth", "0"), ExitCode.WRONG_USE, "did you mean watch?");
        assertOneLine(watch("0", "--ouput", "x.mp4"), ExitCode.WRONG_USE, "did you mean --output?");
        assertOneLine(watch("0", "--duration", "soon"), ExitCode.WRONG_USE, "--duration", "soon");
    }
}
