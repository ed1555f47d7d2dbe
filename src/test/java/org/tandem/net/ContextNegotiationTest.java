package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.net.RawPeer.context;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.CommonExtendedNegotiation;
import org.tandem.net.pdu.OfferedContext;

class ContextNegotiationTest {

    private static final String CT = SopClasses.CT_IMAGE_STORAGE.value();
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
    private static final String RLE = "1.2.840.10008.1.2.5";

    private final ContextNegotiation negotiation = new ContextNegotiation(AccessRules.DEFAULT, List.of());

    @Test
    void everyStorageClassOfTheTableIsAcceptedInEverySyntaxThatAFileCanHold() {
        for (Uid sopClass : SopClasses.storage()) {
            assertThat(answer(sopClass.value(), EXPLICIT)).isEqualTo("accepted " + EXPLICIT);
        }
        List<String> refused = TransferSyntaxes.all().stream()
                .map(syntax -> syntax.uid().value())
                .filter(uid -> !answer(CT, uid).equals("accepted " + uid))
                .toList();
        assertThat(refused)
                .allMatch(uid -> uid.matches("1\\.2\\.840\\.10008\\.1\\.2\\.(4\\.(94|95|204|205)|7\\.[123])"));
    }

    @Test
    void theMostReadableSyntaxIsChosenWhateverTheOrder() {
        assertThat(answer(CT, JPEG_LOSSLESS, BIG_ENDIAN, DEFLATED, IMPLICIT, EXPLICIT))
                .isEqualTo("accepted " + EXPLICIT);
        assertThat(answer(CT, JPEG_LOSSLESS, BIG_ENDIAN, DEFLATED, IMPLICIT)).isEqualTo("accepted " + IMPLICIT);
        assertThat(answer(CT, JPEG_LOSSLESS, BIG_ENDIAN, DEFLATED)).isEqualTo("accepted " + DEFLATED);
        assertThat(answer(CT, JPEG_LOSSLESS, BIG_ENDIAN)).isEqualTo("accepted " + BIG_ENDIAN);
    }

    @Test
    void amongCompressedSyntaxesTheFirstOfferedIsChosen() {
        assertThat(answer(CT, RLE, JPEG_LOSSLESS)).isEqualTo("accepted " + RLE);
        assertThat(answer(CT, JPEG_LOSSLESS, RLE)).isEqualTo("accepted " + JPEG_LOSSLESS);
    }

    @Test
    void whatIsNoStorageClassIsNotSupported() {
        String worklist = "1.2.840.10008.5.1.4.31";

        assertThat(answer(worklist, EXPLICIT)).isEqualTo("refused 3");
        assertThat(answer("", EXPLICIT)).isEqualTo("refused 3");
        assertThat(answer("no uid", EXPLICIT)).isEqualTo("refused 3");
    }

    @Test
    void unknownSyntaxesAreNotSupported() {
        assertThat(answer(CT, "1.2.3.4")).isEqualTo("refused 4");
        assertThat(answer(CT, "no uid")).isEqualTo("refused 4");
        assertThat(answer(CT)).isEqualTo("refused 4");
    }

    @Test
    void privateAndNewerStorageClassesAreTakenOnRequestOnly() {
        ContextNegotiation open =
                new ContextNegotiation(AccessRules.DEFAULT.withUnknownStorageClasses(true), List.of());
        for (String unknown : List.of("1.2.276.0.7.3.1", "1.2.840.10008.5.1.4.1.1.9999")) {
            assertThat(negotiation.answer(context(1, unknown, EXPLICIT)).accepted())
                    .isFalse();
            assertThat(open.answer(context(1, unknown, EXPLICIT)).accepted()).isTrue();
        }
        assertThat(open.answer(context(1, "1.2.840.10008.5.1.4.31", EXPLICIT)).accepted())
                .isFalse();
    }

    @Test
    void aClassThatTheRequestorSaysIsStorageIsTaken() {
        String unknown = "1.2.276.0.7.3.1";
        String worklist = "1.2.840.10008.5.1.4.31";
        ContextNegotiation told = new ContextNegotiation(
                AccessRules.DEFAULT,
                List.of(
                        new CommonExtendedNegotiation(unknown, CommonExtendedNegotiation.STORAGE, List.of(CT)),
                        new CommonExtendedNegotiation("1.2.276.0.7.3.2", "1.2.840.10008.4.9", List.of()),
                        new CommonExtendedNegotiation(worklist, CommonExtendedNegotiation.STORAGE, List.of())));

        assertThat(told.answer(context(1, unknown, EXPLICIT)).accepted()).isTrue();
        assertThat(told.answer(context(1, "1.2.276.0.7.3.2", EXPLICIT)).accepted())
                .isFalse();
        assertThat(told.answer(context(1, worklist, EXPLICIT)).accepted()).isFalse();
    }

    @Test
    void contextsBeyondTheLimitAreRefusedWithoutReason() {
        List<OfferedContext> offered =
                List.of(context(1, CT, EXPLICIT), context(3, CT, EXPLICIT), context(5, CT, EXPLICIT));

        assertThat(negotiation.answers(offered, 2))
                .extracting(AnsweredContext::result)
                .containsExactly(AnsweredContext.ACCEPTED, AnsweredContext.ACCEPTED, AnsweredContext.NO_REASON);
    }

    @Test
    void anAnswerWithASyntaxThatWasNotOfferedAcceptsNothing() {
        List<OfferedContext> offered = List.of(context(1, CT, EXPLICIT), context(3, CT, IMPLICIT));
        List<AnsweredContext> answers = List.of(
                new AnsweredContext(1, 0, RLE), new AnsweredContext(3, 0, IMPLICIT), new AnsweredContext(5, 0, RLE));

        Map<Integer, AcceptedContext> accepted = ContextNegotiation.accepted(offered, answers);

        assertThat(accepted.values())
                .containsExactly(
                        new AcceptedContext(3, SopClasses.CT_IMAGE_STORAGE, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
    }

    private String answer(String abstractSyntax, String... syntaxes) {
        AnsweredContext answer = negotiation.answer(context(1, abstractSyntax, syntaxes));
        return answer.accepted() ? "accepted " + answer.transferSyntax() : "refused " + answer.result();
    }
}
