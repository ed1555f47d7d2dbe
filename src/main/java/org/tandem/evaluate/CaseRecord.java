package org.tandem.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What came of one case, without its images: what the measures need, a line in the journal.
 *
 * @param failure why it could not be evaluated; empty if it was
 */
public record CaseRecord(String id, Map<String, String> columns, Answers answers, String failure) {

    public CaseRecord {
        columns = Map.copyOf(columns);
    }

    /** A case of which nothing can be told. */
    static CaseRecord failed(String id, Map<String, String> columns, String reason) {
        return new CaseRecord(id, columns, Answers.NONE, reason);
    }

    boolean isEvaluated() {
        return failure.isEmpty();
    }

    /** What the model said beside what is true, for each thing that both speak of. */
    public record Answers(
            List<OfSegment> segments, List<OfClass> classes, List<OfNumber> numbers, List<OfPlaces> places) {

        static final Answers NONE = new Answers(List.of(), List.of(), List.of(), List.of());

        public Answers {
            segments = List.copyOf(segments);
            classes = List.copyOf(classes);
            numbers = List.copyOf(numbers);
            places = List.copyOf(places);
        }
    }

    /**
     * A mask beside its reference.
     *
     * @param voxels in both, in the predicted one, in the reference
     */
    public record OfSegment(String label, Voxels voxels, Distances distances) {}

    public record Voxels(long both, long predicted, long reference, double volumeMm3) {}

    /** NaN where one of the masks is empty. */
    public record Distances(double hausdorff95Mm, double meanMm) {}

    /**
     * A class.
     *
     * @param threshold where the model draws its line
     */
    public record OfClass(String label, double score, boolean positive, double threshold) {}

    public record OfNumber(String label, double estimated, double truth, String unit) {}

    /**
     * Marks of one kind, all that the network gave, and how many true places there are.
     *
     * @param threshold where the model draws its line: what lies below, it does not report
     */
    public record OfPlaces(String label, List<OfMark> marks, int places, double threshold) {
        public OfPlaces {
            marks = List.copyOf(marks);
        }
    }

    /** A mark, and the true place that it hits, or −1. */
    public record OfMark(double score, int place) {}
}
