package org.tandem.result.seg;

import java.util.BitSet;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.CieLab;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;

/** Segmentation Image (PS3.3 C.8.20.2): what the segments are and which algorithm drew them. */
record SegmentationImageModule(ResultContext context, List<Finding.Segmented> findings) implements Module {

    @Override
    public void write(ModuleWriter out) {
        Algorithm algorithm = context.algorithm();
        out.type1(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY");
        out.type1(Tag.CONTENT_LABEL, PlainText.codeString(algorithm.name()));
        out.type2(
                Tag.CONTENT_DESCRIPTION,
                PlainText.longString("AI result, not for primary diagnosis:", algorithm.title(), ""));
        out.type2(Tag.CONTENT_CREATOR_NAME, context.device().modelName() + "^AI");
        writeLossyCompression(out);
        out.type1(Tag.SEGMENTATION_TYPE, "BINARY");
        out.type3(Tag.SEGMENTS_OVERLAP, overlap() ? "YES" : "NO");
        out.type1(Tag.SEGMENT_SEQUENCE, findings.stream().map(this::segment).toList());
    }

    /** A segmentation of lossy pixels says so (C.8.20.2.2). */
    private void writeLossyCompression(ModuleWriter out) {
        DataSet header = context.header();
        boolean lossy =
                header.string(Tag.LOSSY_IMAGE_COMPRESSION).filter("01"::equals).isPresent();
        out.type1(Tag.LOSSY_IMAGE_COMPRESSION, lossy ? "01" : "00");
        if (lossy) {
            out.type3From(header, Tag.LOSSY_IMAGE_COMPRESSION_RATIO, Tag.LOSSY_IMAGE_COMPRESSION_METHOD);
        }
    }

    private DataSet segment(Finding.Segmented finding) {
        String algorithmName = context.algorithm().name();
        return ModuleWriter.item(item -> {
            item.type1(Tag.SEGMENT_NUMBER, finding.number());
            item.type1(Tag.SEGMENT_LABEL, PlainText.longString(finding.meaning().label()));
            item.type1(Tag.SEGMENT_ALGORITHM_TYPE, "AUTOMATIC");
            item.type1(Tag.SEGMENT_ALGORITHM_NAME, algorithmName);
            item.type1(
                    Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE,
                    finding.meaning().category());
            item.type1(
                    Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, finding.meaning().type());
            item.type1(Tag.SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE, this::writeAlgorithmIdentification);
            item.type1(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, CieLab.ofSegment(finding.number()));
            item.type1(Tag.TRACKING_ID, finding.tracking().identifier());
            item.type1(Tag.TRACKING_UID, finding.tracking().uid());
        });
    }

    /** Algorithm Identification (Table 10-19). */
    private void writeAlgorithmIdentification(ModuleWriter item) {
        item.type1(Tag.ALGORITHM_FAMILY_CODE_SEQUENCE, Concepts.ARTIFICIAL_INTELLIGENCE);
        item.type1(Tag.ALGORITHM_NAME, context.algorithm().name());
        item.type1(Tag.ALGORITHM_VERSION, context.algorithm().version());
    }

    private boolean overlap() {
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
