package org.tandem.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.Uid;

/**
 * The rows of series. Every change checks the state that it starts from, so that two nodes or two threads cannot both
 * make it. Every method throws a {@link org.tandem.dicom.TandemException} of kind RETRY while the database is not
 * available.
 */
public interface SeriesLedger {

    /**
     * Adds arrivals to a series, or makes it. A series that is RECEIVING goes on; any other state becomes RECEIVING
     * again with the next revision.
     *
     * @param arrived the series with what has come now only; its standing says when it is due
     */
    void add(SeriesRecord arrived);

    /** Series in RECEIVING that are due, the longest due first. */
    List<SeriesRecord> due(Instant now, int maxRows);

    /** When the next series in RECEIVING is due. */
    Optional<Instant> nextDue();

    /** RECEIVING → COMPLETE if it is still due; whether this call did it. */
    boolean complete(Uid series, Instant now);

    /** Makes a series in RECEIVING due at this time; whether it was in RECEIVING. */
    boolean setDue(Uid series, Instant dueAt);

    /** Makes no series in RECEIVING due before this time; how many were. */
    int postponeDue(Instant earliest);

    /** From the state and revision of {@code seen} to another state; whether this call did it. */
    boolean change(SeriesRecord seen, SeriesState to);

    Optional<SeriesRecord> find(Uid series);

    /** All series of a study, in the order of their UIDs. */
    List<SeriesRecord> ofStudy(Uid study);

    /** Series in a state, the one whose last arrival is oldest first. */
    List<SeriesRecord> inState(SeriesState state, int maxRows);

    /** Series whose last arrival was before this time, the newest first: a page of a list, begun with the present. */
    List<SeriesRecord> before(Instant lastArrivalBefore, int maxRows);

    /** Number of series in each state that any series has. */
    Map<SeriesState, Long> counts();
}
