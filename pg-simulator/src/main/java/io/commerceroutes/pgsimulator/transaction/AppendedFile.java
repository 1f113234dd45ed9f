package io.commerceroutes.pgsimulator.transaction;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of lines that only grows at its end, and loses there what a killed process left half written. */
final class AppendedFile implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(AppendedFile.class);

    private final Path path;
    private final RandomAccessFile file;

    /** Takes a line; answers false when it cannot be read. */
    interface LineReader {
        boolean take(byte[] line, boolean isLast);
    }

    private AppendedFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    static AppendedFile open(Path path) throws IOException {
        // No FileChannel: it is closed for all when one of its threads is interrupted.
        return new AppendedFile(path, new RandomAccessFile(path.toFile(), "rw"));
    }

    /**
     * Reads from the first line to the last, and cuts off what comes after the last one that could be read.
     *
     * @return how many lines there are
     */
    long readLines(LineReader reader) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            long count = 0;
            long end = 0;
            long size = file.length();
            byte[] line = nextLine(in);
            while (line != null && reader.take(line, end + line.length + 1 >= size)) {
                end += line.length + 1;
                count++;
                line = nextLine(in);
            }
            if (end < size) {
                LOG.warn("{} ended within a line: {} bytes are dropped", path, size - end);
                file.setLength(end);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null at the end, and for a line that has none. */
    private static byte[] nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                return null;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    /** Either the whole line is written or the file is as before. */
    void append(byte[] line) {
        try {
            long end = file.length();
            try {
                file.seek(end);
                file.write(line);
            } catch (IOException e) {
                file.setLength(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + path, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
