package io.github.maskwatch.store.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One walk over a log's lines. */
final class Scan {
    private final Path file;
    private final String fingerprint;
    private final @Nullable AuditHead earlier;
    private final HashChain chain = HashChain.beginning();

    private long lines;
    private long events;
    private long signatures;
    private long mended;
    private long signatureLine;
    private byte[] signedHash = new byte[0];
    private String signature = "";

    Scan(Path file, String fingerprint, @Nullable AuditHead earlier) {
        this.file = file;
        this.fingerprint = fingerprint;
        this.earlier = earlier;
    }

    /** Up to and with so many signatures. */
    void run(long most) throws IOException {
        try (LineReader reader = new LineReader(file)) {
            byte[] bytes = reader.next();
            while (bytes != null && signatures < most) {
                if (!reader.isComplete()) {
                    throw at(lines + 1, "the line is cut off in its middle");
                }
                take(bytes);
                bytes = reader.next();
            }
        }
        if (lines == 0) {
            throw new IOException(file + " is empty: no log begins so");
        }
        if (earlier != null && lines < earlier.line()) {
            throw at(
                    lines + 1, "the log ends here, but it once had " + earlier.line() + " lines: the rest was cut off");
        }
    }

    private void take(byte[] bytes) throws IOException {
        long expected = lines + 1;
        Line line = Line.parse(bytes);
        if (line == null) {
            throw at(expected, "this is not of the form NUMBER KIND HASH BODY");
        }
        if (line.number() != expected) {
            throw at(
                    expected,
                    "line " + expected + " was expected, but here is one numbered " + line.number()
                            + ": lines were removed, inserted or moved, or the number was changed");
        }
        byte[] before = chain.last();
        if (!line.follows(chain)) {
            throw at(expected, "the hash is not that of this line after the lines before it: the line was changed");
        }
        lines = expected;
        count(line, before);
        requireEarlier();
    }

    private void count(Line line, byte[] before) throws IOException {
        if (lines == 1) {
            requireOurs(line);
        } else if (line.is(Line.EVENT)) {
            events++;
        } else if (line.is(Line.TORN)) {
            mended++;
        } else if (line.is(Line.SIGN)) {
            signatures++;
            signatureLine = lines;
            signedHash = before;
            signature = line.body();
        } else {
            throw at(lines, "there is no such kind of line");
        }
    }

    private void requireOurs(Line line) throws IOException {
        if (!line.is(Line.LOG)) {
            throw at(1, "a log's first line must be of the kind log: lines were removed at its beginning");
        }
        if (!line.body().endsWith(" " + fingerprint)) {
            throw at(
                    1,
                    "the log was written with another key than the one given (its owner's public key has SHA-256 "
                            + line.body().replaceFirst(".* ", "") + ", the one given " + fingerprint + ")");
        }
    }

    private void requireEarlier() throws IOException {
        if (earlier != null
                && earlier.line() == lines
                && !earlier.hash().equals(HexFormat.of().formatHex(chain.last()))) {
            throw at(lines, "the hash is not the one that was noted for this line: the log was written anew");
        }
    }

    private TamperedException at(long line, String what) {
        return new TamperedException(file, line, what);
    }

    boolean lastSignatureIsValid(PublicKey key) {
        return signatures > 0 && Signing.isValid(key, signedHash, signature);
    }

    long lastSignatureLine() {
        return signatureLine;
    }

    long signatures() {
        return signatures;
    }

    void requireSignedEnd() throws IOException {
        if (signatureLine < lines) {
            throw at(
                    signatureLine + 1,
                    "from here on the log is not signed: its writer was killed (it mends that at its next start), is writing just now,"
                            + " or somebody else wrote");
        }
    }

    AuditReport report() {
        return new AuditReport(
                events, signatures, mended, new AuditHead(lines, HexFormat.of().formatHex(chain.last())));
    }
}
