package io.github.maskwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "Makes keys for the tamper-evident log of events, and verifies such a log.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {AuditKeygenCommand.class, AuditVerifyCommand.class})
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a name: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
