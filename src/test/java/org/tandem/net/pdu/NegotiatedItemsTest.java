package org.tandem.net.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.net.Credentials;
import org.tandem.net.Octets;
import org.tandem.net.PasswordHash;
import org.tandem.net.RawPeer;

/** Each sub-item of User Information against bytes laid out by hand after the tables of PS3.7 D.3.3. */
class NegotiatedItemsTest {

    private static final String LENGTH_AND_CLASS = "51 00 00 04 00 00 40 00 52 00 00 05 '1.2.3'";

    @Test
    void asynchronousOperationsWindow() throws IOException {
        stands("53 00 00 04 00 10 00 01", NegotiatedItems.NONE.withWindow(new OperationsWindow(16, 1)));
    }

    @Test
    void roleSelection() throws IOException {
        stands(
                "54 00 00 09 00 05 '1.2.4' 00 01",
                NegotiatedItems.NONE.withRoles(List.of(new RoleSelection("1.2.4", false, true))));
    }

    @Test
    void sopClassExtendedNegotiation() throws IOException {
        stands(
                "56 00 00 0d 00 05 '1.2.4' 02 00 03 00 00 00",
                NegotiatedItems.NONE.withExtended(List.of(ExtendedNegotiation.ofStorage("1.2.4"))));
    }

    @Test
    void sopClassCommonExtendedNegotiation() throws IOException {
        CommonExtendedNegotiation common =
                new CommonExtendedNegotiation("1.2.4", "1.2.840.10008.4.2", List.of("1.2.5", "1.2.6.7"));

        stands(
                "57 00 00 2c 00 05 '1.2.4' 00 11 '1.2.840.10008.4.2' 00 10 00 05 '1.2.5' 00 07 '1.2.6.7'",
                NegotiatedItems.NONE.withCommon(List.of(common)));
        assertThat(common.storage()).isTrue();
    }

    @Test
    void userIdentityByNameAndPasscode() throws IOException {
        UserIdentity identity = UserIdentity.of("zoë", "geheim");

        stands("58 00 00 10 02 01 00 04 'zo' c3 ab 00 06 'geheim'", NegotiatedItems.NONE.withIdentity(identity));
        assertThat(identity.username()).isEqualTo("zoë");
        assertThat(identity.passcode()).isEqualTo("geheim");
    }

    @Test
    void userIdentityOfEveryOtherKind() throws IOException {
        for (int type : List.of(1, 3, 4, 5, 77)) {
            UserIdentity identity = new UserIdentity(type, false, "\u00ff\u0000x", "");
            stands(
                    "58 00 00 09 %02x 00 00 03 ff 00 78 00 00".formatted(type),
                    NegotiatedItems.NONE.withIdentity(identity));
            assertThat(identity.type().isPresent()).isEqualTo(type != 77);
        }
    }

    @Test
    void theAnswerToUserIdentity() throws IOException {
        stands("59 00 00 02 00 00", NegotiatedItems.NONE.withIdentityAnswer(""));
        stands("59 00 00 05 00 03 01 02 03", NegotiatedItems.NONE.withIdentityAnswer("\u0001\u0002\u0003"));
    }

    @Test
    void noTextOfAnItemTellsASecret() {
        AssociateRequest request = RawPeer.request("TANDEM", "TESTER");
        UserInformation user =
                request.user().withItems(NegotiatedItems.NONE.withIdentity(UserIdentity.of("Käthe", "geheim")));

        assertThat(user.toString()).contains("USERNAME_AND_PASSCODE").doesNotContain("geheim", "Käthe", "K\u00c3");
        assertThat(new Credentials("Käthe", "geheim").toString()).isEqualTo("credentials");
        assertThat(PasswordHash.of("geheim").toString()).isEqualTo("password hash");
    }

    @Test
    void aFieldThatRunsPastItsSubItemIsAViolation() {
        for (String bad : List.of(
                "53 00 00 03 00 10 00",
                "54 00 00 05 00 09 '1.2'",
                "56 00 00 01 00",
                "57 00 00 0a 00 03 '1.2' 00 09 '1.2'",
                "58 00 00 06 02 01 00 04 'zo'",
                "58 00 00 06 02 01 00 02 'zo'",
                "59 00 00 02 00 01")) {
            assertThatThrownBy(() -> UserInformationParser.parse(new ItemCursor(Octets.of(bad))))
                    .as(bad)
                    .isInstanceOf(ProtocolViolation.class)
                    .extracting(e -> ((ProtocolViolation) e).reason())
                    .isEqualTo(AbortReason.INVALID_PARAMETER);
        }
    }

    @Test
    void ofASubItemThatMayStandOnceTheLastCounts() throws IOException {
        UserInformation user = UserInformationParser.parse(
                new ItemCursor(Octets.of("53 00 00 04 00 10 00 01 7f 00 00 01 00 53 00 00 04 00 02 00 03")));

        assertThat(user.items().window()).isEqualTo(Optional.of(new OperationsWindow(2, 3)));
    }

    /** Holds that this text is the item in bytes, both ways. */
    private static void stands(String octets, NegotiatedItems items) throws IOException {
        UserInformation user = new UserInformation(16_384, "1.2.3", "", items);
        byte[] bytes = Octets.of(LENGTH_AND_CLASS, octets);

        assertThat(UserInformationEncoder.encode(user).bytes()).isEqualTo(bytes);
        assertThat(UserInformationParser.parse(new ItemCursor(bytes))).isEqualTo(user);
    }
}
