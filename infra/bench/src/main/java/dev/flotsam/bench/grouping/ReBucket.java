package dev.flotsam.bench.grouping;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Position-dependent model of ReBucket (Dang, Wu, Zhang, Zhang and Nobel, ICSE 2012): matched frames count e^(−c·distance
 * from the top), less e^(−o·difference of places).
 */
final class ReBucket implements Resemblance {
    private static final double FROM_TOP = 0.04;
    private static final double OFFSET = 0.13;

    @Override
    public double between(List<String> a, List<String> b, ToDoubleFunction<String> idf) {
        double[] above = new double[b.size() + 1];
        for (int i = 0; i < a.size(); i++) {
            double[] row = new double[b.size() + 1];
            for (int j = 0; j < b.size(); j++) {
                double cost =
                        a.get(i).equals(b.get(j)) ? Math.exp(-FROM_TOP * Math.min(i, j) - OFFSET * Math.abs(i - j)) : 0;
                row[j + 1] = Math.max(Math.max(above[j + 1], row[j]), above[j] + cost);
            }
            above = row;
        }
        double best = 0;
        for (int j = 0; j < Math.min(a.size(), b.size()); j++) {
            best += Math.exp(-FROM_TOP * j);
        }
        return best == 0 ? 0 : above[b.size()] / best;
    }
}
