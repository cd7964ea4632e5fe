package io.github.maskwatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskPrediction;
import io.github.maskwatch.monitor.tell.Announcement;
import io.github.maskwatch.monitor.tell.Announcer;
import io.github.maskwatch.monitor.tell.Language;
import io.github.maskwatch.monitor.tell.TellConfig;
import io.github.maskwatch.tracking.Track;
import io.github.maskwatch.tracking.TrackId;
import io.github.maskwatch.vote.Vote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sentences to those before the camera, on the page in a real browser. Screenshots go to {@code target/screenshots}. */
@Timeout(120)
class TellingPageInBrowserTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static @Nullable Browser opened;

    private final FakeRun run = new FakeRun();
    private WatchPage page;
    private Browser browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Optional<Path> driver = Browser.chromedriver();
        assumeTrue(driver.isPresent(), "no chromedriver on this machine (Debian: apt install chromium-driver)");
        opened = Browser.open(driver.get());
    }

    @AfterAll
    static void quit() throws IOException, InterruptedException {
        if (opened != null) {
            opened.quit();
        }
    }

    @BeforeEach
    void visit() throws IOException, InterruptedException {
        browser = Objects.requireNonNull(opened);
        page = WatchPage.serve(0, FakeRun.CAMERA, "", run::statistics);
        page.offerVoice();
        run.connected(page);
        run.step(page);
        browser.prefer("light");
        browser.resize(1280, 800, 1);
        browser.visit(page.address());
        waitFor("document.getElementById('picture').naturalWidth === 640 && !document.getElementById('speak').hidden");
        // The machine may have no voice; what would be said is noted instead.
        browser.value("(window.spoken = [], speechSynthesis.speak = s => spoken.push(s.lang + ': ' + s.text))");
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void waitFor(String expression) throws IOException, InterruptedException {
        while (!browser.value(expression).asBoolean()) {
            Thread.sleep(50);
        }
    }

    private void keep(String name) throws IOException, InterruptedException {
        Path folder = Path.of("target", "screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), browser.screenshot());
    }

    private void tell(MaskPrediction state, Duration shownFor, Language... languages) {
        Track track = new Track(
                new TrackId(1), new Box(0, 0, 9, 9), new Vote(state, true), 9, Duration.ZERO, Duration.ofSeconds(1));
        Announcement announcement =
                new Announcer(TellConfig.of(List.of(languages))).update(Duration.ofSeconds(1), List.of(track));
        page.tell(Objects.requireNonNull(announcement), shownFor);
    }

    private void askToCover(Duration shownFor, Language... languages) {
        tell(new MaskPrediction(0, 1, 0), shownFor, languages);
    }

    private String shown() throws IOException, InterruptedException {
        return browser.value("document.getElementById('told').innerText").asText();
    }

    @Test
    void theSentenceStandsOnThePictureInItsLanguages() throws Exception {
        askToCover(LONG, Language.ENGLISH, Language.GERMAN);
        waitFor("document.querySelectorAll('#told p').length === 2");
        assertThat(shown()).contains("Please cover your nose and mouth.", "Bitte bedecken Sie Mund und Nase.");
        assertThat(browser.value("[...document.querySelectorAll('#told p')].map(p => p.lang).join()")
                        .asText())
                .isEqualTo("en,de");
        assertThat(browser.value("document.getElementById('told').getAttribute('role')")
                        .asText())
                .as("read out as it appears")
                .isEqualTo("alert");
        assertThat(browser.value("spoken.length").asInt())
                .as("nothing before a click")
                .isZero();
        waitFor("document.getAnimations().length === 0");
        keep("told");
        browser.resize(360, 740, 2);
        waitFor("innerWidth === 360");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        keep("told-phone");
    }

    @Test
    void itGoesAwayAgain() throws Exception {
        askToCover(Duration.ofSeconds(2), Language.SPANISH);
        waitFor("document.querySelectorAll('#told p').length === 1");
        waitFor("document.querySelectorAll('#told p').length === 0");
    }

    @Test
    void whoComesLaterIsNotToldOldThings() throws Exception {
        askToCover(Duration.ofMillis(1), Language.ENGLISH);
        browser.visit(page.address());
        waitFor("document.getElementById('camera').textContent !== ''");
        assertThat(shown()).isEmpty();
    }

    @Test
    void speaksAndRingsOnceSwitchedOn() throws Exception {
        browser.value("document.getElementById('speak').click()");
        waitFor("document.getElementById('speak').getAttribute('aria-pressed') === 'true' && sound !== null");
        tell(new MaskPrediction(0, 0, 1), LONG, Language.FRENCH, Language.PORTUGUESE);
        waitFor("spoken.length === 2");
        assertThat(browser.value("spoken.join('|')").asText())
                .isEqualTo(
                        "fr: Veuillez remonter votre masque sur le nez.|pt: Por favor, cubra também o nariz com a máscara.");
        waitFor("document.getAnimations().length === 0");
        keep("told-aloud");
        browser.value("document.getElementById('speak').click()");
        waitFor("sound === null");
        assertThat(browser.value("document.getElementById('speak').getAttribute('aria-pressed')")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void nothingMovesWhereThatIsPreferred() throws Exception {
        browser.preferLessMotion();
        askToCover(LONG, Language.ITALIAN);
        waitFor("document.querySelectorAll('#told p').length === 1");
        assertThat(browser.value("getComputedStyle(document.querySelector('#told div')).animationName")
                        .asText())
                .isEqualTo("none");
    }
}
