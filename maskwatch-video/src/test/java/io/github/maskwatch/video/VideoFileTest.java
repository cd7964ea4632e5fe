package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileTest {
    private static final int FRAMES = 55;

    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static List<Frame> read(Path file) throws IOException {
        return Scene.read(new VideoFile(file).open());
    }

    private static void assertScene(List<Frame> frames, int count) {
        assertThat(frames)
                .extracting(f -> Scene.number(f.image()))
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
        assertThat(frames).extracting(Frame::index).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "mp4,      mp4,      mpeg4,        yuv420p",
        "mov,      mov,      qtrle,        argb",
        "mkv,      matroska, ffv1,         yuv420p10le",
        "mkv,      matroska, ffv1,         yuva444p",
        "mkv,      matroska, ffv1,         gray16le",
        "mkv,      matroska, libopenh264,  yuv420p",
        "webm,     webm,     libvpx,       yuv420p",
        "webm,     webm,     libvpx-vp9,   yuv420p",
        "avi,      avi,      mjpeg,        yuvj422p",
        "avi,      avi,      rawvideo,     bgr24",
        "avi,      avi,      msmpeg4v2,    yuv420p",
        "gif,      gif,      gif,          rgb8",
        "ts,       mpegts,   mpeg2video,   yuv420p",
        "mov,      mov,      prores_ks,    yuv422p10le",
        "apng,     apng,     apng,         rgba",
    })
    void everyContainerGivesItsFramesInOrder(String extension, String format, String encoder, String pixels)
            throws IOException {
        Path file = new Container(format, encoder, pixels).write(file("clip." + extension), FRAMES, 162, 122);
        List<Frame> frames = read(file);
        assertScene(frames, FRAMES);
        Image first = frames.get(0).image();
        assertThat(first.width()).isEqualTo(162);
        assertThat(first.height()).isEqualTo(122);
        // Orange above: red well over blue in any pixel format that has colours.
        if (!pixels.startsWith("gray")) {
            assertThat(first.at(80, 20) >> 16 & 0xff).isGreaterThan((first.at(80, 20) & 0xff) + 60);
        }
        assertThat(frames.get(FRAMES - 1).position().toMillis()).isBetween(2100L, 2220L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "matroska", "avi"})
    void framesHeldBackByTheDecoderComeAtTheEnd(String format) throws IOException {
        Path file = new Container(format, "mpeg4", "yuv420p").withBFrames(3).write(file("b.x"), FRAMES, 160, 120);
        assertScene(read(file), FRAMES);
    }

    @Test
    void oneFrameIsAVideoToo() throws IOException {
        assertScene(read(new Container("mp4", "mpeg4", "yuv420p").write(file("one.mp4"), 1, 64, 64)), 1);
    }

    @ParameterizedTest
    @CsvSource({"538, 302", "1, 1", "3, 5", "17, 255", "639, 2", "1278, 719"})
    void anySizeIsConvertedWithoutHarm(int width, int height) throws IOException {
        Path file = new Container("matroska", "ffv1", "yuv444p").write(file("odd.mkv"), 3, width, height);
        assertThat(read(file)).hasSize(3).allSatisfy(f -> {
            assertThat(f.image().width()).isEqualTo(width);
            assertThat(f.image().height()).isEqualTo(height);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPhonesVideoIsTurnedUpright(int quarterTurns) throws IOException {
        Path file =
                new Container("mp4", "mpeg4", "yuv420p").turned(quarterTurns).write(file("phone.mp4"), 3, 160, 96);
        Image stored = Scene.frame(0, 160, 96).image();
        Image shown = read(file).get(0).image();
        boolean across = quarterTurns % 2 == 1;
        assertThat(shown.width()).isEqualTo(across ? 96 : 160);
        assertThat(shown.height()).isEqualTo(across ? 160 : 96);
        // The stored picture's upper edge is orange; a turn to the right carries it to the right edge.
        int[][] orange = {{80, 10}, {85, 80}, {80, 85}, {10, 80}};
        int colour = shown.at(orange[quarterTurns][0], orange[quarterTurns][1]);
        assertThat(colour >> 16 & 0xff).isGreaterThan((colour & 0xff) + 60);
        assertThat(stored.at(80, 10) >> 16 & 0xff).isGreaterThan(150);
    }

    @Test
    void pixelsThatAreNotSquareAreMadeSo() throws IOException {
        Path file =
                new Container("matroska", "ffv1", "yuv444p").withPixelAspect(2).write(file("wide.mkv"), 2, 100, 80);
        assertThat(read(file)).allSatisfy(f -> {
            assertThat(f.image().width()).isEqualTo(200);
            assertThat(f.image().height()).isEqualTo(80);
        });
    }

    @Test
    void theSizeMayChangeInMidStream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            BufferedImage image = i < 15
                    ? new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB)
                    : new BufferedImage(97, 131, BufferedImage.TYPE_INT_RGB);
            ImageIO.write(image, "jpeg", bytes);
        }
        Files.write(file("two.mjpeg"), bytes.toByteArray());
        List<Frame> frames = read(file("two.mjpeg"));
        assertThat(frames).hasSize(30);
        assertThat(frames.get(14).image()).hasToString("Image[64 x 48]");
        assertThat(frames.get(15).image()).hasToString("Image[97 x 131]");
    }

    @Test
    void nextAfterTheEndIsNullForEver() throws IOException {
        try (FrameReader reader = new VideoFile(Scene.record(file("c.mp4"), 2, 64, 64)).open()) {
            reader.next();
            reader.next();
            assertThat(reader.next()).isNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aNameMayHoldAnything() throws IOException {
        Path odd = Files.createDirectory(file("hall: ü%20 #1")).resolve("http: cam?.mp4");
        assertScene(read(Scene.record(odd, 3, 64, 64)), 3);
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        Path empty = Files.createFile(file("empty.mp4"));
        assertThatIOException()
                .isThrownBy(() -> read(empty))
                .withMessage(empty + " is empty (0 bytes); wanted a video file");
    }

    @Test
    void whatIsNoVideoIsSaidSo() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        List<Path> files = List.of(
                Files.writeString(file("text.mp4"), "Dear all,\nthis is no video.\n".repeat(50)),
                Files.write(file("noise.mp4"), noise),
                Files.write(file("zeros.avi"), new byte[10_000]),
                Files.writeString(file("list.mp4"), "ffconcat version 1.0\nfile /etc/passwd\n"),
                Files.writeString(
                        file("playlist.mp4"), "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/x.ts\n#EXT-X-ENDLIST\n"),
                Files.writeString(file("words.mp4"), "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n".repeat(9)));
        for (Path each : files) {
            assertThatIOException()
                    .isThrownBy(() -> read(each))
                    .withMessage(
                            each + " is not a video, or is damaged or cut off; wanted mp4, mkv, webm, avi, mov or gif");
        }
    }

    @Test
    void soundAloneIsRefused() throws IOException {
        ByteBuffer wave = ByteBuffer.allocate(44 + 16_000).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 16_000);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wave.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(16_000);
        Path file = Files.write(file("sound.wav"), wave.array());
        assertThatIOException().isThrownBy(() -> read(file)).withMessage(file + " holds no video but sound only");
    }

    @Test
    void aCoverPictureIsNoVideo() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", picture);
        ByteArrayOutputStream song = new ByteArrayOutputStream();
        int content = 1 + 10 + 1 + 1 + picture.size();
        song.write("ID3\3\0\0".getBytes(StandardCharsets.ISO_8859_1));
        writeSyncSafe(song, 10 + content);
        song.write("APIC".getBytes(StandardCharsets.US_ASCII));
        song.write(ByteBuffer.allocate(6).putInt(content).array());
        song.write("\0image/png\0\3\0".getBytes(StandardCharsets.ISO_8859_1));
        song.write(picture.toByteArray());
        byte[] silence = new byte[417];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0}, 0, silence, 0, 4);
        for (int i = 0; i < 50; i++) {
            song.write(silence);
        }
        Path file = Files.write(file("song.mp3"), song.toByteArray());
        assertThatIOException()
                .isThrownBy(() -> read(file))
                .withMessage(file + " holds no video but sound with a cover picture");
    }

    private static void writeSyncSafe(ByteArrayOutputStream to, int value) {
        for (int shift = 21; shift >= 0; shift -= 7) {
            to.write(value >> shift & 0x7f);
        }
    }

    @Test
    void aFileWhoseIndexWasCutOffIsRefused() throws IOException {
        byte[] whole =
                Files.readAllBytes(new Container("mp4", "mpeg4", "yuv420p").write(file("whole.mp4"), FRAMES, 160, 120));
        Path cut = Files.write(file("cut.mp4"), Arrays.copyOf(whole, whole.length * 6 / 10));
        assertThatIOException()
                .isThrownBy(() -> read(cut))
                .withMessageStartingWith(cut + " is not a video, or is damaged or cut off");
    }

    @Test
    void aFileThatBreaksOffGivesWhatItHasAndSaysSo() throws IOException {
        byte[] whole = Files.readAllBytes(Scene.record(file("whole.mp4"), FRAMES, 160, 120));
        Path cut = Files.write(file("cut.mp4"), Arrays.copyOf(whole, whole.length * 6 / 10));
        int frames = 0;
        try (FrameReader reader = new VideoFile(cut).open()) {
            IOException end = null;
            while (end == null) {
                try {
                    assertThat(reader.next()).isNotNull();
                    frames++;
                } catch (IOException e) {
                    end = e;
                }
            }
            assertThat(frames).isBetween(15, FRAMES - 1);
            assertThat(end).hasMessage(cut + " is cut off: it ends after " + frames + " frames and should go on");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void damageInTheMiddleIsPassedOver() throws IOException {
        Path file = new Container("matroska", "mjpeg", "yuvj420p").write(file("hit.mkv"), FRAMES, 160, 120);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 3000, (byte) 0);
        Files.write(file, bytes);
        List<Frame> frames = read(file);
        assertThat(frames).hasSizeBetween(FRAMES - 10, FRAMES);
        assertThat(Scene.number(frames.get(frames.size() - 1).image())).isEqualTo(FRAMES - 1);
    }

    @Test
    void picturesAboveTheLimitAreRefused() throws IOException {
        Path file = Scene.record(file("big.mp4"), 2, 320, 240);
        VideoOptions small = VideoOptions.defaults().withMaxPixels(320 * 240 - 1);
        assertThatIOException()
                .isThrownBy(() -> new VideoFile(file, small).open())
                .withMessage(
                        "cannot show " + file + ": its pictures are 320 x 240 px, more than the limit of 76799 pixels");
        assertThat(Scene.read(new VideoFile(file, small.withMaxPixels(320 * 240)).open()))
                .hasSize(2);
    }

    /** Whatever a file holds, it ends with frames or one line, and the virtual machine lives. */
    @ParameterizedTest
    @CsvSource({
        "mp4, libopenh264, yuv420p",
        "matroska, libvpx, yuv420p",
        "avi, mjpeg, yuvj420p",
        "gif, gif, rgb8",
        "mpegts, mpeg2video, yuv420p"
    })
    void noDamageDoesHarm(String format, String encoder, String pixels) throws IOException {
        byte[] good = Files.readAllBytes(new Container(format, encoder, pixels).write(file("good"), 12, 64, 48));
        Random random = new Random(7);
        int readable = 0;
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            for (int hit = 0; hit < 1 + round / 2; hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(file("bad"), Arrays.copyOf(bad, bad.length - random.nextInt(bad.length / 4)));
            try {
                readable += read(file).size();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
        assertThat(readable).isPositive();
    }
}
