package org.tandem.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.CommitmentReporter;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.Peer;
import org.tandem.net.ProposedContexts;
import org.tandem.net.ScuOptions;
import org.tandem.net.StorageCommitmentScu;
import org.tandem.net.StorageScu;
import org.tandem.net.StoreResult;
import org.tandem.result.sr.ReportForm;

/** The peers that results go to, by the names that routes use. */
public final class Destinations {

    private final Map<String, Peer> peers;
    private final ScuOptions options;
    private final Commitment commitment;
    private final Map<String, DestinationTerms> terms;

    /** What peers took when they were last sent something; others may or may not. */
    private final Set<Taking> known = ConcurrentHashMap.newKeySet();

    private record Taking(String destination, Uid sopClass) {}

    /** What a peer answered to a request for storage commitment, and its report if that came at once. */
    record Asked(StoreResult answer, Optional<CommitmentResult> result) {}

    /** Where nobody has to commit to anything. */
    public Destinations(Map<String, Peer> peers, ScuOptions options) {
        this(peers, options, Commitment.NONE);
    }

    public Destinations(Map<String, Peer> peers, ScuOptions options, Commitment commitment) {
        this(peers, options, commitment, Map.of());
    }

    private Destinations(
            Map<String, Peer> peers, ScuOptions options, Commitment commitment, Map<String, DestinationTerms> terms) {
        this.peers = Map.copyOf(peers);
        this.options = options;
        this.commitment = commitment;
        this.terms = Map.copyOf(terms);
    }

    /** Whether routes may name this destination. */
    public boolean knows(String name) {
        return peers.containsKey(name);
    }

    /** The same, where some have to commit to what they are sent. */
    public Destinations committing(Commitment value) {
        return new Destinations(peers, options, value, terms);
    }

    /** The same, where some are sent something else than usual. */
    public Destinations sending(Map<String, DestinationTerms> value) {
        return new Destinations(peers, options, commitment, value);
    }

    DestinationTerms terms(String name) {
        return terms.getOrDefault(name, DestinationTerms.USUAL);
    }

    /** Whether it took this class when it was last offered, since the node started. */
    boolean isKnownToTake(String name, Uid sopClass) {
        return known.contains(new Taking(name, sopClass));
    }

    /** The forms of report that it may take, the richest first: up to the first that it is known to take. */
    List<ReportForm> reportForms(String name) {
        List<ReportForm> forms = new ArrayList<>();
        for (ReportForm form : ReportForm.values()) {
            forms.add(form);
            if (isKnownToTake(name, form.sopClass())) {
                break;
            }
        }
        return forms;
    }

    /** Whether a delivery to this destination is done only when it has committed to it. */
    boolean commits(String name) {
        return commitment.destinations().contains(name);
    }

    Commitment commitment() {
        return commitment;
    }

    /** Asks a destination to commit, and listens for a while for its report. Throws where it cannot be asked. */
    Asked askToCommit(String destination, CommitmentRequest request) {
        Peer peer = Objects.requireNonNull(peers.get(destination), destination);
        try (StorageCommitmentScu scu = StorageCommitmentScu.open(peer, options)) {
            StoreResult answer = scu.request(request);
            return new Asked(
                    answer,
                    answer.stored()
                            ? scu.awaitResult(request.transaction(), commitment.overSameAssociation())
                            : Optional.empty());
        }
    }

    /** The name of who calls itself so, if it may ask us to commit. */
    Optional<String> requestor(AeTitle calling) {
        return commitment.requestors().stream()
                .filter(name ->
                        Objects.requireNonNull(peers.get(name), name).aeTitle().equals(calling))
                .findFirst();
    }

    /** Reports what we commit to over an association of ours. Throws where the peer cannot be reached. */
    StoreResult report(String destination, CommitmentResult result) {
        Peer peer = peers.get(destination);
        if (peer == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Destination: got \"" + destination + "\", expected one of " + peers.keySet());
        }
        return new CommitmentReporter(options).report(peer, result);
    }

    /** Sends one of the renditions over one association. */
    SendOutcome send(String destination, List<List<ResultRecord>> renditions) {
        Peer peer = peers.get(destination);
        if (peer == null) {
            return new SendOutcome(
                    SendOutcome.Verdict.REFUSED,
                    "No destination \"" + destination + "\" is configured, known are " + peers.keySet());
        }
        List<ResultRecord> results =
                renditions.stream().flatMap(List::stream).distinct().toList();
        if (results.isEmpty()) {
            return new SendOutcome(
                    SendOutcome.Verdict.ACCEPTED, "nothing was found of what is sent here: nothing to send");
        }
        List<Path> files = results.stream().map(ResultRecord::file).toList();
        Optional<Path> missing = files.stream().filter(Files::notExists).findFirst();
        if (missing.isPresent()) {
            return new SendOutcome(
                    SendOutcome.Verdict.FAILED,
                    "Result " + missing.get() + ": got no file there, expected the one that was written");
        }
        try (StorageScu scu = open(peer, files)) {
            results.forEach(result -> learn(destination, result.sopClass(), scu));
            return told(peer, new Shipment(scu, terms(destination).segmentationLimitBytes()).send(renditions));
        } catch (TandemException e) {
            return new SendOutcome(SendOutcome.Verdict.FAILED, peer + " failed: " + e.getMessage());
        }
    }

    private StorageScu open(Peer peer, List<Path> files) {
        return peer.terms().deflate()
                ? StorageScu.deflating(peer, options, files)
                : StorageScu.open(peer, options, ProposedContexts.of(files));
    }

    private void learn(String destination, Uid sopClass, StorageScu scu) {
        Taking taking = new Taking(destination, sopClass);
        boolean unused = scu.accepts(sopClass) ? known.add(taking) : known.remove(taking);
    }

    private static SendOutcome told(Peer peer, SendOutcome outcome) {
        return outcome.verdict() == SendOutcome.Verdict.ACCEPTED
                ? outcome
                : new SendOutcome(
                        outcome.verdict(), peer + " answered " + outcome.message(), outcome.taken(), outcome.leftOut());
    }
}
