package io.github.maskwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.cli.monitor.SiteFile;
import io.github.maskwatch.monitor.config.ConfigurationReader;
import io.github.maskwatch.monitor.rules.RuleSetShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the pages and the package say of configurations is what the code takes. */
class ConfigurationPageTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

    @TempDir
    Path folder;

    /** Maven runs tests in the module's folder. */
    private static Path top() {
        return Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");
    }

    @Test
    void theTableOfKeysIsThatOfTheCode() throws IOException {
        assertThat(Files.readString(top().resolve("docs/configuration.md")))
                .as("docs/configuration.md ends with the table that `maskwatch config keys` prints; put it there")
                .endsWith("\n\n" + SiteFile.keys().strip() + "\n");
    }

    @Test
    void theExampleOfThePageIsThatOfThePackage() throws IOException {
        assertThat(blocks(top().resolve("docs/configuration.md")))
                .contains(Files.readString(top().resolve("packaging/example.yaml")));
    }

    @Test
    void theExampleCanBeUsed() throws IOException {
        Path example = top().resolve("packaging/example.yaml");

        assertThat(SiteFile.read(example, variables(Files.readString(example))).cameras())
                .hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfThePagesCanBeUsed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> pages = Files.list(top().resolve("docs"))) {
            for (Path page : pages.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                for (String block : blocks(page)) {
                    tests.add(
                            DynamicTest.dynamicTest(page.getFileName() + " " + (tests.size() + 1), () -> check(block)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(3);
        return tests.stream();
    }

    private void check(String yaml) throws IOException {
        if (Pattern.compile("(?m)^cameras:").matcher(yaml).find()) {
            Path file = Files.writeString(folder.resolve("site.yaml"), yaml);
            assertThat(SiteFile.read(file, variables(yaml)).cameras()).isNotEmpty();
        } else {
            var rules = new ConfigurationReader(Map.of()).read(yaml, "page", folder, new RuleSetShape(ZoneOffset.UTC));
            assertThat(rules.rules()).isNotEmpty();
        }
    }

    private static List<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Map<String, String> variables(String yaml) {
        Map<String, String> variables = new HashMap<>();
        Matcher found = VARIABLE.matcher(yaml);
        while (found.find()) {
            variables.put(found.group(1), "a-secret-of-many-characters");
        }
        return variables;
    }
}
