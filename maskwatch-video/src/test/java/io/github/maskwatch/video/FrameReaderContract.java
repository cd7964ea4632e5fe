package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.FrameSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FrameReader} promises. An implementation's test gives a source of at least five frames. */
@Timeout(60)
abstract class FrameReaderContract {
    @TempDir
    Path folder;

    abstract FrameSource source() throws IOException;

    /** Whether the source ends by itself. */
    boolean finite() {
        return true;
    }

    @Test
    void indicesRiseAndPositionsNeverFall() throws IOException {
        FrameSource source = source();
        try (FrameReader reader = source.open()) {
            Frame before = Objects.requireNonNull(reader.next());
            assertThat(before.index()).isZero();
            for (int i = 1; i < 5; i++) {
                Frame frame = Objects.requireNonNull(reader.next());
                assertThat(frame.index()).isGreaterThan(before.index());
                assertThat(frame.position()).isGreaterThanOrEqualTo(before.position());
                assertThat(frame.camera()).isEqualTo(source.camera());
                before = frame;
            }
        }
    }

    @Test
    void afterTheEndThereIsNullForEver() throws IOException {
        if (finite()) {
            try (FrameReader reader = source().open()) {
                while (reader.next() != null) {}
                assertThat(reader.next()).isNull();
                assertThat(reader.next()).isNull();
            }
        }
    }

    @Test
    void afterClosingThereIsNothingToRead() throws IOException {
        FrameReader reader = source().open();
        assertThat(reader.next()).isNotNull();
        reader.close();
        reader.close();
        assertThatIOException().isThrownBy(reader::next).withMessageEndingWith(" was closed");
        reader.close();
    }

    @Test
    void closingFromAnotherThreadEndsTheReading() throws Exception {
        FrameReader reader = source().open();
        Thread closing = new Thread(reader::close);
        assertThat(reader.next()).isNotNull();
        closing.start();
        try {
            while (reader.next() != null) {}
            assertThat(finite()).isTrue();
        } catch (IOException e) {
            assertThat(e).hasMessageEndingWith(" was closed");
        }
        closing.join();
    }

    @Test
    void aSourceCanBeOpenedAgain() throws IOException {
        FrameSource source = source();
        for (int i = 0; i < 3; i++) {
            try (FrameReader reader = source.open()) {
                assertThat(Objects.requireNonNull(reader.next()).index()).isZero();
            }
        }
    }
}
