package io.github.maskwatch.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser. Screenshots go to {@code target/screenshots} to be looked at. */
@Timeout(120)
class WatchPageInBrowserTest {
    private static @Nullable Browser opened;

    private final FakeRun run = new FakeRun();
    private WatchPage page;
    private ScheduledExecutorService camera;
    private ScheduledFuture<?> filming;
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
        page = WatchPage.serve(0, FakeRun.CAMERA, "Demonstration", run::statistics);
        run.connected(page);
        camera = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "test-camera"));
        filming = camera.scheduleAtFixedRate(() -> run.step(page), 0, 40, TimeUnit.MILLISECONDS);
        browser.prefer("light");
        browser.resize(1280, 800, 1);
        browser.visit(page.address());
        waitFor("document.getElementById('picture').naturalWidth === 640");
    }

    @AfterEach
    void close() {
        camera.shutdownNow();
        page.close();
    }

    private void stopFilming() throws InterruptedException {
        filming.cancel(false);
        camera.shutdown();
        assertThat(camera.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private JsonNode waitFor(String expression) throws IOException, InterruptedException {
        JsonNode value = browser.value(expression);
        while (!value.asBoolean()) {
            Thread.sleep(50);
            value = browser.value(expression);
        }
        return value;
    }

    private String text(String id) throws IOException, InterruptedException {
        return browser.value("document.getElementById('" + id + "').textContent")
                .asText();
    }

    private void keep(String name) throws IOException, InterruptedException {
        Path folder = Path.of("target", "screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), browser.screenshot());
    }

    @Test
    void thePictureAndTheFiguresChange() throws Exception {
        String picture = browser.value("document.getElementById('picture').src").asText();
        waitFor("document.getElementById('picture').src !== '" + picture + "'");
        waitFor("document.getElementById('framesProcessed').textContent !== '–'");
        String frames = text("framesProcessed");
        waitFor("document.getElementById('framesProcessed').textContent !== '" + frames + "'");
        assertThat(text("source")).isEqualTo("Live");
        assertThat(text("with_mask")).isEqualTo("1");
        assertThat(text("p95")).isEqualTo("61 ms");
        assertThat(text("banner")).isEqualTo("Demonstration");
        assertThat(text("camera")).isEqualTo(FakeRun.CAMERA.name());
        assertThat(browser.value("document.title").asText()).isEqualTo(FakeRun.CAMERA.name() + " – Maskwatch");
        keep("light");
    }

    @Test
    void darkWherePreferred() throws Exception {
        String light = background();
        browser.prefer("dark");
        assertThat(background()).isNotEqualTo(light).isEqualTo("rgb(15, 18, 21)");
        keep("dark");
    }

    private String background() throws IOException, InterruptedException {
        return browser.value("getComputedStyle(document.body).backgroundColor").asText();
    }

    @Test
    void fitsAPhone() throws Exception {
        browser.resize(360, 740, 2);
        waitFor("document.getElementById('picture').naturalWidth === 640 && innerWidth === 360");
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .as("no sideways scrolling")
                .isLessThanOrEqualTo(360);
        keep("phone");
        browser.prefer("dark");
        browser.value("window.scrollTo(0, document.body.scrollHeight)");
        keep("phone-dark-below");
    }

    @Test
    void saysWhenTheSourceIsLostAndWhenItIsBack() throws Exception {
        stopFilming();
        run.lost(page);
        waitFor("document.getElementById('source').textContent.includes('reconnecting in')");
        assertThat(text("reason")).isEqualTo("no frame from rtsp://entrance.example:8554/door for 5 s");
        assertThat(browser.value("document.title").asText()).startsWith("⚠");
        assertThat(text("with_mask")).as("nobody knows").isEqualTo("–");
        keep("lost");
        run.connected(page);
        waitFor("document.getElementById('source').textContent === 'Live'");
        assertThat(browser.value("document.getElementById('reason').hidden").asBoolean())
                .isTrue();
    }

    @Test
    void saysWhenMaskwatchHasStopped() throws Exception {
        stopFilming();
        page.close();
        waitFor("document.getElementById('source').textContent === 'Maskwatch does not answer'");
        keep("stopped");
    }

    @Test
    void loadsNothingFromElsewhereAndBreaksNoRuleOfItsOwn() throws Exception {
        String origin = page.address().toString();
        JsonNode loaded = browser.value("performance.getEntriesByType('resource').map(e => e.name)");
        assertThat(loaded)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.asText())
                        .matches(each -> each.startsWith(origin) || each.startsWith("blob:" + origin)));
        assertThat(browser.value("document.styleSheets.length").asInt()).isEqualTo(1);
    }
}
