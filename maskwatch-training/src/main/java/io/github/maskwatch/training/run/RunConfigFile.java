package io.github.maskwatch.training.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.maskwatch.training.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code config.json} of a run: names in snake case, durations in seconds; a key too many or too few is an error. */
public final class RunConfigFile {
    private static final String NAME = "config.json";

    private static final Pattern MISSING = Pattern.compile("^Missing creator property '([^']+)'");

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .addModule(new SimpleModule()
                    .addSerializer(new DurationWriter())
                    .addDeserializer(Duration.class, new DurationReader()))
            .build();

    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /**
     * What is in the file.
     *
     * @param task what it trains
     * @param photos folder that is trained from, absolute
     * @param command that began the run, for people
     */
    public record Content(Task task, String photos, String command, RunConfig run) {}

    /** The file before it is known which kind of configuration is in it. */
    private record Raw(Task task, String photos, String command, JsonNode run) {}

    private RunConfigFile() {}

    /** Writes it into the run's folder. */
    static void write(Path folder, Content content) throws IOException {
        AtomicFile.write(folder.resolve(NAME), WRITER.writeValueAsString(content) + "\n");
    }

    /**
     * Reads it from the run's folder.
     *
     * @throws IOException one line, if there is none or a value is not as it should be
     */
    public static Content read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            Raw raw = JSON.readValue(Files.readAllBytes(file), Raw.class);
            return new Content(raw.task, raw.photos, raw.command, JSON.treeToValue(raw.run, raw.task.config()));
        } catch (NoSuchFileException e) {
            throw new IOException(folder + ": is no run that could be resumed: there is no " + NAME + " in it", e);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + reason(e), e);
        }
    }

    /** A key too few is that of a version that did not know it yet, whose steps were others, too. */
    private static String reason(JsonProcessingException e) {
        Matcher missing = MISSING.matcher(e.getOriginalMessage());
        return missing.find()
                ? "there is no \"" + missing.group(1)
                        + "\": the run was begun by another version of Maskwatch; end it with that one,"
                        + " or begin a new one (a detector may --start-from it)"
                : e.getOriginalMessage();
    }

    /** For the fingerprint: always the same text for the same values. */
    static String text(RunConfig run) {
        try {
            return JSON.writeValueAsString(run);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run's configuration cannot be written as JSON", e);
        }
    }

    private static final class DurationWriter extends StdSerializer<Duration> {
        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toMillis() / 1000.0);
        }
    }

    private static final class DurationReader extends StdDeserializer<Duration> {
        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Duration.ofMillis(Math.round(in.getDoubleValue() * 1000));
        }
    }
}
