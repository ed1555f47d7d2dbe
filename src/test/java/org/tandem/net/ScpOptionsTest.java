package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;

class ScpOptionsTest {

    @Test
    void defaultsAreThoseOfTheConformanceStatement() {
        ScpOptions options = ScpOptions.of(new AeTitle("TANDEM"), 11112);

        assertThat(options.listen()).isEqualTo(new ListenAddress("", 11112, 128));
        assertThat(options.access()).isEqualTo(new AccessRules(false, List.of(), false, Users.NONE));
        assertThat(options.limits().associations()).isEqualTo(new AssociationLimits(64, 32, 128, 16));
        assertThat(options.limits().receive()).isEqualTo(new ReceiveLimits(262_144, 65_536, 17_179_869_184L, 64));
        assertThat(options.limits().timeouts())
                .isEqualTo(new ScpTimeouts(
                        Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofSeconds(30)));
        assertThat(ScuOptions.of(new AeTitle("TANDEM")).timeouts())
                .isEqualTo(new ScuTimeouts(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(1)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> ScpTimeouts.DEFAULT.withArtim(Duration.ZERO))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("artim");
        assertThatThrownBy(() -> ScpLimits.DEFAULT.withMaxAssociations(0)).hasMessageContaining("associations in all");
        assertThatThrownBy(() -> ReceiveLimits.DEFAULT.withMaxPduBytes(10)).hasMessageContaining("maxPduBytes");
        assertThatThrownBy(() -> ListenAddress.of(70_000)).hasMessageContaining("port");
    }
}
