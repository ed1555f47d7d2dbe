package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Examined;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;
import org.tandem.volume.Volume;

/**
 * Grayscale or, of pictures in colour, Color Softcopy Presentation State (PS3.3 A.33.1, A.33.2): all images of the
 * source as their device meant them to be shown, with what was found drawn on them. Of a series of pictures each has a
 * state of its own: one may be a negative and the next not, which one state cannot say.
 */
public record PresentationState(Examined examined) {

    public ResultObject object() {
        ResultContext context = examined.context();
        Volume values = examined.input().volume();
        boolean colour = isColour(context.header());
        Uid sopClass = colour
                ? SopClasses.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE
                : SopClasses.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE;
        Uid instance = context.uids().instance(ResultKind.PRESENTATION_STATE);
        List<Module> modules = new ArrayList<>(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new PresentationSeriesModule(context.series(ResultKind.PRESENTATION_STATE), context.header()),
                new EnhancedGeneralEquipmentModule(context.device()),
                new PresentationIdentificationModule(context),
                new DisplayedAreaModule(context.source(), values.grid().size()),
                new GraphicsModule(context, examined.findings(), values.grid())));
        modules.add(colour ? new IccProfileModule(context.header()) : new GreyscaleModule(context.source(), values));
        return new ResultObject(ResultKind.PRESENTATION_STATE, sopClass, instance, new Iod(modules).dataSet());
    }

    private static boolean isColour(DataSet header) {
        return header.string(Tag.PHOTOMETRIC_INTERPRETATION)
                .filter(photometric -> !photometric.startsWith("MONOCHROME"))
                .isPresent();
    }
}
