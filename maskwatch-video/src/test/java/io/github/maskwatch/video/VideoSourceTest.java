package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceTest {
    @TempDir
    Path folder;

    @Test
    void numbersAreCameras() {
        assertThat(VideoSource.parse("0")).isEqualTo(new Webcam(0));
        assertThat(VideoSource.parse(" 12 ")).isEqualTo(new Webcam(12));
        assertThat(VideoSource.parse("/dev/video3")).isEqualTo(new Webcam(3));
        assertThat(VideoSource.parse("AUTO")).isEqualTo(new FirstWebcam());
        assertThat(VideoSource.parse("1").live()).isTrue();
    }

    @Test
    void namesOfFilesTellVideosFromPictures() throws Exception {
        assertThat(VideoSource.parse("clip.mp4")).isEqualTo(new VideoFile(Path.of("clip.mp4")));
        assertThat(VideoSource.parse("C:cam.MKV")).isInstanceOf(VideoFile.class);
        assertThat(VideoSource.parse("anim.gif")).isInstanceOf(VideoFile.class);
        assertThat(VideoSource.parse("photo.JPG")).isEqualTo(new StillPictures(Path.of("photo.JPG")));
        assertThat(VideoSource.parse(folder.toString())).isEqualTo(new StillPictures(folder));
        Path oddlyNamed = Files.createDirectory(folder.resolve("2024.mp4"));
        assertThat(VideoSource.parse(oddlyNamed.toString())).isInstanceOf(StillPictures.class);
        assertThat(VideoSource.parse("clip.mp4").live()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://cam/1",
                "RTSPS://cam:322/1",
                "http://cam/video.mjpg",
                "https://host/live.m3u8?x=1",
                "rtsp://cam/live@main",
                "rtsp://10.0.0.2:554/live@main",
                "http://cam/x?m=a@b",
                "http://cam:8080/x?m=a@b"
            })
    void addressesAreStreams(String address) {
        assertThat(VideoSource.parse(address)).isInstanceOf(NetworkStream.class);
        assertThat(VideoSource.parse(address).camera().name()).isEqualTo(address);
        assertThat(VideoSource.parse(address).live()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ftp://host/x.mp4", "srt://host:1", "rtsp://", "rtsp:///path", "http://h ost/"})
    void whatIsNotUnderstoodIsSaidInOneLine(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoSource.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
    }

    @Test
    void theLineSaysWhatIsWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoSource.parse("ftp://host/x.mp4"))
                .withMessage("ftp://host/x.mp4 is not understood; wanted " + VideoSource.UNDERSTOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://admin:s3cret@cam/1,                          rtsp://cam/1",
        "rtsp://admin:s3cret@[::1]:8554/1,                   rtsp://[::1]:8554/1",
        "rtsp://admin:p@s3cret#?%@cam/1,                     rtsp://cam/1",
        "rtsp://admin:s3 cret@cam,                           rtsp://cam",
        "http://cam/video?channel=2&user=joe&pwd=s3cret&x=1, http://cam/video?channel=2&user=***&pwd=***&x=1",
        "rtsp://cam/user=admin_password=s3cret_channel=1,    rtsp://cam/user=***",
        "http://10.0.0.2/x?src=rtsp://me:s3cret@cam/1,       http://10.0.0.2/x?src=rtsp://cam/1",
        "http://cam/video?ACCESS_TOKEN=s3cret,               http://cam/video?ACCESS_TOKEN=***",
    })
    void noPasswordIsEverShown(String address, String shown) {
        VideoSource source = VideoSource.parse(address);
        assertThat(source.camera().name()).isEqualTo(shown);
        assertThat(source.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://joe:s3cret@host/",
                "rtsp://joe:s3cret@",
                "rtsp://joe:s3cret@ho<st/",
                "rtsp://jo:s3cret@h:port/",
                "rtsp://joe:s#3cret@ho<st/",
                "rtsp://joe:x/s3cret@cam/1",
                "rtsp://joe:12/s3cret@cam/1",
                "ftp://joe:12/s3cret@cam/1"
            })
    void noPasswordIsInAComplaintEither(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoSource.parse(address))
                .satisfies(e -> {
                    assertThat(e.getMessage()).doesNotContain("s3cret");
                    assertThat(e).hasNoCause();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://admin:pa/ss@cam/1", "rtsp://admin:12/34@cam/1"})
    void aSlashInAPasswordIsToBeWrittenOtherwise(String address) {
        String line = "the address has an @ behind a /: in a user name or a password write %2F for /,";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VideoSource.parse(address))
                .withMessageStartingWith(line)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("admin", "cam", "34"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkStream(URI.create(address)))
                .withMessageStartingWith(line);
        VideoSource source = VideoSource.parse("rtsp://admin:pa%2Fss@cam/1");
        assertThat(source.camera().name()).isEqualTo("rtsp://cam/1");
    }

    @Test
    void whatIsNotThereIsSaidWhenItIsOpened() {
        assertThatIOException()
                .isThrownBy(() -> VideoSource.parse("nosuch.mp4").open())
                .withMessageStartingWith("no such file: nosuch.mp4; a source is a camera's number");
        assertThatIOException()
                .isThrownBy(() -> VideoSource.parse("nosuch.jpg").open())
                .withMessageStartingWith("no such file or folder: nosuch.jpg");
        assertThatIOException()
                .isThrownBy(() -> VideoSource.parse(folder.toString()).open())
                .withMessageStartingWith("no pictures in the folder " + folder);
    }
}
