package io.github.maskwatch.cli.watch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and its like (SIGINT, SIGTERM, SIGHUP) as a wish to stop, while this is open: the run ends by itself, its files are
 * finished, and the program goes on to its ordinary end. The second time the program ends at once.
 *
 * <p>A shutdown hook would be the documented way, but the hooks of all libraries run side by side, and ONNX Runtime's takes its
 * environment away from under the frame that is worked on. {@code sun.misc.Signal} is in the supported module jdk.unsupported;
 * it is reached by reflection only because javac's warning on it cannot be switched off. Where it is missing, Ctrl-C ends the
 * program as usual.
 */
public final class StopKeys implements AutoCloseable {
    private static final int EXIT_CODE = 130;
    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

    private final Runnable stop;
    private final AtomicBoolean pressed = new AtomicBoolean();
    private final List<Runnable> restorers = new ArrayList<>();

    public StopKeys(Runnable stop) {
        this.stop = stop;
        for (String signal : SIGNALS) {
            listen(signal);
        }
    }

    private void listen(String name) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            InvocationHandler handling = (proxy, method, args) -> switch (method.getName()) {
                case "handle" -> {
                    pressed();
                    yield null;
                }
                case "equals" -> proxy == args[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "maskwatch";
            };
            Object handler =
                    Proxy.newProxyInstance(StopKeys.class.getClassLoader(), new Class<?>[] {handlerType}, handling);
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object before = type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
            restorers.add(() -> restore(type, handlerType, signal, before));
        } catch (ReflectiveOperationException e) {
            // This system has no such signal, or the JVM keeps it to itself (-Xrs).
            return;
        }
    }

    private static void restore(Class<?> type, Class<?> handlerType, Object signal, Object before) {
        try {
            type.getMethod("handle", type, handlerType).invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pressed() {
        if (pressed.getAndSet(true)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        stop.run();
    }

    /** Whether somebody wished to stop. */
    public boolean wished() {
        return pressed.get();
    }

    @Override
    public void close() {
        restorers.forEach(Runnable::run);
        restorers.clear();
    }
}
