package org.tandem.result.sr;

import java.util.List;
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
 * An SR document (PS3.3 A.35) around a tree.
 *
 * @param companions objects of the same run that the tree refers to
 */
record ReportIod(ResultContext context, ReportForm form, List<ResultObject> companions) {

    /** Leaves out of the tree, or tells otherwise, what the form does not hold. */
    ResultObject object(Uid instance, ContentItem.Container tree) {
        ContentItem.Container root = new FormRule(form).told(tree);
        Uid sopClass = form.sopClass();
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), root.allCodes()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SrDocumentSeriesModule(context.series(ResultKind.STRUCTURED_REPORT), "SR"),
                new EnhancedGeneralEquipmentModule(context.device()),
                new SrDocumentGeneralModule(context, Evidence.ofAll(context, companions)),
                new SrDocumentContentModule(root)));
        return new ResultObject(ResultKind.STRUCTURED_REPORT, sopClass, instance, iod.dataSet());
    }
}
