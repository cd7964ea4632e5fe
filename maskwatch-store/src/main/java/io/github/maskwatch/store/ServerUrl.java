package io.github.maskwatch.store;

import io.github.maskwatch.message.UserInfo;
import io.github.maskwatch.monitor.config.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a database's URL apart, so that the password leaves it before anybody shows it. */
final class ServerUrl {
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:jdbc:)?(?:postgresql|postgres)://");
    private static final Pattern ANY_SCHEME = Pattern.compile("(?i)(?:jdbc:[a-z0-9]*|[a-z][a-z0-9+.-]+:/)/?.*");

    /** A host and, without a database's name, options up to some value. */
    private static final Pattern OPTIONS_AT_ONCE = Pattern.compile("[^:@/?]*(?::\\d{1,5})?\\?[^=]*=.*");

    private ServerUrl() {}

    static boolean isUrl(String text) {
        return ANY_SCHEME.matcher(text).matches();
    }

    static StoreAddress.OnServer parse(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.lookingAt()) {
            throw new IllegalArgumentException(
                    "a store must be a file's path or a URL that begins with postgresql://, got another kind of URL");
        }
        if (UserInfo.isDoubtful(text)) {
            throw new IllegalArgumentException("the store's URL " + UserInfo.ADVICE);
        }
        Credentials found = new Credentials();
        String rest = found.withoutUserInfo(text.substring(scheme.end()));
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        String options = question < 0 ? "" : found.without(rest.substring(question + 1));
        String url = "postgresql://" + place + (options.isEmpty() ? "" : "?" + options);
        return new StoreAddress.OnServer(url, found.user, found.password == null ? null : new Secret(found.password));
    }

    private static final class Credentials {
        private @Nullable String user;
        private @Nullable String password;

        /** Host, database and options. A ? may be in a password; without a database's name the options may hold an @. */
        String withoutUserInfo(String text) {
            int slash = text.indexOf('/');
            int at = text.lastIndexOf('@', slash < 0 ? text.length() : slash);
            if (at < 0 || OPTIONS_AT_ONCE.matcher(text.substring(0, at)).matches()) {
                return text;
            }
            int colon = text.substring(0, at).indexOf(':');
            user = decoded(text.substring(0, colon < 0 ? at : colon));
            password = colon < 0 ? null : decoded(text.substring(colon + 1, at));
            return text.substring(at + 1);
        }

        /** The options that are no credentials. */
        String without(String options) {
            List<String> kept = new ArrayList<>();
            for (String option : options.split("&", -1)) {
                if (option.startsWith("user=")) {
                    user = decoded(option.substring("user=".length()));
                } else if (option.startsWith("password=")) {
                    password = decoded(option.substring("password=".length()));
                } else if (!option.isEmpty()) {
                    kept.add(option);
                }
            }
            return String.join("&", kept);
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // The JDK's message would show it.
                throw new IllegalArgumentException(
                        "user and password in a store's URL must be percent-encoded (% as %25, @ as %40)");
            }
        }
    }
}
