package dev.flotsam.bench.grouping;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weighted edit distance in the manner of TraceSim (Vasiliev, Koznov, Chernishev, Khvorov, Luciv and Povarov, MaLTeSQuE
 * 2020): a frame costs its place's weight times a sigmoid of its inverse document frequency.
 */
final class TraceSim implements Resemblance {
    private static final double DECAY = 0.7;
    private static final double SLOPE = 1.5;
    private static final double MIDDLE = 1.5;

    @Override
    public double between(List<String> a, List<String> b, ToDoubleFunction<String> idf) {
        double[] left = weights(a, idf);
        double[] right = weights(b, idf);
        double[] above = new double[b.size() + 1];
        for (int j = 0; j < b.size(); j++) {
            above[j + 1] = above[j] + right[j];
        }
        double total = above[b.size()];
        double removed = 0;
        for (int i = 0; i < a.size(); i++) {
            double[] row = new double[b.size() + 1];
            removed += left[i];
            row[0] = removed;
            for (int j = 0; j < b.size(); j++) {
                double replaced = a.get(i).equals(b.get(j)) ? Math.abs(left[i] - right[j]) : left[i] + right[j];
                row[j + 1] = Math.min(above[j] + replaced, Math.min(above[j + 1] + left[i], row[j] + right[j]));
            }
            above = row;
        }
        double all = total + removed;
        return all == 0 ? 0 : 1 - above[b.size()] / all;
    }

    private static double[] weights(List<String> frames, ToDoubleFunction<String> idf) {
        double[] weights = new double[frames.size()];
        for (int i = 0; i < weights.length; i++) {
            double rare = 1 / (1 + Math.exp(-SLOPE * (idf.applyAsDouble(frames.get(i)) - MIDDLE)));
            weights[i] = rare * Math.pow(1.0 + i, -DECAY);
        }
        return weights;
    }
}
