package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.MapFindings.Purpose;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.ImageItem;

/**
 * Objects of the same run that a report refers to.
 *
 * @param made segmentation and parametric maps, as far as they were asked for
 */
record Companions(Findings findings, List<ResultObject> made) {

    Companions {
        made = List.copyOf(made);
    }

    Optional<ResultObject> segmentation() {
        return of(ResultKind.SEGMENTATION).stream().findFirst();
    }

    /** The maps that explain a finding (TID 1410, 1411, 1501: Visual Explanation), or say how sure it is. */
    List<Related> explanations(Finding finding) {
        List<ResultObject> objects = of(ResultKind.PARAMETRIC_MAP);
        List<Related> rows = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            ExplanationMap map = findings.maps().get(i);
            if (map.explains(finding)) {
                rows.add(contains(new ImageItem(Optional.of(concept(map)), ImageReference.to(objects.get(i)))));
            }
        }
        return rows;
    }

    private static Code concept(ExplanationMap map) {
        return map.purpose() == Purpose.UNCERTAINTY ? map.purpose().quantity() : Concepts.VISUAL_EXPLANATION;
    }

    private List<ResultObject> of(ResultKind kind) {
        return made.stream().filter(object -> object.kind() == kind).toList();
    }
}
