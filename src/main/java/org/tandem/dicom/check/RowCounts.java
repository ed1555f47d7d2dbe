package org.tandem.dicom.check;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How often each row of a template stands among the children of one content item, and what is missing or too much. */
final class RowCounts {

    private final List<Templates.Slot> slots;
    private final Map<Templates.Slot, Integer> counts = new IdentityHashMap<>();
    private final Set<String> present = new HashSet<>();

    RowCounts(List<Templates.Slot> slots) {
        this.slots = slots;
    }

    void count(Templates.Slot slot, ContentItem child) {
        counts.merge(slot, 1, Integer::sum);
        present.add(child.concept());
        present.add(child.concept() + " = " + child.code());
    }

    /** Says what is wrong with the numbers of items below this place. */
    void report(CheckNotes notes, String place) {
        Set<String> choices = new HashSet<>();
        for (Templates.Slot slot : slots) {
            TemplateRow row = slot.row();
            int count = counts.getOrDefault(slot, 0);
            if (count > row.most()) {
                String much = name(row) + " stands " + count + " times, expected " + row.most() + " at most";
                TemplateCheck.error(notes, place, much, row);
            }
            if (count == 0 && row.type().equals("M") && included(slot)) {
                TemplateCheck.error(notes, place, "no " + name(row), row);
            }
            if (row.type().equals("MC") && isChoice(row) && included(slot) && choices.add(row.condition())) {
                choice(notes, place, row);
            }
        }
    }

    /** Whether the templates that the row came with are asked for here. */
    private boolean included(Templates.Slot slot) {
        return slot.includes().stream().allMatch(include -> switch (include.type()) {
            case "M" -> true;
            case "MC" -> holds(include.condition());
            default -> isUsed(include);
        });
    }

    /** Whether something of an optional template is there, other than by rows for anything. */
    private boolean isUsed(TemplateRow include) {
        return counts.keySet().stream()
                .anyMatch(slot -> slot.includes().contains(include)
                        && !slot.row().concepts().contains(TemplateRow.ANY));
    }

    private boolean holds(String condition) {
        return condition.startsWith("unless ")
                ? !present.contains(condition.substring("unless ".length()))
                : present.contains(condition.substring("if ".length()));
    }

    private static boolean isChoice(TemplateRow row) {
        return row.condition().startsWith("one ") || row.condition().startsWith("some ");
    }

    private void choice(CheckNotes notes, String place, TemplateRow row) {
        int when = row.condition().indexOf(" if ");
        if (when >= 0 && !present.contains(row.condition().substring(when + " if ".length()))) {
            return;
        }
        List<Templates.Slot> alternatives = slots.stream()
                .filter(slot -> slot.row().condition().equals(row.condition()))
                .toList();
        List<Templates.Slot> there =
                alternatives.stream().filter(counts::containsKey).toList();
        if (there.isEmpty()) {
            TemplateCheck.error(notes, place, "none of " + names(alternatives), row);
        } else if (there.size() > 1 && row.condition().startsWith("one ")) {
            TemplateCheck.error(notes, place, names(there) + " together, expected one of them", row);
        }
    }

    private static String names(List<Templates.Slot> slots) {
        return slots.stream().map(slot -> name(slot.row())).collect(Collectors.joining(", "));
    }

    private static String name(TemplateRow row) {
        String concept = row.concepts().get(0);
        return concept.length() > 1 ? Templates.meaning(concept) : String.join(" or ", row.valueTypes());
    }
}
