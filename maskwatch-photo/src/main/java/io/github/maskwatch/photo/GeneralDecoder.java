package io.github.maskwatch.photo;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.github.maskwatch.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Every format that is not an ordinary JPEG, by the JDK's readers and TwelveMonkeys'. Thread-safe. */
final class GeneralDecoder {
    private GeneralDecoder() {}

    /** The first picture of the file. */
    static Image decode(byte[] file, PhotoFormat format, SizePolicy size) throws IOException {
        return read(file, format, reader -> Pixels.toImage(read(reader, format, size)));
    }

    /** Of the first picture of the file, as it is stored. */
    static PhotoSize size(byte[] file, PhotoFormat format) throws IOException {
        return read(file, format, reader -> new PhotoSize(reader.getWidth(0), reader.getHeight(0)));
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    private static <T> T read(byte[] file, PhotoFormat format, Reading<T> reading) throws IOException {
        try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new BadPhotoException("is a " + format.title() + " file of a kind that cannot be read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return reading.from(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, PhotoFormat format, SizePolicy size) throws IOException {
        int step = size.step(reader.getWidth(0), reader.getHeight(0), format.decodesByRows());
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }
}
