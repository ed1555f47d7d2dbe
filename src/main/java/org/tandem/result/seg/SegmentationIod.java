package org.tandem.result.seg;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.CommonInstanceReferenceModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.FrameOfReferenceModule;
import org.tandem.result.iod.GeneralReferenceModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.MultiFrameDimensionModule;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/** Segmentation or Label Map Segmentation (PS3.3 A.51): where the findings are, on the pixels of the source. */
public final class SegmentationIod {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentationIod.class);

    /** The frames, in the encoding that they could be written in. */
    private record Encoded(Encoding encoding, SegmentationFrames frames) {}

    private SegmentationIod() {}

    /** Overlapping segments, which a label map cannot hold, become a binary segmentation. */
    public static ResultObject of(
            ResultContext context, List<Finding.Segmented> findings, SegmentationOptions options) {
        Encoded encoded = encoded(findings, options);
        Encoding encoding = encoded.encoding();
        SegmentationFrames frames = encoded.frames();
        Uid sopClass = encoding.sopClass();
        Uid instance = instance(context, encoding);
        boolean inPatient = context.source().inPatient().isPresent();
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), Findings.codes(findings)),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SegmentationSeriesModule(context.series(ResultKind.SEGMENTATION), context.header()),
                new FrameOfReferenceModule(inPatient ? context.header() : DataSet.EMPTY),
                new EnhancedGeneralEquipmentModule(context.device()),
                new SegmentationPixelModule(frames, encoding),
                new SegmentationImageModule(context, findings, encoding),
                new MultiFrameDimensionModule(
                        context.uids().dimensionOrganization(), encoding != Encoding.LABEL_MAP, inPatient),
                new FunctionalGroupsModule(context, frames),
                new GeneralReferenceModule(context.source()),
                new CommonInstanceReferenceModule(context.source().all())));
        return new ResultObject(ResultKind.SEGMENTATION, sopClass, instance, iod.dataSet());
    }

    /** The same findings in another encoding are another object. */
    private static Uid instance(ResultContext context, Encoding encoding) {
        return encoding == Encoding.BINARY
                ? context.uids().instance(ResultKind.SEGMENTATION)
                : context.uids().instance(ResultKind.SEGMENTATION, encoding.term());
    }

    private static Encoded encoded(List<Finding.Segmented> findings, SegmentationOptions options) {
        return switch (options.encoding()) {
            case BINARY -> binary(findings, options);
            case FRACTIONAL -> new Encoded(Encoding.FRACTIONAL, FractionalFrames.of(findings, options.whole()));
            case LABEL_MAP -> {
                Optional<SegmentationFrames> labels = LabelMapFrames.of(findings, options.whole());
                if (labels.isEmpty()) {
                    LOG.info("Segments overlap, which a label map cannot hold: written as a binary segmentation");
                }
                yield labels.map(frames -> new Encoded(Encoding.LABEL_MAP, frames))
                        .orElseGet(() -> binary(findings, options));
            }
        };
    }

    private static Encoded binary(List<Finding.Segmented> findings, SegmentationOptions options) {
        return new Encoded(Encoding.BINARY, BinaryFrames.of(findings, options.whole()));
    }
}
