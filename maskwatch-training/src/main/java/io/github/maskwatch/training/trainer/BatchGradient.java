package io.github.maskwatch.training.trainer;

import io.github.maskwatch.training.batch.Batch;
import io.github.maskwatch.training.network.Loss;
import io.github.maskwatch.training.network.Network;
import io.github.maskwatch.training.network.Parameter;
import io.github.maskwatch.training.network.Tensors;
import io.github.maskwatch.training.network.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The gradient of a batch's mean loss, with as many threads as are wanted.
 *
 * <p>Networks with twins are trained data-parallel: each thread takes its part of the batch through a network over the same weights, and
 * the gradients are added up in a fixed order, so that a run repeats bit for bit. Small kernels, of which a detector has hundreds a step,
 * leave nothing to share: threads within each of them only wait for one another. Other networks have all threads in each kernel.
 *
 * <p>Each part is normalized by itself and has its own mean loss, which counts by the part's share of the batch, as in data-parallel training
 * everywhere (S. Li and others, "PyTorch distributed", VLDB 2020). No part is smaller than {@value #LEAST_PART} pictures, since statistics
 * of a few are noise: threads beyond that have nothing to do.
 */
@SuppressWarnings("try") // scopes and guards act by being open
final class BatchGradient<T> implements AutoCloseable {
    private static final int LEAST_PART = 8;

    private final Loss<T> loss;

    /** The trained network, and its twins. */
    private final List<Network> networks = new ArrayList<>();

    private final List<ExecutorService> threads = new ArrayList<>();

    BatchGradient(Network network, Loss<T> loss, int batchSize, int threadCount) {
        this.loss = loss;
        networks.add(network);
        for (int i = 1; i < Math.min(threadCount, batchSize / LEAST_PART); i++) {
            network.twin().ifPresent(networks::add);
        }
        boolean parallel = networks.size() > 1;
        Torch.threads(parallel ? 1 : threadCount);
        for (int i = 0; parallel && i < networks.size(); i++) {
            // One executor each: a network stays with its thread, whose kernels keep to it.
            ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
                Thread made = new Thread(task, "training-step");
                made.setDaemon(true);
                return made;
            });
            thread.execute(() -> Torch.threads(1));
            threads.add(thread);
        }
    }

    /** Leaves the gradients in the network's parameters, unless the loss is no finite number. */
    TrainingStep.Outcome of(Batch<T> batch) {
        networks.forEach(network -> network.parameters().forEach(Parameter::forgetGradient));
        int parts = Math.min(networks.size(), batch.size() / LEAST_PART);
        if (parts <= 1) {
            return part(networks.get(0), batch, 1);
        }
        List<CompletableFuture<TrainingStep.Outcome>> underWay = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            Network network = networks.get(i);
            Batch<T> part = batch.part(i * batch.size() / parts, (i + 1) * batch.size() / parts);
            double share = part.size() / (double) batch.size();
            underWay.add(CompletableFuture.supplyAsync(() -> part(network, part, share), threads.get(i)));
        }
        TrainingStep.Outcome sum = sum(underWay);
        if (Double.isFinite(sum.loss())) {
            networks.subList(1, parts).forEach(this::collect);
        }
        return sum;
    }

    /** @param share of the batch's mean that this part is */
    private TrainingStep.Outcome part(Network network, Batch<T> part, double share) {
        try (PointerScope scope = new PointerScope()) {
            Tensor output = network.forward(Tensors.over(part.pixels(), part.size(), network.input()), true);
            Loss.BatchLoss result = loss.of(output, part);
            Tensor mean = share == 1 ? result.mean() : result.mean().mul(new Scalar(share));
            float value = mean.item_float();
            if (Float.isFinite(value)) {
                mean.backward();
            }
            return new TrainingStep.Outcome(value, result.correct(), result.judged());
        }
    }

    /** Waits for all of them, even if one fails: whoever closes this must not take weights from under a kernel. */
    private static TrainingStep.Outcome sum(List<CompletableFuture<TrainingStep.Outcome>> underWay) {
        try {
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a part of a step failed", e.getCause());
        }
        return underWay.stream()
                .map(CompletableFuture::join)
                .reduce(new TrainingStep.Outcome(0, 0, 0), TrainingStep.Outcome::plus);
    }

    private void collect(Network twin) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            List<Parameter> own = networks.get(0).parameters();
            List<Parameter> theirs = twin.parameters();
            for (int i = 0; i < own.size(); i++) {
                own.get(i).tensor().mutable_grad().add_(theirs.get(i).tensor().grad());
            }
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
        networks.subList(1, networks.size()).forEach(Network::close);
    }
}
