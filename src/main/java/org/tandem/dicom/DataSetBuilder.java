package org.tandem.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Collects the elements of one data set. Not for several threads. Text is encoded in the character set that is in force
 * when it is put; putting (0008,0005) changes it, so put that first. Values are padded to even length here.
 */
public final class DataSetBuilder {

    private static final int INITIAL_CAPACITY = 16;

    private Element[] elements = new Element[INITIAL_CAPACITY]; // ascending tags, each once; null from size on
    private int size;
    private CharacterSet characterSet;

    DataSetBuilder(CharacterSet characterSet) {
        this.characterSet = characterSet;
    }

    /** Puts or replaces an element. */
    public DataSetBuilder put(Element element) {
        int index = indexOf(element.tag());
        if (index >= 0) {
            elements[index] = element;
        } else {
            insert(-index - 1, element);
        }
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET && element.value() instanceof Value.Bytes terms) {
            String decoded = CharacterSet.DEFAULT.decode(terms.bytes(), VR.CS);
            characterSet = CharacterSet.of(TextValues.split(decoded, VR.CS));
        }
        return this;
    }

    /** Puts text values; none makes an empty element. */
    public DataSetBuilder putText(int tag, VR vr, String... values) {
        return putBytes(tag, vr, characterSet.encode(TextValues.join(values), vr));
    }

    public DataSetBuilder putUid(int tag, Uid uid) {
        return putText(tag, VR.UI, uid.value());
    }

    /** Puts numbers of US, SS, UL, SL or AT; refuses another VR. */
    public DataSetBuilder putIntegers(int tag, VR vr, int... values) {
        int width = vr == VR.US || vr == VR.SS ? 2 : 4;
        ByteBuffer buffer = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            switch (vr) {
                case US, SS -> buffer.putShort((short) value);
                case UL, SL -> buffer.putInt(value);
                case AT -> buffer.putShort((short) Tag.group(value)).putShort((short) Tag.element(value));
                default -> throw new TandemException(TandemException.Kind.BUG, vr + " is no VR of whole numbers");
            }
        }
        return putBytes(tag, vr, buffer.array());
    }

    /** Puts numbers of FL or FD; refuses another VR. For DS, put the text. */
    public DataSetBuilder putDecimals(int tag, VR vr, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * vr.unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            switch (vr) {
                case FL -> buffer.putFloat((float) value);
                case FD -> buffer.putDouble(value);
                default -> throw new TandemException(TandemException.Kind.BUG, vr + " is no VR of binary decimals");
            }
        }
        return putBytes(tag, vr, buffer.array());
    }

    /** Puts bytes as they are, little endian, padded to even length. Keeps the array unless it must pad. */
    public DataSetBuilder putBytes(int tag, VR vr, byte[] littleEndian) {
        byte[] even = littleEndian;
        if ((littleEndian.length & 1) == 1) {
            even = Arrays.copyOf(littleEndian, littleEndian.length + 1);
            even[littleEndian.length] = vr.padding();
        }
        return put(new Element(tag, vr, new Value.Bytes(even)));
    }

    /**
     * The tag of a private element of this creator, for one of the puts. Reserves a block for the creator where it has
     * none yet (PS3.5 7.8.1).
     */
    public int privateTag(int group, String creator, int elementInBlock) {
        OptionalInt reserved = build().privateTag(group, creator, elementInBlock);
        if (reserved.isPresent()) {
            return reserved.getAsInt();
        }
        for (int block = DataSet.FIRST_PRIVATE_BLOCK; block <= DataSet.LAST_PRIVATE_BLOCK; block++) {
            if (!contains(Tag.of(group, block))) {
                putText(Tag.of(group, block), VR.LO, creator);
                return Tag.of(group, block << 8 | (elementInBlock & 0xFF));
            }
        }
        throw new TandemException(
                TandemException.Kind.REFUSE, String.format("Group %04X has no free private block", group));
    }

    public DataSetBuilder putItems(int tag, DataSet... items) {
        return putItems(tag, List.of(items));
    }

    public DataSetBuilder putItems(int tag, List<DataSet> items) {
        return put(new Element(tag, VR.SQ, new Value.Items(items)));
    }

    /** Puts an empty element, as Type 2 allows. */
    public DataSetBuilder putEmpty(int tag, VR vr) {
        return vr == VR.SQ ? putItems(tag) : putBytes(tag, vr, new byte[0]);
    }

    public DataSetBuilder remove(int tag) {
        int index = indexOf(tag);
        if (index >= 0) {
            System.arraycopy(elements, index + 1, elements, index, --size - index);
        }
        return this;
    }

    /** Whether an element of this tag was put. */
    public boolean contains(int tag) {
        return indexOf(tag) >= 0;
    }

    /** The character set now in force, for the builders of items. */
    public CharacterSet characterSet() {
        return characterSet;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The data set of what was put so far; the builder may go on. */
    public DataSet build() {
        return new DataSet(Arrays.copyOf(elements, size), characterSet);
    }

    /** The element at the place where {@link #contains} found it. */
    Element get(int tag) {
        return elements[indexOf(tag)];
    }

    private void insert(int index, Element element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        System.arraycopy(elements, index, elements, index + 1, size - index);
        elements[index] = element;
        size++;
    }

    /** The index of this tag, or -1 - the index where it belongs. Elements mostly come in ascending order. */
    private int indexOf(int tag) {
        if (size == 0 || Integer.compareUnsigned(elements[size - 1].tag(), tag) < 0) {
            return -1 - size;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1 - low;
    }
}
