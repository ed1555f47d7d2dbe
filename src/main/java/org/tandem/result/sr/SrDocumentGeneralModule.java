package org.tandem.result.sr;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultContext;

/** SR Document General (PS3.3 C.17.2): complete, verified by nobody, with every instance that the tree speaks of. */
record SrDocumentGeneralModule(ResultContext context, Evidence evidence) implements Module {

    @Override
    public void write(ModuleWriter out) {
        context.made().write(out);
        out.type1(Tag.COMPLETION_FLAG, "COMPLETE");
        out.type1(Tag.VERIFICATION_FLAG, "UNVERIFIED");
        out.type3(Tag.PRELIMINARY_FLAG, "PRELIMINARY");
        List<DataSet> replaced = Predecessor.items(context.predecessors());
        out.type1C(!replaced.isEmpty(), Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, replaced);
        out.type2(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE, List.of());
        new ReferencedRequests(context.header()).write(out);
        evidence.write(out);
    }
}
