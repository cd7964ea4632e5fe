package io.github.maskwatch.store.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a log is as it was written. Every line's hash is computed; of the signatures the last one is checked, for it covers all lines before it, signatures
 * included (Ed25519 in Java takes a thousand times as long as SHA-256). Only if that one is wrong are others tried, by halving, to say where it begins.
 */
public final class AuditVerifier {
    private final Path file;
    private final PublicKey key;

    public AuditVerifier(Path file, PublicKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * @param earlier where the log ended at some time before; null: nobody noted it, and then lines missing at the end are not noticed
     * @throws TamperedException if it is not as it was written
     * @throws IOException if the file cannot be read
     */
    public AuditReport verify(@Nullable AuditHead earlier) throws IOException {
        Scan scan = scan(Long.MAX_VALUE, earlier);
        if (!scan.lastSignatureIsValid(key)) {
            throw forged(scan.signatures());
        }
        scan.requireSignedEnd();
        return scan.report();
    }

    private Scan scan(long signatures, @Nullable AuditHead earlier) throws IOException {
        Scan scan = new Scan(file, Signing.fingerprint(key), earlier);
        scan.run(signatures);
        return scan;
    }

    /** The hashes fit together, so somebody computed them anew: the lines up to the last valid signature are true, the next is the first that is not. */
    private TamperedException forged(long signatures) throws IOException {
        long valid = 0;
        long invalid = signatures;
        while (invalid - valid > 1) {
            long middle = (valid + invalid) / 2;
            if (scan(middle, null).lastSignatureIsValid(key)) {
                valid = middle;
            } else {
                invalid = middle;
            }
        }
        long trueLines = valid == 0 ? 0 : scan(valid, null).lastSignatureLine();
        long firstInvalid = scan(invalid, null).lastSignatureLine();
        return new TamperedException(
                file,
                trueLines + 1,
                "the signature in line " + firstInvalid
                        + " is not by this key's owner: somebody without the private key changed lines "
                        + (trueLines + 1) + " to " + firstInvalid + " or their hashes");
    }
}
