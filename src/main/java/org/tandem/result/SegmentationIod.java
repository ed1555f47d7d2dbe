package org.tandem.result;

import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** Segmentation (PS3.3 A.51), BINARY: where the findings are, on the pixels of the source. */
final class SegmentationIod {

    private SegmentationIod() {}

    static ResultObject of(ResultContext context, List<Finding.Present> findings) {
        Uid instance = context.uids().instance(ResultKind.SEGMENTATION);
        SegmentationFrames frames = SegmentationFrames.of(findings);
        Iod iod = new Iod(List.of(
                new SopCommonModule(SopClasses.SEGMENTATION_STORAGE, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), findings),
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
