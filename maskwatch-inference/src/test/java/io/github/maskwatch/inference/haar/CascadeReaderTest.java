package io.github.maskwatch.inference.haar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.maskwatch.inference.format.ModelFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeReaderTest {
    private static final String SOUND = """
            <?xml version="1.0"?>
            <!-- a comment -->
            <opencv_storage><cascade type_id="opencv-cascade-classifier"><stageType>BOOST</stageType>
            <featureType>HAAR</featureType><height>20</height><width>24</width>
            <stages><_><maxWeakCount>1</maxWeakCount><stageThreshold>0.5</stageThreshold>
            <weakClassifiers><_><internalNodes> 0 -1 0 4.5e-03</internalNodes><leafValues> 0.25 -0.5</leafValues></_></weakClassifiers>
            </_></stages>
            <features><_><rects><_> 2 7 16 4 -1.</_><_> 2 9 16 2 2.</_></rects><tilted>0</tilted></_></features>
            </cascade></opencv_storage>
            """;

    @Test
    void readsStagesTreesAndFeatures() throws IOException {
        Cascade cascade = read(SOUND);
        assertThat(cascade.windowWidth()).isEqualTo(24);
        assertThat(cascade.windowHeight()).isEqualTo(20);
        Cascade.Tree tree = cascade.stages().get(0).trees().get(0);
        assertThat(tree.nodes()).containsExactly(new Cascade.Node(0, 4.5e-3f, 0, -1));
        assertThat(tree.leaves()).containsExactly(0.25f, -0.5f);
        assertThat(cascade.stages().get(0).threshold()).isEqualTo(0.5f - 1e-5f);
        assertThat(cascade.features().get(0).rectangles())
                .containsExactly(
                        new Cascade.WeightedRectangle(2, 7, 16, 4, -1), new Cascade.WeightedRectangle(2, 9, 16, 2, 2));
    }

    /** Each cell: what of the sound file is replaced, by what, and a word of the message. */
    @ParameterizedTest
    @CsvSource({
        "<tilted>0, <tilted>1, wanted 0",
        "HAAR, LBP, wanted HAAR",
        "2 9 16 2, 2 9 30 2, not within the window",
        "2 9 16 2, 2 9 16 x, For input string",
        "2 9 16 2, 2 9 16, 5 numbers",
        "0 -1 0 4.5e-03, 0 -1 7 4.5e-03, feature 7 of 1",
        "0 -1 0 4.5e-03, 0 -2 0 4.5e-03, points at -2",
        "0 -1 0 4.5e-03, 1 -1 0 4.5e-03, points at 1",
        "0 -1 0 4.5e-03, 0 -1 0 NaN, not a finite number",
        "0 -1 0 4.5e-03, 0 -1 0, come in fours",
        "<width>24, <width>2000000000, the window is",
        "</cascade>, <cascade>, terminated",
    })
    void refusesInOneLineWhatItCannotEvaluate(String sound, String broken, String message) {
        assertThatThrownBy(() -> read(SOUND.replace(sound, broken)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith("test.xml is not a cascade")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesWhatIsNoXml(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cascade.xml"), "not xml");
        assertThatThrownBy(() -> HaarFaceDetector.open(file, HaarConfig.DEFAULTS))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("cascade.xml is not a cascade");
        assertThatThrownBy(() -> HaarFaceDetector.open(folder.resolve("none.xml"), HaarConfig.DEFAULTS))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesAnEmptyCascade() {
        assertThatThrownBy(() -> read("<opencv_storage/>")).isInstanceOf(ModelFormatException.class);
    }

    private static Cascade read(String xml) throws IOException {
        return CascadeReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "test.xml");
    }
}
