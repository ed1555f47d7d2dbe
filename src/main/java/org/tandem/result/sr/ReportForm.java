package org.tandem.result.sr;

import java.util.Arrays;
import java.util.Optional;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** The classes of document that a report can be written as, the richest first; each holds less than the one before. */
public enum ReportForm {
    /** Places on images and in the patient (PS3.3 A.35.13). */
    COMPREHENSIVE_3D("Comprehensive 3D SR", SopClasses.COMPREHENSIVE_3D_SR_STORAGE),
    /** Places on images (PS3.3 A.35.3). */
    COMPREHENSIVE("Comprehensive SR", SopClasses.COMPREHENSIVE_SR_STORAGE),
    /** The same, for who takes no more (PS3.3 A.35.2). */
    ENHANCED("Enhanced SR", SopClasses.ENHANCED_SR_STORAGE),
    /** Codes and words: numbers and places are told in words (PS3.3 A.35.1). */
    BASIC_TEXT("Basic Text SR", SopClasses.BASIC_TEXT_SR_STORAGE);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record
    private final Uid sopClass;

    ReportForm(String title, Uid sopClass) {
        this.title = title;
        this.sopClass = sopClass;
    }

    /** The form that is written as a class. */
    public static Optional<ReportForm> of(Uid sopClass) {
        return Arrays.stream(values())
                .filter(form -> form.sopClass.equals(sopClass))
                .findFirst();
    }

    /** The name of its class, for people. */
    public String title() {
        return title;
    }

    public Uid sopClass() {
        return sopClass;
    }

    boolean hasNumbers() {
        return this != BASIC_TEXT;
    }

    boolean hasPlacesOnImages() {
        return this != BASIC_TEXT;
    }

    boolean hasPlacesInPatient() {
        return this == COMPREHENSIVE_3D;
    }
}
