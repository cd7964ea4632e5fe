package io.github.maskwatch.store.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** Signatures of a chain's hash. */
final class Signing {
    private static final String ALGORITHM = "Ed25519";
    /** Keeps a signature from being one of anything else. */
    private static final byte[] PURPOSE = "maskwatch audit 1\n".getBytes(StandardCharsets.US_ASCII);

    private Signing() {}

    static String sign(PrivateKey key, byte[] hash) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(PURPOSE);
            signature.update(hash);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    static boolean isValid(PublicKey key, byte[] hash, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(PURPOSE);
            signature.update(hash);
            byte[] bytes = Base64.getDecoder().decode(text);
            // Base64 has bits to spare at its end; only one way of writing is the right one.
            return Base64.getEncoder().encodeToString(bytes).equals(text) && signature.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(HashChain.sha256().digest(key.getEncoded()));
    }
}
