package org.tandem.net;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.ReleaseResponse;

/**
 * One association from the acceptor's side, on its own thread: the state machine of PS3.8 9.2, laid out as it runs.
 *
 * <p>State 2, waiting for A-ASSOCIATE-RQ: {@link #awaitRequest}. State 3, deciding: {@link #decide}. State 6,
 * established, and 8, release asked: {@link #serve}; no operation can be outstanding when release is asked, so it is
 * answered at once. State 13, waiting for the connection to close: {@link Link#awaitClose}. States 4, 5, 7 and 9 to 12
 * are those of a requestor, or of an acceptor that asks for release, which this one never does.
 */
final class AcceptedAssociation implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(AcceptedAssociation.class);

    private static final int TLS_HANDSHAKE = 0x16;

    private final long id;
    private final Link link;
    private final Admissions admissions;
    private final ScpHandlers handlers;
    private final ScpOptions options;
    private @Nullable Responses responses;

    AcceptedAssociation(long id, Link link, Admissions admissions, ScpHandlers handlers) {
        this.id = id;
        this.link = link;
        this.admissions = admissions;
        this.handlers = handlers;
        this.options = admissions.options();
    }

    /** From any thread: ends the wait between messages; a message that is running goes on to its answer. */
    void stopWaiting() {
        link.stopWaiting();
    }

    /** From any thread: closes the connection under whatever is going on. */
    void cut() {
        link.cut();
    }

    @Override
    public void run() {
        MDC.put("assoc", Long.toString(id));
        try {
            converse();
        } finally {
            link.close();
            MDC.remove("assoc");
        }
    }

    private void converse() {
        try {
            log.debug("{} connected", link.peerHost());
            link.handshake(artim());
            Optional<AssociateRequest> request = awaitRequest();
            if (request.isPresent()) {
                decide(request.get());
            }
        } catch (ProtocolViolation e) {
            log.warn("Connection from {} is no association: {}", link.peerHost(), e.getMessage());
            abort(e.reason());
        } catch (TlsRefusal e) {
            log.warn("Connection from {} closed: {}", link.peerHost(), e.getMessage());
        } catch (IOException e) {
            log.debug("Connection from {} ended without an association: {}", link.peerHost(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Association with {} failed; this is a mistake in the program", link.peerHost(), e);
            abort(AbortReason.NOT_SPECIFIED);
        }
    }

    /** Empty where the peer speaks something else, or goes away without a word as health checks do. */
    private Optional<AssociateRequest> awaitRequest() throws IOException {
        int first = link.awaitFirstByte(artim());
        if (first < 0) {
            return Optional.empty();
        }
        if (first == TLS_HANDSHAKE || isAsciiLetter(first)) {
            log.warn(
                    "{} speaks {} to the DICOM port; closed",
                    link.peerHost(),
                    first == TLS_HANDSHAKE ? "TLS" : "a text protocol such as HTTP");
            return Optional.empty();
        }
        Pdu pdu = link.rest(first);
        if (pdu instanceof AssociateRequest request) {
            return Optional.of(request);
        }
        if (pdu instanceof Abort) {
            return Optional.empty();
        }
        throw new ProtocolViolation(AbortReason.UNEXPECTED_PDU, pdu.type() + ", expected ASSOCIATE_RQ");
    }

    private static boolean isAsciiLetter(int octet) {
        return (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
    }

    private void decide(AssociateRequest request) throws IOException {
        Verdict verdict = admissions.judge(id, request, link.peerHost());
        if (verdict instanceof Verdict.Admitted admitted) {
            run(request, admitted.association());
        } else if (verdict instanceof Verdict.Refused refused) {
            log.info(
                    "Association from {} refused, {}: calling {}, called {}",
                    link.peerHost(),
                    refused.rejection().meaning(),
                    Admissions.printable(request.header().calling()),
                    Admissions.printable(request.header().called()));
            link.send(refused.rejection().pdu());
            link.awaitClose(artim());
        }
    }

    private void run(AssociateRequest request, AssociationInfo association) {
        ContextNegotiation negotiation =
                new ContextNegotiation(options.access(), request.user().items().common(), handlers.commits());
        StoreServices services = new StoreServices(handlers.store(), negotiation::storable, association);
        CommitmentServices commitment = new CommitmentServices(handlers.commitment(), association);
        AssociationEnd end = AssociationEnd.lost("a mistake in the program");
        try {
            end = serve(request, negotiation, new Services(services, commitment));
        } finally {
            if (responses != null) {
                responses.end();
            }
            admissions.leave(association);
            ended(association, end, services);
        }
        if (end.lingers()) {
            link.awaitClose(artim());
        }
    }

    /** What is served on this association. */
    private record Services(StoreServices store, CommitmentServices commitment) {}

    private AssociationEnd serve(AssociateRequest request, ContextNegotiation negotiation, Services services) {
        try {
            List<AnsweredContext> answers = negotiation.answers(
                    request.contexts(), options.limits().associations().contexts());
            Map<Integer, AcceptedContext> contexts = ContextNegotiation.accepted(request.contexts(), answers);
            services.store().negotiated(request.contexts().size(), contexts.size());
            MessageWriter writer = MessageWriter.to(link, request.user());
            Responses replies = Responses.of(writer, Acceptance.operations(request, options), link::cut);
            responses = replies;
            link.send(new Acceptance(options, negotiation).of(request, answers));
            MessageReader reader =
                    new MessageReader(link, contexts, options.limits().receive());
            serve(services, new Messages(reader, writer, replies));
            replies.finish();
            link.send(new ReleaseResponse());
            return AssociationEnd.RELEASED;
        } catch (ProtocolViolation e) {
            return abort(e.reason(), String.valueOf(e.getMessage()));
        } catch (PeerTimeoutException e) {
            return abort(AbortReason.SERVICE_USER, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return link.stopping()
                    ? abort(AbortReason.SERVICE_USER, "the node stops")
                    : AssociationEnd.lost(String.valueOf(e.getMessage()));
        }
    }

    /** The ways in and out. */
    private record Messages(MessageReader reader, MessageWriter writer, Responses replies) {}

    /** Serves message after message until the peer asks for release. */
    private void serve(Services services, Messages messages) throws IOException {
        Optional<Message> message = next(messages);
        while (message.isPresent()) {
            if (services.commitment().takes(message.get())) {
                services.commitment().serve(message.get(), messages.reader(), messages.replies());
            } else {
                services.store().serve(message.get(), messages.reader(), messages.replies());
            }
            messages.replies().awaitRoom();
            services.commitment().reportTo(messages.reader(), messages.writer(), messages.replies());
            message = next(messages);
        }
    }

    private Optional<Message> next(Messages messages) throws IOException {
        return messages.reader().next(options.limits().timeouts().idleAssociation());
    }

    private void ended(AssociationInfo association, AssociationEnd end, StoreServices services) {
        log.info(
                "Association {} {} from {} {}; {}",
                id,
                association.calling(),
                association.peerHost(),
                end.how(),
                services);
        try {
            handlers.store().associationEnded(association, end.released());
        } catch (RuntimeException e) {
            log.error("After association {}; this is a mistake in the program", id, e);
        }
    }

    private AssociationEnd abort(AbortReason reason, String why) {
        if (responses != null) {
            responses.silence();
        }
        try {
            link.send(reason.pdu());
            return AssociationEnd.aborted(why);
        } catch (IOException e) {
            return AssociationEnd.lost(why);
        }
    }

    /** Aborts where there is no association to account for. */
    private void abort(AbortReason reason) {
        if (abort(reason, "").lingers()) {
            link.awaitClose(artim());
        }
    }

    private Duration artim() {
        return options.limits().timeouts().artim();
    }
}
