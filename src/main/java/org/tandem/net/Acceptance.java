package org.tandem.net;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateHeader;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.ExtendedNegotiation;
import org.tandem.net.pdu.NegotiatedItems;
import org.tandem.net.pdu.OperationsWindow;
import org.tandem.net.pdu.UserInformation;

/**
 * The A-ASSOCIATE-AC to a request that was admitted (PS3.8 9.3.3): its header is echoed, and each item that the
 * standard lets an acceptor answer is answered.
 */
final class Acceptance {

    private final ScpOptions options;
    private final ContextNegotiation negotiation;

    Acceptance(ScpOptions options, ContextNegotiation negotiation) {
        this.options = options;
        this.negotiation = negotiation;
    }

    AssociateAccept of(AssociateRequest request, List<AnsweredContext> answers) {
        AssociateHeader header = request.header();
        return new AssociateAccept(
                new AssociateHeader(1, header.called(), header.calling(), header.reserved()),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                answers,
                UserInformation.ours(
                        options.limits().receive().maxPduBytes(),
                        items(request.user().items())));
    }

    /** How many operations the requestor may have outstanding, once this request is accepted. */
    static int operations(AssociateRequest request, ScpOptions options) {
        return request.user()
                .items()
                .window()
                .map(window -> answered(window, options).invoked())
                .orElse(1);
    }

    private NegotiatedItems items(NegotiatedItems asked) {
        return new NegotiatedItems(
                asked.roles().stream().map(ContextNegotiation::role).toList(),
                asked.window().map(window -> answered(window, options)),
                asked.extended().stream()
                        .map(ExtendedNegotiation::sopClass)
                        .filter(sopClass -> Uid.isValid(sopClass) && negotiation.storable(Uid.of(sopClass)))
                        .map(ExtendedNegotiation::ofStorage)
                        .toList(),
                List.of(),
                Optional.empty(),
                asked.identity()
                        .filter(identity -> identity.answerWanted()
                                && options.access().users().judged())
                        .map(identity -> ""));
    }

    private static OperationsWindow answered(OperationsWindow offered, ScpOptions options) {
        return offered.answer(options.limits().associations().operations());
    }
}
