package org.tandem.result.seg;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.LossyCompression;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;

/** Segmentation Image (PS3.3 C.8.20.2): what the segments are and which algorithm drew them. */
record SegmentationImageModule(ResultContext context, List<Finding.Segmented> findings, Encoding encoding)
        implements Module {

    @Override
    public void write(ModuleWriter out) {
        Algorithm algorithm = context.algorithm();
        out.type1(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY");
        if (context.source().inPatient().isEmpty()) {
            out.type2From(
                    context.header(), Tag.PATIENT_ORIENTATION); // C.7.6.1, where nothing else says which way is up
        }
        out.type1(Tag.CONTENT_LABEL, PlainText.codeString(algorithm.name()));
        out.type2(
                Tag.CONTENT_DESCRIPTION,
                PlainText.longString("AI result, not for primary diagnosis:", algorithm.title(), ""));
        out.type2(Tag.CONTENT_CREATOR_NAME, context.device().modelName() + "^AI");
        LossyCompression.write(out, context.header());
        out.type1(Tag.SEGMENTATION_TYPE, encoding.term());
        boolean fractional = encoding == Encoding.FRACTIONAL;
        out.type1C(fractional, Tag.SEGMENTATION_FRACTIONAL_TYPE, "PROBABILITY");
        out.type1C(fractional, Tag.MAXIMUM_FRACTIONAL_VALUE, FractionalFrames.CERTAIN);
        out.type3(Tag.SEGMENTS_OVERLAP, overlap());
        out.type1(Tag.SEGMENT_SEQUENCE, segments());
    }

    private List<DataSet> segments() {
        List<DataSet> segments = new ArrayList<>();
        if (encoding == Encoding.LABEL_MAP) {
            segments.add(ModuleWriter.item(item -> SegmentItem.writeBackground(item, context.algorithm())));
        }
        for (Finding.Segmented finding : findings) {
            segments.add(ModuleWriter.item(new SegmentItem(context.algorithm(), finding)::write));
        }
        return segments;
    }

    private String overlap() {
        return switch (encoding) {
            case BINARY -> overlap(findings) ? "YES" : "NO";
            case FRACTIONAL -> "UNDEFINED";
            case LABEL_MAP -> "NO"; // it could not be written otherwise
        };
    }

    private static boolean overlap(List<Finding.Segmented> findings) {
        BitSet union = new BitSet();
        for (Finding.Segmented finding : findings) {
            BitSet voxels = finding.mask().voxels();
            if (union.intersects(voxels)) {
                return true;
            }
            union.or(voxels);
        }
        return false;
    }
}
