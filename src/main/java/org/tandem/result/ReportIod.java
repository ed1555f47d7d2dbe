package org.tandem.result;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** Comprehensive 3D SR (PS3.3 A.35.13): what was looked for, what was found and how large it is. */
final class ReportIod {

    private ReportIod() {}

    static ResultObject of(MeasurementReport report) {
        ResultContext context = report.context();
        Uid instance = context.uids().instance(ResultKind.STRUCTURED_REPORT);
        Uid sopClass = SopClasses.COMPREHENSIVE_3D_SR_STORAGE;
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), report.findings().all()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SrDocumentSeriesModule(context.series(ResultKind.STRUCTURED_REPORT)),
                new EnhancedGeneralEquipmentModule(context.device()),
                new SrDocumentGeneralModule(context, report.segmentation()),
                new SrDocumentContentModule(report.root())));
        return new ResultObject(ResultKind.STRUCTURED_REPORT, sopClass, instance, iod.dataSet());
    }
}
