package io.github.maskwatch.alarm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to believe that he is who he says, in TLS: those that Java knows, or those of a file. Immutable. */
public final class TrustedCertificates {
    private final @Nullable KeyStore store;

    private TrustedCertificates(@Nullable KeyStore store) {
        this.store = store;
    }

    /**
     * Reads the certificates of a file and trusts these alone.
     *
     * @param pem certificates in PEM, such as of a house's own authority; null: those that Java knows
     * @throws IOException if the file cannot be read or holds none; one line that says so
     */
    public static TrustedCertificates of(@Nullable Path pem) throws IOException {
        return new TrustedCertificates(pem == null ? null : read(pem));
    }

    private static KeyStore read(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(pem + " must hold certificates in PEM, got none");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate : found) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            return store;
        } catch (CertificateException e) {
            throw new IOException(pem + " must hold certificates in PEM, got something else", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java must know PKCS12", e);
        }
    }

    /** For libraries that build their own TLS. */
    public TrustManagerFactory factory() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java must know its own trust managers", e);
        }
    }

    /** For libraries that take a finished one. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory().getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java must know TLS", e);
        }
    }
}
