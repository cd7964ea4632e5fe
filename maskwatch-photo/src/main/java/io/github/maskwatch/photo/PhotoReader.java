package io.github.maskwatch.photo;

import io.github.maskwatch.image.Image;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Reads photos of any kind that users have: JPEG (upright by EXIF; grey, colour, CMYK), PNG, WebP, GIF (its first picture), BMP
 * and TIFF. The content decides, not the name. Transparent parts become white, 16 bits become 8, and numbers are taken as sRGB
 * whatever profile is attached.
 *
 * <p>Nothing native but the JDK's own codecs is at work, sizes are checked by the header before any pixel is decoded, and a photo
 * that is cut off or damaged counts as broken: it is refused with one line, not half shown. Thread-safe.
 */
public final class PhotoReader {
    /** Pixels of a picture that may be held in memory: 300 MB of them. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "gif", "tif", "tiff");
    private static final String READABLE = "wanted: JPEG, PNG, WebP, GIF, BMP or TIFF";
    private static final long MAX_FILE_BYTES = 256L << 20;

    private final JpegDecoder jpegs = new JpegDecoder();
    private final long maxPixels;

    /** A reader with {@link #DEFAULT_MAX_PIXELS}. */
    public PhotoReader() {
        this(DEFAULT_MAX_PIXELS);
    }

    /**
     * @param maxPixels pixels of one picture that may be held in memory, at least 1; where a smaller picture is wanted and the
     *     format allows to leave out rows (JPEG, PNG, BMP), a photo may have four times as many
     */
    public PhotoReader(long maxPixels) {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("maxPixels must be at least 1, got " + maxPixels);
        }
        this.maxPixels = maxPixels;
    }

    /** Whether the file's name says that it is a photo of a kind that is read here; nothing is opened. */
    public static boolean isPhoto(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The upright picture in full size.
     *
     * @throws PhotoFormatException if the file is no photo, is broken, or is too large
     * @throws IOException if it is not there or cannot be read
     */
    public Image read(Path photo) throws IOException {
        return read(photo, Integer.MAX_VALUE);
    }

    /**
     * The upright picture, perhaps reduced by leaving out pixels: its shorter side has at least four times
     * {@code shorterSideAtLeast} px, or is the photo's own. Make it smaller with {@link Image#resize}, which averages.
     *
     * @throws PhotoFormatException if the file is no photo, is broken, or is too large
     * @throws IOException if it is not there or cannot be read
     */
    public Image read(Path photo, int shorterSideAtLeast) throws IOException {
        return decode(photo, bytes(photo), shorterSideAtLeast);
    }

    /**
     * {@link #read(Path, int)} of a file whose bytes were read already.
     *
     * @param photo names the picture in messages
     */
    public Image decode(Path photo, byte[] file, int shorterSideAtLeast) throws PhotoFormatException {
        if (shorterSideAtLeast < 1) {
            throw new IllegalArgumentException("shorterSideAtLeast must be at least 1 px, got " + shorterSideAtLeast);
        }
        return understand(photo, file, format -> {
            Image stored = stored(file, format, new SizePolicy(maxPixels, shorterSideAtLeast));
            return Orientation.of(file, format).apply(stored);
        });
    }

    /**
     * The size of the upright picture, of a file whose bytes were read already. Only what stands before the pixels is looked at,
     * so that a photo whose pixels are broken has one too.
     *
     * @param photo names the picture in messages
     */
    public PhotoSize size(Path photo, byte[] file) throws PhotoFormatException {
        return understand(photo, file, format -> {
            PhotoSize stored = storedSize(file, format);
            return Orientation.of(file, format).turnsSides() ? stored.turned() : stored;
        });
    }

    private interface Understanding<T> {
        T of(PhotoFormat format) throws IOException;
    }

    private static <T> T understand(Path photo, byte[] file, Understanding<T> wanted) throws PhotoFormatException {
        PhotoFormat format = PhotoFormat.of(file);
        try {
            return wanted.of(format);
        } catch (BadPhotoException e) {
            throw new PhotoFormatException(photo, e.reason(), e);
        } catch (EOFException e) {
            throw new PhotoFormatException(photo, "is a " + format.title() + " that is cut off", e);
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken bytes with any exception there is.
            throw new PhotoFormatException(photo, "is a broken " + format.title() + reasonOf(e), e);
        } catch (OutOfMemoryError e) {
            throw new PhotoFormatException(
                    photo,
                    "needs more memory than there is (" + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB in all); make it smaller or raise -Xmx",
                    e);
        }
    }

    /**
     * The bytes of a file that may be a photo, for {@link #decode} and for hashes.
     *
     * @throws PhotoFormatException if it is a folder, or larger than any photo
     * @throws IOException if it is not there or cannot be read
     */
    public byte[] bytes(Path photo) throws IOException {
        try {
            if (!Files.isRegularFile(photo)) {
                throw notAFile(photo);
            }
            long size = Files.size(photo);
            if (size > MAX_FILE_BYTES) {
                throw new PhotoFormatException(
                        photo, "is a file of " + (size >> 20) + " MB, a photo may have " + (MAX_FILE_BYTES >> 20));
            }
            return Files.readAllBytes(photo);
        } catch (AccessDeniedException e) {
            throw new PhotoFormatException(photo, "may not be read by this user; give it the right to", e);
        }
    }

    private static IOException notAFile(Path photo) {
        if (Files.isDirectory(photo)) {
            return new PhotoFormatException(photo, "is a folder; wanted: one photo");
        }
        return Files.exists(photo)
                ? new PhotoFormatException(photo, "is not an ordinary file")
                : new NoSuchFileException(photo + ": there is no such photo");
    }

    private Image stored(byte[] file, PhotoFormat format, SizePolicy size) throws IOException {
        return switch (format) {
            case JPEG -> jpeg(file, size);
            case PNG, WEBP, GIF, BMP, TIFF -> GeneralDecoder.decode(file, format, size);
            case HEIF, EMPTY, TEXT, UNKNOWN -> throw unreadable(format);
        };
    }

    private static PhotoSize storedSize(byte[] file, PhotoFormat format) throws IOException {
        return switch (format) {
            case JPEG -> JpegHeader.read(file).size();
            case PNG, WEBP, GIF, BMP, TIFF -> GeneralDecoder.size(file, format);
            case HEIF, EMPTY, TEXT, UNKNOWN -> throw unreadable(format);
        };
    }

    private static BadPhotoException unreadable(PhotoFormat format) {
        return new BadPhotoException(
                switch (format) {
                    case HEIF -> "is a HEIC or AVIF picture, which cannot be read here; save it as JPEG";
                    case EMPTY, TEXT -> "is " + format.title() + ", no photo; " + READABLE;
                    case JPEG, PNG, WEBP, GIF, BMP, TIFF, UNKNOWN -> "is no photo of a known kind; " + READABLE;
                });
    }

    private Image jpeg(byte[] file, SizePolicy size) throws IOException {
        JpegHeader header = JpegHeader.read(file);
        int step = size.step(header.width(), header.height(), header.sequential());
        return JpegDecoder.handles(header)
                ? jpegs.decode(file, header, step)
                : GeneralDecoder.decode(file, PhotoFormat.JPEG, size);
    }

    private static String reasonOf(Exception e) {
        String message = e instanceof IOException && e.getMessage() != null ? e.getMessage() : "";
        return message.isBlank() ? "" : " (" + message.strip().replaceAll("\\s+", " ") + ")";
    }
}
