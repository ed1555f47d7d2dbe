package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.net.pdu.DataTransfer;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.PduEncoder;
import org.tandem.net.pdu.PduReader;
import org.tandem.net.pdu.PeerClosedException;
import org.tandem.net.pdu.ProtocolViolation;

/** What a peer may send, for the search for bytes that are not survived. */
public final class FuzzedNet {

    private static final AtomicReference<ILoggingEvent> MISTAKE = new AtomicReference<>();
    private static final int SILENCE_MS = 10_000;

    private FuzzedNet() {}

    /** PDU after PDU: each is refused, or is the same once encoded and read again. */
    public static void pdus(byte[] input) throws IOException {
        InputStream in = new ByteArrayInputStream(input);
        try {
            for (int first = in.read(); first >= 0; first = in.read()) {
                Pdu pdu = new PduReader(in).read(first);
                if (pdu instanceof DataTransfer data) {
                    in.skipNBytes(Math.min(data.lengthBytes(), in.available()));
                } else {
                    byte[] encoded = PduEncoder.encode(pdu);
                    Pdu again = new PduReader(new ByteArrayInputStream(encoded, 1, encoded.length - 1))
                            .read(encoded[0] & 0xFF);
                    assertThat(PduEncoder.encode(again)).isEqualTo(encoded);
                }
            }
        } catch (ProtocolViolation | PeerClosedException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }

    /** A command set is refused, or is the same once encoded and read again. */
    public static void commandSet(byte[] input) {
        try {
            byte[] encoded = DataSetWriter.commandBytes(CommandSets.decode(input));
            DataSet again = CommandSets.decode(encoded);
            assertThat(DataSetWriter.commandBytes(again)).isEqualTo(encoded);
        } catch (ProtocolViolation e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** A whole connection: it is closed at last, and nothing on our side calls itself a mistake. */
    public static void session(byte[] input) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Node.SCP.port())) {
            socket.setSoTimeout(SILENCE_MS);
            socket.getOutputStream().write(input);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (SocketException e) {
            assertThat(e.getMessage()).isNotBlank(); // reset while we write: closed as well
        }
        ILoggingEvent mistake = MISTAKE.get();
        if (mistake != null) {
            throw new AssertionError(mistake.getFormattedMessage() + " "
                    + (mistake.getThrowableProxy() == null
                            ? ""
                            : mistake.getThrowableProxy().getClassName() + " "
                                    + mistake.getThrowableProxy().getMessage()));
        }
    }

    /** One for all sessions of a process. */
    private static final class Node {
        private static final StorageScp SCP = start();

        private static StorageScp start() {
            Logger logger = (Logger) LoggerFactory.getLogger("org.tandem.net");
            AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                        MISTAKE.compareAndSet(null, event);
                    }
                }
            };
            appender.setContext(logger.getLoggerContext());
            appender.start();
            logger.addAppender(appender);
            logger.setLevel(Level.ERROR);
            logger.setAdditive(false);
            ScpOptions options = ScpOptions.of(new AeTitle("TANDEM"), 0)
                    .withAccess(AccessRules.DEFAULT.withPromiscuous(true).withUnknownStorageClasses(true))
                    .withTimeouts(ScpTimeouts.DEFAULT.withArtim(Duration.ofSeconds(1)));
            return StorageScp.start(options, (request, dataSet) -> {
                dataSet.readAllBytes();
                return StoreOutcome.SUCCESS;
            });
        }
    }
}
