package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;
import static org.tandem.result.sr.Related.hasObsContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandem.dicom.Code;
import org.tandem.model.AnatomicSite;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.PlainText;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/**
 * The rows that every group of measurements begins with (TID 1410, 1411, 1501): which finding, by which algorithm,
 * where.
 */
record GroupHead(Algorithm algorithm, Finding finding) {

    private static final int DIGITS = 4;

    private static final Set<Code> LATERALITIES =
            Set.of(Concepts.LEFT, Concepts.RIGHT, Concepts.BILATERAL, Concepts.UNILATERAL);

    List<Related> rows() {
        Meaning meaning = finding.meaning();
        List<Related> rows = new ArrayList<>(List.of(
                hasObsContext(new TextItem(
                        Concepts.TRACKING_IDENTIFIER, finding.tracking().identifier())),
                hasObsContext(new UidRefItem(
                        Concepts.TRACKING_UNIQUE_IDENTIFIER, finding.tracking().uid())),
                contains(new CodeItem(Concepts.FINDING_CATEGORY, meaning.category())),
                contains(new CodeItem(Concepts.FINDING, meaning.type())),
                hasConceptMod(new TextItem(Concepts.ALGORITHM_NAME, algorithm.name())),
                hasConceptMod(new TextItem(Concepts.ALGORITHM_VERSION, algorithm.version()))));
        finding.subject()
                .operatingPoint()
                .ifPresent(point -> rows.add(hasConceptMod(new TextItem(Concepts.ALGORITHM_PARAMETERS, said(point)))));
        rows.add(hasConceptMod(new CodeItem(Concepts.ALGORITHM_FAMILY, Concepts.ARTIFICIAL_INTELLIGENCE)));
        site(meaning).ifPresent(site -> rows.add(hasConceptMod(site(site))));
        return rows;
    }

    /** TID 4019, Algorithm Parameters: where the model draws its line, and what is known of it there. */
    static String said(OperatingPoint point) {
        StringBuilder said = new StringBuilder("threshold=").append(DecimalString.of(point.threshold(), DIGITS));
        point.sensitivity().ifPresent(value -> said.append("; sensitivity=").append(DecimalString.of(value, DIGITS)));
        point.specificity().ifPresent(value -> said.append("; specificity=").append(DecimalString.of(value, DIGITS)));
        if (!point.measuredOn().isBlank()) {
            said.append("; measured on ").append(PlainText.of(point.measuredOn()));
        }
        return said.toString();
    }

    /** Where it is; of what is its own place, only the side needs to be said. */
    private static Optional<AnatomicSite> site(Meaning meaning) {
        return meaning.site()
                .or(() -> meaning.modifiers().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AnatomicSite(meaning.type(), meaning.modifiers())));
    }

    private static CodeItem site(AnatomicSite site) {
        List<Related> modifiers = site.modifiers().stream()
                .map(modifier -> hasConceptMod(new CodeItem(
                        LATERALITIES.contains(modifier) ? Concepts.LATERALITY : Concepts.TOPOGRAPHICAL_MODIFIER,
                        modifier)))
                .toList();
        return new CodeItem(Concepts.FINDING_SITE, site.region(), modifiers);
    }
}
