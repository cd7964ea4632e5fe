package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.tell.Language;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language by its tag, or {@code auto}: the machine's own, or English. */
final class LanguageConverter implements ITypeConverter<Language> {
    static final String AUTO = "auto";

    @Override
    public Language convert(String value) {
        if (value.strip().equalsIgnoreCase(AUTO)) {
            return Language.of(Locale.getDefault());
        }
        try {
            return Language.of(value.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + " (or auto: the machine's own)");
        }
    }
}
