package org.tandem.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.dicom.Uid;
import org.tandem.work.DeliveryId;
import org.tandem.work.JobId;
import org.tandem.work.JobOutcome;
import org.tandem.work.Parcel;
import org.tandem.work.ResultRecord;

/** The rows of what was made by a job, and of who gets which of it; inside a transaction of the caller's. */
final class DeliveryRows {

    private DeliveryRows() {}

    /** Results of a job and one delivery for each of its destinations; what is there from an earlier run goes. */
    static void file(Connection connection, JobId id, JobOutcome.Filed filed, OffsetDateTime now) throws SQLException {
        for (String table : List.of("delivery_part", "delivery", "result")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE job_id = ?", id.value());
        }
        for (ResultRecord result : filed.results()) {
            Sql.update(
                    connection,
                    "INSERT INTO result (job_id, sop_instance_uid, sop_class_uid, kind, file) VALUES (?, ?, ?, ?, ?)",
                    id.value(),
                    result.sopInstance().value(),
                    result.sopClass().value(),
                    result.kind().name(),
                    result.file().toString());
        }
        List<String> destinations =
                Sql.query(connection, row -> row.getString(1), "SELECT destinations FROM job WHERE id = ?", id.value());
        for (String destination : WorkRows.split(destinations.get(0))) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO delivery (job_id, destination, state, attempts, message, changed_at)
                    VALUES (?, ?, 'WAITING', 0, '', ?)
                    """,
                    id.value(),
                    destination,
                    now);
            fill(connection, id, parcel(destination, filed));
        }
    }

    private static Parcel parcel(String destination, JobOutcome.Filed filed) {
        List<Uid> all = filed.results().stream().map(ResultRecord::sopInstance).toList();
        return filed.parcels().stream()
                .filter(parcel -> parcel.destination().equals(destination))
                .findFirst()
                .orElse(new Parcel(destination, List.of(all)));
    }

    private static void fill(Connection connection, JobId id, Parcel parcel) throws SQLException {
        for (int rendition = 0; rendition < parcel.renditions().size(); rendition++) {
            List<Uid> instances = parcel.renditions().get(rendition);
            for (int place = 0; place < instances.size(); place++) {
                Sql.update(
                        connection,
                        """
                        INSERT INTO delivery_part (job_id, destination, rendition, place, sop_instance_uid)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                        id.value(),
                        parcel.destination(),
                        rendition,
                        place,
                        instances.get(place).value());
            }
        }
    }

    private record Part(int rendition, ResultRecord result) {}

    static List<List<ResultRecord>> renditions(Connection connection, DeliveryId id) throws SQLException {
        List<Part> parts = Sql.query(
                connection,
                row -> new Part(row.getInt("rendition"), WorkRows.result(row)),
                """
                SELECT p.rendition, r.* FROM delivery_part p
                JOIN result r ON r.job_id = p.job_id AND r.sop_instance_uid = p.sop_instance_uid
                WHERE p.job_id = ? AND p.destination = ? ORDER BY p.rendition, p.place
                """,
                id.job().value(),
                id.destination());
        Map<Integer, List<ResultRecord>> byRendition = new TreeMap<>();
        parts.forEach(part -> byRendition
                .computeIfAbsent(part.rendition(), rendition -> new ArrayList<>())
                .add(part.result()));
        return List.copyOf(byRendition.values());
    }

    static List<ResultRecord> takenBy(Connection connection, DeliveryId id) throws SQLException {
        return Sql.query(
                connection,
                WorkRows::result,
                """
                SELECT r.* FROM result r WHERE r.job_id = ? AND r.sop_instance_uid IN (
                    SELECT p.sop_instance_uid FROM delivery_part p
                    WHERE p.job_id = ? AND p.destination = ? AND p.taken)
                ORDER BY r.kind, r.sop_instance_uid
                """,
                id.job().value(),
                id.job().value(),
                id.destination());
    }

    static void taken(Connection connection, DeliveryId id, List<Uid> instances) throws SQLException {
        Sql.update(
                connection,
                "UPDATE delivery_part SET taken = FALSE WHERE job_id = ? AND destination = ?",
                id.job().value(),
                id.destination());
        for (Uid instance : instances) {
            Sql.update(
                    connection,
                    """
                    UPDATE delivery_part SET taken = TRUE
                    WHERE job_id = ? AND destination = ? AND sop_instance_uid = ?
                    """,
                    id.job().value(),
                    id.destination(),
                    instance.value());
            Sql.update(
                    connection,
                    """
                    INSERT INTO past_taking (sop_instance_uid, destination)
                    SELECT sop_instance_uid, ? FROM past_result WHERE sop_instance_uid = ? ON CONFLICT DO NOTHING
                    """,
                    id.destination(),
                    instance.value());
        }
    }
}
