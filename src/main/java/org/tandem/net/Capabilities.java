package org.tandem.net;

import java.util.Arrays;
import java.util.List;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.UserIdentity;
import org.tandem.net.tls.TlsProfile;

/** What this package can do, for the conformance statement (PS3.2): read from what it does it with. */
public final class Capabilities {

    private Capabilities() {}

    /**
     * A service, with the roles that we take.
     *
     * @param note what a reader has to know besides; may be empty
     */
    public record Service(String name, Uid sopClass, boolean scu, boolean scp, String note) {}

    /** The services besides storage. */
    public static List<Service> services() {
        return List.of(
                new Service("Verification", SopClasses.VERIFICATION, true, true, ""),
                new Service(
                        "Storage Commitment Push Model",
                        SopClasses.STORAGE_COMMITMENT_PUSH_MODEL,
                        true,
                        true,
                        "SCU: commitment.destinations; SCP: commitment.requestors, others are answered 0122H"),
                find(QueryRetrieveModel.STUDY_ROOT, "Study Root"),
                move(QueryRetrieveModel.STUDY_ROOT, "Study Root"),
                get(QueryRetrieveModel.STUDY_ROOT, "Study Root"),
                find(QueryRetrieveModel.PATIENT_ROOT, "Patient Root"),
                move(QueryRetrieveModel.PATIENT_ROOT, "Patient Root"),
                get(QueryRetrieveModel.PATIENT_ROOT, "Patient Root"));
    }

    /** The transfer syntaxes in which objects are received, kept and sent on. */
    public static List<TransferSyntax> storageSyntaxes() {
        return TransferSyntaxes.all().stream()
                .filter(ContextNegotiation::holdsWholeObject)
                .toList();
    }

    /** Versions of TLS, the preferred one first. */
    public static List<String> tlsProtocols() {
        return TlsProfile.PROTOCOLS;
    }

    /** Cipher suites, the preferred one first. */
    public static List<String> tlsCipherSuites() {
        return TlsProfile.CIPHER_SUITES;
    }

    /** Ways in which a peer may say who it is (PS3.7 D.3.3.7). */
    public static List<String> userIdentities() {
        return Arrays.stream(UserIdentity.Type.values()).map(Enum::name).toList();
    }

    private static Service find(QueryRetrieveModel model, String name) {
        return new Service(name + " Query/Retrieve - FIND", model.find(), true, false, "tandem find");
    }

    private static Service move(QueryRetrieveModel model, String name) {
        return new Service(name + " Query/Retrieve - MOVE", model.move(), true, false, "tandem move");
    }

    private static Service get(QueryRetrieveModel model, String name) {
        return new Service(
                name + " Query/Retrieve - GET", model.get(), true, false, "tandem get; SCP role of storage classes");
    }
}
