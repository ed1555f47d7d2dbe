package org.tandem.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A data set (PS3.5 7): data elements in ascending order of tags, with the character set that its text is in.
 * Immutable.
 *
 * <p>Reading is lenient, as the devices are many: an accessor answers empty where an element is absent, empty or not of
 * the shape asked for. The {@code require…} accessors refuse instead, naming the element.
 */
public final class DataSet {

    public static final DataSet EMPTY = builder().build();

    static final int FIRST_PRIVATE_BLOCK = 0x10;
    static final int LAST_PRIVATE_BLOCK = 0xFF;

    private final List<Element> elements;
    private final CharacterSet characterSet;

    /** Takes the elements as they are: in ascending order of tags, each tag once. */
    DataSet(Element[] ascending, CharacterSet characterSet) {
        this.elements = List.of(ascending);
        this.characterSet = characterSet;
    }

    /** A builder of a data set whose text is in the default repertoire until (0008,0005) is put. */
    public static DataSetBuilder builder() {
        return new DataSetBuilder(CharacterSet.DEFAULT);
    }

    /** A builder of an item: its text is in the character set of the data set around it. */
    public static DataSetBuilder builder(CharacterSet inherited) {
        return new DataSetBuilder(inherited);
    }

    /** A builder that begins with these elements. */
    public DataSetBuilder toBuilder() {
        DataSetBuilder builder = new DataSetBuilder(characterSet);
        elements.forEach(builder::put);
        return builder;
    }

    public CharacterSet characterSet() {
        return characterSet;
    }

    /** The elements in ascending order of tags. */
    public List<Element> elements() {
        return elements;
    }

    public Optional<Element> element(int tag) {
        return Optional.ofNullable(find(tag));
    }

    /** Whether there is no element at all. */
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Whether the element is there, perhaps empty. */
    public boolean contains(int tag) {
        return find(tag) != null;
    }

    /** Whether the element is there and not empty. */
    public boolean hasValue(int tag) {
        return element(tag).filter(e -> !e.isEmpty()).isPresent();
    }

    /** The values of a text element, padding dropped; a value of one VR that has only one stays whole. */
    public List<String> strings(int tag) {
        return element(tag)
                .filter(e -> e.vr().isText() || e.vr() == VR.UN)
                .map(e -> TextValues.split(characterSet.decode(bytes(e), e.vr()), e.vr()))
                .orElse(List.of());
    }

    /** The first value of a text element, if it is not empty. */
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(s -> !s.isEmpty());
    }

    /** The first value as a whole number, of a binary element or of IS or DS. */
    public OptionalInt integer(int tag) {
        int[] all = integers(tag);
        return all.length == 0 ? OptionalInt.empty() : OptionalInt.of(all[0]);
    }

    /** The values as whole numbers; unsigned 32-bit values wrap, what is no number is left out. */
    public int[] integers(int tag) {
        return Arrays.stream(decimals(tag)).mapToInt(d -> (int) (long) d).toArray();
    }

    /** The first value as a number. */
    public OptionalDouble decimal(int tag) {
        double[] all = decimals(tag);
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(all[0]);
    }

    /**
     * The values as numbers: FL, FD, SL, SS, UL, US, SV, UV, AT, and DS or IS as text; what is no number is left out.
     */
    public double[] decimals(int tag) {
        Element element = find(tag);
        if (element == null) {
            return new double[0];
        }
        return element.vr().isText()
                ? TextValues.numbers(strings(tag))
                : BinaryValues.numbers(ByteBuffer.wrap(bytes(element)).order(ByteOrder.LITTLE_ENDIAN), element.vr());
    }

    /** The first value as a UID, if it is one. */
    public Optional<Uid> uid(int tag) {
        return string(tag).filter(Uid::isValid).map(Uid::of);
    }

    /** The UID, or a refusal that names the element. */
    public Uid requireUid(int tag) {
        return uid(tag).orElseThrow(() -> missing(tag, "a UID"));
    }

    /** The first text value, or a refusal that names the element. */
    public String requireString(int tag) {
        return string(tag).orElseThrow(() -> missing(tag, "a value"));
    }

    /** The first whole number, or a refusal that names the element. */
    public int requireInteger(int tag) {
        return integer(tag).orElseThrow(() -> missing(tag, "a whole number"));
    }

    /** The items of a sequence; none where it is absent. */
    public List<DataSet> items(int tag) {
        Element element = find(tag);
        return element != null && element.value() instanceof Value.Items sequence ? sequence.items() : List.of();
    }

    /** The first item of a sequence. */
    public Optional<DataSet> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /** The full tag of a private element of this creator (PS3.5 7.8.1), where the creator has reserved a block here. */
    public OptionalInt privateTag(int group, String creator, int elementInBlock) {
        for (int block = FIRST_PRIVATE_BLOCK; block <= LAST_PRIVATE_BLOCK; block++) {
            if (string(Tag.of(group, block)).filter(creator::equals).isPresent()) {
                return OptionalInt.of(Tag.of(group, block << 8 | (elementInBlock & 0xFF)));
            }
        }
        return OptionalInt.empty();
    }

    /** The creator that reserved the block of this private element here (PS3.5 7.8.1). */
    public Optional<String> privateCreator(int tag) {
        boolean inBlock = Tag.isPrivate(tag) && Tag.element(tag) >= 0x1000;
        return inBlock ? string(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8)) : Optional.empty();
    }

    /** The private element of this creator, if it is here. */
    public Optional<Element> privateElement(int group, String creator, int elementInBlock) {
        OptionalInt tag = privateTag(group, creator, elementInBlock);
        return tag.isPresent() ? element(tag.getAsInt()) : Optional.empty();
    }

    /**
     * The bytes of a value, little endian; none where it is absent, a sequence or encapsulated. A value in memory is
     * not copied; one that was left in its file is read whole now, so open pixel data by {@link ValueStreams} instead.
     */
    public byte[] bytes(int tag) {
        return element(tag).map(DataSet::bytes).orElse(new byte[0]);
    }

    /** Number of elements only: values may identify a patient. */
    @Override
    public String toString() {
        return "data set of " + elements.size() + " elements";
    }

    /** Two data sets are equal when they hold equal elements, values in memory compared byte by byte. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet that && ValueEquality.equal(this, that);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Element element : elements) {
            hash = 31 * hash + element.tag();
        }
        return hash;
    }

    private static byte[] bytes(Element element) {
        if (element.value() instanceof Value.Bytes inMemory) {
            return inMemory.bytes();
        }
        return element.value() instanceof Value.FileRegion ? ValueStreams.readLittleEndian(element) : new byte[0];
    }

    private static TandemException missing(int tag, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Data set has no usable " + Tag.format(tag) + ", expected " + expected);
    }

    private @Nullable Element find(int tag) {
        int low = 0;
        int high = elements.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Element element = elements.get(middle);
            int order = Integer.compareUnsigned(element.tag(), tag);
            if (order == 0) {
                return element;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
