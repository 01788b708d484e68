package health.kedja.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.kedja.access.audit.SharedWrites.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedWritesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger writes = new AtomicInteger();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static List<Access> access(String request) {
        return List.of(new Access("read", Outcome.DONE, null, null, "maj", "Patient/maj", null, request, Who.SERVER));
    }

    private void write(List<Waiting> together) {
        writes.incrementAndGet();
        together.forEach(one -> {
            one.accesses.forEach(access -> written.add(access.request()));
            one.written(null);
        });
    }

    @Test
    void whoever_returns_has_been_written_once() throws Exception {
        SharedWrites shared = new SharedWrites(this::write, 5, LONG, Duration.ZERO);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String request = "request-" + i;
            all.add(threads.submit(() -> {
                shared.write(access(request));
                assertThat(written.contains(request)).isTrue();
            }));
        }
        for (Future<?> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(written).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void those_who_come_during_a_write_share_the_next() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SharedWrites shared = held(begun, end, LONG);
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> shared.write(access("first"))));
        await(begun);
        for (int i = 0; i < 5; i++) {
            String request = "later-" + i;
            all.add(threads.submit(() -> shared.write(access(request))));
        }
        // They must be in the line before the first write ends.
        Thread.sleep(300);
        end.countDown();
        for (Future<?> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(writes).hasValue(2);
        assertThat(written).hasSize(6).startsWith("first");
    }

    /** A write tells that it has begun, and goes on at the end. */
    private SharedWrites held(CountDownLatch begun, CountDownLatch end, Duration patience) {
        return new SharedWrites(
                together -> {
                    begun.countDown();
                    await(end);
                    write(together);
                },
                100,
                patience,
                Duration.ZERO);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoever_is_alone_or_one_of_two_waits_for_nobody() {
        SharedWrites shared = new SharedWrites(this::write, 100, LONG, LONG);
        shared.write(access("unexpected"));
        shared.expect();
        shared.write(access("alone"));
        shared.expect();
        shared.write(access("one of two"));
        assertThat(writes).hasValue(3);
    }

    @Test
    void whoever_writes_waits_until_half_of_those_expected_are_there() throws Exception {
        SharedWrites shared = new SharedWrites(this::write, 100, LONG, LONG);
        IntStream.range(0, 6).forEach(i -> shared.expect());
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String request = "early-" + i;
            all.add(threads.submit(() -> shared.write(access(request))));
        }
        Thread.sleep(300);
        assertThat(written).isEmpty();
        all.add(threads.submit(() -> shared.write(access("third of six"))));
        for (Future<?> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(writes).hasValue(1);
        assertThat(written).hasSize(3);
    }

    @Test
    void nobody_waits_for_those_who_will_not_come() throws Exception {
        SharedWrites shared = new SharedWrites(this::write, 100, LONG, LONG);
        IntStream.range(0, 3).forEach(i -> shared.expect());
        Future<?> waits = threads.submit(() -> shared.write(access("first")));
        Thread.sleep(200);
        assertThat(written).isEmpty();
        shared.expectNoLonger();
        waits.get(10, TimeUnit.SECONDS);
        assertThat(written).containsExactly("first");
    }

    @Test
    void those_who_take_long_are_not_waited_for_longer_than_a_moment() {
        SharedWrites shared = new SharedWrites(this::write, 100, LONG, Duration.ofMillis(20));
        IntStream.range(0, 100).forEach(i -> shared.expect());
        shared.write(access("first"));
        assertThat(written).containsExactly("first");
    }

    @Test
    void a_failure_is_told_to_those_it_concerns_and_to_nobody_after() {
        SQLException failure = new SQLException("no room");
        Consumer<List<Waiting>> firstFails =
                together -> together.forEach(one -> one.written(writes.getAndIncrement() == 0 ? failure : null));
        SharedWrites shared = new SharedWrites(firstFails, 100, LONG, Duration.ZERO);
        assertThatThrownBy(() -> shared.write(access("first")))
                .isInstanceOf(AuditUnavailableException.class)
                .hasCause(failure);
        shared.write(access("second"));
    }

    @Test
    void what_a_writer_does_not_speak_of_counts_as_not_written() {
        SharedWrites silent = new SharedWrites(together -> {}, 100, LONG, Duration.ZERO);
        assertThatThrownBy(() -> silent.write(access("any"))).isInstanceOf(AuditUnavailableException.class);
    }

    @Test
    void a_writer_that_breaks_lets_the_next_one_write() {
        SharedWrites shared = new SharedWrites(
                together -> {
                    if (writes.getAndIncrement() == 0) {
                        throw new IllegalStateException("broken");
                    }
                    write(together);
                },
                100,
                LONG,
                Duration.ZERO);
        assertThatThrownBy(() -> shared.write(access("first"))).isInstanceOf(IllegalStateException.class);
        shared.write(access("second"));
        assertThat(written).containsExactly("second");
    }

    @Test
    void whose_patience_ends_is_not_written_later() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        SharedWrites shared = held(begun, end, Duration.ofMillis(200));
        Future<?> first = threads.submit(() -> shared.write(access("first")));
        await(begun);
        assertThatThrownBy(() -> shared.write(access("impatient"))).isInstanceOf(AuditUnavailableException.class);
        end.countDown();
        first.get(30, TimeUnit.SECONDS);
        shared.write(access("after"));
        assertThat(written).containsExactly("first", "after");
    }
}
