package org.tandem.result.page;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.picture.Panel;
import org.tandem.result.capture.FindingPicture;
import org.tandem.result.finding.Examined;
import org.tandem.result.finding.Finding;

/**
 * What a page is about.
 *
 * @param report the data set of the report that the page repeats
 * @param examined what was found, and remarks on how it came about, as that the input is not like the model's
 * @param middle a slice of what was looked at, for a page without pictures of findings
 */
public record PageSubject(DataSet report, List<Examined> examined, List<FindingPicture> pictures, Panel middle) {

    public PageSubject {
        examined = List.copyOf(examined);
        pictures = List.copyOf(pictures);
    }

    List<Finding> findings() {
        return Examined.findings(examined);
    }

    List<String> remarks() {
        return Examined.remarks(examined);
    }
}
