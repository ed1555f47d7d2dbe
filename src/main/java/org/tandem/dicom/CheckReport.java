package org.tandem.dicom;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Collects findings, each with the place of its element. */
final class CheckReport {

    private final IdentityHashMap<Element, Long> offsets = new IdentityHashMap<>();
    private final List<CheckFinding> findings = new ArrayList<>();

    /** Where each element stands, by identity; filled while the file is read. */
    IdentityHashMap<Element, Long> offsets() {
        return offsets;
    }

    List<CheckFinding> findings() {
        return List.copyOf(findings);
    }

    void error(String path, Element element, String message, String section) {
        add(CheckFinding.Severity.ERROR, path + name(element.tag()), offset(element), message, section);
    }

    void warning(String path, Element element, String message, String section) {
        add(CheckFinding.Severity.WARNING, path + name(element.tag()), offset(element), message, section);
    }

    /** Of an element of this data set, which may be absent. */
    void error(DataSet dataSet, int tag, String message, String section) {
        long offset = dataSet.element(tag).map(this::offset).orElse(-1L);
        add(CheckFinding.Severity.ERROR, name(tag), offset, message, section);
    }

    /** Of an element that is not there. */
    void missing(String path, int tag, String message, String section) {
        add(CheckFinding.Severity.ERROR, path + name(tag), -1, message, section);
    }

    void add(CheckFinding.Severity severity, String path, long offset, String message, String section) {
        findings.add(new CheckFinding(severity, path, offset, message, section));
    }

    private static String name(int tag) {
        return (Tag.format(tag) + " " + Dictionary.keyword(tag)).strip();
    }

    private long offset(Element element) {
        return offsets.getOrDefault(element, -1L);
    }
}
