package org.tandem.inference.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tandem.dicom.TandemException;
import org.tandem.model.Composition;
import org.tandem.model.Input;
import org.tandem.volume.Side;
import org.tandem.volume.Volume;

/**
 * The images that one run is about.
 *
 * @param volume what results are drawn on; a picture is a volume of one slice, of a colour picture its luminance
 * @param colour red, green and blue of a colour picture, on the same grid; otherwise none
 * @param series all series of a model that looks at several, the one above too, by the names of its channels; each on a
 *     grid of its own, in one patient space
 * @param display how it is shown to people
 */
public record Exam(Volume volume, List<Volume> colour, Map<String, Volume> series, Display display) {

    /**
     * How an image is shown to people.
     *
     * @param side of a paired part of the body: which side's image it looks like; empty if it does not say
     * @param brightness 0 to 1 on the same grid, worked out when somebody asks
     */
    public record Display(Optional<Side> side, Supplier<Volume> brightness) {

        /** Of an image whose values are what is shown. */
        static Display of(Volume volume) {
            return new Display(Optional.empty(), () -> volume);
        }
    }

    public Exam {
        colour = List.copyOf(colour);
        series = Map.copyOf(series);
        if (!colour.isEmpty() && colour.size() != 3) {
            throw new IllegalArgumentException(
                    "Colour of an exam: got " + colour.size() + " volumes, expected three or none");
        }
    }

    public static Exam of(Volume volume) {
        return new Exam(volume, List.of());
    }

    /** Of a volume or picture without other series. */
    public Exam(Volume volume, List<Volume> colour) {
        this(volume, colour, Map.of(), Display.of(volume));
    }

    /** Of several series, about one of them. */
    private Exam(Volume volume, Map<String, Volume> series) {
        this(volume, List.of(), series, Display.of(volume));
    }

    /** Of several series by name, about one of them. */
    public static Exam of(Map<String, Volume> series, String main) {
        return new Exam(require(series, main), series);
    }

    /** For trials: of one volume, which is every series that the input asks for too. */
    public static Exam ofAll(Input input, Volume volume) {
        Map<String, Volume> series = input.composition().channels().stream()
                .collect(Collectors.toMap(Composition.Channel::name, channel -> volume));
        return new Exam(volume, series);
    }

    /** The series of this channel; refuses to do without it. */
    Volume require(String channel) {
        return require(series, channel);
    }

    private static Volume require(Map<String, Volume> series, String channel) {
        Volume found = series.get(channel);
        if (found == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Channel \"" + channel + "\": got series " + new TreeSet<>(series.keySet())
                            + ", expected one of this name");
        }
        return found;
    }
}
