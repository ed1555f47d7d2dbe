package org.tandem.net;

import java.util.Optional;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.Rejection;

/** Decides which associations are served (PS3.8 9.3.4), and counts those that are. For many threads. */
final class Admissions {

    private final ScpOptions options;
    private final AdmissionCheck check;
    private final Occupancy occupancy;
    private volatile boolean closed;

    Admissions(ScpOptions options, AdmissionCheck check) {
        this.options = options;
        this.check = check;
        this.occupancy = new Occupancy(options.limits().associations());
    }

    ScpOptions options() {
        return options;
    }

    /** From now on every request is refused as temporary congestion. */
    void close() {
        closed = true;
    }

    /** Frees the place of an association that was admitted. */
    void leave(AssociationInfo association) {
        occupancy.leave(association);
    }

    Verdict judge(long id, AssociateRequest request, String peerHost) {
        Optional<AeTitle> called = title(request.header().called());
        Optional<AeTitle> calling = title(request.header().calling());
        if (!request.header().speaksVersion1()) {
            return new Verdict.Refused(Rejection.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!request.applicationContext().equals(AssociateRequest.DICOM_APPLICATION_CONTEXT)) {
            return new Verdict.Refused(Rejection.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        if (!options.access().promiscuous() && !called.equals(Optional.of(options.aeTitle()))) {
            return new Verdict.Refused(Rejection.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        if (calling.isEmpty() || !options.access().allows(calling.get(), peerHost)) {
            return new Verdict.Refused(Rejection.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        if (!options.access().users().admit(request.user().items().identity())) {
            return new Verdict.Refused(Rejection.PROVIDER_NO_REASON);
        }
        return admit(new AssociationInfo(id, calling.get(), called.orElse(options.aeTitle()), peerHost));
    }

    private Verdict admit(AssociationInfo association) {
        if (closed || !check.admits(association)) {
            return new Verdict.Refused(Rejection.TEMPORARY_CONGESTION);
        }
        return occupancy.enter(association)
                ? new Verdict.Admitted(association)
                : new Verdict.Refused(Rejection.LOCAL_LIMIT_EXCEEDED);
    }

    /** What a peer sent as a title, fit for a log. */
    static String printable(String raw) {
        return raw.replaceAll("[^\\x20-\\x7E]", "?").strip();
    }

    private static Optional<AeTitle> title(String raw) {
        String text = raw.replace('\0', ' ');
        return AeTitle.isValid(text) ? Optional.of(new AeTitle(text)) : Optional.empty();
    }
}
