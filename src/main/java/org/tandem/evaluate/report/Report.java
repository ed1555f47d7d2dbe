package org.tandem.evaluate.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tandem.evaluate.metric.Estimate;

/**
 * What an evaluation found.
 *
 * @param facts what was evaluated on what, in order of reading
 * @param notes what a reader has to know to read the numbers right
 */
public record Report(
        String title, Map<String, String> facts, List<String> notes, List<Section> sections, List<Picture> worst) {

    public Report {
        notes = List.copyOf(notes);
        sections = List.copyOf(sections);
        worst = List.copyOf(worst);
    }

    /**
     * All of one thing that the model tells.
     *
     * @param main the measures that are told first, and alone where there is little room
     */
    public record Section(String title, List<Row> main, List<Row> further, Details details) {
        public Section {
            main = List.copyOf(main);
            further = List.copyOf(further);
        }

        /** All measures. */
        public List<Row> rows() {
            return Stream.concat(main.stream(), further.stream()).toList();
        }
    }

    /** What stands below the measures. */
    public record Details(List<Plot> plots, List<Groups> groups) {

        public static final Details NONE = new Details(List.of(), List.of());

        public Details {
            plots = List.copyOf(plots);
            groups = List.copyOf(groups);
        }
    }

    /**
     * One measure.
     *
     * @param unit empty of a plain number
     */
    public record Row(String measure, Estimate estimate, String unit) {

        public static Row of(String measure, Estimate estimate) {
            return new Row(measure, estimate, "");
        }
    }

    /** The same measures for each value of a column. */
    public record Groups(String column, List<Group> groups) {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /** The measures of the cases with one value. */
    public record Group(String value, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A picture for people.
     *
     * @param png the bytes of the file; not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(String caption, byte[] png) {}
}
