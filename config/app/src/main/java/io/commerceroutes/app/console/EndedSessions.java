package io.commerceroutes.app.console;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that may end while a request is under way, for the page asks on while somebody logs out: what such a request
 * would still write of its session is dropped.
 */
record EndedSessions(SessionRepository<Session> sessions) implements SessionRepository<Session> {
    @Override
    public Session createSession() {
        return sessions.createSession();
    }

    @Override
    public void save(Session session) {
        try {
            sessions.save(session);
        } catch (IllegalStateException ended) {
            // Redis has it no more; whoever comes with its id is a stranger.
        }
    }

    @Override
    public Session findById(String id) {
        return sessions.findById(id);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }
}
