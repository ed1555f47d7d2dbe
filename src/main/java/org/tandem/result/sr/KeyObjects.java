package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.finding.Examined;
import org.tandem.result.finding.KeySlices;
import org.tandem.result.iod.CodingSchemesModule;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.EnhancedGeneralEquipmentModule;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.Iod;
import org.tandem.result.iod.PatientModule;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SopCommonModule;
import org.tandem.result.iod.SourceReferences;
import org.tandem.result.iod.StudyModule;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.CompositeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.series.SourceSlice;

/**
 * Key Object Selection Document (PS3.3 A.35.4, PS3.16 TID 2010): the root of a run's results. It names each of them,
 * and of the source the image that shows each finding best.
 */
public record KeyObjects(ResultContext context, List<Examined> examined, List<ResultObject> results) {

    private static final String TEMPLATE = "2010";

    public KeyObjects {
        examined = List.copyOf(examined);
        results = List.copyOf(results);
    }

    /** Another set of results is another document. */
    public ResultObject object() {
        Uid sopClass = SopClasses.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE;
        Uid instance = context.uids().instance(ResultKind.KEY_OBJECT_SELECTION, names());
        List<ImageReference> images = images();
        Container root = root(images);
        Iod iod = new Iod(List.of(
                new SopCommonModule(sopClass, instance, context.header(), context.algorithm()),
                new CodingSchemesModule(context.algorithm(), root.allCodes()),
                new PatientModule(context.header()),
                new StudyModule(context.header()),
                new SrDocumentSeriesModule(context.series(ResultKind.KEY_OBJECT_SELECTION), "KO"),
                new EnhancedGeneralEquipmentModule(context.device()),
                new KeyObjectDocumentModule(context, Evidence.of(context, images, results)),
                new SrDocumentContentModule(root)));
        return new ResultObject(ResultKind.KEY_OBJECT_SELECTION, sopClass, instance, iod.dataSet());
    }

    private String names() {
        return results.stream().map(result -> result.sopInstance().value()).collect(Collectors.joining(" "));
    }

    private List<ImageReference> images() {
        return SourceReferences.to(examined.stream().flatMap(KeyObjects::slices).toList())
                .images();
    }

    private static Stream<SourceSlice> slices(Examined examined) {
        return new KeySlices(examined.input().volume().grid())
                .of(examined.findings())
                .mapToObj(examined.context().source().slices()::get);
    }

    private Container root(List<ImageReference> images) {
        List<Related> rows = new ArrayList<>();
        rows.add(hasConceptMod(new CodeItem(Concepts.LANGUAGE, Concepts.ENGLISH)));
        rows.addAll(new DeviceObserver(context.algorithm()).rows());
        rows.add(contains(new TextItem(Concepts.KEY_OBJECT_DESCRIPTION, description(images.size()))));
        results.forEach(result -> rows.add(contains(item(result))));
        images.forEach(image -> rows.add(contains(new ImageItem(Optional.empty(), image))));
        return new Container(Concepts.OF_INTEREST, TEMPLATE, rows);
    }

    private String description(int images) {
        return PlainText.of("AI results of " + context.algorithm().title() + " "
                + context.algorithm().version() + " on series "
                + context.header().string(Tag.SERIES_NUMBER).orElse("without number") + ": " + results.size()
                + " objects" + (images == 0 ? "" : ", and the images that show the findings best")
                + ". AI result, not for primary diagnosis.");
    }

    private static ContentItem item(ResultObject result) {
        ImageReference instance = ImageReference.to(result);
        return switch (result.kind()) {
            case SEGMENTATION, PARAMETRIC_MAP, SECONDARY_CAPTURE -> new ImageItem(Optional.empty(), instance);
            case STRUCTURED_REPORT, PRESENTATION_STATE, KEY_OBJECT_SELECTION, ENCAPSULATED_PDF ->
                new CompositeItem(instance);
        };
    }
}
