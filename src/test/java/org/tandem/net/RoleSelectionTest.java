package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.Abort;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.Role;
import org.tandem.net.pdu.RoleSelection;

/** Which roles a requestor asks for, and which it then has. */
class RoleSelectionTest {

    private static final Uid MR_IMAGE = Uid.of("1.2.840.10008.5.1.4.1.1.4");
    private static final Uid CT_IMAGE = Uid.of("1.2.840.10008.5.1.4.1.1.2");
    private static final List<TransferSyntax> SYNTAXES = List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    @Test
    void anScuAsksForNoRole() {
        assertThat(RoleSelection.wanted(List.of(new ProposedContext(MR_IMAGE, SYNTAXES))))
                .isEmpty();
    }

    @Test
    void oneItemIsSentForASopClassInSeveralContexts() {
        ProposedContext implicit = new ProposedContext(MR_IMAGE, SYNTAXES, Role.SCP);
        ProposedContext explicit =
                new ProposedContext(MR_IMAGE, List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Role.SCP);
        assertThat(RoleSelection.wanted(List.of(implicit, explicit)))
                .containsExactly(new RoleSelection(MR_IMAGE.value(), false, true));
    }

    @Test
    void nothingIsGrantedThatWasNotAskedFor() {
        RoleSelection wanted = new RoleSelection(MR_IMAGE.value(), false, true);
        List<RoleSelection> answered = List.of(
                new RoleSelection(MR_IMAGE.value(), true, true), new RoleSelection(CT_IMAGE.value(), true, true));
        assertThat(RoleSelection.granted(List.of(wanted), answered)).containsExactly(wanted);
    }

    @Test
    void theRoleOfScpIsOursWhereThePeerGrantsItAndNowhereElse() throws IOException {
        try (ScriptedAcceptor acceptor = new ScriptedAcceptor(peer -> {
            AssociateRequest request =
                    ScriptedAcceptor.accept(peer, 16_384, List.of(new RoleSelection(MR_IMAGE.value(), false, true)));
            assertThat(request.user().roles())
                    .containsExactly(
                            new RoleSelection(MR_IMAGE.value(), false, true),
                            new RoleSelection(CT_IMAGE.value(), true, true));
            assertThat(peer.read()).isInstanceOf(Abort.class);
        })) {
            RequestedAssociation association = RequestedAssociation.open(
                    acceptor.peer(),
                    ScuOptions.of(new AeTitle("ASKER")),
                    List.of(
                            new ProposedContext(MR_IMAGE, SYNTAXES, Role.SCP),
                            new ProposedContext(CT_IMAGE, SYNTAXES, Role.BOTH)));
            assertThat(association.mayServe(MR_IMAGE)).isTrue();
            assertThat(association.mayAsk(MR_IMAGE)).isFalse();
            assertThat(association.mayServe(CT_IMAGE)).isFalse();
            assertThat(association.mayAsk(CT_IMAGE)).isTrue();
            assertThat(association.mayServe(SopClasses.VERIFICATION)).isFalse();
            association.abort(AbortReason.SERVICE_USER);
        }
    }
}
