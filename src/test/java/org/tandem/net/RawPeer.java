package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetWriter;
import org.tandem.net.pdu.AssociateAccept;
import org.tandem.net.pdu.AssociateHeader;
import org.tandem.net.pdu.AssociateRequest;
import org.tandem.net.pdu.DataTransfer;
import org.tandem.net.pdu.OfferedContext;
import org.tandem.net.pdu.Pdu;
import org.tandem.net.pdu.PduEncoder;
import org.tandem.net.pdu.PduReader;
import org.tandem.net.pdu.UserInformation;

/** The other end of a connection in a test: sends whatever it is told, right or wrong. Every read has a deadline. */
public final class RawPeer implements Closeable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    static final int COMMAND = 1;
    static final int DATA = 0;
    static final int LAST = 2;

    private final Socket socket;

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) DEADLINE.toMillis());
        socket.setTcpNoDelay(true);
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Connects and has these contexts accepted, all of them. */
    static RawPeer associate(int port, OfferedContext... contexts) throws IOException {
        RawPeer peer = connect(port);
        peer.send(request("TANDEM", "TESTER", contexts));
        if (!(peer.read() instanceof AssociateAccept)) {
            throw new IOException("not accepted");
        }
        return peer;
    }

    public static AssociateRequest request(String called, String calling, OfferedContext... contexts) {
        return new AssociateRequest(
                AssociateHeader.of(called, calling),
                AssociateRequest.DICOM_APPLICATION_CONTEXT,
                List.of(contexts),
                new UserInformation(16 * 1024, "1.2.3", "RAW", List.of()));
    }

    static OfferedContext context(int id, String abstractSyntax, String... syntaxes) {
        return new OfferedContext(id, abstractSyntax, List.of(syntaxes));
    }

    void send(Pdu pdu) throws IOException {
        send(PduEncoder.encode(pdu));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends one P-DATA-TF that holds these PDVs. */
    void sendData(byte[]... pdvs) throws IOException {
        send(dataPdu(pdvs));
    }

    /** A P-DATA-TF that holds these PDVs. */
    static byte[] dataPdu(byte[]... pdvs) {
        int length = 0;
        for (byte[] pdv : pdvs) {
            length += pdv.length;
        }
        ByteBuffer pdu =
                ByteBuffer.allocate(6 + length).put((byte) 4).put((byte) 0).putInt(length);
        for (byte[] pdv : pdvs) {
            pdu.put(pdv);
        }
        return pdu.array();
    }

    static byte[] pdv(int contextId, int control, byte[] data) {
        return ByteBuffer.allocate(6 + data.length)
                .putInt(2 + data.length)
                .put((byte) contextId)
                .put((byte) control)
                .put(data)
                .array();
    }

    static byte[] command(int contextId, DataSet command) {
        return pdv(contextId, COMMAND | LAST, DataSetWriter.commandBytes(command));
    }

    /** The next PDU; that of data with its head only. */
    Pdu read() throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        if (first < 0) {
            throw new IOException("closed");
        }
        return new PduReader(in).read(first);
    }

    /** The next message's command set, from as many PDUs as it takes, one PDV in each. */
    DataSet readCommand() throws IOException {
        List<Byte> command = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = readPdv(command);
        }
        return CommandSets.decode(bytes(command));
    }

    static byte[] bytes(List<Byte> octets) {
        byte[] bytes = new byte[octets.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = octets.get(i);
        }
        return bytes;
    }

    /** Appends the data of the next PDV, which must be alone in its PDU; answers whether it was the last. */
    boolean readPdv(List<Byte> data) throws IOException {
        Pdu pdu = read();
        if (!(pdu instanceof DataTransfer transfer)) {
            throw new IOException("got " + pdu);
        }
        byte[] body = socket.getInputStream().readNBytes((int) transfer.lengthBytes());
        ByteBuffer in = ByteBuffer.wrap(body);
        if (in.getInt() != body.length - 4) {
            throw new IOException("several PDVs");
        }
        in.get();
        int control = in.get();
        while (in.hasRemaining()) {
            data.add(in.get());
        }
        return (control & LAST) != 0;
    }

    /** Whether the other end closes now, without another byte. */
    boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
