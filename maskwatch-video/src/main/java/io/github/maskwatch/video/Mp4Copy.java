package io.github.maskwatch.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** Copies the video of one MP4 file into another with the index in front ("fast start"), packet by packet, as it is coded. */
final class Mp4Copy {
    private Mp4Copy() {}

    static void copy(Path from, Path to) throws IOException {
        Address address = new Address("file:" + from.toAbsolutePath(), "mp4", Map.of(), Address.Kind.FILE);
        try (ReadLimit limit = new ReadLimit();
                MediaInput input = MediaInput.open(address, limit, new FileComplaints(from));
                Mp4Output output = new Mp4Output(to, to)) {
            avcodec.avcodec_parameters_copy(
                    output.stream().codecpar(), input.stream().codecpar());
            output.stream().time_base(input.stream().time_base());
            output.stream().avg_frame_rate(input.stream().avg_frame_rate());
            output.begin("faststart");
            copyPackets(input, output, from);
            output.end();
        }
    }

    private static void copyPackets(MediaInput input, Mp4Output output, Path from) throws IOException {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            int result = input.read(packet);
            for (; result >= 0; result = input.read(packet)) {
                output.write(packet, input.stream().time_base());
                avcodec.av_packet_unref(packet);
            }
            if (result != avutil.AVERROR_EOF) {
                throw new FileComplaints(from).broke(result, 0);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }
}
