package org.tandem.result.finding;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.result.finding.MapFindings.ExplanationMap;

/**
 * All that one model looked for in one source, in the order of its manifest, the maps that explain it, and remarks on
 * it.
 */
public record Findings(List<Finding> all, List<ExplanationMap> maps, List<String> remarks) {

    public Findings {
        all = List.copyOf(all);
        maps = List.copyOf(maps);
        remarks = List.copyOf(remarks);
    }

    /** Names every finding; the same outputs and names give the same findings. */
    public static Findings of(List<OutputFindings> outputs, TrackingUids uids) {
        return of(outputs, new FindingList(uids));
    }

    /**
     * Of several pictures, what was said of each: one finding has one name in all of them, segments are numbered by
     * picture.
     */
    public static List<Findings> ofEach(List<List<OutputFindings>> pictures, TrackingUids uids) {
        FindingList list = new FindingList(uids);
        return pictures.stream().map(outputs -> of(outputs, list)).toList();
    }

    private static Findings of(List<OutputFindings> outputs, FindingList list) {
        List<ExplanationMap> maps = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (OutputFindings output : outputs) {
            if (output instanceof MapFindings explained) {
                maps.addAll(explained.maps());
            } else if (output instanceof Remarks said) {
                remarks.addAll(said.sentences());
            } else {
                list.add(output);
            }
        }
        return new Findings(list.take(), maps, remarks);
    }

    public List<Finding.Segmented> segmented() {
        return of(Finding.Segmented.class);
    }

    /** All codes that say what these findings are. */
    public static List<Code> codes(List<? extends Finding> findings) {
        return findings.stream()
                .map(Finding::meaning)
                .flatMap(meaning -> meaning.codes().stream())
                .toList();
    }

    public <F extends Finding> List<F> of(Class<F> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
