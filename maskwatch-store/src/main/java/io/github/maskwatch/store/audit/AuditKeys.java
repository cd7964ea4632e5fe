package io.github.maskwatch.store.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM files, as OpenSSL reads and writes them ({@code openssl genpkey -algorithm ed25519}). */
public final class AuditKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int PEM_WIDTH = 64;

    private AuditKeys() {}

    /**
     * Makes a pair and writes it; the private one for its owner's eyes only. Nothing is written over.
     *
     * @throws FileAlreadyExistsException if one of the files is there
     */
    public static void generate(Path privateFile, Path publicFile) throws IOException {
        KeyPair pair = random();
        if (Files.exists(publicFile)) {
            throw new FileAlreadyExistsException(publicFile.toString());
        }
        FileAttribute<?>[] ownerOnly =
                Files.getFileStore(privateFile.toAbsolutePath().getParent()).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(privateFile, ownerOnly);
        Files.writeString(privateFile, pem(PRIVATE, pair.getPrivate().getEncoded()));
        Files.writeString(publicFile, pem(PUBLIC, pair.getPublic().getEncoded()), StandardOpenOption.CREATE_NEW);
    }

    /** A new pair. */
    public static KeyPair random() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /** @throws IOException if it is no such key; the message has nothing of the file in it */
    public static PrivateKey readPrivate(Path file) throws IOException {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(file, PRIVATE)));
            if (key instanceof EdECPrivateKey) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // told below, without what is in the file
        }
        throw new IOException(file + " must be an Ed25519 private key in PEM, as \"maskwatch audit keygen\" makes one");
    }

    /** @throws IOException if it is no such key */
    public static PublicKey readPublic(Path file) throws IOException {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(file, PUBLIC)));
            if (key instanceof EdECPublicKey) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // told below
        }
        throw new IOException(file + " must be an Ed25519 public key in PEM, as \"maskwatch audit keygen\" makes one");
    }

    private static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static byte[] der(Path file, String kind) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("-----BEGIN " + kind + "-----");
        int end = text.indexOf("-----END " + kind + "-----");
        if (begin < 0 || end < begin) {
            return new byte[0];
        }
        String body = text.substring(text.indexOf("-----", begin + 1 + "-----BEGIN ".length()) + "-----".length(), end);
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
