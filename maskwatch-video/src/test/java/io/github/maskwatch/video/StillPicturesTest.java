package io.github.maskwatch.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.maskwatch.image.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillPicturesTest {
    @TempDir
    Path folder;

    private Path picture(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        FrameReaderTest.write(file, Scene.frame(3, width, height).image());
        return file;
    }

    private Path broken(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "no picture");
    }

    @Test
    void aFoldersPicturesComeByNameASecondApartInTheirOwnSizes() throws IOException {
        picture("b.png", 40, 30);
        picture("a.png", 31, 17);
        Files.writeString(folder.resolve("notes.txt"), "not a picture, and not meant as one");
        Files.createDirectory(folder.resolve("c.png"));
        List<Frame> frames = Scene.read(new StillPictures(folder).open());
        assertThat(frames).extracting(f -> f.image().toString()).containsExactly("Image[31 x 17]", "Image[40 x 30]");
        assertThat(frames).extracting(Frame::position).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void oneFileIsOneFrame() throws IOException {
        Path file = picture("a.png", 31, 17);
        List<Frame> frames = Scene.read(new StillPictures(file).open());
        assertThat(frames)
                .singleElement()
                .satisfies(f ->
                        assertThat(f.image()).isEqualTo(Scene.frame(3, 31, 17).image()));
    }

    @Test
    void brokenOnesArePassedOverAndNamed() throws IOException {
        picture("a.png", 31, 17);
        Path second = broken("b.jpg");
        picture("c.png", 31, 17);
        Path fourth = broken("d.webp");
        PictureReader reader = new StillPictures(folder).open();
        assertThat(Scene.read(reader)).extracting(Frame::index).containsExactly(0L, 1L);
        assertThat(reader.skipped()).extracting(PictureReader.Skipped::picture).containsExactly(second, fourth);
        assertThat(reader.skipped().get(0).reason()).contains("b.jpg").doesNotContain("\n");
    }

    @Test
    void whereNoneCanBeReadThatIsSaid() throws IOException {
        Path first = broken("a.jpg");
        assertThatIOException()
                .isThrownBy(() -> Scene.read(new StillPictures(first).open()))
                .withMessageStartingWith(first.toString());
        broken("b.jpg");
        assertThatIOException()
                .isThrownBy(() -> Scene.read(new StillPictures(folder).open()))
                .withMessageStartingWith("none of the 2 pictures in " + folder + " can be read; " + first);
    }
}
