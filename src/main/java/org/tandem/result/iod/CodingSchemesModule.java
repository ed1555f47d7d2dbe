package org.tandem.result.iod;

import java.util.Collection;
import java.util.List;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Coding Scheme Identification Sequence of SOP Common (PS3.3 C.12.1.1.6): says of each private coding scheme (99…) that
 * the model's manifest uses that it is the model's own.
 */
public record CodingSchemesModule(Algorithm algorithm, Collection<Code> codes) implements Module {

    @Override
    public void write(ModuleWriter out) {
        List<DataSet> schemes = codes.stream()
                .map(Code::scheme)
                .filter(scheme -> scheme.startsWith("99"))
                .distinct()
                .sorted()
                .map(this::scheme)
                .toList();
        out.type1C(!schemes.isEmpty(), Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE, schemes);
    }

    private DataSet scheme(String designator) {
        return ModuleWriter.item(item -> {
            item.type1(Tag.CODING_SCHEME_DESIGNATOR, designator);
            item.type3(
                    Tag.CODING_SCHEME_NAME,
                    designator.equals(Concepts.TANDEM)
                            ? "Private codes of Tandem"
                            : "Private codes of model " + algorithm.name());
        });
    }
}
