package org.tandem.result.capture;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.CommonInstanceReferenceModule;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.ResultSeries;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/**
 * Secondary Capture Image (PS3.3 A.8.1): a picture for viewers that know nothing else, one object each. Every viewer
 * and archive of the last thirty years takes this class; the multi-frame one in true colour (A.8.5) many do not.
 */
public final class SecondaryCaptureIod {

    private SecondaryCaptureIod() {}

    /** An object for each picture, in one series; those of several images of a series are numbered on. */
    public static List<ResultObject> of(ResultContext context, List<FindingPicture> pictures) {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> object(context, pictures.get(i), i + 1))
                .toList();
    }

    private static ResultObject object(ResultContext context, FindingPicture picture, int number) {
        Uid sopClass = SopClasses.SECONDARY_CAPTURE_IMAGE_STORAGE;
        Uid instance = context.uids().instance(ResultKind.SECONDARY_CAPTURE, "picture " + number);
        CapturedImage image = new CapturedImage(context, picture);
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                out -> writeSeries(context, before(context) + number, out),
                new EnhancedGeneralEquipmentModule(context.device()),
                image::writeEquipment,
                image::writeImage,
                image::writePixels,
                new CommonInstanceReferenceModule(List.of(context.source()))));
        return new ResultObject(ResultKind.SECONDARY_CAPTURE, sopClass, instance, iod.dataSet());
    }

    private static int before(ResultContext context) {
        return (context.instanceNumber() - 1) * FindingPictures.MAX_PICTURES;
    }

    /** General Series (PS3.3 C.7.3.1). */
    private static void writeSeries(ResultContext context, int number, ModuleWriter out) {
        context.series(ResultKind.SECONDARY_CAPTURE).write(out, "OT", number);
        ResultSeries.writeBodyPart(out, context.header());
    }
}
