package io.github.maskwatch.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings for people, or for programs. */
public final class FindingText {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FindingText() {}

    /** A line each, and one with the sum. */
    public static List<String> lines(List<Finding> findings) {
        int width = findings.stream().mapToInt(each -> each.subject().length()).reduce(0, Math::max);
        List<String> lines = new ArrayList<>();
        for (Finding each : findings) {
            String subject = each.subject() + " ".repeat(width - each.subject().length());
            String cure = each.cure() == null ? "" : " → " + each.cure();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %-7s  %s  %s%s",
                    each.grade().sign(),
                    each.grade().word(),
                    subject,
                    each.text(),
                    cure));
        }
        lines.add("");
        lines.add(sum(findings));
        return lines;
    }

    private static String sum(List<Finding> findings) {
        long wrong = count(findings, Grade.WRONG);
        long warnings = count(findings, Grade.WARNING);
        return (wrong == 0 ? "Nothing is wrong" : wrong + " wrong")
                + (warnings == 0 ? "." : ", " + warnings + (warnings == 1 ? " warning." : " warnings."));
    }

    private static long count(List<Finding> findings, Grade grade) {
        return findings.stream().filter(each -> each.grade() == grade).count();
    }

    /** One object: {@code wrong} and {@code warnings} as numbers, {@code findings} with grade, subject, text and cure. */
    public static String json(List<Finding> findings) {
        List<Map<String, String>> list = new ArrayList<>();
        for (Finding each : findings) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("grade", each.grade().word());
            fields.put("subject", each.subject());
            fields.put("text", each.text());
            if (each.cure() != null) {
                fields.put("cure", each.cure());
            }
            list.add(fields);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("wrong", count(findings, Grade.WRONG));
        all.put("warnings", count(findings, Grade.WARNING));
        all.put("findings", list);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers must become JSON", e);
        }
    }
}
