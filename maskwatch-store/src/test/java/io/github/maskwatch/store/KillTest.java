package io.github.maskwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.event.Event;
import io.github.maskwatch.event.EventId;
import io.github.maskwatch.event.EventQuery;
import io.github.maskwatch.event.EventStore;
import io.github.maskwatch.event.Outbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at random moments; {@code -Dmaskwatch.kills=200} for as many as one likes. */
class KillTest {
    private static final int KILLS = Integer.getInteger("maskwatch.kills", 10);

    private final Random random = new Random();
    private final Set<EventId> acknowledged = new HashSet<>();

    @TempDir
    Path folder;

    @Test
    void sqliteLosesNothingThatWasAcknowledged() throws Exception {
        survives(
                new StoreAddress.InFile(folder.resolve("events.db")),
                folder.resolve("events.db").toString(),
                "");
    }

    @Test
    void postgresqlLosesNothingThatWasAcknowledged() throws Exception {
        PrivatePostgres server = PrivatePostgres.running();
        String database = server.newDatabase();
        survives(
                server.address(database),
                server.url(database).replace("//", "//" + PrivatePostgres.USER + "@"),
                PrivatePostgres.PASSWORD);
    }

    private void survives(StoreAddress address, String text, String password) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(text, password);
            check(address);
        }
        System.getLogger("kill")
                .log(System.Logger.Level.INFO, KILLS + " kills, " + acknowledged.size() + " acknowledged events");
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private void writeAndKill(String address, String password) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        address,
                        Long.toString(random.nextLong()),
                        password)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = writer.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            // A moment within the first transactions or some time later: the end of a number of acknowledgements, then
            // a little.
            int first = random.nextInt(40);
            for (int i = 0; i < first; i++) {
                acknowledged.add(EventId.parse(said.readLine()));
            }
            Thread.sleep(0, random.nextInt(1_000_000));
            // The process itself would close the pipe, too, with what is still in it.
            writer.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                // The pipe may end in the middle of a line.
                if (line.length() == 36) {
                    acknowledged.add(EventId.parse(line));
                }
            }
        }
        writer.waitFor();
    }

    private void check(StoreAddress address) throws IOException {
        try (EventStore store = DatabaseEventStore.open(address)) {
            List<EventId> kept = new ArrayList<>();
            store.read(EventQuery.ALL, event -> kept.add(event.id()));
            List<EventId> toSend = store.outbox().due("mail", Instant.EPOCH, Integer.MAX_VALUE).stream()
                    .map(Outbox.Pending::event)
                    .map(Event::id)
                    .toList();

            assertThat(kept).doesNotHaveDuplicates();
            assertThat(new HashSet<>(kept)).containsAll(acknowledged);
            assertThat(toSend).doesNotHaveDuplicates();
            assertThat(new HashSet<>(toSend)).isEqualTo(new HashSet<>(kept));
        }
    }
}
