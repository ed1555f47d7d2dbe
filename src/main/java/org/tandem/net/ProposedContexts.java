package org.tandem.net;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.ProposedContext;

/**
 * The presentation contexts that sending some files takes: one for each SOP class and syntax that a file is in, so that
 * the peer answers each by itself; and where a file is not compressed, one more with the syntaxes that it can be
 * rewritten to.
 */
public final class ProposedContexts {

    private static final List<TransferSyntax> REWRITTEN =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    /** Bits, or numbers of segments, most of them 0: deflated, they take a tenth and less. */
    private static final Set<Uid> DEFLATED =
            Set.of(SopClasses.SEGMENTATION_STORAGE, SopClasses.LABEL_MAP_SEGMENTATION_STORAGE);

    private ProposedContexts() {}

    /** As {@link #of(Collection)}, and one more context for each class whose files are better deflated on the way. */
    static List<ProposedContext> deflating(Collection<Path> files) {
        List<ProposedContext> proposed = new ArrayList<>(of(files));
        proposed.stream()
                .filter(context ->
                        context.syntaxes().stream().anyMatch(syntax -> isBetterDeflated(context.sopClass(), syntax)))
                .map(ProposedContext::sopClass)
                .distinct()
                .toList()
                .forEach(sopClass -> proposed.add(
                        0, new ProposedContext(sopClass, List.of(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN))));
        return proposed.stream().limit(ProposedContext.MAX_CONTEXTS).toList();
    }

    /** Whether a file of this class in this syntax is deflated on the way, where the peer takes that. */
    static boolean isBetterDeflated(Uid sopClass, TransferSyntax syntax) {
        return DEFLATED.contains(sopClass) && syntax.uncompressed() && !syntax.deflated();
    }

    /** For these files, by the meta information of each; refuses a file that has none. At most 128 contexts. */
    public static List<ProposedContext> of(Collection<Path> files) {
        Map<Uid, Set<TransferSyntax>> byClass = new LinkedHashMap<>();
        for (Path path : files) {
            StoredFile file = StoredFile.read(path);
            byClass.computeIfAbsent(file.sopClass(), sopClass -> new LinkedHashSet<>())
                    .add(file.syntax());
        }
        return of(byClass);
    }

    /**
     * For files of these SOP classes in these syntaxes. The syntaxes of files come first; alternatives may fall off.
     */
    static List<ProposedContext> of(Map<Uid, Set<TransferSyntax>> byClass) {
        List<ProposedContext> proposed = new ArrayList<>();
        byClass.forEach((sopClass, syntaxes) ->
                syntaxes.forEach(syntax -> proposed.add(new ProposedContext(sopClass, List.of(syntax)))));
        byClass.forEach((sopClass, syntaxes) -> {
            List<TransferSyntax> others = alternatives(syntaxes);
            if (!others.isEmpty()) {
                proposed.add(new ProposedContext(sopClass, others));
            }
        });
        return proposed.stream().limit(ProposedContext.MAX_CONTEXTS).toList();
    }

    private static List<TransferSyntax> alternatives(Set<TransferSyntax> syntaxes) {
        boolean rewritable = syntaxes.stream().anyMatch(syntax -> !syntax.encapsulated());
        return rewritable
                ? REWRITTEN.stream()
                        .filter(syntax -> !syntaxes.contains(syntax))
                        .toList()
                : List.of();
    }
}
