package org.tandem.dicom.check;

import java.util.List;

/** All that was found wrong with an object, in the order in which it was looked at. */
public record CheckReport(List<CheckFinding> findings) {

    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** What is against the standard. */
    public List<CheckFinding> errors() {
        return of(CheckFinding.Severity.ERROR);
    }

    /** What is only doubtful. */
    public List<CheckFinding> warnings() {
        return of(CheckFinding.Severity.WARNING);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == CheckFinding.Severity.ERROR);
    }

    private List<CheckFinding> of(CheckFinding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
