package io.github.maskwatch.cli.clip;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;

import io.github.maskwatch.geometry.Box;
import io.github.maskwatch.mask.MaskState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be seen on a clip and when each wears a mask, by eye. Everybody stays in place, so that a place is a person.
 *
 * @param file name of the clip
 */
record ClipTruth(String file, List<Person> people) {
    private static final double END = 1e9;

    static final ClipTruth GROUP = new ClipTruth(
            "group_putting_masks_on.mp4",
            List.of(
                    new Person(
                            "left man",
                            new Box(160, 120, 210, 180),
                            List.of(
                                    new Span(0, 1.48, WITHOUT_MASK),
                                    new Span(1.64, 5.28, WITH_MASK),
                                    new Span(5.44, 9.52, WITHOUT_MASK),
                                    new Span(9.72, END, WITH_MASK))),
                    new Person(
                            "front woman",
                            new Box(370, 270, 140, 160),
                            List.of(new Span(0, 1.04, WITHOUT_MASK), new Span(1.28, END, WITH_MASK))),
                    new Person(
                            "man behind",
                            new Box(525, 200, 120, 130),
                            List.of(new Span(0, 1.48, WITHOUT_MASK), new Span(2.0, END, WITH_MASK))),
                    // She holds the mask before her mouth for a second before it is on.
                    new Person(
                            "right woman",
                            new Box(660, 210, 170, 160),
                            List.of(new Span(0, 1.12, WITHOUT_MASK), new Span(2.12, END, WITH_MASK)))));

    static final ClipTruth LAPTOP = alone("one_person_mask_laptop.mp4", new Box(250, 0, 250, 280), WITH_MASK);
    static final ClipTruth OUTDOORS = alone("one_person_no_mask_outdoors.mp4", new Box(380, 0, 480, 720), WITHOUT_MASK);
    static final ClipTruth STUDIO = alone("one_person_no_mask_studio.mp4", new Box(200, 20, 240, 260), WITHOUT_MASK);

    static final List<ClipTruth> ALL = List.of(GROUP, LAPTOP, OUTDOORS, STUDIO);

    private static ClipTruth alone(String file, Box place, MaskState state) {
        return new ClipTruth(file, List.of(new Person("one", place, List.of(new Span(0, END, state)))));
    }

    /**
     * @param place in which the centre of the face lies all the time, px
     * @param spans in the order of time; between them a mask is on its way
     */
    record Person(String name, Box place, List<Span> spans) {
        boolean is(Box face) {
            return face.centerX() >= place.x()
                    && face.centerX() < place.right()
                    && face.centerY() >= place.y()
                    && face.centerY() < place.bottom();
        }

        /** Null while a mask is on its way. */
        @Nullable
        MaskState stateAt(double seconds) {
            return spans.stream()
                    .filter(span -> seconds >= span.from && seconds <= span.to)
                    .map(Span::state)
                    .findFirst()
                    .orElse(null);
        }

        boolean changedWithinASecondBefore(double seconds) {
            return spans.stream().skip(1).anyMatch(span -> seconds >= span.from && seconds < span.from + 1);
        }
    }

    /** Seconds. */
    record Span(double from, double to, MaskState state) {}
}
