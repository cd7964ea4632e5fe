package io.github.maskwatch.alarm.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told: what GreenMail, a well-behaved one, cannot be made to say. */
final class SmtpScript implements Closeable {
    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final List<String> troubles;
    private final List<String> heard = new ArrayList<>();

    /**
     * @param tls offered by STARTTLS; null: not offered
     * @param troubles how a command begins, and what is answered to it, such as {@code RCPT 450 later}; a dot is the mail's end
     */
    SmtpScript(@Nullable SSLContext tls, List<String> troubles) throws IOException {
        this.tls = tls;
        this.troubles = troubles;
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "test-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The commands' first words. */
    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                say(connection, "220 script");
                talk(connection, false);
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private void talk(Socket connection, boolean encrypted) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(connection, answer(".", "250 taken"));
                }
                continue;
            }
            String command = line.split(" ", 2)[0];
            synchronized (heard) {
                heard.add(command);
            }
            switch (command) {
                case "EHLO" -> say(connection, ehlo(encrypted));
                case "STARTTLS" -> {
                    say(connection, "220 go");
                    talk(encrypt(connection), true);
                    return;
                }
                case "AUTH" -> say(connection, "235 welcome");
                case "DATA" -> {
                    String answer = answer(line, "354 go on");
                    data = answer.startsWith("354");
                    say(connection, answer);
                }
                case "QUIT" -> {
                    say(connection, "221 bye");
                    return;
                }
                default -> say(connection, answer(line, "250 yes"));
            }
        }
    }

    private String ehlo(boolean encrypted) {
        return "250-script\r\n" + (tls != null && !encrypted ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN";
    }

    private Socket encrypt(Socket connection) throws IOException {
        if (tls == null) {
            throw new IOException("not offered");
        }
        SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(connection, null, true);
        encrypted.startHandshake();
        return encrypted;
    }

    private String answer(String line, String usual) {
        for (String trouble : troubles) {
            String answer = trouble.replaceFirst("^.*? (?=\\d{3} )", "");
            if (line.startsWith(trouble.substring(0, trouble.length() - answer.length() - 1))) {
                return answer;
            }
        }
        return usual;
    }

    private static void say(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
