package io.github.maskwatch.video;

import io.github.maskwatch.image.CameraId;
import io.github.maskwatch.image.Frame;
import io.github.maskwatch.image.FrameReader;
import io.github.maskwatch.image.Image;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Frames of a file, a camera or a stream through FFmpeg.
 *
 * <p>A packet that is damaged is passed over, wherever it is; the reader ends with an exception only when nothing more can come.
 * A file breaks off with one where its index promises more than there is, after all frames that are there.
 *
 * <p>{@link #close} may come from any thread. It must not free native memory under a running {@link #next}, and must not wait for
 * one either (a name look-up in FFmpeg cannot be ended): whoever leaves last, frees.
 */
final class MediaReader implements FrameReader {
    /** Segments of a live HLS stream come every 2 to 10 s. */
    private static final int HLS_PATIENCE = 4;
    /** Until the first picture a stream joined in its middle may have to wait for the next key frame. */
    private static final int KEY_FRAME_PATIENCE = 6;

    private static final int MOST_FAILED_READS = 10_000;
    private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

    private final CameraId camera;
    private final Address address;
    private final VideoOptions options;
    private final Complaints complaints;
    private final ReadLimit limit;
    private final MediaInput input;
    private final Decoder decoder;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final RgbConverter converter = new RgbConverter();
    private final Pace pace = new Pace();
    private final boolean paced;
    private final ReentrantLock lock = new ReentrantLock();
    private final long openedNanos = System.nanoTime();

    private boolean released;
    private boolean draining;
    private boolean ended;
    /** Reads that failed since the last one that did not. */
    private int failedReads;

    private long frames;
    private long firstTimestamp;
    private Duration position = Duration.ZERO;

    private MediaReader(
            CameraId camera,
            Address address,
            VideoOptions options,
            Complaints complaints,
            ReadLimit limit,
            MediaInput input,
            Decoder decoder) {
        this.camera = camera;
        this.address = address;
        this.options = options;
        this.complaints = complaints;
        this.limit = limit;
        this.input = input;
        this.decoder = decoder;
        paced = address.kind() == Address.Kind.STREAM && (comesInSegments() || (input.isFinite() && !isSelfPaced()));
    }

    static MediaReader open(CameraId camera, Address address, VideoOptions options, Complaints complaints)
            throws IOException {
        FFmpeg.load();
        if (address.kind() == Address.Kind.CAMERA) {
            FFmpeg.loadDevices();
        }
        ReadLimit limit = new ReadLimit();
        MediaInput input = null;
        try {
            if (address.live()) {
                limit.allow(options.openTimeout());
            }
            input = MediaInput.open(address, limit, complaints);
            Decoder decoder = new Decoder(input.stream(), options, address.live(), complaints);
            return new MediaReader(camera, address, options, complaints, limit, input, decoder);
        } catch (IOException | RuntimeException e) {
            if (input != null) {
                input.close();
            }
            limit.close();
            throw e;
        }
    }

    @Override
    public @Nullable Frame next() throws IOException {
        lock.lock();
        try {
            requireOpen();
            return ended ? null : read();
        } finally {
            lock.unlock();
            releaseIfClosed();
        }
    }

    /** What the source says of its pictures. To be asked before it is closed. */
    Camera.Mode mode() {
        return input.mode();
    }

    @Override
    public void close() {
        limit.cancel();
        releaseIfClosed();
    }

    private void requireOpen() throws IOException {
        if (limit.cancelled()) {
            throw new IOException(camera + " was closed");
        }
    }

    /** Tried by {@link #close} and by each leaving {@link #next}: the one that comes after the other succeeds. */
    private void releaseIfClosed() {
        if (!limit.cancelled() || !lock.tryLock()) {
            return;
        }
        try {
            if (!released) {
                released = true;
                converter.close();
                decoder.close();
                avcodec.av_packet_free(packet);
                input.close();
                limit.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Frame read() throws IOException {
        long startNanos = System.nanoTime();
        allowSilence();
        while (true) {
            switch (decoder.receive()) {
                case PICTURE -> {
                    return frame();
                }
                case DONE -> {
                    ended = true;
                    requireGoodEnd();
                    return null;
                }
                case HUNGRY -> feed(startNanos);
            }
        }
    }

    private void allowSilence() {
        if (address.live()) {
            limit.allow(silence());
        } else {
            limit.allowForever();
        }
    }

    private Duration silence() {
        return options.silenceTimeout().multipliedBy(comesInSegments() ? HLS_PATIENCE : 1);
    }

    private void feed(long startNanos) throws IOException {
        int result = input.read(packet);
        try {
            if (result == avutil.AVERROR_EAGAIN()) {
                LockSupport.parkNanos(POLL_NANOS);
                requireTime();
            } else if (result == avutil.AVERROR_EOF) {
                drain();
            } else if (result < 0) {
                passOver(result);
            } else if (input.isVideo(packet)) {
                failedReads = 0;
                requirePicturesSince(startNanos);
                allowSilence();
                decoder.send(packet);
            }
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    /** Not a time limit of its own, as FFmpeg asks the interrupt callback only while it waits. */
    private void requireTime() throws IOException {
        if (limit.cancelled()) {
            throw new IOException(camera + " was closed");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading of " + camera + " was interrupted");
        }
        if (limit.timedOut()) {
            throw complaints.silent(silence());
        }
    }

    private void requirePicturesSince(long startNanos) throws IOException {
        long waited = System.nanoTime() - startNanos;
        if (address.live()
                && waited > silence().multipliedBy(KEY_FRAME_PATIENCE).toNanos()) {
            throw complaints.undecodable("data comes, but no picture could be made of it for "
                    + silence().multipliedBy(KEY_FRAME_PATIENCE).toSeconds() + " s");
        }
    }

    private void passOver(int error) throws IOException {
        requireTime();
        failedReads++;
        boolean damage = error == avutil.AVERROR_INVALIDDATA && !address.live();
        if (!damage || failedReads > MOST_FAILED_READS) {
            throw complaints.broke(error, frames);
        }
    }

    private void drain() throws IOException {
        requireTime();
        if (!draining) {
            draining = true;
            decoder.send(null);
        }
    }

    private void requireGoodEnd() throws IOException {
        if (input.byteError() < 0) {
            throw complaints.broke(input.byteError(), frames);
        }
        boolean cutOff = frames > 0 && (failedReads > 0 || input.isCutOff());
        if (cutOff || isEndless()) {
            throw complaints.endedEarly(frames);
        }
        if (frames == 0) {
            throw complaints.undecodable("no picture could be made of its data");
        }
    }

    /** Whether its end can only mean that it was lost. */
    private boolean isEndless() {
        return switch (address.kind()) {
            case FILE -> false;
            case CAMERA -> true;
            case STREAM -> isSelfPaced() || !input.hasLength();
        };
    }

    /** Whether the server sends each frame at its time. */
    private boolean isSelfPaced() {
        String format = input.format();
        return format.contains("rtsp") || format.contains("mpjpeg") || format.equals("mjpeg");
    }

    private boolean comesInSegments() {
        return input.format().contains("hls");
    }

    /**
     * Whether frames are held back to their times: those of segments, and of a file over HTTP. Frames of a server that sends without
     * an end (MPEG-TS, FLV) come when they are made; held back, the seconds that it had in store for the beginning would stay between
     * them and the present.
     */
    boolean isPaced() {
        return paced;
    }

    private Frame frame() throws IOException {
        AVFrame decoded = decoder.frame();
        Image image = converter.convert(decoded, input.pixelAspect(decoded), orientation(decoded), options.maxPixels());
        if (image == null) {
            throw complaints.undecodable("its pixel format cannot be converted");
        }
        Duration fromTimestamp = timestamp(decoded);
        if (paced) {
            pace.await(fromTimestamp, limit::cancelled);
            requireOpen();
        }
        Duration now = address.live() ? Duration.ofNanos(System.nanoTime() - openedNanos) : fromTimestamp;
        position = now.compareTo(position) > 0 ? now : position;
        return new Frame(camera, frames++, position, image);
    }

    private static Orientation orientation(AVFrame decoded) {
        AVFrameSideData data = avutil.av_frame_get_side_data(decoded, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
        if (data == null || data.isNull() || data.size() < 9 * Integer.BYTES) {
            return Orientation.UPRIGHT;
        }
        int[] matrix = new int[9];
        new IntPointer(data.data()).get(matrix);
        return Orientation.ofMatrix(matrix);
    }

    /** Since the first frame; the previous position where the file says nothing. */
    private Duration timestamp(AVFrame decoded) {
        long timestamp = decoded.best_effort_timestamp();
        if (timestamp == avutil.AV_NOPTS_VALUE) {
            return position;
        }
        if (frames == 0) {
            firstTimestamp = timestamp;
        }
        double unit = avutil.av_q2d(input.stream().time_base());
        return Duration.ofNanos(Math.max(0, Math.round((timestamp - firstTimestamp) * unit * 1e9)));
    }
}
