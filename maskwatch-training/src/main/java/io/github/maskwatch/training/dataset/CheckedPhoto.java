package io.github.maskwatch.training.dataset;

import io.github.maskwatch.photo.PhotoReader;
import io.github.maskwatch.training.dataset.PhotoFolder.LabelledFile;
import java.io.IOException;
import java.util.List;

/**
 * A photo that was opened once and could be decoded.
 *
 * @param sha256 of its bytes, hexadecimal
 */
record CheckedPhoto(LabelledFile file, String sha256, PerceptualHash look) {

    /** Decodes each photo. */
    static PhotoCheck<CheckedPhoto> decode(List<LabelledFile> files, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        return PhotoCheck.run(files, LabelledFile::path, progress, file -> {
            byte[] bytes = reader.bytes(file.path());
            return new CheckedPhoto(file, DataHash.of(bytes), PerceptualHash.of(file.path(), bytes, reader));
        });
    }

    /** Reads the bytes of each photo only. */
    static PhotoCheck<CheckedPhoto> hash(List<LabelledFile> files, PhotoReader reader, Dataset.Progress progress)
            throws IOException {
        return PhotoCheck.run(
                files,
                LabelledFile::path,
                progress,
                file -> new CheckedPhoto(file, DataHash.of(reader.bytes(file.path())), PerceptualHash.UNKNOWN));
    }

    /** Over name, label and bytes of each. */
    static String dataHash(List<CheckedPhoto> photos) {
        return DataHash.of(photos.stream()
                .map(photo -> photo.file().name() + '\0' + photo.file().label().id() + '\0' + photo.sha256()));
    }

    SplitPhoto toSplit() {
        return SplitPhoto.ofOneFace(file.name(), file.label(), file.split(), look);
    }
}
