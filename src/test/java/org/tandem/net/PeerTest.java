package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.TandemException;

class PeerTest {

    @Test
    void namesAndAddressesAreParsed() {
        assertThat(Peer.parse("PACS@archive.example:11112"))
                .isEqualTo(new Peer(new AeTitle("PACS"), "archive.example", 11112));
        assertThat(Peer.parse(" CT 1@192.0.2.7:104 ")).isEqualTo(new Peer(new AeTitle("CT 1"), "192.0.2.7", 104));
        assertThat(Peer.parse("PACS@[2001:db8::1]:104")).isEqualTo(new Peer(new AeTitle("PACS"), "2001:db8::1", 104));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PACS@host:11112", "PACS@[2001:db8::1]:104"})
    void whatIsParsedPrintsTheSame(String text) {
        assertThat(Peer.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PACS",
                "PACS@host",
                "@host:104",
                "PACS@:104",
                "PACS@host:0",
                "PACS@host:99999",
                "SEVENTEEN_LETTERS@host:104",
                "PACS@ho st:104"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Peer.parse(text)).isInstanceOf(TandemException.class);
    }
}
