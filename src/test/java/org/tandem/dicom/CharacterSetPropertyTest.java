package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CharacterSetPropertyTest {

    private static final String DELIMITERS = " ^=\r\n\f";

    /** Terms of (0008,0005), and characters that they have. */
    record Sample(List<String> terms, String text) {}

    /** Whatever is mixed, and wherever a delimiter resets the state, the same characters come back. */
    @Property(tries = 1000)
    void whatIsEncodedIsDecoded(@ForAll @From("samples") Sample sample) {
        CharacterSet set = CharacterSet.of(sample.terms());
        for (VR vr : List.of(VR.PN, VR.LO, VR.LT)) {
            assertThat(set.decode(set.encode(sample.text(), vr), vr)).isEqualTo(sample.text());
        }
    }

    @Property(tries = 1000)
    void anyBytesAreDecoded(@ForAll @From("samples") Sample sample, @ForAll byte[] bytes) {
        assertThatCode(() -> CharacterSet.of(sample.terms()).decode(bytes, VR.PN))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(
                        new Sample(List.of("ISO_IR 100"), "ABzéÿÆ"),
                        new Sample(List.of("ISO_IR 13"), "ABzﾔﾏﾀﾞ｡"),
                        new Sample(List.of("ISO_IR 192"), "ABzé山\uD840\uDC00"),
                        new Sample(List.of("GB18030"), "ABzé张小\uD840\uDC00"),
                        new Sample(List.of("GBK"), "ABz张小東"),
                        new Sample(List.of("ISO 2022 IR 100", "ISO 2022 IR 126", "ISO 2022 IR 144"), "ABzéÄΔЛ"),
                        new Sample(List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"), "ABz山田やまだ丂"),
                        new Sample(List.of("ISO 2022 IR 13", "ISO 2022 IR 87"), "ABzﾔﾏ山田やまだ"),
                        new Sample(List.of("", "ISO 2022 IR 149"), "ABz홍길동洪"),
                        new Sample(List.of("", "ISO 2022 IR 58", "ISO 2022 IR 149", "ISO 2022 IR 87"), "ABz张홍ま"))
                .flatMap(sample -> Combinators.combine(Arbitraries.just(sample.terms()), text(sample.text()))
                        .as(Sample::new));
    }

    private static Arbitrary<String> text(String characters) {
        return Arbitraries.of((characters + DELIMITERS)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList())
                .list()
                .ofMaxSize(20)
                .map(all -> String.join("", all));
    }
}
