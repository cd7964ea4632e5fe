package io.github.maskwatch.cli.watch;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine's display, decided upon before anything is drawn: a JVM that was once told of a display that does not answer cannot
 * even draw into memory any more.
 */
public final class Display {
    private static final String HEADLESS = "java.awt.headless";
    private static final Pattern X11 = Pattern.compile("(?:unix)?([^:/]*):(\\d+)(?:\\.\\d+)?");
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 1000;

    private Display() {}

    /**
     * Settles that this process goes without a display.
     */
    public static void leave() {
        System.setProperty(HEADLESS, "true");
    }

    /**
     * Settles whether this process uses the display.
     *
     * @return why there is none; empty where there is one
     * @throws IOException if a display answers but lets nobody in; nothing can be drawn then
     */
    public static String settle() throws IOException {
        String named = System.getenv("DISPLAY");
        if (System.getProperty(HEADLESS) == null && named != null && !answers(named, SOCKETS)) {
            leave();
            return "the display " + named + " does not answer";
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment();
            return GraphicsEnvironment.isHeadless() ? "there is no display" : "";
        } catch (AWTError | LinkageError e) {
            throw new IOException("the display " + named + " cannot be used: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Whether an X server listens there; true for a name that is not X11's, which the JDK may understand.
     *
     * @param display such as {@code :0} or {@code localhost:10.0}
     */
    static boolean answers(String display, Path sockets) {
        Matcher name = X11.matcher(display);
        if (!name.matches()) {
            return true;
        }
        int number = Integer.parseInt(name.group(2));
        return name.group(1).isEmpty() ? listens(sockets.resolve("X" + number)) : listens(name.group(1), number);
    }

    private static boolean listens(Path socket) {
        if (Files.notExists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean listens(String host, int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
