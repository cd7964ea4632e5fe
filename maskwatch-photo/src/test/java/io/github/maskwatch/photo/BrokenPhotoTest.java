package io.github.maskwatch.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad file ends in one line, and never in more than that. */
class BrokenPhotoTest {
    private final PhotoReader reader = new PhotoReader();

    @TempDir
    Path folder;

    private void assertRefused(byte[] file, String... words) {
        assertThatThrownBy(() -> reader.decode(Path.of("holiday.jpg"), file, Integer.MAX_VALUE))
                .isInstanceOf(PhotoFormatException.class)
                .hasMessageStartingWith("holiday.jpg: ")
                .hasMessageNotContaining("\n")
                .satisfies(e ->
                        java.util.List.of(words).forEach(word -> assertThat(e).hasMessageContaining(word)));
    }

    @Test
    void emptyFile() {
        assertRefused(new byte[0], "empty file");
    }

    @Test
    void textFile() {
        assertRefused("Dear photo,\n".getBytes(StandardCharsets.UTF_8), "is text, no photo", "wanted: JPEG");
    }

    @Test
    void unknownBytes() {
        assertRefused(new byte[] {1, 2, 3, 0, 5}, "no photo of a known kind");
    }

    @Test
    void phonesOwnFormat() {
        assertRefused(TestPictures.resource("flags.avif"), "HEIC or AVIF", "save it as JPEG");
    }

    @Test
    void folderInsteadOfFile() {
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(PhotoFormatException.class)
                .hasMessage(folder + ": is a folder; wanted: one photo");
    }

    @Test
    void missingFile() {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.jpg")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no such photo");
    }

    @Test
    void contentDecidesNotTheName() throws IOException {
        Path file = folder.resolve("really-a-png.jpg");
        Files.write(file, TestPictures.encode(TestPictures.flags(BufferedImage.TYPE_INT_RGB), "png"));

        assertThat(reader.read(file).width()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.95, 0.6, 0.3, 0.05})
    void jpegThatIsCutOff(double share) {
        byte[] large = TestPictures.encode(noise(), "jpeg");

        assertRefused(TestPictures.cut(large, share), "cut off");
    }

    @Test
    void jpegWithoutItsEndMarkerIsWhole() {
        byte[] file = TestPictures.jpeg();

        assertThatCode(() -> reader.decode(Path.of("p"), TestPictures.cut(file, 1 - 2.0 / file.length), 1))
                .doesNotThrowAnyException();
    }

    @Test
    void progressiveJpegThatIsCutOff() {
        assertRefused(TestPictures.cut(TestPictures.resource("progressive.jpg"), 0.97), "cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void otherFormatsThatAreCutOff(String format) {
        assertRefused(TestPictures.cut(TestPictures.encode(noise(), format), 0.7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "cmyk.jpg"})
    void furtherFormatsThatAreCutOff(String name) {
        assertRefused(TestPictures.cut(TestPictures.resource(name), 0.7));
    }

    /** A reader that once failed must not spoil the next photo. */
    @Test
    void recoversAfterABrokenOne() throws IOException {
        jpegThatIsCutOff(0.5);

        assertThat(reader.decode(Path.of("p"), TestPictures.jpeg(), 32).height())
                .isEqualTo(32);
    }

    @Test
    void hugePngIsRefusedByItsHeader() {
        byte[] png = TestPictures.encode(TestPictures.flags(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertRefused(png, "30000 x 30000 px", "100 megapixels", "make it smaller");
        assertThatThrownBy(() -> reader.decode(Path.of("p"), png, 96)).hasMessageContaining("30000 x 30000 px");
    }

    @Test
    void limitIsAParameter() {
        assertThatThrownBy(() -> new PhotoReader(1000).decode(Path.of("p"), TestPictures.jpeg(), 100))
                .hasMessageContaining("48 x 32 px");
    }

    /** 108 megapixels, a phone's: too many to hold, but few enough to be reduced while they are read. */
    @Test
    void phonePhotoIsReadWhenLessIsWanted() throws BadPhotoException {
        SizePolicy small = new SizePolicy(PhotoReader.DEFAULT_MAX_PIXELS, 96);

        assertThat(small.step(12_000, 9_000, true)).isEqualTo(23);
        assertThatThrownBy(() -> small.step(12_000, 9_000, false)).isInstanceOf(BadPhotoException.class);
    }

    /** Whatever is done to a file's bytes: a picture or one line, never another exception. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "lossy.webp", "lossless.webp", "cmyk.jpg"})
    void damagedBytesNeverDoMore(String format) {
        byte[] whole = format.contains(".") ? TestPictures.resource(format) : TestPictures.encode(noise(), format);
        SplittableRandom random = new SplittableRandom(7);
        PhotoReader small = new PhotoReader(1_000_000);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 5; k++) {
                damaged[random.nextInt(Math.min(damaged.length, 1 + i * 50))] = (byte) random.nextInt();
            }
            try {
                assertThat(small.decode(Path.of("p"), damaged, 64).width()).isPositive();
            } catch (PhotoFormatException e) {
                assertThat(e).hasMessageStartingWith("p: ").hasMessageNotContaining("\n");
            }
        }
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, random.nextInt(0x1000000));
        }
        return image;
    }
}
