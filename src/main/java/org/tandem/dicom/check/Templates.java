package org.tandem.dicom.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandem.dicom.StandardTable;
import org.tandem.dicom.TandemException;

/** The templates of structured reports (PS3.16 Annex A) that are checked, read from their table. */
final class Templates {

    /** A template: the rows that have no other above them. */
    record Template(String identifier, String name, boolean extensible, List<TemplateRow> rows) {}

    private static final int CELLS = 3;
    private static final Map<String, String> MEANINGS = new HashMap<>();
    private static final Map<String, Template> TEMPLATES = load();

    private Templates() {}

    static Optional<Template> find(String identifier) {
        return Optional.ofNullable(TEMPLATES.get(identifier));
    }

    private static Map<String, Template> load() {
        Map<String, Template> templates = new HashMap<>();
        Deque<TemplateRow> above = new ArrayDeque<>();
        for (String[] cells : StandardTable.rows("check/templates.tsv", CELLS)) {
            if (cells[0].equals("concept")) {
                MEANINGS.put(cells[1], cells[2]);
            } else if (cells[1].equals("name")) {
                boolean extensible = cells[3].equals("E");
                templates.put(cells[0], new Template(cells[0], cells[2], extensible, new ArrayList<>()));
                above.clear();
            } else {
                int depth = Integer.parseInt(cells[2]);
                while (above.size() > depth) {
                    above.pop();
                }
                TemplateRow row = row(cells);
                (depth == 0
                                ? known(templates, cells[0]).rows()
                                : above.element().below())
                        .add(row);
                above.push(row);
            }
        }
        return templates;
    }

    private static TemplateRow row(String[] cells) {
        return new TemplateRow(
                cells[0],
                cells[1],
                set(cells[3]),
                set(cells[4]),
                List.of(cells[5].split("\\|", -1)),
                cells[7].equals("n") ? Integer.MAX_VALUE : Integer.parseInt(cells[7]),
                cells[8],
                cells[9],
                set(cells[10]),
                new ArrayList<>());
    }

    private static Set<String> set(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split("\\|", -1));
    }

    private static Template known(Map<String, Template> templates, String identifier) {
        return Optional.ofNullable(templates.get(identifier))
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.BUG, "The table of templates has no template " + identifier));
    }

    static boolean isExtensible(String identifier) {
        return known(TEMPLATES, identifier).extensible();
    }

    /** What people call a concept; its code where the table does not say. */
    static String meaning(String concept) {
        return MEANINGS.getOrDefault(concept, concept);
    }

    /** A row as it stands among the children of an item, behind the INCLUDE rows that brought it there. */
    record Slot(TemplateRow row, List<TemplateRow> includes) {}

    /** The rows for the children of an item, those of included templates in place of their INCLUDE. */
    static List<Slot> slots(TemplateRow parent) {
        List<Slot> slots = new ArrayList<>();
        parent.below().forEach(row -> add(row, List.of(), slots));
        return slots;
    }

    private static void add(TemplateRow row, List<TemplateRow> includes, List<Slot> slots) {
        if (!row.isInclude()) {
            slots.add(new Slot(row, includes));
            return;
        }
        List<TemplateRow> deeper = new ArrayList<>(includes);
        deeper.add(row);
        for (TemplateRow inner : known(TEMPLATES, row.concepts().get(0)).rows()) {
            add(inner.as(row), deeper, slots);
        }
    }
}
