package org.tandem.result.sr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.NumItem;
import org.tandem.result.sr.ContentItem.Scoord3dItem;
import org.tandem.result.sr.ContentItem.ScoordItem;
import org.tandem.result.sr.ContentItem.TextItem;

/**
 * Tells a report's tree in a form that knows fewer types of items. A place in the patient is left out where the same is
 * marked on images; where there are neither marks nor numbers, they are told in words, and the tree follows no template
 * of measurements any more.
 */
record FormRule(ReportForm form) {

    /** Of a column, a row or a millimetre, in words. */
    private static final int DIGITS = 6;

    Container told(Container container) {
        return new Container(
                container.name(), form.hasNumbers() ? container.template() : "", told(container.children()));
    }

    private List<Related> told(List<Related> items) {
        return items.stream()
                .flatMap(child -> told(child.item()).map(item -> new Related(child.relationship(), item)).stream())
                .toList();
    }

    private Optional<ContentItem> told(ContentItem item) {
        if (item instanceof Container container) {
            return Optional.of(told(container));
        }
        if (item instanceof CodeItem code) {
            return Optional.of(new CodeItem(code.name(), code.value(), told(code.children())));
        }
        if (item instanceof NumItem number && !form.hasNumbers()) {
            return Optional.of(inWords(number));
        }
        if (item instanceof ScoordItem place && !form.hasPlacesOnImages()) {
            return Optional.of(inWords(place));
        }
        return item instanceof Scoord3dItem && !form.hasPlacesInPatient() ? Optional.empty() : Optional.of(item);
    }

    private TextItem inWords(NumItem number) {
        return new TextItem(number.name(), number.value() + " " + number.unit().meaning(), told(number.children()));
    }

    /** Where it lies on the image, and which image that is. */
    private static TextItem inWords(ScoordItem place) {
        String words = "column " + reach(place.points(), 0) + ", row " + reach(place.points(), 1)
                + ", counted from the upper left corner of the image";
        return new TextItem(
                place.name(), words, List.of(Related.inferredFrom(new ImageItem(Optional.empty(), place.image()))));
    }

    private static String reach(double[] points, int first) {
        double[] along = IntStream.range(0, points.length)
                .filter(i -> i % 2 == first)
                .mapToDouble(i -> points[i])
                .sorted()
                .toArray();
        String[] ends = Arrays.stream(new double[] {along[0], along[along.length - 1]})
                .mapToObj(end -> DecimalString.of(end, DIGITS))
                .distinct()
                .toArray(String[]::new);
        return String.join(" to ", ends);
    }
}
