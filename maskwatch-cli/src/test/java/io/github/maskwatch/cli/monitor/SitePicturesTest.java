package io.github.maskwatch.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.cli.demo.DemoSource;
import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.inference.Maskwatch;
import io.github.maskwatch.monitor.overlay.KeptFaces;
import io.github.maskwatch.store.DatabaseEventStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SitePicturesTest {
    @TempDir
    Path folder;

    private Site site(String more) throws IOException {
        Path file = folder.resolve("site.yaml");
        Files.writeString(file, "cameras: [{name: door, source: demo}]\n" + more);
        return SiteFile.read(file, Map.of());
    }

    @Test
    void thereAreNoneUnlessAskedForAndThenFacesAreHidden() throws IOException {
        assertThat(site("").pictures()).isNull();
        assertThat(site("pictures: {folder: alarms}").pictures())
                .isEqualTo(new PictureSettings(folder.resolve("alarms"), KeptFaces.PIXELATED, Duration.ofDays(7)));
        assertThat(Objects.requireNonNull(site("pictures: {folder: alarms, faces: raw, keep: 2 d}")
                                .pictures())
                        .faces())
                .isEqualTo(KeptFaces.RAW);
    }

    @Test
    void statisticsOnlyHasNoPictures() {
        assertThatThrownBy(() -> site("statistics_only: {}\npictures: {folder: alarms}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("contradict each other");
    }

    @Test
    void rawPicturesAreInTheRecordAndInTheLog() throws Exception {
        Site site = site("""
                pictures: {folder: alarms, faces: raw}
                rules: [{name: anybody, when: [with_mask, without_mask, mask_worn_incorrectly, cannot_tell]}]
                """);
        StringWriter lines = new StringWriter();
        SiteLog log = new SiteLog(new PrintWriter(lines, true), false, Clock.systemUTC());
        try (SiteRun run = SiteRun.start(site, camera -> new DemoSource(1, null), Maskwatch::detector, log)) {
            while (Objects.requireNonNull(folder.resolve("alarms").toFile().list()).length == 0) {
                Thread.sleep(50);
            }
            run.stop();
        }
        String text = "pictures of alarms are kept with faces to be seen, for 7 d";
        assertThat(lines.toString()).contains("warn pictures: " + text);
        List<Event> events = new ArrayList<>();
        try (DatabaseEventStore store = DatabaseEventStore.open(site.store().address())) {
            store.read(new EventQuery(Instant.EPOCH, null, Set.of(), Set.of()), events::add);
        }
        assertThat(events)
                .filteredOn(event -> event instanceof ServiceNoted note
                        && note.name().equals("raw_pictures")
                        && note.text().equals(text))
                .hasSize(1);
    }
}
