package org.tandem.result.page;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.picture.Panel;
import org.tandem.result.capture.FindingPicture;
import org.tandem.result.finding.Finding;

/**
 * What a page is about.
 *
 * @param report the data set of the report that the page repeats
 * @param middle a slice of what was looked at, for a page without pictures of findings
 */
public record PageSubject(DataSet report, List<Finding> findings, List<FindingPicture> pictures, Panel middle) {

    public PageSubject {
        findings = List.copyOf(findings);
        pictures = List.copyOf(pictures);
    }
}
