package org.tandem.series;

import org.tandem.dicom.Uid;

/** A series as the database knows it. No patient's identity: that stays in the files. */
public record SeriesRecord(
        SeriesIdentity identity, SeriesSource source, SeriesArrivals arrivals, SeriesStanding standing) {

    public Uid uid() {
        return identity.series();
    }

    public SeriesState state() {
        return standing.state();
    }

    public int revision() {
        return standing.revision();
    }
}
