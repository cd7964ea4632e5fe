package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code maskwatch train} on what users give it by mistake, and on a disk that fills up. */
@Timeout(180)
class BadTrainingInputTest {
    private static final int PHOTOS = 12;

    @TempDir
    Path folder;

    private Path photos;
    private Path run;

    @BeforeEach
    void draw() throws IOException {
        photos = folder.resolve("photos");
        run = folder.resolve("run");
        for (String state : List.of("with_mask", "without_mask")) {
            Files.createDirectories(photos.resolve(state));
            for (int i = 0; i < PHOTOS; i++) {
                draw(photos.resolve(state).resolve(i + ".png"), new Random(31L * i + state.length()));
            }
        }
    }

    /** Patches without order: no two are near-duplicates. */
    private static void draw(Path file, Random random) throws IOException {
        BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int i = 0; i < 64; i++) {
            g.setColor(new Color(random.nextInt(0x1000000)));
            g.fillRect(i % 8 * 6, i / 8 * 6, 6, 6);
        }
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private Terminal train(Path from, String... more) {
        String[] args = {
            "train",
            from.toString(),
            "--output",
            run.toString(),
            "--size",
            "16",
            "--filters",
            "4,4",
            "--dense",
            "8",
            "--epochs",
            "2",
            "--batch",
            "8",
            "--workers",
            "1"
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Terminal.maskwatch(all);
    }

    private void assertRefused(Terminal terminal, ExitCode code, String... parts) {
        assertThat(terminal.err().lines().filter(line -> !line.startsWith("Unpacking ")))
                .singleElement()
                .asString()
                .startsWith("maskwatch")
                .contains(parts);
        assertThat(terminal.exitCode()).isEqualTo(code.number());
        assertThat(run).doesNotExist();
    }

    @Test
    void noSuchFolder() {
        assertRefused(train(folder.resolve("nowhere")), ExitCode.BAD_INPUT, "nowhere");
    }

    @Test
    void anEmptyFolder() throws IOException {
        assertRefused(train(Files.createDirectory(folder.resolve("empty"))), ExitCode.BAD_INPUT, "empty", "with_mask");
    }

    @Test
    void aClassWithOnePhoto() throws IOException {
        for (int i = 1; i < PHOTOS; i++) {
            Files.delete(photos.resolve("with_mask").resolve(i + ".png"));
        }

        assertRefused(train(photos), ExitCode.BAD_INPUT, "with_mask", "one photo");
    }

    @Test
    void aWrongOption() {
        assertRefused(train(photos, "--epoch", "3"), ExitCode.WRONG_USE, "'--epoch'", "did you mean --epochs");
        assertRefused(train(photos, "--epochs", "0"), ExitCode.WRONG_USE, "0");
        assertRefused(train(photos, "--filters", "many"), ExitCode.WRONG_USE, "--filters", "many");
    }

    @Test
    void brokenPhotosAreCountedNamedAndPassedOver() throws IOException {
        Path first = photos.resolve("with_mask");
        byte[] whole = Files.readAllBytes(first.resolve("0.png"));
        Files.write(first.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(first.resolve("letter.jpg"), "Dear Sir or Madam,\n");

        Terminal terminal = train(photos);

        assertThat(terminal.exitCode()).as(terminal.err()).isZero();
        assertThat(terminal.out() + terminal.err()).contains("half.png", "letter.jpg");
        assertThat(run.resolve("model.onnx")).exists();
    }

    @Test
    void aFullDiskIsOneLineAndLeavesNoHalfFile() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (SmallDisk full = SmallDisk.mounted(disk, 100)) {
            run = disk.resolve("run");

            // Weights fit, weights with the optimizer's state do not.
            Terminal terminal = train(photos, "--filters", "32,32");

            assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OUTPUT_FAILED.number());
            assertThat(terminal.err().lines().filter(line -> line.startsWith("maskwatch")))
                    .singleElement()
                    .asString()
                    .contains("No space left on device");
            assertThat(terminal.err()).doesNotContain("\tat ");
            assertThat(full.files()).isNotEmpty();
            assertThat(run.resolve("config.json")).exists();
            try (var left = Files.walk(run)) {
                assertThat(left.map(each -> each.getFileName().toString())).noneMatch(name -> name.contains("tmp"));
            }
        }
    }
}
