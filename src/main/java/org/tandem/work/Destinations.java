package org.tandem.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tandem.dicom.TandemException;
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

/** The peers that results go to, by the names that routes use. */
public final class Destinations {

    private final Map<String, Peer> peers;
    private final ScuOptions options;
    private final Commitment commitment;

    /** What a peer answered to a request for storage commitment, and its report if that came at once. */
    record Asked(StoreResult answer, Optional<CommitmentResult> result) {}

    /** Where nobody has to commit to anything. */
    public Destinations(Map<String, Peer> peers, ScuOptions options) {
        this(peers, options, Commitment.NONE);
    }

    public Destinations(Map<String, Peer> peers, ScuOptions options, Commitment commitment) {
        this.peers = Map.copyOf(peers);
        this.options = options;
        this.commitment = commitment;
    }

    /** Whether routes may name this destination. */
    public boolean knows(String name) {
        return peers.containsKey(name);
    }

    /** The same, where some have to commit to what they are sent. */
    public Destinations committing(Commitment value) {
        return new Destinations(peers, options, value);
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

    /** Sends results over one association; stops at the first that is not taken. */
    SendOutcome send(String destination, List<ResultRecord> results) {
        Peer peer = peers.get(destination);
        if (peer == null) {
            return new SendOutcome(
                    SendOutcome.Verdict.REFUSED,
                    "No destination \"" + destination + "\" is configured, known are " + peers.keySet());
        }
        List<Path> files = results.stream().map(ResultRecord::file).toList();
        Optional<Path> missing = files.stream().filter(Files::notExists).findFirst();
        if (missing.isPresent()) {
            return new SendOutcome(
                    SendOutcome.Verdict.FAILED,
                    "Result " + missing.get() + ": got no file there, expected the one that was written");
        }
        try (StorageScu scu = open(peer, files)) {
            return send(scu, peer, results);
        } catch (TandemException e) {
            return new SendOutcome(SendOutcome.Verdict.FAILED, peer + " failed: " + e.getMessage());
        }
    }

    private StorageScu open(Peer peer, List<Path> files) {
        return peer.terms().deflate()
                ? StorageScu.deflating(peer, options, files)
                : StorageScu.open(peer, options, ProposedContexts.of(files));
    }

    private static SendOutcome send(StorageScu scu, Peer peer, List<ResultRecord> results) {
        List<String> answers = new ArrayList<>();
        List<StoreResult> refused = new ArrayList<>();
        for (ResultRecord result : results) {
            if (refused.isEmpty()) {
                scu.send(result.file(), answer -> {
                    answers.add(result.kind() + " " + answer);
                    if (!answer.stored()) {
                        refused.add(answer);
                    }
                });
            }
        }
        scu.awaitAnswers();
        return refused.isEmpty()
                ? new SendOutcome(SendOutcome.Verdict.ACCEPTED, String.join(", ", answers))
                : new SendOutcome(verdict(refused.get(0)), peer + " answered " + String.join(", ", answers));
    }

    private static SendOutcome.Verdict verdict(StoreResult answer) {
        return answer.kind() == StoreResult.Kind.RETRYABLE ? SendOutcome.Verdict.FAILED : SendOutcome.Verdict.REFUSED;
    }
}
