package io.github.maskwatch.monitor.tell;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** A language that sentences are spoken in. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    ITALIAN("it"),
    PORTUGUESE("pt");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47, such as {@code de}. */
    public String tag() {
        return tag;
    }

    /** The sentence, with its full stop. */
    public String say(Sentence sentence) {
        // Of this language and no other: not of the machine's, if a file were missing.
        return ResourceBundle.getBundle(
                        "io.github.maskwatch.monitor.tell.sentences",
                        Locale.forLanguageTag(tag),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(sentence.id());
    }

    /**
     * The language of that {@link #tag}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Language of(String tag) {
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("a language must be one of " + tags() + ", got \"" + tag + "\"");
    }

    private static String tags() {
        return Arrays.stream(values()).map(Language::tag).collect(Collectors.joining(", "));
    }

    /** The language of a place; English if it is none of these. */
    public static Language of(Locale place) {
        for (Language language : values()) {
            if (language.tag.equals(place.getLanguage())) {
                return language;
            }
        }
        return ENGLISH;
    }
}
