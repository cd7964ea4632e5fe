package io.github.maskwatch.alarm.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.maskwatch.alarm.Alarms;
import io.github.maskwatch.alarm.CameraState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StateBoardTest {
    private final List<Integer> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> receipts = new ArrayList<>();
    private final StateBoard board = new StateBoard(List.of(Alarms.DOOR), state -> {
        sent.add(state.people());
        CompletableFuture<Void> receipt = new CompletableFuture<>();
        receipts.add(receipt);
        return receipt;
    });

    private static CameraState people(int count) {
        return new CameraState(Alarms.DOOR, true, count, 0, null);
    }

    @Test
    void whatIsPutBeforeTheConnectionGoesOutWithIt() {
        board.put(people(1));
        board.put(people(2));
        assertThat(sent).isEmpty();
        board.connected();
        assertThat(sent).containsExactly(2);
    }

    @Test
    void aCameraThatHasSaidNothingIsOffline() {
        board.connected();
        assertThat(sent).containsExactly(0);
    }

    @Test
    void oneAtATimeAndTheNewestWins() {
        board.put(people(1));
        board.connected();
        for (int count = 2; count < 100; count++) {
            board.put(people(count));
        }
        assertThat(sent).containsExactly(1);
        receipts.get(0).complete(null);
        assertThat(sent).containsExactly(1, 99);
        receipts.get(1).complete(null);
        assertThat(sent).as("no state twice").containsExactly(1, 99);
    }

    @Test
    void everythingGoesOutAgainWithANewConnection() {
        board.put(people(1));
        board.connected();
        receipts.get(0).complete(null);
        board.disconnected();
        board.put(people(2));
        assertThat(sent).containsExactly(1);
        board.connected();
        assertThat(sent).containsExactly(1, 2);
    }

    @Test
    void aReceiptOfTheOldConnectionMeansNothing() {
        board.put(people(1));
        board.connected();
        board.disconnected();
        board.connected();
        board.put(people(2));
        receipts.get(0).completeExceptionally(new IOException("closed"));
        assertThat(sent).as("still on its way").containsExactly(1, 1);
        receipts.get(1).complete(null);
        assertThat(sent).containsExactly(1, 1, 2);
    }
}
