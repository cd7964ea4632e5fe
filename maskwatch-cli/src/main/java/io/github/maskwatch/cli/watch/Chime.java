package io.github.maskwatch.cli.watch;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Two falling notes on this machine's loudspeaker, computed here. It rings on a thread of its own and not over itself; a machine without a loudspeaker is
 * told of once. Thread-safe.
 */
public final class Chime implements AutoCloseable {
    /** Plays samples to their end; a seam for tests without a loudspeaker. */
    @FunctionalInterface
    interface Loudspeaker {
        void play(byte[] samples) throws LineUnavailableException;
    }

    static final int RATE_HZ = 44_100;
    private static final AudioFormat FORMAT = new AudioFormat(RATE_HZ, 16, 1, true, false);
    /** G5 and E5. */
    private static final double[] NOTES_HZ = {783.99, 659.25};

    private static final double NOTE_SECONDS = 0.35;
    private static final double RING_SECONDS = 0.9;
    private static final double ATTACK_SECONDS = 0.01;
    private static final double LOUDNESS = 0.25;
    /** By the end of its ring a note has fallen to e^-7, a thousandth. */
    private static final double DECAY = 7;

    private final Loudspeaker loudspeaker;
    private final Consumer<String> complaints;
    private final Semaphore wished = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "maskwatch-chime");

    /** @param complaints is told once, in one line, if there is no loudspeaker */
    public Chime(Consumer<String> complaints) {
        this(Chime::playAloud, complaints);
    }

    Chime(Loudspeaker loudspeaker, Consumer<String> complaints) {
        this.loudspeaker = loudspeaker;
        this.complaints = complaints;
        thread.setDaemon(true);
        thread.start();
    }

    /** Soon; returns at once. */
    public void ring() {
        wished.release();
    }

    private void run() {
        byte[] samples = samples();
        try {
            while (true) {
                wished.acquire();
                wished.drainPermits();
                loudspeaker.play(samples);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) {
            // Java's ways to say that there is none.
            complaints.accept("no sound: this machine's loudspeaker cannot be used");
        }
    }

    /** 16 bits, little endian, one channel. */
    static byte[] samples() {
        int count = (int) ((NOTE_SECONDS * (NOTES_HZ.length - 1) + RING_SECONDS) * RATE_HZ);
        byte[] samples = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int note = 0; note < NOTES_HZ.length; note++) {
                sum += note(NOTES_HZ[note], i / (double) RATE_HZ - note * NOTE_SECONDS);
            }
            int value = (int) Math.round(sum * Short.MAX_VALUE);
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return samples;
    }

    /** @param seconds since it was struck */
    private static double note(double hertz, double seconds) {
        if (seconds < 0 || seconds > RING_SECONDS) {
            return 0;
        }
        double attack = Math.min(1, seconds / ATTACK_SECONDS);
        return LOUDNESS * attack * Math.exp(-DECAY * seconds / RING_SECONDS) * Math.sin(2 * Math.PI * hertz * seconds);
    }

    private static void playAloud(byte[] samples) throws LineUnavailableException {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
