package io.github.maskwatch.monitor.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant by a misspelt name. */
public final class Nearest {
    private static final int MAX_SUGGESTIONS = 2;

    private Nearest() {}

    /** The names that are few letters away, the nearest first; often one, or none. */
    public static List<String> to(String typed, Collection<String> known) {
        int allowed = Math.max(1, typed.length() / 3);
        List<String> near = new ArrayList<>();
        for (String name : known) {
            if (distance(typed, name) <= allowed || (typed.length() >= 4 && name.startsWith(typed))) {
                near.add(name);
            }
        }
        near.sort(Comparator.<String>comparingInt(name -> distance(typed, name)).thenComparing(name -> name));
        return List.copyOf(near.subList(0, Math.min(MAX_SUGGESTIONS, near.size())));
    }

    /**
     * Letters to insert, delete, replace or swap with their neighbour (the restricted edit distance of F. Damerau, "A technique
     * for computer detection and correction of spelling errors", CACM 7, 1964).
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
