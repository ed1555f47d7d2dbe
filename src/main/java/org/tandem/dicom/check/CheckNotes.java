package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;

/** Collects findings while an object is looked at, each with the place of its element. */
final class CheckNotes {

    private final IdentityHashMap<Element, Long> offsets = new IdentityHashMap<>();
    private final List<CheckFinding> findings = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    /** Where each element stands, by identity; filled while the file is read. */
    IdentityHashMap<Element, Long> offsets() {
        return offsets;
    }

    int count() {
        return findings.size();
    }

    CheckReport report() {
        return new CheckReport(findings);
    }

    void error(Place place, Element element, String message, String section) {
        add(CheckFinding.Severity.ERROR, place + name(element.tag()), offset(element), message, section);
    }

    void warning(Place place, Element element, String message, String section) {
        add(CheckFinding.Severity.WARNING, place + name(element.tag()), offset(element), message, section);
    }

    /** Of an element of this data set, which may be absent. */
    void error(DataSet dataSet, int tag, String message, String section) {
        long offset = dataSet.element(tag).map(this::offset).orElse(-1L);
        add(CheckFinding.Severity.ERROR, name(tag), offset, message, section);
    }

    /** Of an element that is not there. */
    void missing(Place place, int tag, String message, String section) {
        add(CheckFinding.Severity.ERROR, place + name(tag), -1, message, section);
    }

    void add(CheckFinding.Severity severity, String path, long offset, String message, String section) {
        if (said.add(severity + path + ":" + message.split(",", 2)[0])) { // several modules ask for the same
            findings.add(new CheckFinding(severity, path, offset, message, section));
        }
    }

    private static String name(int tag) {
        return (Tag.format(tag) + " " + Dictionary.keyword(tag)).strip();
    }

    private long offset(Element element) {
        return offsets.getOrDefault(element, -1L);
    }
}
