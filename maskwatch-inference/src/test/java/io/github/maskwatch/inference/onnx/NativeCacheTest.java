package io.github.maskwatch.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {
    @TempDir
    Path temp;

    private final byte[] content = new byte[300_000];
    private URL library;
    private Path folder;
    private Path file;

    @BeforeEach
    void packALibrary() throws IOException {
        new Random(3).nextBytes(content);
        Path jar = temp.resolve("natives.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("native/linux-x64/libthing.so"));
            zip.write(content);
        }
        library = url("jar:" + jar.toUri() + "!/native/linux-x64/libthing.so");
        folder = temp.resolve("cache/thing-1");
        file = folder.resolve("libthing.so");
    }

    private static URL url(String text) throws MalformedURLException {
        return URI.create(text).toURL();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void unpacksOnce() throws IOException {
        NativeCache.unpack(List.of(library), folder);
        assertThat(file).hasBinaryContent(content);
        assertThat(files()).containsExactly(file);
        FileTime before = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, before);
        NativeCache.unpack(List.of(library), folder);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void unpacksAgainWhatIsCutOrChanged() throws IOException {
        Files.createDirectories(folder);
        Files.write(file, new byte[10]);
        NativeCache.unpack(List.of(library), folder);
        assertThat(file).hasBinaryContent(content);

        byte[] changed = content.clone();
        changed[1234]++;
        Files.write(file, changed);
        NativeCache.unpack(List.of(library), folder);
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void manyMayUnpackAtOnce() throws IOException {
        CompletableFuture<?>[] all = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try {
                        NativeCache.unpack(List.of(library), folder);
                        assertThat(file).hasBinaryContent(content);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .limit(8)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(files()).containsExactly(file);
    }

    @Test
    void saysSoWhereItCannotWrite() throws IOException {
        Path notAFolder = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> NativeCache.unpack(List.of(library), notAFolder.resolve("x")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void rootIsThePropertyThenTheVariableThenTheUsersCache() {
        Map<String, String> home = Map.of("user.home", "/home/me");
        assertThat(NativeCache.root(
                        Map.of("maskwatch.cache", "/p", "user.home", "/home/me"), Map.of("MASKWATCH_CACHE", "/v")))
                .isEqualTo(Path.of("/p"));
        assertThat(NativeCache.root(home, Map.of("MASKWATCH_CACHE", "/v", "XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/v"));
        assertThat(NativeCache.root(home, Map.of("XDG_CACHE_HOME", "/x"))).isEqualTo(Path.of("/x/maskwatch"));
        assertThat(NativeCache.root(home, Map.of("XDG_CACHE_HOME", "relative")))
                .isEqualTo(Path.of("/home/me/.cache/maskwatch"));
        assertThat(NativeCache.root(home, Map.of())).isEqualTo(Path.of("/home/me/.cache/maskwatch"));
    }
}
