package io.github.maskwatch.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * To which size frames are brought before the detector looks at them.
 *
 * @param side longer side, px; null: what the model was made for
 */
record DetectSize(@Nullable Integer side) {
    static final DetectSize AUTO = new DetectSize(null);

    /** The sizes that are offered. */
    static final class Converter implements ITypeConverter<DetectSize> {
        @Override
        public DetectSize convert(String value) {
            return switch (value.strip().toLowerCase(Locale.ROOT)) {
                case "auto" -> AUTO;
                case "320", "480", "640" -> new DetectSize(Integer.valueOf(value.strip()));
                default -> throw new TypeConversionException("wanted: 320, 480, 640 or auto, got '" + value + "'");
            };
        }
    }
}
