package org.tandem.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tandem.ingest.InstanceIdentity;
import org.tandem.ingest.Origin;
import org.tandem.ingest.ReceivedInstance;
import org.tandem.ingest.StoredContent;

/** Puts an instance into the thirteen parameters that its tables share. */
final class InstanceRows {

    static final String COLUMNS = "sop_instance_uid, sop_class_uid, study_uid, series_uid, modality, calling_ae,"
            + " called_ae, peer_host, arrived_at, sha256, size_bytes, syntax_uid, path";

    private static final int MAX_HOST_LENGTH = 255;

    private InstanceRows() {}

    static void bind(PreparedStatement statement, ReceivedInstance instance) throws SQLException {
        InstanceIdentity identity = instance.identity();
        statement.setString(1, identity.sopInstance().value());
        statement.setString(2, identity.sopClass().value());
        statement.setString(3, identity.study().value());
        statement.setString(4, identity.series().value());
        statement.setString(5, instance.modality());
        bind(statement, instance.origin());
        StoredContent content = instance.content();
        statement.setString(10, content.digest().hex());
        statement.setLong(11, content.sizeBytes());
        statement.setString(12, content.syntax().value());
        statement.setString(13, content.path());
    }

    private static void bind(PreparedStatement statement, Origin origin) throws SQLException {
        String host = origin.association().peerHost();
        statement.setString(6, origin.association().calling().value());
        statement.setString(7, origin.association().called().value());
        statement.setString(8, host.length() > MAX_HOST_LENGTH ? host.substring(0, MAX_HOST_LENGTH) : host);
        statement.setObject(9, OffsetDateTime.ofInstant(origin.arrivedAt(), ZoneOffset.UTC));
    }
}
