package io.github.maskwatch.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.store.SomeEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    /** For a million: {@code -Dmaskwatch.audit.events=1000000}. */
    private static final int EVENTS = Integer.getInteger("maskwatch.audit.events", 2_000);

    private static final KeyPair KEYS = AuditKeys.random();
    private static final System.Logger LOG = System.getLogger("audit");

    private final SomeEvents events = new SomeEvents(new Random(4));
    private final Random random = new Random(11);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("audit.log");
    }

    private AuditReport verified() throws IOException {
        return new AuditVerifier(file, KEYS.getPublic()).verify(null);
    }

    private long foundAt() {
        return assertThatExceptionOfTypeTampered(() -> verified());
    }

    private static long assertThatExceptionOfTypeTampered(org.assertj.core.api.ThrowableAssert.ThrowingCallable code) {
        long[] line = {0};
        assertThatExceptionOfType(TamperedException.class).isThrownBy(code).satisfies(e -> {
            line[0] = e.line();
            assertThat(e.getMessage()).contains("line " + e.line()).doesNotContain("\n");
        });
        return line[0];
    }

    /** Pieces of ten events; 11 lines each after the first two. */
    private void write(int count) throws IOException {
        try (AuditLog log = AuditLog.open(file, KEYS)) {
            for (int i = 0; i < count; i += 10) {
                log.append(events.list(Math.min(10, count - i)));
            }
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Arrays.asList(text().split("(?<=\n)")));
    }

    private String text() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private void replace(List<String> lines) throws IOException {
        Files.write(file, String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void isAsItWasWritten() throws IOException {
        write(95);

        AuditReport report = verified();

        assertThat(report.events()).isEqualTo(95);
        assertThat(report.signatures()).isEqualTo(11);
        assertThat(report.mended()).isZero();
        assertThat(report.head().line()).isEqualTo(lines().size());
    }

    @Test
    void goesOnAfterARestart() throws IOException {
        write(30);
        write(25);
        AuditHead head;
        try (AuditLog log = AuditLog.open(file, KEYS)) {
            head = log.head();
        }

        assertThat(verified().events()).isEqualTo(55);
        assertThat(verified().head()).isEqualTo(head);
    }

    @Test
    void aFlippedBitIsFoundInItsLine() throws IOException {
        write(EVENTS);
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        long lines = verified().head().line();
        LOG.log(
                System.Logger.Level.INFO,
                EVENTS + " events, " + lines + " lines, " + bytes.length + " bytes verified in "
                        + (System.nanoTime() - start) / 1e9 + " s");
        for (int i = 0; i < Math.max(3, 200_000 / EVENTS); i++) {
            int at = random.nextInt(bytes.length);
            byte was = bytes[at];
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            long line = 1;
            for (int b = 0; b < at; b++) {
                line += bytes[b] == '\n' ? 1 : 0;
            }

            assertThat(foundAt()).isEqualTo(line);

            bytes[at] = was;
        }
    }

    @Test
    void aLineRemovedInsertedOrSwappedIsFound() throws IOException {
        write(200);
        List<String> whole = lines();
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(1, whole.size() - 2);

            List<String> removed = new ArrayList<>(whole);
            removed.remove(at);
            replace(removed);
            assertThat(foundAt()).isEqualTo(at + 1);

            List<String> inserted = new ArrayList<>(whole);
            inserted.add(at, whole.get(random.nextInt(whole.size())));
            replace(inserted);
            assertThat(foundAt()).isBetween(at + 1L, at + 2L);

            List<String> swapped = new ArrayList<>(whole);
            Collections.swap(swapped, at, at + 1);
            replace(swapped);
            assertThat(foundAt()).isEqualTo(at + 1);
        }
    }

    @Test
    void aLineCutInItsMiddleIsFound() throws IOException {
        write(100);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < 20; i++) {
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(400, bytes.length - 1));
            Files.write(file, cut);
            assertThat(foundAt()).isPositive();
        }
    }

    @Test
    void theFirstLinesRemovedAreFound() throws IOException {
        write(100);
        replace(lines().subList(2, lines().size()));

        assertThat(foundAt()).isEqualTo(1);
    }

    @Test
    void aRewrittenChainIsFoundWithinItsPiece() throws IOException {
        write(300);
        List<String> whole = lines();
        for (int at : new int[] {3, 57, 150, whole.size() - 2}) {
            replace(forged(whole, at));

            long line = foundAt();

            int piece = (at - 2) / 11;
            assertThat(line).isEqualTo(2L + 11L * piece + 1);
        }
    }

    /** What somebody without the key can do: change a body and compute all hashes after it anew. */
    private static List<String> forged(List<String> lines, int at) {
        HashChain chain = HashChain.beginning();
        List<String> forged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" ", 4);
            String body = parts[3].substring(0, parts[3].length() - 1);
            String changed = i == at ? body.replace("\"kind\"", "\"find\"") : body;
            byte[] hash = chain.next(
                    (parts[0] + " " + parts[1] + " ").getBytes(StandardCharsets.ISO_8859_1),
                    parts[0].length() + parts[1].length() + 2,
                    changed.getBytes(StandardCharsets.ISO_8859_1),
                    0,
                    changed.length());
            forged.add(parts[0] + " " + parts[1] + " " + HexFormat.of().formatHex(hash) + " " + changed + "\n");
        }
        return forged;
    }

    @Test
    void aWholePieceCutOffIsSeenByWhoNotedTheHeadOnly() throws IOException {
        write(100);
        AuditHead noted = verified().head();
        replace(lines().subList(0, lines().size() - 11));

        assertThat(verified().events()).isEqualTo(90);
        assertThatExceptionOfType(TamperedException.class)
                .isThrownBy(() -> new AuditVerifier(file, KEYS.getPublic()).verify(noted))
                .withMessageContaining("cut off");

        write(50);
        assertThatExceptionOfType(TamperedException.class)
                .isThrownBy(() -> new AuditVerifier(file, KEYS.getPublic()).verify(noted))
                .withMessageContaining("written anew");
    }

    @Test
    void aNotedHeadThatIsStillThereIsFine() throws IOException {
        write(100);
        AuditHead noted = AuditHead.parse(verified().head().toString());
        write(50);

        assertThat(new AuditVerifier(file, KEYS.getPublic()).verify(noted).events())
                .isEqualTo(150);
    }

    @Test
    void anotherKeyIsToldAsSuch() throws IOException {
        write(10);
        KeyPair other = AuditKeys.random();

        assertThatExceptionOfType(TamperedException.class)
                .isThrownBy(() -> new AuditVerifier(file, other.getPublic()).verify(null))
                .withMessageContaining("another key");
        assertThatIOException().isThrownBy(() -> AuditLog.open(file, other)).withMessageContaining("another key");
    }

    @Test
    void aTornEndIsMendedAndSaidSo() throws IOException {
        write(100);
        byte[] whole = Files.readAllBytes(file);
        int lastPiece = String.join("", lines().subList(0, lines().size() - 11)).length();
        for (int i = 0; i < 30; i++) {
            Files.write(file, Arrays.copyOf(whole, random.nextInt(lastPiece + 1, whole.length)));
            assertThat(foundAt()).isPositive();

            write(10);

            AuditReport report = verified();
            assertThat(report.events()).isEqualTo(100);
            assertThat(report.mended()).isEqualTo(1);
        }
        assertThat(text()).contains(" bytes after the last signature were cut off, sha256 ");
    }

    @Test
    void aLogThatWasKilledAtItsBirthBeginsAnew() throws IOException {
        write(0);
        byte[] born = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, born.length - 1}) {
            Files.write(file, Arrays.copyOf(born, length));

            write(10);

            assertThat(verified().events()).isEqualTo(10);
            assertThat(verified().mended()).isEqualTo(length == 0 ? 0 : 1);
        }
    }

    @Test
    void somethingElseIsNotWrittenTo() throws IOException {
        Files.writeString(file, "no log\n".repeat(1_000));

        assertThatIOException().isThrownBy(() -> AuditLog.open(file, KEYS)).withMessageContaining("no audit log");
        assertThat(file).hasContent("no log\n".repeat(1_000));
    }

    @Test
    void aChangedEndIsNotWrittenTo() throws IOException {
        write(10);
        List<String> lines = lines();
        String last = lines.get(lines.size() - 1);
        lines.set(lines.size() - 1, last.replaceFirst("==", "A="));
        replace(lines);

        assertThatIOException().isThrownBy(() -> AuditLog.open(file, KEYS)).withMessageContaining("was changed");
    }

    @Test
    void hasOneWriter() throws IOException {
        try (AuditLog log = AuditLog.open(file, KEYS)) {
            assertThatIOException()
                    .isThrownBy(() -> AuditLog.open(file, KEYS))
                    .withMessageContaining("another Maskwatch");
            log.append(events.list(1));
        }
    }

    @Test
    void findsItsEndBehindAPieceOfManyLines() throws IOException {
        try (AuditLog log = AuditLog.open(file, KEYS)) {
            log.append(events.list(2_000));
        }
        Files.write(file, "torn".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);

        write(10);

        assertThat(verified().events()).isEqualTo(2_010);
    }

    @Test
    void anEmptyFileIsNoLog() throws IOException {
        Files.createFile(file);

        assertThatIOException().isThrownBy(this::verified).withMessageContaining("is empty");
    }

    @Test
    void keysComeBackAndAreNotWrittenOver() throws IOException {
        Path secret = folder.resolve("private.pem");
        Path open = folder.resolve("public.pem");
        AuditKeys.generate(secret, open);
        KeyPair pair = new KeyPair(AuditKeys.readPublic(open), AuditKeys.readPrivate(secret));
        try (AuditLog log = AuditLog.open(file, pair)) {
            log.append(events.list(1));
        }

        assertThat(new AuditVerifier(file, pair.getPublic()).verify(null).events())
                .isEqualTo(1);
        assertThatIOException().isThrownBy(() -> AuditKeys.generate(secret, open));
        assertThatIOException().isThrownBy(() -> AuditKeys.generate(folder.resolve("x"), open));
        assertThatIOException().isThrownBy(() -> AuditKeys.readPublic(secret)).withMessageContaining("public key");
        assertThatIOException()
                .isThrownBy(() -> AuditKeys.readPrivate(open))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("MC"));
    }
}
