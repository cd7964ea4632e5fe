package io.github.maskwatch.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C (SIGINT) and SIGTERM as a wish that the command's own thread sees at its next safe point. The JVM stays until {@link #close}:
 * it must not go away while native code is running. Then it ends with the exit code for an interruption.
 */
final class StopSignal implements BooleanSupplier, AutoCloseable {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    /** @param notice told at once when somebody asks */
    StopSignal(PrintWriter errors, String notice) {
        hook = new Thread(() -> await(errors, notice), "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await(PrintWriter errors, String notice) {
        requested = true;
        errors.println();
        errors.println(notice);
        errors.flush();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The JVM's own code would be 130 for SIGINT, but 143 for SIGTERM.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    /** Whether somebody asked. */
    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    @Override
    public void close() {
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The signal came this very moment: the hook runs and waits for the latch.
            }
        }
        finished.countDown();
    }
}
