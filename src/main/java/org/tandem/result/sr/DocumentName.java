package org.tandem.result.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;

/**
 * What tells a report from others of the same run, and so its UID: what says another thing, or says it otherwise, is
 * another document.
 *
 * @param apart nothing for the usual one
 */
record DocumentName(ResultContext context, List<String> apart) {

    DocumentName {
        apart = List.copyOf(apart);
    }

    /** By its form, and by what it replaces: of the same run each destination may have had something else. */
    static DocumentName of(ResultContext context, ReportForm form) {
        List<String> apart = new ArrayList<>();
        if (form != ReportForm.COMPREHENSIVE_3D) {
            apart.add("as " + form.title());
        }
        if (!context.predecessors().isEmpty()) {
            apart.add(context.predecessors().stream()
                    .map(one -> one.sopInstance().value())
                    .sorted()
                    .collect(Collectors.joining(" ", "replacing ", "")));
        }
        return new DocumentName(context, apart);
    }

    DocumentName and(String what) {
        return new DocumentName(
                context, Stream.concat(Stream.of(what), apart.stream()).toList());
    }

    Uid uid() {
        return apart.isEmpty()
                ? context.uids().instance(ResultKind.STRUCTURED_REPORT)
                : context.uids().instance(ResultKind.STRUCTURED_REPORT, String.join("; ", apart));
    }
}
