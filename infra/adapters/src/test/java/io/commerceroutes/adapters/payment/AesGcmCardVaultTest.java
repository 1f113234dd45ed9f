package io.commerceroutes.adapters.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

import io.commerceroutes.domain.payment.CardNumber;
import io.commerceroutes.domain.payment.CardType;
import io.commerceroutes.domain.payment.SealedCard;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;

class AesGcmCardVaultTest {
    private static final String ORDER = "0193511e-0000-7000-8000-000000000001";
    private static final CardNumber CARD = new CardNumber("1234-5678-9814-1451");
    private static final String OLD = "old:" + base64(1);
    private static final String NEW = "new:" + base64(2);

    private final AesGcmCardVault vault = vault(OLD, "old");

    private static AesGcmCardVault vault(String keys, String activeId) {
        return new AesGcmCardVault(mock(JdbcOperations.class), CardKeys.parse(keys, activeId));
    }

    private static String base64(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void what_was_sealed_is_opened() {
        Random random = new Random(1451);
        for (int i = 0; i < 200; i++) {
            CardNumber number = new CardNumber("%04d-%04d-%04d-%04d"
                    .formatted(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000), i));
            String orderId = ORDER + i;

            SealedCard sealed = vault.seal(orderId, CardType.KB, number);

            assertThat(vault.open(orderId, sealed.keyId(), sealed.sealed()).reveal())
                    .isEqualTo(number.reveal());
            assertThat(sealed.last4()).isEqualTo(number.last4());
            assertThat(sealed.type()).isEqualTo(CardType.KB);
        }
    }

    @Test
    void no_nonce_is_used_twice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] sealed = vault.seal(ORDER, CardType.KB, CARD).sealed();
            nonces.add(HexFormat.of().formatHex(sealed, 0, 12));
        }
        assertThat(nonces).hasSize(1_000);
    }

    @Test
    void a_changed_byte_anywhere_is_refused() {
        byte[] sealed = vault.seal(ORDER, CardType.KB, CARD).sealed();
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertRefused(vault, ORDER, "old", changed);
        }
    }

    @Test
    void a_text_cut_short_is_refused() {
        byte[] sealed = vault.seal(ORDER, CardType.KB, CARD).sealed();
        IntStream.range(0, sealed.length)
                .forEach(length -> assertRefused(vault, ORDER, "old", Arrays.copyOf(sealed, length)));
    }

    @Test
    void a_card_opens_for_its_own_order_only() {
        assertRefused(
                vault,
                ORDER.replace('1', '2'),
                "old",
                vault.seal(ORDER, CardType.KB, CARD).sealed());
    }

    @Test
    void another_key_does_not_open_it_whatever_it_is_called() {
        byte[] sealed = vault.seal(ORDER, CardType.KB, CARD).sealed();

        assertRefused(vault("old:" + base64(2), "old"), ORDER, "old", sealed);
        assertRefused(vault("old:" + base64(1) + ",twin:" + base64(1), "old"), ORDER, "twin", sealed);
        assertRefused(vault(NEW, "new"), ORDER, "old", sealed);
    }

    @Test
    void a_new_key_seals_while_the_old_one_still_opens() {
        SealedCard before = vault.seal(ORDER, CardType.KB, CARD);
        AesGcmCardVault after = vault(OLD + "," + NEW, "new");

        assertThat(after.open(ORDER, before.keyId(), before.sealed()).reveal()).isEqualTo(CARD.reveal());
        assertThat(after.seal(ORDER, CardType.KB, CARD).keyId()).isEqualTo("new");
    }

    @Test
    void a_sealed_card_shows_its_last_four_digits_only() {
        SealedCard sealed = vault.seal(ORDER, CardType.KB, CARD);

        assertThat(sealed.toString()).contains("1451").doesNotContain("9814");
        assertThat(new String(sealed.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("1234", "5678", "9814");
        assertThat(vault.open(ORDER, sealed.keyId(), sealed.sealed()).toString())
                .doesNotContain("9814");
    }

    private static void assertRefused(AesGcmCardVault vault, String orderId, String keyId, byte[] sealed) {
        assertThatIllegalStateException()
                .isThrownBy(() -> vault.open(orderId, keyId, sealed))
                .satisfies(refusal -> {
                    StringWriter trace = new StringWriter();
                    refusal.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("1451", "9814", base64(1), base64(2));
                });
    }
}
