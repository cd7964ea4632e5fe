package io.github.maskwatch.cli.doctor;

import io.github.maskwatch.message.OneLine;
import io.github.maskwatch.message.UserInfo;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer.
 *
 * @param subject what was looked at, such as "disk" or "camera door"
 * @param text what is so; what looks like a password in an address is taken out
 * @param cure what to do; null where nothing is to be done, or the text says it
 */
public record Finding(
        Grade grade, String subject, String text, @Nullable String cure) {
    public Finding {
        // Messages have no password by themselves; this is for those of libraries.
        text = OneLine.of(UserInfo.cutAll(text).strip());
    }

    static Finding ok(String subject, String text) {
        return new Finding(Grade.OK, subject, text, null);
    }

    static Finding warning(String subject, String text, @Nullable String cure) {
        return new Finding(Grade.WARNING, subject, text, cure);
    }

    static Finding wrong(String subject, String text, @Nullable String cure) {
        return new Finding(Grade.WRONG, subject, text, cure);
    }
}
