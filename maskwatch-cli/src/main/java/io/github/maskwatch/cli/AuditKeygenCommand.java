package io.github.maskwatch.cli;

import io.github.maskwatch.store.audit.AuditKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keygen",
        description = {
            "Make a pair of Ed25519 keys. The private one signs the log and stays with the service, readable for its user only; the public one"
                    + " verifies it: keep it where nobody who can change the log can change it.",
            "Files that are there are not written over."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditKeygenCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PRIVATE.pem", description = "The file of the private key (PKCS #8).")
    Path privateKey;

    @Parameters(index = "1", paramLabel = "PUBLIC.pem", description = "The file of the public key (X.509).")
    Path publicKey;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        AuditKeys.generate(privateKey, publicKey);
        spec.commandLine().getOut().println("Private key: " + privateKey + "; public key: " + publicKey);
        return ExitCode.DONE.number();
    }
}
