package org.tandem.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.AnsweredContext;
import org.tandem.net.pdu.CommonExtendedNegotiation;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.RoleSelection;

/** How the acceptor answers presentation contexts (PS3.8 9.3.3.2): what can be stored is taken as it comes. */
final class ContextNegotiation {

    /**
     * Syntaxes whose pixel data are elsewhere or come later: a file in them holds no image. PS3.5 A.6, A.7 (JPIP), A.11
     * and following (SMPTE ST 2110), PS3.6 Table A-1 (high-throughput JPIP).
     */
    private static final Set<String> NOT_STORABLE = Set.of(
            "1.2.840.10008.1.2.4.94",
            "1.2.840.10008.1.2.4.95",
            "1.2.840.10008.1.2.4.204",
            "1.2.840.10008.1.2.4.205",
            "1.2.840.10008.1.2.7.1",
            "1.2.840.10008.1.2.7.2",
            "1.2.840.10008.1.2.7.3");

    /** Storage SOP classes of the standard stand under this root (PS3.6 Annex A). */
    private static final String STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    private static final String STANDARD_ROOT = "1.2.840.10008.";

    private final boolean unknownStorageClasses;
    private final Set<String> declaredStorage;
    private final boolean commitment;

    /** @param declared what the requestor says of SOP classes that we may not know */
    ContextNegotiation(AccessRules rules, List<CommonExtendedNegotiation> declared) {
        this(rules, declared, false);
    }

    /** @param commitment whether storage commitment is served too */
    ContextNegotiation(AccessRules rules, List<CommonExtendedNegotiation> declared, boolean commitment) {
        this.commitment = commitment;
        this.unknownStorageClasses = rules.unknownStorageClasses();
        this.declaredStorage = declared.stream()
                .filter(CommonExtendedNegotiation::storage)
                .map(CommonExtendedNegotiation::sopClass)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a requestor may be for a SOP class: SCU where it wants to; SCP only to report storage commitment. */
    static RoleSelection role(RoleSelection wanted) {
        boolean reports = wanted.sopClass().equals(StorageCommitment.SOP_CLASS.value());
        return new RoleSelection(wanted.sopClass(), wanted.scu(), wanted.scp() && reports);
    }

    /** The answers to all that is offered; those beyond so many are refused unseen. */
    List<AnsweredContext> answers(List<OfferedContext> offered, int most) {
        List<AnsweredContext> answers = new ArrayList<>();
        for (OfferedContext context : offered) {
            answers.add(answers.size() < most ? answer(context) : refusal(context, AnsweredContext.NO_REASON));
        }
        return answers;
    }

    AnsweredContext answer(OfferedContext offered) {
        if (!serves(offered.abstractSyntax())) {
            return refusal(offered, AnsweredContext.ABSTRACT_SYNTAX_NOT_SUPPORTED);
        }
        return choose(offered.transferSyntaxes())
                .map(syntax -> new AnsweredContext(
                        offered.id(), AnsweredContext.ACCEPTED, syntax.uid().value()))
                .orElseGet(() -> refusal(offered, AnsweredContext.TRANSFER_SYNTAXES_NOT_SUPPORTED));
    }

    /** The contexts that these answers accept, by id; an answer with a syntax that was not offered accepts nothing. */
    static Map<Integer, AcceptedContext> accepted(List<OfferedContext> offered, List<AnsweredContext> answers) {
        Map<Integer, AcceptedContext> accepted = new LinkedHashMap<>();
        for (AnsweredContext answer : answers) {
            for (OfferedContext offer : offered) {
                if (answer.accepted()
                        && offer.id() == answer.id()
                        && offer.transferSyntaxes().contains(answer.transferSyntax())) {
                    accepted.put(offer.id(), agreed(offer, answer));
                }
            }
        }
        return accepted;
    }

    private static AcceptedContext agreed(OfferedContext offer, AnsweredContext answer) {
        TransferSyntax syntax = TransferSyntaxes.of(Uid.of(answer.transferSyntax()));
        return new AcceptedContext(offer.id(), Uid.of(offer.abstractSyntax()), syntax);
    }

    private boolean serves(String abstractSyntax) {
        if (!Uid.isValid(abstractSyntax)) {
            return false;
        }
        Uid uid = Uid.of(abstractSyntax);
        return uid.equals(SopClasses.VERIFICATION)
                || (commitment && uid.equals(StorageCommitment.SOP_CLASS))
                || storable(uid);
    }

    /** Whether objects of this class are taken: those we know, and those that the requestor or the rules vouch for. */
    boolean storable(Uid sopClass) {
        boolean mayBeStorage =
                sopClass.value().startsWith(STORAGE_ROOT) || !sopClass.value().startsWith(STANDARD_ROOT);
        boolean taken = unknownStorageClasses || declaredStorage.contains(sopClass.value());
        return SopClasses.isStorage(sopClass) || (taken && mayBeStorage);
    }

    /** Whether a file in this syntax holds all of its object. */
    static boolean holdsWholeObject(TransferSyntax syntax) {
        return !NOT_STORABLE.contains(syntax.uid().value());
    }

    /** The most readable of what is offered; among compressed syntaxes the one offered first. */
    private static Optional<TransferSyntax> choose(List<String> offered) {
        return offered.stream()
                .filter(Uid::isValid)
                .map(Uid::of)
                .filter(TransferSyntaxes::isKnown)
                .map(TransferSyntaxes::of)
                .filter(ContextNegotiation::holdsWholeObject)
                .min(Comparator.comparingInt(ContextNegotiation::rank));
    }

    private static int rank(TransferSyntax syntax) {
        return switch (syntax.encoding()) {
            case EXPLICIT_LITTLE -> 0;
            case IMPLICIT_LITTLE -> 1;
            case DEFLATED -> 2;
            case EXPLICIT_BIG -> 3;
            case ENCAPSULATED -> 4;
        };
    }

    /** The transfer syntax of a refused context is not significant; one that was offered is sent. */
    private static AnsweredContext refusal(OfferedContext offered, int result) {
        String syntax = offered.transferSyntaxes().stream()
                .findFirst()
                .orElse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid().value());
        return new AnsweredContext(offered.id(), result, syntax);
    }
}
