package org.tandem.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateHeader;
import org.tandem.net.pdu.AssociateReject;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.CommonExtendedNegotiation;
import org.tandem.net.pdu.DataTransfer;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.PeerClosedException;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.ReleaseRequest;
import org.tandem.net.pdu.ReleaseResponse;
import org.tandem.net.pdu.RoleSelection;
import org.tandem.net.pdu.UserInformation;
import org.tandem.net.tls.TlsPeer;

/**
 * One association from the requestor's side, opened and released (PS3.8 9.2: states 4 and 5, 6, 7, and 9 and 11 where
 * both ask for release at once). Confined to one thread.
 */
public final class RequestedAssociation {

    private static final Logger log = LoggerFactory.getLogger(RequestedAssociation.class);

    private final Link link;
    private final ScuTimeouts timeouts;
    private final Map<Integer, AcceptedContext> contexts;
    private final List<RoleSelection> roles;
    private final int operations;
    private final MessageReader reader;
    private final MessageWriter writer;

    private RequestedAssociation(Link link, ScuOptions options, AssociateRequest request, AssociateAccept accept)
            throws ProtocolViolation {
        this.link = link;
        this.timeouts = options.timeouts();
        this.contexts = ContextNegotiation.accepted(request.contexts(), accept.contexts());
        this.roles = RoleSelection.granted(request.user().roles(), accept.user().roles());
        this.operations = request.user()
                .items()
                .window()
                .flatMap(offered -> accept.user().items().window().map(offered::agreed))
                .orElse(OperationsWindow.SYNCHRONOUS)
                .invoked();
        this.reader = new MessageReader(link, contexts, options.receive());
        this.writer = MessageWriter.to(link, accept.user());
    }

    public static RequestedAssociation open(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        AssociateRequest request = request(peer, options, proposed);
        Link link = connect(peer, options.timeouts());
        try {
            link.send(request);
            return negotiated(
                    link, options, request, link.await(options.timeouts().acse()));
        } catch (ProtocolViolation e) {
            sendAbort(link, e.reason());
            throw failure("Association with " + peer, e);
        } catch (IOException e) {
            link.close();
            throw failure("Association with " + peer, e);
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    Link link() {
        return link;
    }

    MessageReader reader() {
        return reader;
    }

    MessageWriter writer() {
        return writer;
    }

    Collection<AcceptedContext> contexts() {
        return contexts.values();
    }

    /** How many operations may be outstanding; 0 for any number. */
    int operations() {
        return operations;
    }

    /** Whether we may ask for operations on this SOP class. */
    public boolean mayAsk(Uid sopClass) {
        return role(sopClass).map(RoleSelection::scu).orElse(true);
    }

    /** Whether the peer may ask us for operations on this SOP class: only where that was negotiated. */
    public boolean mayServe(Uid sopClass) {
        return role(sopClass).map(RoleSelection::scp).orElse(false);
    }

    private Optional<RoleSelection> role(Uid sopClass) {
        return roles.stream()
                .filter(role -> role.sopClass().equals(sopClass.value()))
                .findFirst();
    }

    /** The next message; a peer that asks for release instead breaks the operation that is under way. */
    Message next(Duration patience) throws IOException {
        Optional<Message> message = reader().next(patience);
        if (message.isEmpty()) {
            link.send(new ReleaseResponse());
            throw new PeerClosedException("by a release in the middle of an operation");
        }
        return message.get();
    }

    /** Asks for release and waits for it; a peer that asks at the same time is answered. */
    void release() throws IOException {
        link.send(new ReleaseRequest());
        Pdu pdu = link.await(timeouts.acse());
        while (!(pdu instanceof ReleaseResponse)) {
            if (pdu instanceof ReleaseRequest) {
                link.send(new ReleaseResponse());
            } else if (pdu instanceof DataTransfer late) {
                link.in().skipNBytes(late.lengthBytes());
            } else {
                throw new ProtocolViolation(AbortReason.UNEXPECTED_PDU, pdu.type() + ", expected RELEASE_RP");
            }
            pdu = link.await(timeouts.acse());
        }
        link.close();
    }

    public void abort(AbortReason reason) {
        sendAbort(link, reason);
    }

    private static RequestedAssociation negotiated(Link link, ScuOptions options, AssociateRequest request, Pdu answer)
            throws IOException {
        if (answer instanceof AssociateAccept accept) {
            return new RequestedAssociation(link, options, request, accept);
        }
        if (answer instanceof AssociateReject reject) {
            TandemException.Kind kind = reject.result() == AssociateReject.TRANSIENT
                    ? TandemException.Kind.RETRY
                    : TandemException.Kind.REFUSE;
            throw new AssociationException(
                    kind, "Association rejected by " + link.peerHost() + ", " + reject.describe(), null);
        }
        if (answer instanceof Abort abort) {
            throw new PeerAbortedException(abort);
        }
        throw new ProtocolViolation(AbortReason.UNEXPECTED_PDU, answer.type() + ", expected ASSOCIATE_AC or _RJ");
    }

    private static Link connect(Peer peer, ScuTimeouts timeouts) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(peer.host(), peer.port()), (int)
                    timeouts.connect().toMillis());
            Link link = new Link(wire(socket, peer), timeouts.betweenPdus());
            link.handshake(timeouts.acse());
            return link;
        } catch (IOException e) {
            Link.closeQuietly(socket);
            throw failure("Connection to " + peer, e);
        }
    }

    private static Wire wire(Socket socket, Peer peer) throws IOException {
        Optional<TlsPeer> tls = peer.terms().tls();
        return tls.isPresent() ? Wire.requesting(socket, peer, tls.get()) : Wire.plain(socket);
    }

    private static AssociateRequest request(Peer peer, ScuOptions options, Collection<ProposedContext> proposed) {
        if (proposed.isEmpty() || proposed.size() > ProposedContext.MAX_CONTEXTS) {
            throw new TandemException(
                    TandemException.Kind.BUG, proposed.size() + " contexts proposed, expected 1 to 128");
        }
        List<OfferedContext> offered = new ArrayList<>();
        for (ProposedContext context : proposed) {
            List<String> syntaxes = context.syntaxes().stream()
                    .map(TransferSyntax::uid)
                    .map(Object::toString)
                    .toList();
            offered.add(new OfferedContext(
                    2 * offered.size() + 1, context.sopClass().value(), syntaxes));
        }
        UserInformation user = UserInformation.ours(options.receive().maxPduBytes(), items(peer, proposed));
        AssociateHeader header =
                AssociateHeader.of(peer.aeTitle().value(), options.aeTitle().value());
        return new AssociateRequest(header, AssociateRequest.DICOM_APPLICATION_CONTEXT, offered, user);
    }

    private static NegotiatedItems items(Peer peer, Collection<ProposedContext> proposed) {
        return peer.terms()
                .items()
                .withRoles(RoleSelection.wanted(proposed))
                .withCommon(CommonExtendedNegotiation.declared(proposed));
    }

    static AssociationException failure(String what, IOException e) {
        return new AssociationException(TandemException.Kind.RETRY, what + ": " + e.getMessage(), e);
    }

    private static void sendAbort(Link link, AbortReason reason) {
        try {
            link.send(reason.pdu());
        } catch (IOException e) {
            log.debug("Aborting a connection that is gone: {}", e.toString());
        } finally {
            link.close();
        }
    }
}
