package io.github.maskwatch.photo;

import static io.github.maskwatch.photo.TestPictures.BLUE;
import static io.github.maskwatch.photo.TestPictures.GREEN;
import static io.github.maskwatch.photo.TestPictures.RED;
import static io.github.maskwatch.photo.TestPictures.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.image.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
    private final PhotoReader reader = new PhotoReader();

    private Image decode(byte[] file) throws IOException {
        return reader.decode(Path.of("photo"), file, Integer.MAX_VALUE);
    }

    private static void assertFlags(Image image, int topLeft, int topRight, int bottomLeft, int bottomRight) {
        int right = image.width() - 5;
        int bottom = image.height() - 5;
        assertColor(image.at(4, 4), topLeft);
        assertColor(image.at(right, 4), topRight);
        assertColor(image.at(4, bottom), bottomLeft);
        assertColor(image.at(right, bottom), bottomRight);
    }

    private static void assertColor(int actual, int wanted) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xff)
                    .as("0x%06x for 0x%06x", actual, wanted)
                    .isCloseTo(wanted >> shift & 0xff, org.assertj.core.data.Offset.offset(4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "jpeg", "tiff"})
    void colourOfEveryFormatThatJavaWrites(String format) throws IOException {
        byte[] file = TestPictures.encode(TestPictures.flags(BufferedImage.TYPE_3BYTE_BGR), format);

        assertFlags(decode(file), RED, GREEN, BLUE, YELLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossless.webp",
                "lossy.webp",
                "animated.webp",
                "cmyk.jpg",
                "ycck.jpg",
                "rgb16.png",
                "interlaced.png",
                "progressive.jpg"
            })
    void colourOfTheOtherFormats(String name) throws IOException {
        assertFlags(decode(TestPictures.resource(name)), RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void readsThePaletteOfAGif() throws IOException {
        byte[] file = TestPictures.encode(TestPictures.flags(BufferedImage.TYPE_3BYTE_BGR), "gif");

        assertFlags(decode(file), RED, GREEN, BLUE, YELLOW);
    }

    /** CIPA DC-008: what the stored first row and column are in the upright picture. */
    @ParameterizedTest
    @CsvSource({
        "1, 48, RED, GREEN, BLUE, YELLOW",
        "2, 48, GREEN, RED, YELLOW, BLUE",
        "3, 48, YELLOW, BLUE, GREEN, RED",
        "4, 48, BLUE, YELLOW, RED, GREEN",
        "5, 32, RED, BLUE, GREEN, YELLOW",
        "6, 32, BLUE, RED, YELLOW, GREEN",
        "7, 32, YELLOW, GREEN, BLUE, RED",
        "8, 32, GREEN, YELLOW, RED, BLUE",
        "9, 48, RED, GREEN, BLUE, YELLOW",
    })
    void turnsUprightByExif(int orientation, int width, String tl, String tr, String bl, String br) throws IOException {
        Image image = decode(TestPictures.jpegWithOrientation(orientation));

        assertThat(image.width()).isEqualTo(width);
        assertFlags(image, color(tl), color(tr), color(bl), color(br));
    }

    private static int color(String name) {
        return switch (name) {
            case "RED" -> RED;
            case "GREEN" -> GREEN;
            case "BLUE" -> BLUE;
            default -> YELLOW;
        };
    }

    @Test
    void turnsAWebpUprightToo() throws IOException {
        assertFlags(decode(TestPictures.resource("rotated.webp")), BLUE, RED, YELLOW, GREEN);
    }

    @Test
    void transparentPartsAreWhite() throws IOException {
        BufferedImage image = TestPictures.flags(BufferedImage.TYPE_INT_ARGB);
        image.setRGB(4, 4, 0);
        image.setRGB(5, 4, 0x80000000);

        Image read = decode(TestPictures.encode(image, "png"));

        assertThat(read.at(4, 4)).isEqualTo(0xffffff);
        assertColor(read.at(5, 4), 0x7f7f7f);
        assertFlags(decode(TestPictures.resource("alpha.webp")), RED, 0xffffff, 0x989de8, YELLOW);
    }

    @Test
    void greyKeepsItsNumbers() throws IOException {
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(4, 4, 0, 100);

        assertThat(decode(TestPictures.encode(image, "png")).at(4, 4)).isEqualTo(0x646464);
    }

    @Test
    void greyJpegHasThreeEqualChannels() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        java.util.Arrays.fill(
                ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) 100);

        assertThat(decode(TestPictures.encode(image, "jpeg"))).isEqualTo(Image.filled(16, 16, 0x646464));
    }

    @Test
    void sixteenBitGreyBecomesEight() throws IOException {
        ColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_USHORT);
        WritableRaster raster = grey.createCompatibleWritableRaster(8, 8);
        raster.setSample(3, 3, 0, 65535);
        raster.setSample(4, 4, 0, 25700);

        Image read = decode(TestPictures.encode(new BufferedImage(grey, raster, false, null), "png"));

        assertThat(List.of(read.at(3, 3), read.at(4, 4), read.at(0, 0))).containsExactly(0xffffff, 0x646464, 0);
    }

    @Test
    void blackAndWhitePng() throws IOException {
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(4, 4, 0xffffffff);

        Image read = decode(TestPictures.encode(image, "png"));

        assertThat(List.of(read.at(4, 4), read.at(3, 4))).containsExactly(0xffffff, 0);
    }

    @Test
    void jpegsStoredAsRgbAreNotConvertedAgain() throws IOException {
        byte[] file = TestPictures.resource("stored-as-rgb.jpg");
        BufferedImage wanted = ImageIO.read(new ByteArrayInputStream(file));

        assertColor(decode(file).at(4, 4), wanted.getRGB(4, 4) & 0xffffff);
    }

    @Test
    void reducesALargePhotoToFourTimesWhatIsWanted() throws IOException {
        byte[] file = TestPictures.encode(TestPictures.flags(1300, 1000, BufferedImage.TYPE_3BYTE_BGR), "jpeg");

        Image read = reader.decode(Path.of("photo"), file, 50);

        assertThat(List.of(read.width(), read.height())).containsExactly(260, 200);
        assertFlags(read, RED, GREEN, BLUE, YELLOW);
    }

    @Test
    void worksInManyThreadsAtOnce() throws IOException {
        Image wanted = decode(TestPictures.jpeg());

        assertThat(Stream.generate(TestPictures::jpeg).limit(200).parallel().map(file -> {
                    try {
                        return decode(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .allMatch(wanted::equals);
    }

    @Test
    void agreesWithTheJdkOnRealPhotos() throws IOException {
        Path photos = Path.of(System.getProperty("maskwatch.root")).resolve("../shared/photos/faces/val");
        assumeTrue(Files.isDirectory(photos), "needs the photos of ../shared");
        List<Path> some;
        try (Stream<Path> all = Files.walk(photos)) {
            some = all.filter(PhotoReader::isPhoto).sorted().limit(60).toList();
        }
        for (Path photo : some) {
            Image read = reader.read(photo);
            BufferedImage wanted = ImageIO.read(photo.toFile());
            for (int i = 0; i < 100; i++) {
                int x = i * 7919 % read.width();
                int y = i * 104729 % read.height();
                assertThat(read.at(x, y)).as("%s %d %d", photo, x, y).isEqualTo(wanted.getRGB(x, y) & 0xffffff);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "b.JPEG", "c.png", "d.WebP", "e.gif", "f.bmp", "g.tiff", "h.x.jpg"})
    void knowsPhotosByTheirNames(String name) {
        assertThat(PhotoReader.isPhoto(Path.of("folder", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "jpg", "b.jpg.part", "c.mp4", "Thumbs.db"})
    void knowsOtherFilesByTheirNames(String name) {
        assertThat(PhotoReader.isPhoto(Path.of("folder", name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless.webp", "lossy.webp", "animated.webp", "cmyk.jpg", "rgb16.png", "progressive.jpg"})
    void sizeIsThatOfTheDecodedPhoto(String name) throws IOException {
        byte[] file = TestPictures.resource(name);

        assertThat(reader.size(Path.of("photo"), file)).isEqualTo(sizeOf(decode(file)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sizeIsThatOfTheUprightPhoto(int orientation) throws IOException {
        byte[] file = TestPictures.jpegWithOrientation(orientation);

        assertThat(reader.size(Path.of("photo"), file)).isEqualTo(sizeOf(decode(file)));
    }

    private static PhotoSize sizeOf(Image image) {
        return new PhotoSize(image.width(), image.height());
    }

    @Test
    void whatIsNoPhotoHasNoSize() {
        for (String text : List.of("", "text", "\u00ff\u00d8\u00ff\u00e0")) {
            byte[] file = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> reader.size(Path.of("photo"), file))
                    .isInstanceOf(PhotoFormatException.class)
                    .hasMessageStartingWith("photo: is ");
        }
    }
}
