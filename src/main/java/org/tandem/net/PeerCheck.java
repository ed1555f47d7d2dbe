package org.tandem.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.ProposedContext;

/**
 * Whether a peer answers, and what it would take: one association that offers what we may ever ask of it, one C-ECHO
 * over it, and its release. Nothing is stored.
 */
public final class PeerCheck {

    private static final List<TransferSyntax> UNCOMPRESSED =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private PeerCheck() {}

    /**
     * What was learnt of a peer.
     *
     * @param answers whether C-ECHO was answered with Success
     * @param roundTrip of the association and the C-ECHO
     * @param takes what was offered and accepted, in words
     * @param refuses what was offered and not accepted, in words
     * @param failure why nothing was learnt; empty where it was
     */
    public record Report(
            boolean answers, Duration roundTrip, List<String> takes, List<String> refuses, String failure) {

        public Report {
            takes = List.copyOf(takes);
            refuses = List.copyOf(refuses);
        }
    }

    /** Asks a peer; never throws for what the peer does. */
    public static Report check(Peer peer, ScuOptions options) {
        long start = System.nanoTime();
        Map<String, Uid> offered = offered();
        List<ProposedContext> proposed = new ArrayList<>();
        proposed.add(ProposedContext.VERIFICATION);
        offered.values().forEach(sopClass -> proposed.add(new ProposedContext(sopClass, UNCOMPRESSED)));
        try (StorageScu scu = StorageScu.open(peer, options, proposed)) {
            StoreResult echo = scu.echo();
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            List<String> takes = new ArrayList<>();
            List<String> refuses = new ArrayList<>();
            offered.forEach((name, sopClass) -> (scu.accepts(sopClass) ? takes : refuses).add(name));
            return new Report(echo.stored(), roundTrip, takes, refuses, echo.stored() ? "" : "C-ECHO: " + echo);
        } catch (TandemException e) {
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            return new Report(false, roundTrip, List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Uid> offered() {
        Map<String, Uid> offered = new LinkedHashMap<>();
        offered.put("SEG", SopClasses.SEGMENTATION_STORAGE);
        offered.put("SR", SopClasses.COMPREHENSIVE_3D_SR_STORAGE);
        offered.put("commitment", SopClasses.STORAGE_COMMITMENT_PUSH_MODEL);
        offered.put("find", QueryRetrieveModel.STUDY_ROOT.find());
        offered.put("move", QueryRetrieveModel.STUDY_ROOT.move());
        offered.put("get", QueryRetrieveModel.STUDY_ROOT.get());
        return offered;
    }
}
