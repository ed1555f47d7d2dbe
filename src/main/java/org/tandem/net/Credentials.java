package org.tandem.net;

/** The name and passcode that we show to a peer as user identity (PS3.7 D.3.3.7); over TLS only, else all can read. */
public record Credentials(String username, String passcode) {

    @Override
    public String toString() {
        return "credentials";
    }
}
