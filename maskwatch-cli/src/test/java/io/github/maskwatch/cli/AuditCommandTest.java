package io.github.maskwatch.cli;

import static io.github.maskwatch.cli.Terminal.maskwatch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.ServiceNoted;
import io.github.maskwatch.store.audit.AuditKeys;
import io.github.maskwatch.store.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    Path folder;

    private Path secret;
    private Path open;
    private Path log;

    @BeforeEach
    void names() {
        secret = folder.resolve("private.pem");
        open = folder.resolve("public.pem");
        log = folder.resolve("audit.log");
    }

    private Terminal keygen() {
        return maskwatch("audit", "keygen", secret.toString(), open.toString());
    }

    private Terminal verify(String... more) {
        String[] args = {"audit", "verify", log.toString(), "--key", open.toString()};
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return maskwatch(all);
    }

    private void write(int events) throws IOException {
        KeyPair keys = new KeyPair(AuditKeys.readPublic(open), AuditKeys.readPrivate(secret));
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        try (AuditLog writer = AuditLog.open(log, keys)) {
            for (int i = 0; i < events; i++) {
                writer.append(List.of(new ServiceNoted(EventId.random(now, new Random(i)), now, "started", "")));
            }
        }
    }

    @Test
    void makesKeysForTheirOwnersEyes() throws IOException {
        assertThat(keygen().exitCode()).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(open).content().startsWith("-----BEGIN PUBLIC KEY-----\n");
        Terminal again = keygen();
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains("is there already");
    }

    @Test
    void verifiesAndSaysWhereItWasChanged() throws IOException {
        keygen();
        write(3);

        Terminal fine = verify();
        assertThat(fine.exitCode()).isZero();
        assertThat(fine.out()).contains("3 events").contains("Head: 8:");
        String head = fine.out()
                .lines()
                .filter(line -> line.startsWith("Head: "))
                .findFirst()
                .orElse("")
                .substring(6);
        write(1);
        assertThat(verify("--head", head).exitCode()).isZero();

        Files.writeString(log, Files.readString(log).replaceFirst("started", "stopped"));
        Terminal changed = verify();
        assertThat(changed.exitCode()).isEqualTo(3);
        assertThat(changed.err()).contains("line 3").contains("was changed").doesNotContain("\tat ");
    }

    @Test
    void tellsWhatIsWrongInOneLine() throws IOException {
        assertThat(verify().exitCode()).isEqualTo(3);
        keygen();
        assertThat(verify().err()).contains("no such file");
        write(1);
        assertThat(verify("--head", "x").exitCode()).isEqualTo(2);
        Files.writeString(open, "no key");
        assertThat(verify().err()).contains("must be an Ed25519 public key");
    }
}
