package org.tandem.history;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.PriorFinding;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.read.ReadSegment;
import org.tandem.result.read.ReadSegmentation;
import org.tandem.result.read.SegmentationReader;
import org.tandem.volume.Mask;

/**
 * What was said before of the same patient. A run that is made once more is built on what it was built on at first, so
 * that it says the same again.
 */
public final class History {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    /** Earlier segmentations that are looked through for a finding: each takes a second or so to read. */
    private static final int MOST_SEGMENTATIONS = 5;

    private final HistoryLedger ledger;
    private final Clock clock;

    public History(HistoryLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a run for these destinations is to be built on. */
    public Chapter chapter(Run run, List<String> destinations) {
        Optional<Instant> firstMade = ledger.firstMade(run);
        Map<String, List<Predecessor>> replaced = new HashMap<>();
        for (String destination : destinations) {
            replaced.put(
                    destination,
                    firstMade.isPresent() ? ledger.replacedBy(run, destination) : ledger.toReplace(run, destination));
        }
        return new Chapter(run, findings(run, firstMade.orElseGet(clock::instant)), replaced);
    }

    /** Whether the run of a chapter was made before, and this is it once more. */
    public boolean knows(Chapter chapter) {
        return ledger.firstMade(chapter.run()).isPresent();
    }

    /** Remembers what came of it. */
    public void add(Chapter chapter, List<PastResult> made) {
        ledger.add(chapter, made, clock.instant());
    }

    private List<PriorFinding> findings(Run run, Instant before) {
        List<PriorFinding> findings = new ArrayList<>();
        Set<Uid> known = new HashSet<>();
        for (PastResult past : ledger.segmentations(run, before, MOST_SEGMENTATIONS)) {
            for (PriorFinding finding : read(past)) {
                if (known.add(finding.tracking())) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** None of what is not on the disk any more: then findings have new names. */
    private static List<PriorFinding> read(PastResult past) {
        try {
            ReadSegmentation segmentation = SegmentationReader.read(DicomFileReader.read(past.file()));
            Map<Integer, Mask> masks = segmentation.isInSpace() ? segmentation.masks() : Map.of();
            return segmentation.foreground().stream()
                    .flatMap(segment -> finding(segment, Optional.ofNullable(masks.get(segment.number()))).stream())
                    .toList();
        } catch (TandemException e) {
            LOG.warn("Segmentation {} cannot be compared with: {}", past.sopInstance(), e.getMessage());
            return List.of();
        }
    }

    private static Optional<PriorFinding> finding(ReadSegment segment, Optional<Mask> mask) {
        return mask.isPresent()
                        && segment.type().isPresent()
                        && segment.trackingUid().isPresent()
                ? Optional.of(new PriorFinding(
                        segment.type().get(), segment.trackingUid().get(), mask.get()))
                : Optional.empty();
    }
}
