package io.commerceroutes.pgsimulator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has an answer whose caller has gone come to nothing, with one line in the log: scenarios ask for answers that are too
 * late, and to everything behind this filter it would be a failure with two stack traces.
 */
public class GoneCallers extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(GoneCallers.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Answer(response, request.getMethod()));
    }

    /** Something that is done to an answer, which fails if its caller has gone. */
    private interface Step {
        void take() throws IOException;
    }

    private static final class Answer extends HttpServletResponseWrapper {
        private final String method;
        private boolean isOfNoUse;
        private ServletOutputStream stream;

        Answer(HttpServletResponse response, String method) {
            super(response);
            this.method = method;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream == null) {
                stream = new Stream(this, super.getOutputStream());
            }
            return stream;
        }

        @Override
        public void flushBuffer() {
            unlessGone(super::flushBuffer);
        }

        private void unlessGone(Step step) {
            if (isOfNoUse) {
                return;
            }
            try {
                step.take();
            } catch (IOException gone) {
                isOfNoUse = true;
                LOG.info("The answer to a {} is of no use, its caller has gone", method);
            }
        }
    }

    private static final class Stream extends ServletOutputStream {
        private final Answer answer;
        private final ServletOutputStream out;

        Stream(Answer answer, ServletOutputStream out) {
            this.answer = answer;
            this.out = out;
        }

        @Override
        public void write(int oneByte) {
            answer.unlessGone(() -> out.write(oneByte));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            answer.unlessGone(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            answer.unlessGone(out::flush);
        }

        @Override
        public void close() {
            answer.unlessGone(out::close);
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
