package org.tandem.result.seg;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.CommonInstanceReferenceModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.FrameOfReferenceModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/** Segmentation (PS3.3 A.51), BINARY: where the findings are, on the pixels of the source. */
public final class SegmentationIod {

    private SegmentationIod() {}

    public static ResultObject of(ResultContext context, List<Finding.Segmented> findings) {
        Uid instance = context.uids().instance(ResultKind.SEGMENTATION);
        SegmentationFrames frames = SegmentationFrames.of(findings);
        Iod iod = new Iod(List.of(
                new SopCommonModule(SopClasses.SEGMENTATION_STORAGE, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), Findings.codes(findings)),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SegmentationSeriesModule(context.series(ResultKind.SEGMENTATION), context.header()),
                new FrameOfReferenceModule(context.header()),
                new EnhancedGeneralEquipmentModule(context.device()),
                new BinaryPixelModule(frames),
                new SegmentationImageModule(context, findings),
                new MultiFrameDimensionModule(context.uids().dimensionOrganization()),
                new FunctionalGroupsModule(context, frames),
                new CommonInstanceReferenceModule(context.source(), context.references())));
        return new ResultObject(ResultKind.SEGMENTATION, SopClasses.SEGMENTATION_STORAGE, instance, iod.dataSet());
    }
}
