package io.github.maskwatch.monitor.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.mask.MaskState;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.vote.Vote;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnouncerTest {
    private final Announcer announcer = new Announcer(TellConfig.of(List.of(Language.ENGLISH)));

    private static Track person(long id, @Nullable MaskState state) {
        MaskPrediction prediction = new MaskPrediction(
                state == MaskState.WITH_MASK ? 0.8 : 0.1,
                state == MaskState.WITHOUT_MASK ? 0.8 : 0.1,
                state == MaskState.WITH_MASK || state == MaskState.WITHOUT_MASK ? 0.1 : 0.8);
        return new Track(
                new TrackId(id),
                new Box(0, 0, 50, 50),
                new Vote(prediction, state != null),
                5,
                Duration.ZERO,
                Duration.ofSeconds(1));
    }

    /** What is said at that second; null: nothing. */
    private @Nullable Sentence at(int second, Track... there) {
        Announcement said = announcer.update(Duration.ofSeconds(second), Arrays.asList(there));
        return said == null ? null : said.sentence();
    }

    @Test
    void eachPersonIsAskedOnceAndThankedOnce() {
        assertThat(at(0, person(1, null))).isNull();
        assertThat(at(1, person(1, MaskState.WITHOUT_MASK))).isEqualTo(Sentence.COVER);
        assertThat(at(2, person(1, MaskState.WITHOUT_MASK))).isNull();
        assertThat(at(60, person(1, MaskState.WORN_INCORRECTLY))).isNull();
        assertThat(at(61, person(1, MaskState.WITH_MASK))).isEqualTo(Sentence.THANKS);
        assertThat(at(62, person(1, MaskState.WITH_MASK))).isNull();
        assertThat(at(90, person(1, MaskState.WITHOUT_MASK))).isNull();
        assertThat(at(91, person(1, MaskState.WITH_MASK))).isNull();
    }

    @Test
    void whoWearsOneIsLeftInPeace() {
        assertThat(at(1, person(1, MaskState.WITH_MASK), person(2, null))).isNull();
    }

    @Test
    void theWordsFitTheState() {
        assertThat(at(1, person(1, MaskState.WORN_INCORRECTLY))).isEqualTo(Sentence.OVER_THE_NOSE);
        assertThat(at(20, person(2, MaskState.WORN_INCORRECTLY), person(3, MaskState.WITHOUT_MASK)))
                .isEqualTo(Sentence.COVER);
    }

    @Test
    void oneRequestIsForAllWhoStandThere() {
        assertThat(at(1, person(1, MaskState.WITHOUT_MASK), person(2, MaskState.WITHOUT_MASK)))
                .isEqualTo(Sentence.COVER);
        assertThat(at(30, person(1, MaskState.WITHOUT_MASK), person(2, MaskState.WITHOUT_MASK)))
                .isNull();
    }

    @Test
    void whoComesTooSoonIsAskedAfterTheCoolDownIfStillNeeded() {
        at(1, person(1, MaskState.WITHOUT_MASK));
        assertThat(at(5, person(2, MaskState.WITHOUT_MASK), person(3, MaskState.WITHOUT_MASK)))
                .isNull();
        assertThat(at(10, person(2, MaskState.WITHOUT_MASK), person(3, MaskState.WITH_MASK)))
                .isNull();
        assertThat(at(11, person(2, MaskState.WITHOUT_MASK), person(3, MaskState.WITH_MASK)))
                .isEqualTo(Sentence.COVER);
        assertThat(at(12, person(2, MaskState.WITHOUT_MASK), person(3, MaskState.WITH_MASK)))
                .as("not asked, not thanked")
                .isNull();
    }

    @Test
    void whoComesBackIsSomebodyNew() {
        assertThat(at(1, person(1, MaskState.WITHOUT_MASK))).isNotNull();
        assertThat(at(2)).isNull();
        assertThat(at(30, person(1, MaskState.WITHOUT_MASK))).isEqualTo(Sentence.COVER);
    }

    @Test
    void announcementsAreNumberedAndSpokenInAllLanguages() {
        Announcer many = new Announcer(TellConfig.of(List.of(Language.GERMAN, Language.FRENCH, Language.GERMAN)));
        Announcement first =
                Objects.requireNonNull(many.update(Duration.ZERO, List.of(person(1, MaskState.WITHOUT_MASK))));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.lines())
                .containsExactly(
                        new Announcement.Line(Language.GERMAN, "Bitte bedecken Sie Mund und Nase."),
                        new Announcement.Line(Language.FRENCH, "Veuillez vous couvrir le nez et la bouche."));
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEverySentence(Language language) {
        for (Sentence sentence : Sentence.values()) {
            assertThat(language.say(sentence)).isNotBlank().endsWith(".").doesNotContain("�", "Ã");
        }
        assertThat(Language.of(language.tag())).isEqualTo(language);
    }

    @Test
    void languagesByTagAndPlace() {
        assertThat(Language.GERMAN.say(Sentence.OVER_THE_NOSE)).isEqualTo("Bitte ziehen Sie Ihre Maske über die Nase.");
        assertThat(Language.of(Locale.forLanguageTag("pt-BR"))).isEqualTo(Language.PORTUGUESE);
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.ENGLISH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.of("xx"))
                .withMessage("a language must be one of en, de, fr, es, it, pt, got \"xx\"");
        assertThatIllegalArgumentException().isThrownBy(() -> TellConfig.of(List.of()));
    }
}
