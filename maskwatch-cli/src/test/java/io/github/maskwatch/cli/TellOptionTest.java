package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.monitor.tell.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TellOptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tell xx --no-window | a language must be one of en, de, fr, es, it, pt, got \"xx\"",
                "--tell de --headless | --tell and --headless contradict each other; leave one out",
                "--tell de --no-window --no-page | --tell needs a window or the page",
                "--tell de --no-window --no-track | --tell speaks to people"
            })
    void wrongUseIsOneLine(String options, String line) {
        Terminal terminal = Terminal.maskwatch(("watch demo " + options).split(" ", -1));
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(terminal.err().lines().findFirst().orElse("")).contains(line);
    }

    @Test
    void languagesAreAList() {
        WatchCommand watch = new WatchCommand();
        new CommandLine(watch).parseArgs("demo", "--tell", "de,EN", "--tell", "pt");
        assertThat(watch.showing.tell).containsExactly(Language.GERMAN, Language.ENGLISH, Language.PORTUGUESE);
        new CommandLine(watch).parseArgs("--tell", "auto", "demo");
        assertThat(watch.showing.tell).hasSize(1);
    }
}
