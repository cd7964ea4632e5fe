package io.github.maskwatch.cli.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between a camera and whoever reads it, with faults to order. RTSP over TCP goes through one connection, so it all goes here. */
final class FaultyLink implements AutoCloseable {
    /** Its threads, so that they can be told from those that are measured. */
    static final String THREADS = "faulty-link";

    private static final int BUFFER = 16_384;
    private static final double DAMAGED_BYTES = 0.002;

    /** What is wrong. */
    enum Fault {
        NONE,
        /** Open, but nothing goes through. */
        STALL,
        /** Connections break, new ones are refused. */
        DEATH,
        /** Bytes come damaged. */
        GARBAGE,
        /** The camera starts anew with pictures of another size. */
        OTHER_SIZE
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private final int otherPort;
    private volatile int target;
    private volatile Fault fault = Fault.NONE;

    /**
     * @param port of the camera
     * @param otherPort of the same with pictures of another size
     */
    FaultyLink(int port, int otherPort) throws IOException {
        this.port = port;
        this.otherPort = otherPort;
        target = port;
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void fault(Fault next) {
        if (next == Fault.OTHER_SIZE) {
            target = target == port ? otherPort : port;
            closeAll();
            return;
        }
        fault = next;
        if (next == Fault.DEATH) {
            closeAll();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, THREADS);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // Closed, or the camera is not there: the next one may come.
            }
        }
    }

    private void connect(Socket reader) throws IOException {
        open.add(reader);
        if (fault == Fault.DEATH) {
            close(reader);
            return;
        }
        try {
            Socket camera = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(camera);
            thread(() -> pump(reader, camera, false));
            thread(() -> pump(camera, reader, true));
        } catch (IOException e) {
            close(reader);
            throw e;
        }
    }

    private void pump(Socket from, Socket to, boolean damages) {
        byte[] buffer = new byte[BUFFER];
        Random random = new Random(1);
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                while (fault == Fault.STALL && open.contains(from)) {
                    Thread.sleep(50);
                }
                if (damages && fault == Fault.GARBAGE) {
                    damage(buffer, n, random);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side is gone, and so is the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void damage(byte[] buffer, int n, Random random) {
        for (int i = (int) (n * DAMAGED_BYTES) + 1; i > 0; i--) {
            buffer[random.nextInt(n)] = (byte) random.nextInt();
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    private void closeAll() {
        open.forEach(this::close);
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeAll();
    }
}
