package org.tandem.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.result.iod.ResultKind;
import org.tandem.work.DeliveryId;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.DeliveryState;
import org.tandem.work.JobId;
import org.tandem.work.JobOrder;
import org.tandem.work.JobRecord;
import org.tandem.work.JobState;
import org.tandem.work.ResultRecord;
import org.tandem.work.Wishes;

/** Makes the values of work of their rows. */
final class WorkRows {

    private WorkRows() {}

    static JobRecord job(ResultSet row) throws SQLException {
        JobOrder order = new JobOrder(
                new Uid(row.getString("series_uid")),
                row.getInt("revision"),
                new ModelName(row.getString("model_name"), row.getString("model_version")),
                new JobOrder.RouteTaken(
                        row.getString("rule"),
                        row.getInt("priority"),
                        split(row.getString("destinations")),
                        Wishes.parse(row.getString("wishes"), row.getBoolean("report_not_processed"))));
        JobRecord.Times times = new JobRecord.Times(
                instant(row, "ordered_at").orElseThrow(), instant(row, "begun_at"), instant(row, "ended_at"));
        return new JobRecord(
                order,
                JobState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("message"),
                times);
    }

    static ResultRecord result(ResultSet row) throws SQLException {
        return new ResultRecord(
                ResultKind.valueOf(row.getString("kind")),
                new Uid(row.getString("sop_class_uid")),
                new Uid(row.getString("sop_instance_uid")),
                Path.of(row.getString("file")));
    }

    static DeliveryRecord delivery(ResultSet row) throws SQLException {
        return new DeliveryRecord(
                new DeliveryId(new JobId(row.getString("job_id")), row.getString("destination")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("message"),
                instant(row, "changed_at").orElseThrow());
    }

    static List<String> split(String destinations) {
        return Arrays.stream(destinations.split(",")).filter(s -> !s.isEmpty()).toList();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(value).map(OffsetDateTime::toInstant);
    }
}
