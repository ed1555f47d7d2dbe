package org.tandem.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;

/**
 * Collects the elements of one data set. Not for several threads. Text is encoded in the character set that is in force
 * when it is put; putting (0008,0005) changes it, so put that first. Values are padded to even length here.
 */
public final class DataSetBuilder {

    private final NavigableMap<Integer, Element> elements = DataSet.emptyElements();
    private CharacterSet characterSet;

    DataSetBuilder(CharacterSet characterSet) {
        this.characterSet = characterSet;
    }

    /** Puts or replaces an element. */
    public DataSetBuilder put(Element element) {
        elements.put(element.tag(), element);
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
        elements.remove(tag);
        return this;
    }

    /** The character set now in force, for the builders of items. */
    public CharacterSet characterSet() {
        return characterSet;
    }

    /** The data set of what was put so far; the builder may go on. */
    public DataSet build() {
        NavigableMap<Integer, Element> copy = DataSet.emptyElements();
        copy.putAll(elements);
        return new DataSet(copy, characterSet);
    }
}
