package io.github.maskwatch.alarm.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.maskwatch.alarm.AlarmChannelContract;
import io.github.maskwatch.alarm.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Mosquitto of the machine, with a user and a password, that can be stopped and started again. */
final class Mosquitto implements AutoCloseable {
    static final String USER = "maskwatch";
    private static final String READY = "test/ready";

    private final Path folder;
    private final int port;
    private final @Nullable Certificates tls;
    private final List<Process> clients = new ArrayList<>();
    private @Nullable Process broker;

    private Mosquitto(Path folder, int port, @Nullable Certificates tls) {
        this.folder = folder;
        this.port = port;
        this.tls = tls;
    }

    /** Ends the test, visibly, where there is none. */
    static Mosquitto start(Path folder, @Nullable Certificates tls) throws IOException, InterruptedException {
        assumeTrue(
                program("mosquitto").isPresent() && program("mosquitto_sub").isPresent(),
                "no Mosquitto on this machine (Debian: apt install mosquitto mosquitto-clients)");
        Mosquitto broker = new Mosquitto(folder, freePort(), tls);
        run(
                folder,
                "mosquitto_passwd",
                "-c",
                "-b",
                folder.resolve("users").toString(),
                USER,
                AlarmChannelContract.PASSWORD);
        broker.configure();
        broker.start();
        return broker;
    }

    private static Optional<String> program(String name) {
        // Debian keeps the broker where only root's PATH looks.
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin"))
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path folder, String name, String... arguments) throws IOException, InterruptedException {
        Process process = command(folder, name, arguments).start();
        if (process.waitFor() != 0) {
            throw new IOException(name + ": " + Files.readString(folder.resolve(name + ".log")));
        }
    }

    private static ProcessBuilder command(Path folder, String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(program(name).orElseThrow()));
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
    }

    private void configure() throws IOException {
        String settings = """
                listener %d 127.0.0.1
                user root
                allow_anonymous false
                password_file %s
                """.formatted(port, folder.resolve("users"));
        if (tls != null) {
            settings += "certfile %s%nkeyfile %s%n".formatted(tls.certificate(), tls.key());
        }
        Files.writeString(folder.resolve("mosquitto.conf"), settings);
    }

    void start() throws IOException, InterruptedException {
        broker = command(
                        folder,
                        "mosquitto",
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .start();
        while (!answers()) {
            if (!broker.isAlive()) {
                throw new IOException("mosquitto: " + Files.readString(folder.resolve("mosquitto.log")));
            }
            Thread.sleep(20);
        }
        run(folder, "mosquitto_pub", client("-r", "-t", READY, "-m", "ready"));
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    private String[] client(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "-h",
                "localhost",
                "-p",
                Integer.toString(port),
                "-u",
                USER,
                "-P",
                AlarmChannelContract.PASSWORD,
                "-V",
                "5"));
        if (tls != null) {
            all.addAll(List.of("--cafile", tls.certificate().toString(), "--insecure"));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Listens from now on; what is retained comes at once. Each message is a line {@code retained|QoS|topic|properties|payload}. */
    Heard listen(String filter) throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "heard", ".txt");
        Process process = command(
                        folder, "mosquitto_sub", client("-q", "1", "-t", READY, "-t", filter, "-F", "%r|%q|%t|%P|%p"))
                .redirectOutput(file.toFile())
                .start();
        clients.add(process);
        Heard heard = new Heard(file);
        heard.await("|" + READY + "|");
        return heard;
    }

    /** @param file a line for each message */
    record Heard(Path file) {
        List<String> lines() throws IOException {
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.contains("|" + READY + "|"))
                    .toList();
        }

        /** Waits until what was retained of this topic is taken back. */
        void awaitEmpty(String topic) throws IOException, InterruptedException {
            while (Files.readString(file)
                    .lines()
                    .noneMatch(line -> line.contains("|" + topic + "|") && line.endsWith("|"))) {
                Thread.sleep(20);
            }
        }

        /** Waits for a line with these words. */
        String await(String words) throws IOException, InterruptedException {
            while (true) {
                Optional<String> line = Files.readString(file)
                        .lines()
                        .filter(each -> each.contains(words))
                        .findFirst();
                if (line.isPresent()) {
                    return line.get();
                }
                Thread.sleep(20);
            }
        }
    }

    /** As a power cut would. */
    void stop() throws InterruptedException {
        if (broker != null) {
            broker.destroyForcibly();
            broker.waitFor();
            broker = null;
        }
    }

    @Override
    public void close() {
        try {
            for (Process client : clients) {
                client.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
