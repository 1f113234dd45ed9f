package io.commerceroutes.pgsimulator.transaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with one JSON line per new state of a transaction, card numbers masked. Not safe for use by several threads;
 * a lock in its folder keeps other processes off.
 */
public final class FileJournal implements TransactionJournal, AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Fewer lines than these are not worth a compaction. */
    private static final int FEW_LINES = 10_000;

    private final Path path;
    private final FileChannel lock;
    private AppendedFile file;
    private long lines;

    private FileJournal(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the journal of a folder, which is made if need be.
     *
     * @throws IllegalStateException when another process has it
     */
    public static FileJournal open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileJournal journal = new FileJournal(folder.resolve("transactions.jsonl"), lock(folder));
            journal.file = AppendedFile.open(journal.path);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used".formatted(folder), e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "Another simulator keeps its data in %s: set pg.data-dir".formatted(folder));
        }
        return channel;
    }

    @Override
    public List<Transaction> replay() {
        Map<String, Transaction> last = new LinkedHashMap<>();
        lines = file.readLines((line, isLast) -> {
            try {
                Transaction transaction = JSON.readValue(line, Transaction.class);
                last.put(transaction.transactionKey(), transaction);
                return true;
            } catch (IOException e) {
                if (isLast) {
                    return false;
                }
                throw new IllegalStateException("%s has a line that cannot be read".formatted(path), e);
            }
        });
        return new ArrayList<>(last.values());
    }

    @Override
    public void append(Transaction transaction) {
        file.append(line(transaction));
        lines++;
    }

    @Override
    public void compact(Collection<Transaction> current) {
        if (lines < FEW_LINES || lines < 3L * current.size()) {
            return;
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            for (Transaction transaction : current) {
                out.write(line(transaction));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            file.close();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            file = AppendedFile.open(path);
            lines = current.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(Transaction transaction) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(JSON.writeValueAsBytes(transaction.masked()));
            line.write('\n');
            return line.toByteArray();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        lock.close();
    }
}
