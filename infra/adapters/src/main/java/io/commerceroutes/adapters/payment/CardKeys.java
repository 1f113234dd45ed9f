package io.commerceroutes.adapters.payment;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that cards are sealed with, by id: one that seals, and earlier ones that still open. Its text form and its
 * errors show no key.
 */
public record CardKeys(Map<String, SecretKey> byId, String activeId) {
    private static final int KEY_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /** @throws IllegalArgumentException if the active key is missing */
    public CardKeys {
        byId = Map.copyOf(byId);
        if (!byId.containsKey(activeId)) {
            throw new IllegalArgumentException(
                    "The id of the active card key names none of the card keys, which are " + byId.keySet());
        }
    }

    /**
     * Reads the settings.
     *
     * @param keys {@code id:key} pairs joined by commas, each key 32 bytes in Base64
     * @throws IllegalArgumentException if they are not of that form
     */
    public static CardKeys parse(String keys, String activeId) {
        Map<String, SecretKey> byId = new LinkedHashMap<>();
        String[] entries = keys.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            String[] parts = entries[i].strip().split(":", 2);
            if (parts.length != 2 || !ID.matcher(parts[0]).matches()) {
                throw new IllegalArgumentException(
                        "Card key %d of %d is not of the form id:key, with an id of up to 32 letters, digits, - and _"
                                .formatted(i + 1, entries.length));
            }
            if (byId.put(parts[0], key(parts[0], parts[1])) != null) {
                throw new IllegalArgumentException("Card key %s is there twice".formatted(parts[0]));
            }
        }
        return new CardKeys(byId, activeId.strip());
    }

    private static SecretKey key(String id, String base64) {
        byte[] bytes = decode(id, base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Card key %s has %d bytes, not %d".formatted(id, bytes.length, KEY_BYTES));
        }
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] decode(String id, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException showsPartOfTheKey) {
            throw new IllegalArgumentException("Card key %s is not in Base64".formatted(id));
        }
    }

    @Override
    public String toString() {
        return "CardKeys[ids=%s, activeId=%s]".formatted(byId.keySet(), activeId);
    }
}
