package io.github.maskwatch.monitor.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret by where it is: {@code ${env:NAME}} or {@code {file: PATH}}. One that stands in the file itself is refused, and not repeated. */
final class SecretType implements Type<Secret> {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}");
    private static final String WANTED = "${env:NAME} or {file: PATH}, for a secret must not stand here itself";
    private static final long MOST_BYTES = 1 << 16;

    @Override
    public String name() {
        return "secret";
    }

    @Override
    public Secret read(Node node) throws ConfigurationException {
        return node.isSection() ? ofFile(node) : ofEnvironment(node);
    }

    private static Secret ofEnvironment(Node node) throws ConfigurationException {
        Matcher variable =
                VARIABLE.matcher(node.isScalar() ? node.scalar(WANTED).strip() : "");
        if (!variable.matches()) {
            throw node.wrongUntold(WANTED);
        }
        String value = node.origin().environment().get(variable.group(1));
        if (value == null || value.isEmpty()) {
            throw node.problem("the environment variable " + variable.group(1) + " is "
                    + (value == null ? "not set" : "empty") + "; wanted the secret in it");
        }
        return new Secret(value);
    }

    private static Secret ofFile(Node node) throws ConfigurationException {
        Map<String, Node> fields = node.fields(WANTED);
        Node file = fields.get("file");
        if (file == null || fields.size() != 1) {
            throw node.wrongUntold(WANTED);
        }
        Path path = file.resolve(file.scalar("a file with the secret"));
        String text = text(path, file).strip();
        if (text.isEmpty()) {
            throw file.problem(path + " is empty; wanted the secret in it");
        }
        return new Secret(text);
    }

    private static String text(Path path, Node file) throws ConfigurationException {
        try {
            if (!Files.exists(path)) {
                throw file.problem("no such file: " + path + "; wanted the secret in it");
            }
            if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
                throw file.problem(path + " has " + Files.size(path) + " bytes; a secret has at most " + MOST_BYTES);
            }
            return Files.readString(path);
        } catch (ConfigurationException e) {
            throw e;
        } catch (IOException e) {
            throw file.problem("cannot read the secret in " + path, e);
        }
    }
}
