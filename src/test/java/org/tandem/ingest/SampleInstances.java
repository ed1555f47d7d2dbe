package org.tandem.ingest;

import java.time.Instant;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationInfo;

/** Instances as they would have been received, for tests of rows. */
public final class SampleInstances {

    public static final AssociationInfo ASSOCIATION =
            new AssociationInfo(7, new AeTitle("SCANNER"), new AeTitle("TANDEM"), "192.0.2.1");
    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
    private static final long SIZE_BYTES = 1000;

    private SampleInstances() {}

    /** Instance n of series s; its content follows from n. */
    public static ReceivedInstance instance(int s, int n) {
        return instance(s, n, "content " + n, NOON);
    }

    public static ReceivedInstance instance(int s, int n, String content, Instant arrivedAt) {
        InstanceIdentity identity =
                new InstanceIdentity(CT, new Uid("1.2.3.4." + s + "." + n), new Uid("1.2.3.1"), series(s));
        return new ReceivedInstance(
                identity,
                "CT",
                new Origin(ASSOCIATION, arrivedAt),
                new StoredContent(
                        digest(content),
                        SIZE_BYTES,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                        Spool.pathOf(identity)));
    }

    public static Uid series(int s) {
        return new Uid("1.2.3.4." + s);
    }

    public static Sha256 digest(String content) {
        var digest = Sha256.newDigest();
        digest.update(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Sha256.of(digest);
    }
}
