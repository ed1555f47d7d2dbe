package org.tandem.dicom.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Holds the content tree of a structured report to its template (PS3.16 Annex A): TID 1500 and 2010 with all in them.
 */
final class TemplateCheck {

    private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";
    private static final String KEY_OBJECT_SELECTION = "2010";
    private static final String SEPARATOR = " > ";

    private final CheckNotes notes;

    TemplateCheck(CheckNotes notes) {
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        ContentItem root = new ContentItem(dataSet);
        boolean keyObjects =
                dataSet.string(Tag.SOP_CLASS_UID).filter(KEY_OBJECTS::equals).isPresent();
        Optional<String> identifier = keyObjects ? Optional.of(KEY_OBJECT_SELECTION) : root.template();
        if (root.valueType().isEmpty() || identifier.isEmpty()) {
            return;
        }
        Optional<Templates.Template> template = Templates.find(identifier.get());
        if (template.isEmpty()) {
            notes.add(
                    CheckFinding.Severity.WARNING,
                    root.title(),
                    -1,
                    "follows TID " + identifier.get() + ", which is not among the templates that are checked",
                    "PS3.16 Annex A");
            return;
        }
        TemplateRow row = template.get().rows().get(0);
        if (!row.fits(root)) {
            error(notes, root.title(), "is no root of TID " + identifier.get(), row);
        }
        new TemplateCheck(notes).children(root, row, "");
    }

    private void children(ContentItem parent, TemplateRow above, String place) {
        List<Templates.Slot> slots = Templates.slots(above);
        RowCounts counts = new RowCounts(slots);
        List<ContentItem> children = parent.children();
        Map<String, Long> twins =
                children.stream().collect(Collectors.groupingBy(ContentItem::title, Collectors.counting()));
        Map<String, Integer> numbers = new HashMap<>();
        for (ContentItem child : children) {
            int number = numbers.merge(child.title(), 1, Integer::sum);
            String name = twins.getOrDefault(child.title(), 1L) > 1 ? child.title() + " " + number : child.title();
            child(child, place + name, slots, counts, above);
        }
        counts.report(
                notes, place.isEmpty() ? parent.title() : place.substring(0, place.length() - SEPARATOR.length()));
    }

    private void child(
            ContentItem child, String place, List<Templates.Slot> slots, RowCounts counts, TemplateRow above) {
        Optional<Templates.Slot> fitting = best(child, slots);
        child.wrongNumber()
                .ifPresent(wrong -> notes.add(CheckFinding.Severity.ERROR, place, -1, wrong, "PS3.3 C.18.1"));
        if (fitting.isPresent()) {
            TemplateRow row = fitting.get().row();
            counts.count(fitting.get(), child);
            if (!row.values().isEmpty() && !row.values().contains(child.code())) {
                error(notes, place, "got the code " + child.code() + ", expected one of " + row.values(), row);
            }
            children(child, row, place + SEPARATOR);
            return;
        }
        Optional<Templates.Slot> named =
                slots.stream().filter(slot -> slot.row().names(child)).findFirst();
        if (named.isPresent()) {
            counts.count(named.get(), child);
            error(notes, place, misfit(child, named.get().row()), named.get().row());
        } else if (!Templates.isExtensible(above.template())) {
            error(notes, place, "is not of this template, which may not be extended", above);
        }
    }

    private static String misfit(ContentItem child, TemplateRow row) {
        return row.valueTypes().contains(child.valueType())
                ? "got the relationship " + child.relationship() + ", expected " + words(row.relationships())
                : "got the value type " + child.valueType() + ", expected " + words(row.valueTypes());
    }

    private static String words(Iterable<String> values) {
        return String.join(" or ", values);
    }

    /**
     * The row that the item follows: one that names its concept before one of any; of alternatives, the one it says.
     */
    private Optional<Templates.Slot> best(ContentItem child, List<Templates.Slot> slots) {
        List<Templates.Slot> fitting =
                slots.stream().filter(slot -> slot.row().fits(child)).toList();
        List<Templates.Slot> naming =
                fitting.stream().filter(slot -> slot.row().names(child)).toList();
        List<Templates.Slot> candidates = naming.isEmpty() ? fitting : naming;
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        return candidates.stream()
                .filter(slot ->
                        child.template().filter(slot.row().template()::equals).isPresent())
                .findFirst()
                .or(() -> candidates.stream().min(Comparator.comparingInt(slot -> errors(child, slot.row()))));
    }

    private static int errors(ContentItem child, TemplateRow row) {
        CheckNotes trial = new CheckNotes();
        new TemplateCheck(trial).children(child, row, "");
        return trial.report().errors().size();
    }

    static void error(CheckNotes notes, String place, String message, TemplateRow row) {
        notes.add(CheckFinding.Severity.ERROR, place, -1, message, row.section());
    }
}
