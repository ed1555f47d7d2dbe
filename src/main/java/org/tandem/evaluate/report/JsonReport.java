package org.tandem.evaluate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tandem.dicom.TandemException;

/** Writes a report as JSON: facts, notes, and each measure with value, interval and n; what has no value is null. */
public final class JsonReport {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** The document. */
    public static String of(Report report) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", report.title());
        ObjectNode facts = root.putObject("facts");
        report.facts().forEach(facts::put);
        ArrayNode notes = root.putArray("notes");
        report.notes().forEach(notes::add);
        ArrayNode sections = root.putArray("sections");
        for (Report.Section section : report.sections()) {
            ObjectNode node = sections.addObject().put("title", section.title());
            addRows(node, section.rows());
            section.details().groups().forEach(groups -> addGroups(node, groups));
        }
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new TandemException(TandemException.Kind.BUG, "Report cannot be written as JSON", e);
        }
    }

    private static void addGroups(ObjectNode node, Report.Groups groups) {
        ObjectNode by = node.putObject("by_" + groups.column());
        for (Report.Group group : groups.groups()) {
            addRows(by.putObject(group.value()), group.rows());
        }
    }

    private static void addRows(ObjectNode node, List<Report.Row> rows) {
        ArrayNode measures = node.putArray("measures");
        for (Report.Row row : rows) {
            ObjectNode one = measures.addObject().put("measure", row.measure());
            put(one, "value", row.estimate().value());
            put(one, "low", row.estimate().interval().low());
            put(one, "high", row.estimate().interval().high());
            one.put("n", row.estimate().n());
            if (!row.unit().isEmpty()) {
                one.put("unit", row.unit());
            }
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
