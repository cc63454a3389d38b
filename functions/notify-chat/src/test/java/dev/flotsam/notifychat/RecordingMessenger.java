package dev.flotsam.notifychat;

import dev.flotsam.triage.alert.Messenger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps every request, and answers as it was told to, then well. */
final class RecordingMessenger implements Messenger {
    final List<Request> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** Answers so, one request each. */
    RecordingMessenger answering(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @Override
    public Answer post(Request request) {
        requests.add(request);
        return answers.isEmpty() ? new Answer.Taken() : answers.removeFirst();
    }

    List<String> bodiesTo(String hook) {
        return requests.stream()
                .filter(request -> request.url().endsWith("/" + hook))
                .map(Request::body)
                .toList();
    }

    List<String> ids() {
        return requests.stream()
                .map(request -> request.headers().get("webhook-id"))
                .toList();
    }
}
