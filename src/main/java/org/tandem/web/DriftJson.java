package org.tandem.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tandem.drift.DriftLine;
import org.tandem.drift.Tally;

/** What changed, as JSON: what {@code tandem drift} reads. */
final class DriftJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DriftJson() {}

    static String of(List<DriftLine> lines) {
        ArrayNode array = MAPPER.createArrayNode();
        lines.forEach(line -> array.add(node(line)));
        return array.toPrettyString();
    }

    private static ObjectNode node(DriftLine line) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("model", line.now().model().toString())
                .put("scanner", line.now().scanner().toString())
                .put("quantity", line.now().quantity())
                .put("changed", line.hasChanged())
                .put("differs_from_manifest", line.differsFromManifest())
                .put("in_words", line.inWords());
        node.set("now", node(line.now().tally()));
        node.set("before", node(line.before()));
        line.test().ifPresent(test -> node.put("distance", test.distance()).put("probability", test.probability()));
        line.manifest().ifPresent(errors -> node.put("standard_errors_from_manifest", errors));
        return node;
    }

    private static ObjectNode node(Tally tally) {
        return MAPPER.createObjectNode()
                .put("n", tally.count())
                .put("mean", tally.mean())
                .put("deviation", tally.deviation())
                .put("median", tally.sketch().quantile(0.5));
    }
}
