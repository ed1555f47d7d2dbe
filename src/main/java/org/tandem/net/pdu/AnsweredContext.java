package org.tandem.net.pdu;

/**
 * The answer to one offered presentation context in an A-ASSOCIATE-AC (PS3.8 9.3.3.2).
 *
 * @param transferSyntax significant only where the result is {@link #ACCEPTED}; may be empty otherwise
 */
public record AnsweredContext(int id, int result, String transferSyntax) {

    public static final int ACCEPTED = 0;
    public static final int NO_REASON = 2;
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

    public boolean accepted() {
        return result == ACCEPTED;
    }
}
