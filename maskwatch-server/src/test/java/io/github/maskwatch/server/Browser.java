package io.github.maskwatch.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, driven through the machine's chromedriver by the W3C WebDriver protocol. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final String DEVICE_METRICS = "Emulation.setDeviceMetricsOverride";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final URI session;

    private Browser(Process driver, URI sessions) throws IOException, InterruptedException {
        this.driver = driver;
        Map<String, Object> chromium = Map.of(
                "args",
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars"));
        Map<String, Object> wanted = Map.of("browserName", "chrome", "goog:chromeOptions", chromium);
        JsonNode started = post(sessions, Map.of("capabilities", Map.of("alwaysMatch", wanted)));
        session = URI.create(sessions + "/" + started.at("/value/sessionId").asText());
    }

    /** The machine's driver, if it has one. */
    static Optional<Path> chromedriver() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path chromedriver) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(chromedriver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, URI.create("http://127.0.0.1:" + port(driver) + "/session"));
        } catch (IOException | RuntimeException e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static int port(Process driver) throws IOException {
        BufferedReader out = driver.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("chromedriver ended before it started");
    }

    private JsonNode post(URI uri, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        JsonNode answer =
                JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        if (answer.at("/value").has("error")) {
            throw new IOException(answer.at("/value/message").asText());
        }
        return answer;
    }

    private JsonNode command(String name, Object body) throws IOException, InterruptedException {
        return post(URI.create(session + "/" + name), body);
    }

    void visit(URI page) throws IOException, InterruptedException {
        command("url", Map.of("url", page.toString()));
    }

    /** The value of a JavaScript expression. */
    JsonNode value(String expression) throws IOException, InterruptedException {
        return command("execute/sync", Map.of("script", "return " + expression, "args", List.of()))
                .at("/value");
    }

    /** Sets the colours that the user's system prefers: {@code light} or {@code dark}. */
    void prefer(String scheme) throws IOException, InterruptedException {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** As users do whom moving things make ill. */
    void preferLessMotion() throws IOException, InterruptedException {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** @param scale device pixels per CSS pixel */
    void resize(int width, int height, int scale) throws IOException, InterruptedException {
        devTools(
                DEVICE_METRICS,
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", scale > 1));
    }

    private void devTools(String command, Map<String, Object> parameters) throws IOException, InterruptedException {
        command("goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    byte[] screenshot() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(session + "/screenshot")).build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        return Base64.getDecoder().decode(JSON.readTree(answer).at("/value").asText());
    }

    /** Ends the browser and its driver. */
    void quit() throws IOException, InterruptedException {
        try {
            client.send(HttpRequest.newBuilder(session).DELETE().build(), BodyHandlers.discarding());
        } finally {
            driver.destroy();
            if (!driver.waitFor(10, TimeUnit.SECONDS)) {
                driver.destroyForcibly();
            }
        }
    }
}
