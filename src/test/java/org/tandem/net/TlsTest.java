package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.tls.TlsContext;
import org.tandem.net.tls.TlsPeer;
import org.tandem.net.tls.TlsProfile;

/** The profile of PS3.15 B.12 from both sides: who may connect, and what is said to those who may not. */
@Timeout(300)
class TlsTest {

    private static final AeTitle NODE = new AeTitle("TANDEM");
    private static final OfferedContext ECHO = RawPeer.context(1, "1.2.840.10008.1.1", "1.2.840.10008.1.2");

    @TempDir
    private static Path folder;

    private static TlsCertificates certificates;

    private final RecordingHandler handler = new RecordingHandler();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TlsCertificates.make(folder);
    }

    @Test
    void objectsArriveByteForByteWithSeveralUnderWay() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            files.add(Part10.write(
                    folder.resolve(i + ".dcm"),
                    SopClasses.CT_IMAGE_STORAGE,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    Octets.pattern(i * i * 100_000)));
        }
        try (StorageScp scp = scp(ClientCertificate.NEED, "device")) {
            Peer peer = peer(scp, certificates.context("device", "node"), true);
            PeerTerms several = peer.terms().withOperations(4);
            try (StorageScu scu = StorageScu.open(
                    peer.withTerms(several), ScuOptions.of(new AeTitle("DEVICE")), ProposedContexts.of(files))) {
                files.forEach(file ->
                        scu.send(file, answer -> assertThat(answer.stored()).isTrue()));
            }
        }
        for (int i = 1; i <= 5; i++) {
            assertThat(handler.stored.get(Part10.instance(files.get(i - 1))))
                    .isEqualTo(Octets.pattern(i * i * 100_000));
        }
    }

    @Test
    void aRequestorWithoutACertificateIsRefusedWhereOneIsNeededOnly() throws Exception {
        try (LogLines lines = LogLines.of(AcceptedAssociation.class);
                StorageScp scp = scp(ClientCertificate.NEED, "device")) {
            assertThatThrownBy(() -> associate(scp, TrustingClient.anonymous())).isInstanceOf(IOException.class);
            assertThat(lines.await("TLS handshake failed")).contains("WARN", "the peer showed no certificate");
        }
        for (ClientCertificate lenient : List.of(ClientCertificate.WANT, ClientCertificate.NONE)) {
            try (StorageScp scp = scp(lenient, "device")) {
                assertThat(associate(scp, TrustingClient.anonymous())).isInstanceOf(AssociateAccept.class);
            }
        }
    }

    @Test
    void aRequestorThatIsNotTrustedOrHasExpiredIsRefusedAndTheLogSaysWhich() throws Exception {
        try (LogLines lines = LogLines.of(AcceptedAssociation.class);
                StorageScp scp = scp(ClientCertificate.WANT, "device", "expired")) {
            assertThatThrownBy(() -> echo(peer(scp, certificates.context("stranger", "node"), true)))
                    .isInstanceOf(AssociationException.class);
            assertThat(lines.await("TLS handshake failed")).contains("is not trusted here");

            assertThatThrownBy(() -> associate(scp, TrustingClient.with(certificates.p12("expired"))))
                    .isInstanceOf(IOException.class);
            assertThat(lines.await("TLS handshake failed")).contains("has expired");
        }
    }

    @Test
    void anAcceptorThatIsNotTrustedIsNotSpokenTo() throws Exception {
        try (StorageScp scp = scp(ClientCertificate.NONE, "device")) {
            assertThatThrownBy(() -> echo(peer(scp, certificates.context("device", "stranger"), true)))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("put its authority into our trust");
        }
    }

    @Test
    void theNameOfTheHostIsCheckedUnlessThatIsOff() throws Exception {
        TlsListen listen = new TlsListen(
                ListenAddress.of(0), certificates.context("elsewhere", "device"), ClientCertificate.NEED, true);
        TlsContext device = certificates.context("device", "elsewhere");
        try (StorageScp scp = StorageScp.start(ScpOptions.of(NODE, 0).withTls(listen), handler)) {
            assertThatThrownBy(() -> echo(peer(scp, device, true)))
                    .isInstanceOf(AssociationException.class)
                    .hasMessageContaining("does not name the host");
            assertThat(echo(peer(scp, device, false)).stored()).isTrue();
        }
    }

    @Test
    void olderVersionsOfTlsAreRefused() throws Exception {
        byte[] hello = Octets.of(
                "16 03 01 00 2d", // a record of a handshake
                "01 00 00 29 03 02", // ClientHello, TLS 1.1 at most
                "00".repeat(32),
                "00", // no session
                "00 02 00 2f", // one suite, TLS_RSA_WITH_AES_128_CBC_SHA
                "01 00"); // no compression
        try (LogLines lines = LogLines.of(AcceptedAssociation.class);
                StorageScp scp = scp(ClientCertificate.NONE, "device");
                RawPeer peer = RawPeer.connect(scp.tlsPort())) {
            peer.send(hello);
            byte[] alert = peer.socket().getInputStream().readNBytes(7);
            assertThat(alert[0]).isEqualTo((byte) 21);
            assertThat(alert[6]).as("protocol_version (RFC 8446 6.2)").isEqualTo((byte) 70);
            assertThat(lines.await("TLS handshake failed")).contains("speaks no TLS 1.2 or 1.3");
        }
    }

    @Test
    void bothVersionsOfTheProfileAreSpokenAndNothingElse() throws Exception {
        try (StorageScp scp = scp(ClientCertificate.NONE, "device")) {
            for (String version : TlsProfile.PROTOCOLS) {
                try (SSLSocket socket = TrustingClient.anonymous().connect(scp.tlsPort())) {
                    socket.setEnabledProtocols(new String[] {version});
                    socket.startHandshake();
                    assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                    assertThat(TlsProfile.CIPHER_SUITES)
                            .contains(socket.getSession().getCipherSuite());
                }
            }
            try (SSLSocket socket = TrustingClient.anonymous().connect(scp.tlsPort())) {
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});
                assertThatThrownBy(socket::startHandshake).hasMessageContaining("handshake_failure");
            }
        }
    }

    @Test
    void aPeerInTheClearAtTheTlsPortAndTheOtherWayRoundAreClosedWithAReason() throws Exception {
        try (LogLines lines = LogLines.of(AcceptedAssociation.class);
                StorageScp scp = scp(ClientCertificate.NONE, "device");
                RawPeer peer = RawPeer.connect(scp.tlsPort())) {
            peer.send(RawPeer.request("TANDEM", "TESTER", ECHO));
            assertThat(lines.await("TLS handshake failed")).contains("the peer speaks in the clear");

            Peer wrongPort = new Peer(NODE, "127.0.0.1", scp.port())
                    .withTerms(PeerTerms.DEFAULT.withTls(new TlsPeer(certificates.context("device", "node"), false)));
            assertThatThrownBy(() -> echo(wrongPort)).isInstanceOf(AssociationException.class);
            lines.await("speaks TLS to the DICOM port");
        }
    }

    @Test
    void thePortInTheClearIsShutByChoice() throws Exception {
        TlsListen only = new TlsListen(
                ListenAddress.of(0), certificates.context("node", "device"), ClientCertificate.NEED, true);
        try (StorageScp scp = StorageScp.start(ScpOptions.of(NODE, 0).withTls(only), handler)) {
            assertThat(scp.port()).isEqualTo(scp.tlsPort());
            assertThat(echo(peer(scp, certificates.context("device", "node"), true))
                            .stored())
                    .isTrue();
        }
    }

    @Test
    void aHandshakeThatStallsOrCreepsIsCut() throws Exception {
        ScpOptions quick = options(ClientCertificate.NEED, "device")
                .withTimeouts(ScpTimeouts.DEFAULT.withArtim(Duration.ofMillis(300)));
        try (StorageScp scp = StorageScp.start(quick, handler);
                RawPeer silent = RawPeer.connect(scp.tlsPort());
                RawPeer creeping = RawPeer.connect(scp.tlsPort())) {
            // a record of a handshake, 16 KiB long: fourteen minutes, drop by drop
            try (Dripping drops = new Dripping(creeping, Octets.of("16 03 01 40 00 01"))) {
                assertThat(isCut(silent)).isTrue();
                assertThat(drops.isCut()).isTrue();
                assertThat(isCut(creeping)).isTrue();
            }
        }
    }

    @Test
    void closingTheAcceptorEndsAssociationsThatWait() throws Exception {
        StorageScp scp = scp(ClientCertificate.NEED, "device");
        Peer peer = peer(scp, certificates.context("device", "node"), true);
        StorageScu scu =
                StorageScu.open(peer, ScuOptions.of(new AeTitle("DEVICE")), List.of(ProposedContext.VERIFICATION));
        long start = System.nanoTime();
        scp.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
        assertThatThrownBy(scu::echo).isInstanceOf(AssociationException.class);
    }

    /** Whether the other end closes, or resets, before its deadline. */
    private static boolean isCut(RawPeer peer) {
        try {
            return peer.isClosed();
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Pdu associate(StorageScp scp, TrustingClient client) throws Exception {
        try (RawPeer peer = new RawPeer(client.connect(scp.tlsPort()))) {
            peer.send(RawPeer.request("TANDEM", "TESTER", ECHO));
            return peer.read();
        }
    }

    private StorageScp scp(ClientCertificate certificate, String... trusted) {
        return StorageScp.start(options(certificate, trusted), handler);
    }

    private static ScpOptions options(ClientCertificate certificate, String... trusted) {
        return ScpOptions.of(NODE, 0)
                .withTls(new TlsListen(ListenAddress.of(0), certificates.context("node", trusted), certificate, false));
    }

    private static Peer peer(StorageScp scp, TlsContext context, boolean checkHost) {
        return new Peer(NODE, "127.0.0.1", scp.tlsPort())
                .withTerms(PeerTerms.DEFAULT.withTls(new TlsPeer(context, checkHost)));
    }

    private static StoreResult echo(Peer peer) {
        try (StorageScu scu =
                StorageScu.open(peer, ScuOptions.of(new AeTitle("DEVICE")), List.of(ProposedContext.VERIFICATION))) {
            return scu.echo();
        }
    }
}
