package org.tandem.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;

/**
 * Asks Quartz's tables for what is to run next: of all that is due, what has the highest priority, and of that what was
 * due first. Quartz itself looks at the time first, so that priority counts among triggers of one millisecond only.
 *
 * <p>Public because Quartz makes it by its name.
 */
public final class UrgentFirst extends PostgreSQLDelegate {

    private static final String NEXT =
            """
            SELECT trigger_name, trigger_group FROM {0}triggers
            WHERE sched_name = {1} AND trigger_state = ? AND next_fire_time <= ?
                AND (misfire_instr = -1 OR next_fire_time >= ?)
            ORDER BY CASE WHEN next_fire_time <= ? THEN -priority ELSE 1 END, next_fire_time
            """;

    @Override
    public List<TriggerKey> selectTriggerToAcquire(
            Connection connection, long noLaterThan, long noEarlierThan, int maxCount) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(rtp(NEXT))) {
            statement.setMaxRows(Math.max(1, maxCount));
            statement.setString(1, STATE_WAITING);
            statement.setLong(2, noLaterThan);
            statement.setLong(3, noEarlierThan);
            statement.setLong(4, System.currentTimeMillis());
            try (ResultSet rows = statement.executeQuery()) {
                List<TriggerKey> keys = new ArrayList<>();
                while (rows.next()) {
                    keys.add(new TriggerKey(rows.getString(1), rows.getString(2)));
                }
                return keys;
            }
        }
    }
}
