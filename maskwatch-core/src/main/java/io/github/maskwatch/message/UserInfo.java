package io.github.maskwatch.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * User and password before the host of an address, such as {@code rtsp://USER:PASSWORD@host/path} (the "userinfo" of RFC 3986).
 *
 * <p>The standard ends them at the first {@code /}, and so does whoever reads an address, the JDK and FFmpeg among them. People write
 * passwords as they are, with a {@code /}: then a piece of the password would be taken for the path and be shown as such. Such an
 * address is to be refused, with {@link #ADVICE} and without being repeated.
 */
public final class UserInfo {
    /** What to do about a {@link #isDoubtful doubtful} address; to be put behind "the address …". */
    public static final String ADVICE = "has an @ behind a /: in a user name or a password write %2F for /,"
            + " in a path write %40 for @ (it is not repeated here, as a password may be in it)";

    private static final String AUTHORITY = "://";

    /** Nobody is called like that: an IP address, or this machine; perhaps a port. */
    private static final Pattern SURELY_HOST =
            Pattern.compile("(?:\\[[^\\]]*]|\\d{1,3}(?:\\.\\d{1,3}){3}|localhost)(?::\\d{1,5})?");

    /** One host or, as databases have them, several. */
    private static final Pattern HOSTS = Pattern.compile("[^:,?#]+(?::\\d{1,5})?(?:,[^:,?#]+(?::\\d{1,5})?)*");

    /** The path and the beginning of a query, up to some value. */
    private static final Pattern INTO_QUERY = Pattern.compile("[^?]*\\?[^=]*=.*", Pattern.DOTALL);

    /** An address within another one's path or query, as relays have them. */
    private static final Pattern INNER = Pattern.compile("(://)\\S*@");

    private static final Pattern WORD = Pattern.compile("\\S*://\\S*@\\S*");

    private UserInfo() {}

    /**
     * Whether it cannot be told what of the address is a password: an {@code @} is behind the first {@code /} and a {@code :} before the
     * {@code @}. It can be told where the host in front of the {@code /} is an IP address, and where the {@code @} is in a query
     * ({@code http://host:8080/path?name=a@b}).
     */
    public static boolean isDoubtful(String address) {
        int start = start(address);
        int slash = address.indexOf('/', start);
        int at = address.lastIndexOf('@');
        if (start < 0 || slash < 0 || at < slash || address.substring(start, at).indexOf(':') < 0) {
            return false;
        }
        String host = address.substring(Math.max(start, address.lastIndexOf('@', slash) + 1), slash);
        boolean inQuery = HOSTS.matcher(host).matches()
                && INTO_QUERY.matcher(address.substring(slash, at)).matches();
        return !inQuery && !SURELY_HOST.matcher(host).matches();
    }

    /** The address as it may be shown: without user and password, also those of an address within it. */
    public static String cut(String address) {
        int start = start(address);
        if (start < 0) {
            return address;
        }
        int slash = address.indexOf('/', start);
        int at = isDoubtful(address) || slash < 0 ? address.lastIndexOf('@') : address.lastIndexOf('@', slash);
        String rest = address.substring(Math.max(start, at + 1));
        return address.substring(0, start) + INNER.matcher(rest).replaceAll("$1");
    }

    /** A message of others, in which each address is {@link #cut}. */
    public static String cutAll(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(cut(word.group())));
    }

    /** Index of what follows the first {@code ://}; -1: it is no address. */
    private static int start(String address) {
        int found = address.indexOf(AUTHORITY);
        return found < 0 ? -1 : found + AUTHORITY.length();
    }
}
