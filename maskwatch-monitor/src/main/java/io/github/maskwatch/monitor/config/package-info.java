/**
 * Configuration in YAML: strict, typed, and told about from the same code that reads it. A part of a file is a {@link
 * io.github.maskwatch.monitor.config.Shape}: it declares its keys with their types, defaults and meaning, and builds a record of their values.
 *
 * <pre>{@code
 * record Camera(String url, Duration silence, @Nullable Secret password, List<String> zones) {}
 *
 * final class CameraShape extends Shape<Camera> {
 *     private final Key<String> url = required("url", Types.TEXT, "Where its frames come from.");
 *     private final Key<Duration> silence =
 *             withDefault("silence", Types.DURATION, Duration.ofSeconds(5), "No frame for so long: it is lost.");
 *     private final Key<Secret> password = optional("password", Types.SECRET, "Of the camera's user.");
 *     private final Key<List<String>> zones =
 *             withDefault("zones", Types.oneOrMore(Types.NAME), List.of(), "The zones that are watched.");
 *
 *     CameraShape() {
 *         super("camera");
 *     }
 *
 *     @Override
 *     protected Camera build(Section section) throws ConfigurationException {
 *         return new Camera(
 *                 section.value(url), section.value(silence), section.orNull(password), section.value(zones));
 *     }
 * }
 * }</pre>
 *
 * A shape is itself a type: {@code required("cameras", Types.mapOf(new CameraShape()), "…")} reads {@code cameras: {door: {url: …}}}, {@code
 * Types.listOf(new CameraShape())} a list, {@code section("store", new StoreShape(), "…")} a section that may be left out as a whole, {@link
 * io.github.maskwatch.monitor.config.Variants} sections of several kinds. {@code build} may let a record's own {@code
 * IllegalArgumentException} pass; it is told with the place in the file.
 *
 * <pre>{@code
 * Configuration configuration = new ConfigurationReader(System.getenv()).read(path, new ConfigurationShape());
 * String table = KeyTable.of(new ConfigurationShape()).markdown();
 * }</pre>
 *
 * A mistake is one line, such as {@code door.yaml:7: rules[2]: unknown key "durration"; did you mean "duration"?} Places in lists count from 0.
 */
@NullMarked
package io.github.maskwatch.monitor.config;

import org.jspecify.annotations.NullMarked;
