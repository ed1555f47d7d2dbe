package org.tandem.result.sr;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/** Comprehensive 3D SR (PS3.3 A.35.13): what was looked for, what was found and how large it is. */
public final class ReportIod {

    private ReportIod() {}

    public static ResultObject of(MeasurementReport report) {
        ResultContext context = report.context();
        Uid instance = context.uids().instance(ResultKind.STRUCTURED_REPORT);
        Uid sopClass = SopClasses.COMPREHENSIVE_3D_SR_STORAGE;
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(
                        context.algorithm(), Findings.codes(report.findings().all())),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SrDocumentSeriesModule(context.series(ResultKind.STRUCTURED_REPORT)),
                new EnhancedGeneralEquipmentModule(context.device()),
                new SrDocumentGeneralModule(context, report.segmentation()),
                new SrDocumentContentModule(report.root())));
        return new ResultObject(ResultKind.STRUCTURED_REPORT, sopClass, instance, iod.dataSet());
    }
}
