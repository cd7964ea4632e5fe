package io.github.maskwatch.cli.demo;

import io.github.maskwatch.image.Image;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The demonstration as a function of time: an entrance, up to three people before it, light that changes, and a camera's noise.
 * One thread at a time.
 */
final class Scene {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    /** The scene begins in the middle of things: somebody is there in the first frame. */
    private static final double HEAD_START_SECONDS = 3.4;

    /** Standard deviation of the camera's noise, grey values. */
    private static final double NOISE = 2.5;

    private static final List<Lane> LANES = List.of(
            new Lane(0.76, 0.95, 285, 345, 19), new Lane(1.1, 1.4, 105, 175, 13), new Lane(1.7, 2.2, 485, 535, 23));

    private final long seed;
    private final BufferedImage backdrop;
    private final List<Person> people;
    private final Map<MaskStyle, Sprite> masks = new EnumMap<>(MaskStyle.class);
    private final byte[] noise;

    Scene(long seed, FacePhoto photo) {
        this.seed = seed;
        backdrop = Backdrop.draw(WIDTH, HEIGHT);
        people = List.of(
                new Person(
                        photo.head(0.95, 0.97, 1.05),
                        true,
                        new Color(0x5f9e96),
                        new Color(0x4a837c),
                        new Color(0xb08a7c)),
                new Person(photo.head(1, 1, 1), false, new Color(0xe9ecee), new Color(0x5b7fa6), new Color(0xb58d7e)),
                new Person(
                        photo.head(1.08, 1.0, 0.9),
                        false,
                        new Color(0x41638f),
                        new Color(0x9fb4cc),
                        new Color(0xba9077)));
        for (MaskStyle style : MaskStyle.values()) {
            masks.put(style, style.sprite());
        }
        noise = noise(new SplittableRandom(seed));
    }

    /** Twice a frame's worth of noise, of which every frame takes a stretch of its own. */
    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[2 * WIDTH * HEIGHT * 3];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(random.nextGaussian() * NOISE);
        }
        return noise;
    }

    /** The people that are (or are about to come) in the picture, the farthest first. */
    List<Pose> posesAt(double seconds) {
        return stagedAt(seconds).stream().map(Staged::pose).toList();
    }

    private record Staged(Person person, Pose pose) {}

    private List<Staged> stagedAt(double seconds) {
        List<Staged> staged = new ArrayList<>();
        for (int i = 0; i < LANES.size(); i++) {
            Lane lane = LANES.get(i);
            double time = seconds + HEAD_START_SECONDS + (i == 1 ? 0 : 5.0 * i);
            long number = (long) (time / lane.seconds());
            staged.add(new Staged(people.get(i), visit(i, number).at(time - number * lane.seconds())));
        }
        staged.sort(Comparator.comparingDouble(each -> each.pose().scale()));
        return staged;
    }

    private Visit visit(int lane, long number) {
        RandomGenerator random =
                new SplittableRandom(seed ^ (lane * 0x9e3779b97f4a7c15L + number * 0xbf58476d1ce4e5b9L));
        MaskStyle[] styles = MaskStyle.values();
        MaskStyle style = styles[(int) ((lane + number) % styles.length)];
        return Visit.random(random, LANES.get(lane), (lane + number) % 2 == 0, style);
    }

    /** The picture at a time of the scene, at least 0 s. */
    Image at(double seconds) {
        BufferedImage canvas = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.drawImage(backdrop, 0, 0, null);
        for (Staged each : stagedAt(seconds)) {
            each.person()
                    .draw(
                            g,
                            each.pose(),
                            Objects.requireNonNull(masks.get(each.pose().style())));
        }
        g.dispose();
        return seenByCamera(((DataBufferInt) canvas.getRaster().getDataBuffer()).getData(), seconds);
    }

    /** The lamp grows bright and dim within 17 s and warm and cold within 29 s; the window on the left lights that side more. */
    private Image seenByCamera(int[] pixels, double seconds) {
        double lamp = 0.94 + 0.16 * Math.sin(seconds * 2 * Math.PI / 17);
        double warmth = 0.05 * Math.sin(seconds * 2 * Math.PI / 29);
        int[][] gains = new int[3][WIDTH];
        for (int x = 0; x < WIDTH; x++) {
            double gain = 256 * lamp * (1.1 - 0.2 * x / WIDTH);
            gains[0][x] = (int) (gain * (1 + warmth));
            gains[1][x] = (int) gain;
            gains[2][x] = (int) (gain * (1 - warmth));
        }
        byte[] rgb = new byte[pixels.length * 3];
        int n = new SplittableRandom(seed + Math.round(seconds * 1000)).nextInt(rgb.length);
        for (int y = 0, i = 0, j = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++, i++) {
                for (int channel = 0; channel < 3; channel++, j++) {
                    int drawn = pixels[i] >> (16 - 8 * channel) & 0xff;
                    int lit = (drawn * gains[channel][x]) >> 8;
                    rgb[j] = (byte) Math.max(0, Math.min(255, lit + noise[n++]));
                }
            }
        }
        return Image.wrap(WIDTH, HEIGHT, rgb);
    }
}
