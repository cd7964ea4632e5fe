package io.github.maskwatch.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Cameras as FFmpeg lists them: AVFoundation and DirectShow, whose numbers are those of their lists. */
final class ListedCameras extends CameraSystem {
    private final String format;
    private final String prefix;
    private final Map<String, String> preset;

    /**
     * @param format FFmpeg's name of the system's cameras
     * @param prefix comes before a camera's name in the address
     * @param preset options to open it with
     */
    ListedCameras(String format, String prefix, Map<String, String> preset) {
        this.format = format;
        this.prefix = prefix;
        this.preset = preset;
    }

    @Override
    List<Device> devices() throws IOException {
        FFmpeg.loadDevices();
        AVInputFormat input = avformat.av_find_input_format(format);
        AVDeviceInfoList list = new AVDeviceInfoList(null);
        int result = avdevice.avdevice_list_input_sources(input, (String) null, (AVDictionary) null, list);
        if (result < 0) {
            return List.of();
        }
        try {
            return videoDevices(list);
        } finally {
            avdevice.avdevice_free_list_devices(list);
        }
    }

    private List<Device> videoDevices(AVDeviceInfoList list) {
        List<Device> found = new ArrayList<>();
        for (int i = 0; i < list.nb_devices(); i++) {
            AVDeviceInfo info = list.devices(i);
            if (givesVideo(info)) {
                String path = text(info.device_name());
                String name = text(info.device_description());
                found.add(new Device(found.size(), name.isBlank() ? path : name, prefix + path));
            }
        }
        return List.copyOf(found);
    }

    /** Where the system does not say, all are taken for cameras. */
    private static boolean givesVideo(AVDeviceInfo info) {
        boolean silent = info.nb_media_types() == 0;
        for (int i = 0; i < info.nb_media_types(); i++) {
            silent |= info.media_types().get(i) == avutil.AVMEDIA_TYPE_VIDEO;
        }
        return silent;
    }

    private static String text(@Nullable BytePointer bytes) {
        return bytes == null || bytes.isNull() ? "" : bytes.getString();
    }

    @Override
    Device device(int number) throws IOException {
        List<Device> all = devices();
        if (number < all.size()) {
            return all.get(number);
        }
        throw new SourceUnavailableException(
                all.isEmpty()
                        ? none()
                        : "there is no camera " + number + "; there is "
                                + all.stream()
                                        .map(d -> d.number() + " (" + d.name() + ")")
                                        .collect(Collectors.joining(", ")));
    }

    @Override
    List<Address> addresses(Device device) {
        Address usual = new Address(device.path(), format, preset, Address.Kind.CAMERA);
        return List.of(usual.with(Map.of("video_size", "1280x720")), usual);
    }

    @Override
    Complaints complaints(Device device, VideoOptions options) {
        return new CameraComplaints(device, options);
    }

    @Override
    String none() {
        return "no camera found; plug one in, allow this program the camera in the system's privacy settings,"
                + " or name a file or an rtsp:// address";
    }
}
