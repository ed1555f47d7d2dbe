package org.tandem.result.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/**
 * Comprehensive 3D SR (PS3.3 A.35.13) around a tree.
 *
 * @param segmentation the segmentation that the tree refers to, where there is one
 */
record ReportIod(ResultContext context, Optional<ResultObject> segmentation) {

    ResultObject object(Uid instance, ContentItem.Container root) {
        Uid sopClass = SopClasses.COMPREHENSIVE_3D_SR_STORAGE;
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), codes(root)),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SrDocumentSeriesModule(context.series(ResultKind.STRUCTURED_REPORT)),
                new EnhancedGeneralEquipmentModule(context.device()),
                new SrDocumentGeneralModule(context, segmentation),
                new SrDocumentContentModule(root)));
        return new ResultObject(ResultKind.STRUCTURED_REPORT, sopClass, instance, iod.dataSet());
    }

    /** Every code in a tree. */
    private static List<Code> codes(ContentItem item) {
        List<Code> codes = new ArrayList<>(item.codes());
        item.children().forEach(child -> codes.addAll(codes(child.item())));
        return codes;
    }
}
