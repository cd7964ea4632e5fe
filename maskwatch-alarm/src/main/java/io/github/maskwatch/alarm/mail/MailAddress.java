package io.github.maskwatch.alarm.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** A mail address, checked. */
final class MailAddress {
    private MailAddress() {}

    /**
     * @param field that it stands in
     * @throws IllegalArgumentException if it is none
     */
    static InternetAddress of(String field, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (address.getAddress().indexOf('@') > 0) {
                return address;
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException(field + " must be a mail address, got \"" + text + "\"", e);
        }
        throw new IllegalArgumentException(field + " must be a mail address, got \"" + text + "\"");
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
