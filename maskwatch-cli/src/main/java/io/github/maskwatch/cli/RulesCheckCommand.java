package io.github.maskwatch.cli;

import io.github.maskwatch.monitor.config.Types;
import io.github.maskwatch.monitor.rules.Rule;
import io.github.maskwatch.monitor.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Reads rules and says in a sentence what each does; the first mistake is told with its line.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RulesCheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RULES.yaml", description = "The rules.")
    Path file;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RuleSet rules = RulesFile.read(file);
        PrintWriter out = spec.commandLine().getOut();
        for (Rule rule : rules.rules()) {
            out.println(rule.name() + ": " + RuleSentence.of(rule));
        }
        out.printf(
                "%s, %s, at most %s in %s%n",
                count(rules.rules().size(), "rule"),
                "times of " + rules.timeZone(),
                count(rules.storm().alarms(), "alarm"),
                Types.DURATION.show(rules.storm().window()));
        out.flush();
        return ExitCode.DONE.number();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
