package io.github.maskwatch.monitor.config;

import io.github.maskwatch.message.UserInfo;
import java.net.URI;
import java.net.URISyntaxException;

/** An address without a password. */
final class AddressType implements Type<URI> {
    private static final String WANTED = "an address such as \"https://example.org/alarms\"";

    @Override
    public String name() {
        return "address";
    }

    @Override
    public URI read(Node node) throws ConfigurationException {
        if (UserInfo.isDoubtful(node.scalar(WANTED))) {
            throw node.problem("has an @ behind a /, so that a password may be in it; give that as a secret of its own,"
                    + " and write an @ of the path as %40");
        }
        URI address = parse(node);
        if (address.getScheme() == null) {
            throw node.wrongUntold(WANTED);
        }
        // Java leaves the user info of an unusual host in the authority.
        String authority = address.getRawAuthority();
        if (authority != null
                && authority.contains("@")
                && authority.substring(0, authority.lastIndexOf('@')).contains(":")) {
            throw node.problem("a password must not stand in an address; give it as a secret of its own");
        }
        return address;
    }

    private static URI parse(Node node) throws ConfigurationException {
        try {
            return new URI(node.scalar(WANTED).strip());
        } catch (URISyntaxException e) {
            // Neither the text nor the cause: a password may stand in them.
            throw node.wrongUntold(WANTED);
        }
    }
}
