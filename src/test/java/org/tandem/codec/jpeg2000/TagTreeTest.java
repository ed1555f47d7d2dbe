package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example of 15444-1 B.10.2: a grid of six by three, whose first row begins with 1, 3, 2, 3. */
final class TagTreeTest {

    /** Bits of q(0,0), q(1,0) and q(2,0) as the standard writes them: 01111, 001, 101. */
    private final PacketBits bits = new PacketBits(new byte[] {0b0111_1001, (byte) 0b1010_0000});

    private final TagTree tree = new TagTree(6, 3);

    @Test
    void readsTheStandardsExample() {
        assertThat(tree.value(bits, 0, 9)).isEqualTo(1);
        assertThat(tree.value(bits, 1, 9)).isEqualTo(3);
        assertThat(tree.value(bits, 2, 9)).isEqualTo(2);
    }

    @Test
    void readsNoMoreThanAThresholdNeeds() {
        assertThat(tree.isBelow(bits, 0, 1)).isFalse();
        assertThat(bits.bits(4)).isEqualTo(0b1111);
    }

    @Test
    void aTreeOfOneLeafIsItsRoot() {
        TagTree single = new TagTree(1, 1);

        assertThat(single.value(new PacketBits(new byte[] {0b0010_0000}), 0, 9)).isEqualTo(2);
    }
}
