package org.tandem.dicom;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registry of data elements (PS3.6 Chapters 6 to 8): VR, name and keyword of each tag, repeating groups included.
 * Private elements are not in it, apart from what PS3.5 7.8.1 says of their creators.
 */
public final class Dictionary {

    private static final DictionaryEntry GROUP_LENGTH =
            new DictionaryEntry(0, List.of(VR.UL), "1", "GenericGroupLength", "Generic Group Length", true);
    private static final DictionaryEntry PRIVATE_CREATOR =
            new DictionaryEntry(0, List.of(VR.LO), "1", "PrivateCreator", "Private Creator", false);

    private static final DictionaryTable TABLE = DictionaryTable.load("dictionary.tsv");

    private Dictionary() {}

    /** What the registry says of this tag; nothing for an unknown or a private element. */
    public static Optional<DictionaryEntry> entry(int tag) {
        DictionaryEntry entry = TABLE.find(tag);
        if (entry == null && Tag.element(tag) == 0) {
            entry = GROUP_LENGTH;
        }
        if (entry == null && Tag.isPrivateCreator(tag)) {
            entry = PRIVATE_CREATOR;
        }
        return Optional.ofNullable(entry);
    }

    /** As {@link #entry}, for every element that is read in implicit VR: without the wrapping. */
    static @Nullable DictionaryEntry find(int tag) {
        return TABLE.find(tag);
    }

    /**
     * The VR of this element; UN where it is unknown or private. Where the registry leaves a choice, the one that needs
     * no context: US of "US or SS", OW of "OB or OW" and "US or OW".
     */
    public static VR vr(int tag) {
        DictionaryEntry entry = TABLE.find(tag);
        return entry != null ? entry.vr() : entry(tag).map(DictionaryEntry::vr).orElse(VR.UN);
    }

    /** The name, as in "Patient's Name"; "Unknown" or "Private" where there is none. */
    public static String name(int tag) {
        return entry(tag).map(DictionaryEntry::name).orElse(Tag.isPrivate(tag) ? "Private" : "Unknown");
    }

    /** The keyword, as in "PatientName"; empty where there is none. */
    public static String keyword(int tag) {
        return entry(tag).map(DictionaryEntry::keyword).orElse("");
    }

    /** The tag of this keyword; of a repeating group, the first one (as in 6000 for overlays). */
    public static Optional<Integer> tag(String keyword) {
        return Optional.ofNullable(TABLE.tag(keyword));
    }
}
