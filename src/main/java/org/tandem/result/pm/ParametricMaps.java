package org.tandem.result.pm;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.CommonInstanceReferenceModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.FrameOfReferenceModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.MultiFrameDimensionModule;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/**
 * Parametric Maps (PS3.3 A.75) in 32-bit floating point, one an explanation map, in one series. Every slice of the
 * source has its frame, those without any weight too: that the model looked elsewhere is what a map says, and readers
 * of volumes want all of them.
 */
public record ParametricMaps(ResultContext context) {

    private static final int NUMBERS_OF_A_PICTURE = 100;

    /** In the order of the maps. */
    public List<ResultObject> of(List<ExplanationMap> maps) {
        return IntStream.range(0, maps.size()).mapToObj(i -> of(maps.get(i), i)).toList();
    }

    private ResultObject of(ExplanationMap map, int index) {
        Uid sopClass = SopClasses.PARAMETRIC_MAP_STORAGE;
        String which = index + " " + map.purpose() + " " + map.label();
        Uid instance = context.uids().instance(ResultKind.PARAMETRIC_MAP, which);
        MapValues values = MapValues.of(map);
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(
                        context.algorithm(), List.of(map.purpose().quantity())),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                out -> context.series(ResultKind.PARAMETRIC_MAP).write(out, "OT", number(index)),
                new FrameOfReferenceModule(space()),
                new EnhancedGeneralEquipmentModule(context.device()),
                new FloatingPointPixelModule(values),
                new ParametricMapImageModule(context, map),
                new MultiFrameDimensionModule(context.uids().dimensionOrganization(which), false, true),
                new MapGroupsModule(context, map, values),
                new CommonInstanceReferenceModule(List.of(context.source()))));
        return new ResultObject(ResultKind.PARAMETRIC_MAP, sopClass, instance, iod.dataSet());
    }

    /** Instance Number: maps of the first picture from 1, of the second from 101. */
    private int number(int index) {
        return NUMBERS_OF_A_PICTURE * (context.instanceNumber() - 1) + index + 1;
    }

    /**
     * The source's frame of reference; a map has to lie in one (PS3.3 A.75.3), so that of a source without any lies in
     * one that is nothing but the source's own pixels.
     */
    private DataSet space() {
        boolean inPatient = context.source().inPatient().isPresent();
        return inPatient && context.header().hasValue(Tag.FRAME_OF_REFERENCE_UID)
                ? context.header()
                : DataSet.builder()
                        .putUid(Tag.FRAME_OF_REFERENCE_UID, context.uids().pictureSpace())
                        .build();
    }
}
