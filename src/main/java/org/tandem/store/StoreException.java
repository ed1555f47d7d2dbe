package org.tandem.store;

import java.sql.SQLException;
import org.tandem.dicom.TandemException;

/** The database refused, or could not be asked. */
public final class StoreException extends TandemException {

    private static final long serialVersionUID = 1L;

    private StoreException(Kind kind, String message, SQLException cause) {
        super(kind, message, cause);
    }

    static StoreException of(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return new StoreException(
                kind(state), "Database failed with SQL state " + state + ": " + cause.getMessage(), cause);
    }

    /**
     * Values that do not fit (class 22, 23) and statements that are wrong (42) fail again; what is left is the state of
     * the database or the way to it.
     */
    private static Kind kind(String state) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42") ? Kind.BUG : Kind.RETRY;
    }
}
