"""How many photos a second Keras trains on, to compare with `maskwatch benchmark train PHOTOS`.

The network of the student project (100 x 100 x 3, twice 100 filters, Dense 50) with its augmentation, loading included:

    python3 -m venv keras && keras/bin/pip install tensorflow-cpu pillow scipy
    keras/bin/python benchmarks/keras/train_speed.py PHOTOS [--bfloat16] [--workers N]

PHOTOS has a folder for each of three classes. Nothing is written.
"""

import argparse
import os
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

BATCH = 32


class Photos(keras.utils.PyDataset):
    def __init__(self, batches, workers):
        super().__init__(workers=workers)
        self.batches = batches

    def __len__(self):
        return len(self.batches)

    def __getitem__(self, index):
        return self.batches[index]


class Stopwatch(keras.callbacks.Callback):
    def __init__(self, warm_up, steps):
        super().__init__()
        self.warm_up = warm_up
        self.steps = steps

    def on_train_batch_end(self, batch, logs=None):
        if batch + 1 == self.warm_up:
            self.start = time.perf_counter()
        if batch + 1 == self.warm_up + self.steps:
            self.seconds = time.perf_counter() - self.start


def network():
    layers = keras.layers
    return keras.Sequential([
        keras.Input((100, 100, 3)),
        layers.Conv2D(100, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(100, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dropout(0.5),
        layers.Dense(50, activation="relu"),
        layers.Dense(3),
        layers.Activation("softmax", dtype="float32"),
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--warm-up", type=int, default=15)
    parser.add_argument("--workers", type=int, default=2, help="threads that load and augment; 0: none beside the step")
    parser.add_argument("--bfloat16", action="store_true")
    arguments = parser.parse_args()
    if arguments.bfloat16:
        keras.mixed_precision.set_global_policy("mixed_bfloat16")
    generator = ImageDataGenerator(
        rescale=1 / 255,
        rotation_range=20,
        shear_range=8.6,
        width_shift_range=0.2,
        height_shift_range=0.2,
        zoom_range=0.15,
        horizontal_flip=True,
    )
    batches = generator.flow_from_directory(
        arguments.photos, target_size=(100, 100), batch_size=BATCH, class_mode="categorical", seed=1)
    data = Photos(batches, arguments.workers) if arguments.workers else batches
    model = network()
    model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
    stopwatch = Stopwatch(arguments.warm_up, arguments.steps)
    model.fit(data, steps_per_epoch=arguments.warm_up + arguments.steps, epochs=1, verbose=0, callbacks=[stopwatch])
    print(f"{BATCH * arguments.steps / stopwatch.seconds:.1f} images/s over {arguments.steps} steps"
          f" ({model.count_params()} parameters, {arguments.workers} workers)")


if __name__ == "__main__":
    main()
