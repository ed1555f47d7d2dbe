package org.tandem.net.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;

/**
 * Our certificate and whom we trust, as the files say now: each new association looks whether one has changed and takes
 * what it says. Files that cannot be taken leave what was, with an ERROR. For many threads.
 */
public final class TlsContext {

    private static final Logger log = LoggerFactory.getLogger(TlsContext.class);

    /** How a file looks from outside. */
    private record Look(Path file, Object key, long modified, long sizeBytes) {}

    private final TlsFiles files;
    private List<Look> looks;
    private SSLContext context;

    private TlsContext(TlsFiles files) throws IOException, GeneralSecurityException {
        this.files = files;
        this.looks = looks(files);
        this.context = load(files);
    }

    /** Reads the files; refuses where they cannot be taken, and says which and why. */
    public static TlsContext open(TlsFiles files) {
        try {
            return new TlsContext(files);
        } catch (IOException | GeneralSecurityException e) {
            throw new TandemException(TandemException.Kind.REFUSE, "TLS files cannot be taken: " + reason(e), e);
        }
    }

    /** What holds for a new association. */
    public synchronized SSLContext current() {
        try {
            List<Look> now = looks(files);
            if (!now.equals(looks)) {
                looks = now; // before loading: what is bad is told once, not for each association
                context = load(files);
            }
        } catch (IOException | GeneralSecurityException | TandemException e) {
            log.error(
                    "Changed TLS files are not taken, the old ones stay in use; mend or restore {} and what is beside"
                            + " it: {}",
                    files.certificate(),
                    reason(e));
        }
        return context;
    }

    private static SSLContext load(TlsFiles files) throws IOException, GeneralSecurityException {
        TlsIdentity identity = TlsIdentity.read(files);
        char[] password = "in memory only".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(identity.keyStore(password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {TlsTrust.read(files.trust())}, null);
        log.info("TLS certificate {}", identity);
        return context;
    }

    private static List<Look> looks(TlsFiles files) throws IOException {
        List<Path> all = new ArrayList<>(List.of(files.certificate()));
        files.key().ifPresent(all::add);
        files.passwordFile().ifPresent(all::add);
        all.addAll(TlsTrust.files(files.trust()));
        List<Look> looks = new ArrayList<>();
        for (Path file : all) {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            looks.add(new Look(
                    file, String.valueOf(is.fileKey()), is.lastModifiedTime().toMillis(), is.size()));
        }
        return looks;
    }

    private static String reason(Exception e) {
        return e instanceof TandemException ? String.valueOf(e.getMessage()) : e.toString();
    }
}
