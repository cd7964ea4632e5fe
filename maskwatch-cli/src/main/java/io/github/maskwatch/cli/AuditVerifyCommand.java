package io.github.maskwatch.cli;

import io.github.maskwatch.store.audit.AuditHead;
import io.github.maskwatch.store.audit.AuditKeys;
import io.github.maskwatch.store.audit.AuditReport;
import io.github.maskwatch.store.audit.AuditVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "verify",
        description = {
            "Verify that a tamper-evident log is as it was written, and print its head. If it is not, the exit code is 3 and the line is named.",
            "Lines missing at the end are noticed only with --head: the head that an earlier run printed, kept elsewhere."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditVerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LOG", description = "The log.")
    Path log;

    @Option(names = "--key", required = true, paramLabel = "PUBLIC.pem", description = "The public key of its writer.")
    Path key;

    @Option(
            names = "--head",
            paramLabel = "LINE:HASH",
            converter = HeadConverter.class,
            description = "A head that was noted before: the log must still have that line with that hash.")
    @Nullable
    AuditHead head;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        AuditReport report = new AuditVerifier(log, AuditKeys.readPublic(key)).verify(head);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                log + " is as it was written: " + report.events() + " events, " + report.signatures() + " signatures");
        if (report.mended() > 0) {
            out.println("Its writer was killed while writing and cut off an unsigned end: " + report.mended()
                    + " times (lines of the kind torn)");
        }
        if (head == null) {
            out.println("Whether lines are missing at its end cannot be told without --head.");
        }
        out.println("Head: " + report.head());
        return ExitCode.DONE.number();
    }

    /** What {@link AuditHead#toString} writes. */
    static final class HeadConverter implements ITypeConverter<AuditHead> {
        @Override
        public AuditHead convert(String value) {
            try {
                return AuditHead.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
