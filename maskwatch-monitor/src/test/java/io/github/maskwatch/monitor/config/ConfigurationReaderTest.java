package io.github.maskwatch.monitor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    record Camera(String url, Duration silence, @Nullable Secret password, List<String> zones) {
        Camera {
            if (zones.contains(url)) {
                throw new IllegalArgumentException("a zone must not be named as the address");
            }
        }
    }

    record Store(DataSize limit, boolean signed) {}

    record Site(
            Map<String, Camera> cameras,
            Store store,
            List<Object> channels,
            @Nullable URI home) {}

    static final class CameraShape extends Shape<Camera> {
        private final Key<String> url = required("url", Types.TEXT, "Where its frames come from.");
        private final Key<Duration> silence =
                withDefault("silence", Types.DURATION, Duration.ofSeconds(5), "No frame for so long: it is lost.");
        private final Key<Secret> password = optional("password", Types.SECRET, "Of the camera's user.");
        private final Key<List<String>> zones =
                withDefault("zones", Types.oneOrMore(Types.NAME), List.of(), "What is watched.");

        CameraShape() {
            super("camera");
        }

        @Override
        protected Camera build(Section section) throws ConfigurationException {
            return new Camera(
                    section.value(url), section.value(silence), section.orNull(password), section.value(zones));
        }
    }

    static final class StoreShape extends Shape<Store> {
        private final Key<DataSize> limit =
                withDefault("limit", Types.DATA_SIZE, DataSize.parse("5 GB"), "The oldest go first.");
        private final Key<Boolean> signed = withDefault("signed", Types.BOOLEAN, false, "Whether changes show.");

        StoreShape() {
            super("store");
        }

        @Override
        protected Store build(Section section) throws ConfigurationException {
            return new Store(section.value(limit), section.value(signed));
        }
    }

    static final class MailShape extends Shape<String> {
        private final Key<String> to = required("to", Types.LINE, "Who gets it.");

        MailShape() {
            super("mail");
        }

        @Override
        protected String build(Section section) throws ConfigurationException {
            return section.value(to);
        }
    }

    static final class LightShape extends Shape<Integer> {
        private final Key<Integer> pin = required("pin", Types.integer(0, 40), "Where the lamp is.");

        LightShape() {
            super("light");
        }

        @Override
        protected Integer build(Section section) throws ConfigurationException {
            return section.value(pin);
        }
    }

    static final class SiteShape extends Shape<Site> {
        private final Key<Map<String, Camera>> cameras =
                required("cameras", Types.mapOf(new CameraShape()), "The cameras.");
        private final Key<Store> store = section("store", new StoreShape(), "Where events are kept.");
        private final Key<List<Object>> channels = withDefault(
                "channels",
                Types.listOf(new Variants<>(
                        "channel", "kind", new TreeMap<>(Map.of("mail", new MailShape(), "light", new LightShape())))),
                List.of(),
                "Who is told | and how.");
        private final Key<URI> home = optional("home", Types.ADDRESS, "For links.");

        SiteShape() {
            super("site");
        }

        @Override
        protected Site build(Section section) throws ConfigurationException {
            return new Site(
                    section.value(cameras), section.value(store), section.value(channels), section.orNull(home));
        }
    }

    private static final ConfigurationReader READER = new ConfigurationReader(Map.of("DOOR", "hunter2", "EMPTY", ""));

    @TempDir
    private Path folder;

    private Site read(String yaml) throws ConfigurationException {
        return READER.read(yaml, "site.yaml", folder, new SiteShape());
    }

    @Test
    void valuesAndDefaults() throws IOException {
        Files.writeString(folder.resolve("key"), "topsecret\n");
        Path file = folder.resolve("a.yaml");
        Files.writeString(file, """
                # comment
                cameras:
                  door: {url: rtsp://door.lan/1, password: "${env:DOOR}", zones: mat}
                  hall:
                    url: 0
                    silence: 1 min 30 s
                    password:
                      file: key
                    zones: [mat, hatch]
                store:
                channels:
                  - kind: light
                    pin: 7
                  - {kind: mail, to: ward@example.org}
                """.replace("store:\n", ""));

        Site site = READER.read(file, new SiteShape());

        assertThat(site.cameras().keySet()).containsExactly("door", "hall");
        assertThat(site.cameras().get("door"))
                .isEqualTo(
                        new Camera("rtsp://door.lan/1", Duration.ofSeconds(5), new Secret("hunter2"), List.of("mat")));
        assertThat(site.cameras().get("hall"))
                .isEqualTo(new Camera("0", Duration.ofSeconds(90), new Secret("topsecret"), List.of("mat", "hatch")));
        assertThat(site.store()).isEqualTo(new Store(new DataSize(5_000_000_000L), false));
        assertThat(site.channels()).containsExactly(7, "ward@example.org");
        assertThat(site.home()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "'' # site.yaml:1: key \"cameras\" is missing (by name: camera)",
                "[] # site.yaml:1: wanted a section (site), got a list of 0",
                "just text # site.yaml:1: wanted a section (site), got \"just text\"",
                "cameras: {}\\ncamers: {} # site.yaml:2: unknown key \"camers\"; did you mean \"cameras\"?",
                "cameras: {}\\nxyz: 1 # site.yaml:2: unknown key \"xyz\"; known are cameras, store, channels, home",
                "cameras: {door: {}} # site.yaml:1: cameras.door: key \"url\" is missing (text)",
                "cameras:\\n  door:\\n    url: x\\n    silence: 5 parsecs # site.yaml:4: cameras.door.silence: wanted a duration such as \"5 s\", \"500 ms\", \"10 min\", \"2 h\" or \"30 d\", got \"5 parsecs\"",
                "cameras:\\n  door:\\n    url: x\\n    silence: # site.yaml:4: cameras.door.silence: wanted a duration such as \"5 s\", \"500 ms\", \"10 min\", \"2 h\" or \"30 d\", got nothing",
                "cameras:\\n  door:\\n    url: [x] # site.yaml:3: cameras.door.url: wanted a text, got a list of 1",
                "cameras:\\n  door:\\n    url: x\\n    zones: [a, {b: c}] # site.yaml:4: cameras.door.zones[1]: wanted a name of letters, digits, \".\", \"_\" and \"-\", at most 64, got a section with b",
                "cameras: {door: {url: mat, zones: mat}} # site.yaml:1: cameras.door: a zone must not be named as the address",
                "cameras: {a b: {url: x}} # site.yaml:1: cameras: wanted a name of letters, digits, \".\", \"_\" and \"-\", at most 64, got \"a b\"",
                "cameras: {}\\nstore: {signed: yes} # site.yaml:2: store.signed: wanted true or false, got \"yes\"",
                "cameras: {}\\nstore: {limit: 5} # site.yaml:2: store.limit: wanted a data size such as \"5 GB\" or \"200 MB\", got \"5\"",
                "cameras: {}\\nchannels: [{kind: light, pin: 41}] # site.yaml:2: channels[0].pin: wanted a whole number of 0 to 40, got \"41\"",
                "cameras: {}\\nchannels: [{kind: ligth}] # site.yaml:2: channels[0].kind: wanted one of light, mail (perhaps light), got \"ligth\"",
                "cameras: {}\\nchannels: [{pin: 4}] # site.yaml:2: channels[0]: key \"kind\" is missing (one of light, mail)",
                "cameras: {}\\ncameras: {} # site.yaml:2: key \"cameras\" is there twice, on line 1 already",
                "cameras: {}\\n---\\ncameras: {} # site.yaml:3: a second document begins here; wanted one",
                "a: &x {}\\ncameras: *x # site.yaml:1: a: anchors and aliases (& and *) are not understood; put a text that begins with & into quotation marks",
                "cameras: *x # site.yaml:1: cameras: anchors and aliases (& and *) are not understood; write the value out",
                "cameras: !x {} # site.yaml:1: cameras: tags (!) are not understood; put a text that begins with ! into quotation marks",
                "cameras: {door: {url: x, password: '${env:NONE}'}} # site.yaml:1: cameras.door.password: the environment variable NONE is not set; wanted the secret in it",
                "cameras: {door: {url: x, password: '${env:EMPTY}'}} # site.yaml:1: cameras.door.password: the environment variable EMPTY is empty; wanted the secret in it",
            })
    void mistakesAreOneLineWithThePlace(String yaml, String line) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "cameras: {door: {url: x, password: hunter2}}",
                "cameras: {door: {url: x, password: [hunter2]}}",
                "cameras: {door: {url: x, password: {fil: hunter2}}}",
                "cameras: {door: {url: x, password: hunter2",
                "cameras: {door: {url: x, password: 'hunter2 ${env:DOOR}'}}",
                "cameras: {}\\nhome: https://me:hunter2@example.org/",
                "cameras: {}\\nhome: https://me:hunter2@my_host/",
                "cameras: {}\\nhome: https://me:hunter2 @example.org/",
                "cameras: {}\\nhome: https://me:12/hunter2@example.org/",
            })
    void aSecretInTheFileIsRefusedAndNotRepeated(String yaml) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(
                        e -> assertThat(e.getMessage()).startsWith("site.yaml:").doesNotContain("\n"))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        if (t instanceof ConfigurationException) {
                            assertThat(t.getMessage()).doesNotContain("hunter2");
                        }
                    }
                });
    }

    @Test
    void secretsNeverTellThemselves() throws ConfigurationException {
        Site site = read("cameras: {door: {url: x, password: '${env:DOOR}'}}");

        assertThat(site.toString()).contains("(secret)").doesNotContain("hunter2");
    }

    @Test
    void filesThatAreNoConfiguration() throws IOException {
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[(1 << 20) + 1]);
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "a: Tür".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> READER.read(folder, new SiteShape())).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> READER.read(binary, new SiteShape()))
                .hasMessageContaining("is not a text file in UTF-8");
        assertThatThrownBy(() -> READER.read(latin, new SiteShape()))
                .hasMessageContaining("is not a text file in UTF-8");
        assertThatThrownBy(() -> READER.read(large, new SiteShape())).hasMessageContaining("has 1048577 bytes");
        assertThatThrownBy(() -> READER.read(folder.resolve("none"), new SiteShape()))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> read("a:\n\t- b")).hasMessageStartingWith("site.yaml:2: not YAML: found character");
    }

    @Test
    void theTableComesFromTheSameCode() {
        assertThat(KeyTable.of(new SiteShape()).markdown()).isEqualTo("""
                        | key | what | default | meaning |
                        |---|---|---|---|
                        | `cameras` | by name: camera | required | The cameras. |
                        | `cameras.NAME.url` | text | required | Where its frames come from. |
                        | `cameras.NAME.silence` | duration | `5 s` | No frame for so long: it is lost. |
                        | `cameras.NAME.password` | secret |  | Of the camera's user. |
                        | `cameras.NAME.zones` | one or a list of: name | `[]` | What is watched. |
                        | `store` | store |  | Where events are kept. |
                        | `store.limit` | data size | `5 GB` | The oldest go first. |
                        | `store.signed` | true or false | `false` | Whether changes show. |
                        | `channels` | list of: channel | `[]` | Who is told \\| and how. |
                        | `channels[]{kind: light}.pin` | whole number | required | Where the lamp is. |
                        | `channels[]{kind: mail}.to` | line of text | required | Who gets it. |
                        | `home` | address |  | For links. |
                        """);
    }
}
