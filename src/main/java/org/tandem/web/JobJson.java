package org.tandem.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.JobRecord;
import org.tandem.work.ResultRecord;

/** Jobs as JSON: what {@code tandem jobs} reads. */
final class JobJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JobJson() {}

    static String of(List<JobRecord> jobs) {
        ArrayNode array = MAPPER.createArrayNode();
        jobs.forEach(job -> array.add(node(job)));
        return array.toPrettyString();
    }

    static String of(JobRecord.Detail detail) {
        ObjectNode node = node(detail.job());
        ArrayNode results = node.putArray("results");
        for (ResultRecord result : detail.results()) {
            results.addObject()
                    .put("kind", result.kind().name())
                    .put("sop_instance_uid", result.sopInstance().value())
                    .put("file", result.file().toString());
        }
        ArrayNode deliveries = node.putArray("deliveries");
        for (DeliveryRecord delivery : detail.deliveries()) {
            deliveries
                    .addObject()
                    .put("destination", delivery.id().destination())
                    .put("state", delivery.state().name())
                    .put("attempts", delivery.attempts())
                    .put("message", delivery.message());
        }
        return node.toPrettyString();
    }

    private static ObjectNode node(JobRecord job) {
        return MAPPER.createObjectNode()
                .put("id", job.id().value())
                .put("state", job.state().name())
                .put("series_uid", job.order().series().value())
                .put("revision", job.order().revision())
                .put("model", job.order().model().toString())
                .put("rule", job.order().route().rule())
                .put("priority", job.order().route().priority())
                .put("attempts", job.attempts())
                .put("message", job.message())
                .put("ordered", job.times().ordered().toString())
                .put("ended", job.times().ended().map(Instant::toString).orElse(""));
    }
}
