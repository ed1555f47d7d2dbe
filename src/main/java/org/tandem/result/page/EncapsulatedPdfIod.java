package org.tandem.result.page;

import java.util.Arrays;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.StudyModule;

/** Encapsulated PDF (PS3.3 A.45.1): the report as one page with pictures. */
public final class EncapsulatedPdfIod {

    private EncapsulatedPdfIod() {}

    public static ResultObject of(ResultContext context, PageSubject subject) {
        Uid sopClass = SopClasses.ENCAPSULATED_PDF_STORAGE;
        Uid instance = context.uids().instance(ResultKind.ENCAPSULATED_PDF);
        byte[] page = new PdfPage(context, subject).bytes();
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                out -> context.series(ResultKind.ENCAPSULATED_PDF).write(out, "DOC"),
                new EnhancedGeneralEquipmentModule(context.device()),
                out -> out.type1(Tag.CONVERSION_TYPE, "WSD"), // SC Equipment, PS3.3 C.8.6.1
                out -> writeDocument(out, context, page)));
        return new ResultObject(ResultKind.ENCAPSULATED_PDF, sopClass, instance, iod.dataSet());
    }

    /** Encapsulated Document (PS3.3 C.24.2). */
    private static void writeDocument(ModuleWriter out, ResultContext context, byte[] page) {
        context.made().write(out);
        out.type2(Tag.ACQUISITION_DATE_TIME, new String[0]);
        out.type1(Tag.BURNED_IN_ANNOTATION, "NO");
        List<DataSet> sources = context.references().images().stream()
                .map(image -> ModuleWriter.item(image::write))
                .toList();
        out.type1(Tag.SOURCE_INSTANCE_SEQUENCE, sources);
        out.type2(
                Tag.DOCUMENT_TITLE,
                PlainText.longString("AI result:", context.algorithm().title(), ""));
        out.type1(Tag.CONCEPT_NAME_CODE_SEQUENCE, Concepts.IMAGING_MEASUREMENT_REPORT);
        out.type1(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "application/pdf");
        out.type1(Tag.ENCAPSULATED_DOCUMENT_LENGTH, page.length);
        out.type1Bytes(Tag.ENCAPSULATED_DOCUMENT, VR.OB, Arrays.copyOf(page, (page.length + 1) / 2 * 2));
    }
}
