package io.github.maskwatch.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Between a client and a server on the loopback; cut, the client loses its connection and the server does not notice; hushed, the client notices nothing either. */
final class CutWire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final List<Socket> servers = new CopyOnWriteArrayList<>();
    private volatile boolean hushed;

    CutWire(int to) throws IOException {
        run(() -> {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
                clients.add(client);
                servers.add(server);
                run(() -> pass(client, server));
                run(() -> pass(server, client));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int n = from.getInputStream().read(bytes);
                n >= 0;
                n = from.getInputStream().read(bytes)) {
            if (!hushed) {
                to.getOutputStream().write(bytes, 0, n);
            }
        }
    }

    /** As where a machine is gone: connections stay, and nothing comes any more. */
    void hush() {
        hushed = true;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Cut, or closed.
                        return;
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        for (Socket server : servers) {
            server.close();
        }
    }
}
