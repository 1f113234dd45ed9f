package io.commerceroutes.pgsimulator.transaction;

import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All that the gateway knows: a bounded number of transactions. A state is seen only when the journal has it, so that
 * a killed gateway never takes back what it said.
 */
public class Transactions {
    private final TransactionJournal journal;
    private final TransactionKeys keys;
    private final int maximum;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Transaction> byKey = new LinkedHashMap<>();
    private final LinkedHashMap<String, Set<String>> byOrder = new LinkedHashMap<>();
    private final Map<UserKey, String> byIdempotencyKey = new HashMap<>();
    private final Set<String> settled = new LinkedHashSet<>();
    private long lastSequence = ThreadLocalRandom.current().nextInt(1 << 24);

    private record UserKey(String userId, String idempotencyKey) {}

    /** @param maximum how many are kept; the one that was settled first makes room for a new one */
    public Transactions(TransactionJournal journal, Clock clock, int maximum) {
        this.journal = journal;
        this.keys = new TransactionKeys(clock);
        this.maximum = maximum;
        List<Transaction> replayed = journal.replay();
        replayed.forEach(this::keep);
        replayed.stream().mapToLong(Transaction::sequence).max().ifPresent(last -> lastSequence = last);
        while (byKey.size() > maximum && dropOldestSettled()) {
            // One less.
        }
    }

    /** The new transaction, or the one that the same user's idempotency key made; empty when there is no room. */
    public Optional<Transaction> accept(NewTransaction request) {
        return locked(() -> {
            Optional<Transaction> earlier = findRepeated(request);
            if (earlier.isPresent()) {
                return earlier;
            }
            if (byKey.size() >= maximum && !dropOldestSettled()) {
                return Optional.empty();
            }
            return Optional.of(write(Transaction.accepted(nextKey(), lastSequence, request)));
        });
    }

    private String nextKey() {
        String key;
        do {
            key = keys.key(++lastSequence);
        } while (byKey.containsKey(key));
        return key;
    }

    /** The transaction that was made by the same user with the same idempotency key. */
    public Optional<Transaction> findRepeated(NewTransaction request) {
        UserKey key = new UserKey(request.userId(), request.idempotencyKey());
        return locked(() -> Optional.ofNullable(byIdempotencyKey.get(key)).map(byKey::get));
    }

    /** A user's own transaction. */
    public Optional<Transaction> find(String transactionKey, String userId) {
        return locked(() -> Optional.ofNullable(byKey.get(transactionKey)))
                .filter(transaction -> transaction.belongsTo(userId));
    }

    /** A user's own transactions of an order, the earliest first. */
    public List<Transaction> findOfOrder(String orderId, String userId) {
        return ofOrder(orderId).stream()
                .filter(transaction -> transaction.belongsTo(userId))
                .toList();
    }

    /** All transactions of an order, the earliest first. */
    public List<Transaction> ofOrder(String orderId) {
        return locked(() ->
                byOrder.getOrDefault(orderId, Set.of()).stream().map(byKey::get).toList());
    }

    /** The orders that came last, each with all its transactions. */
    public Map<String, List<Transaction>> latestOrders(int limit) {
        return locked(() -> {
            Map<String, List<Transaction>> latest = new LinkedHashMap<>();
            byOrder.reversed().sequencedKeySet().stream()
                    .limit(limit)
                    .forEach(orderId -> latest.put(orderId, ofOrder(orderId)));
            return latest;
        });
    }

    public int countOrders() {
        return locked(byOrder::size);
    }

    /** Those that are not settled, in the order in which they were accepted. */
    public List<Transaction> pending() {
        return locked(() -> byKey.values().stream()
                .filter(transaction -> transaction.status() == TransactionStatus.PENDING)
                .toList());
    }

    /**
     * The transaction as it is settled now; empty when it was settled before.
     *
     * @param otherwise whether it captures another amount than was asked for, should it be approved
     */
    public Optional<Transaction> settle(String transactionKey, Outcome outcome, boolean otherwise) {
        return locked(() -> Optional.ofNullable(byKey.get(transactionKey))
                .filter(transaction -> transaction.status() == TransactionStatus.PENDING)
                .map(transaction -> write(transaction.settled(outcome, otherwise))));
    }

    /** Gives back in full what was captured, once; the transaction as it is then, whatever its status. */
    public Transaction refund(Transaction found) {
        return locked(() -> {
            Transaction current = byKey.getOrDefault(found.transactionKey(), found);
            return current.refundedAmount() == current.capturedAmount() ? current : write(current.refunded());
        });
    }

    private Transaction write(Transaction transaction) {
        journal.append(transaction);
        keep(transaction);
        journal.compact(byKey.values());
        return transaction;
    }

    private void keep(Transaction transaction) {
        String key = transaction.transactionKey();
        NewTransaction request = transaction.request();
        byKey.put(key, transaction);
        byOrder.computeIfAbsent(request.orderId(), order -> new LinkedHashSet<>())
                .add(key);
        if (request.idempotencyKey() != null) {
            byIdempotencyKey.put(new UserKey(request.userId(), request.idempotencyKey()), key);
        }
        if (transaction.status() != TransactionStatus.PENDING) {
            settled.add(key);
        }
    }

    private boolean dropOldestSettled() {
        Iterator<String> oldest = settled.iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        String key = oldest.next();
        oldest.remove();
        NewTransaction request = byKey.remove(key).request();
        byOrder.computeIfPresent(request.orderId(), (order, ofOrder) -> {
            ofOrder.remove(key);
            return ofOrder.isEmpty() ? null : ofOrder;
        });
        byIdempotencyKey.remove(new UserKey(request.userId(), request.idempotencyKey()));
        return true;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
