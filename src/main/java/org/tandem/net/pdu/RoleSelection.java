package org.tandem.net.pdu;

import java.util.Collection;
import java.util.List;

/** SCP/SCU Role Selection (PS3.7 D.3.3.4): which roles the requestor would take, or is allowed, for one SOP class. */
public record RoleSelection(String sopClass, boolean scu, boolean scp) {

    /** What to ask for: one item for each SOP class where we would be more, or other, than SCU. */
    public static List<RoleSelection> wanted(Collection<ProposedContext> proposed) {
        return proposed.stream()
                .filter(context -> context.role() != Role.SCU)
                .map(context -> new RoleSelection(
                        context.sopClass().value(),
                        context.role().scu(),
                        context.role().scp()))
                .distinct()
                .toList();
    }

    /**
     * What holds after the answer: never more than was asked for. A SOP class that the answer leaves out has the
     * default, the requestor SCU and the acceptor SCP, and is not in the result.
     */
    public static List<RoleSelection> granted(List<RoleSelection> wanted, List<RoleSelection> answered) {
        return answered.stream()
                .flatMap(answer -> wanted.stream()
                        .filter(want -> want.sopClass().equals(answer.sopClass()))
                        .map(want -> new RoleSelection(
                                want.sopClass(), want.scu() && answer.scu(), want.scp() && answer.scp())))
                .toList();
    }
}
