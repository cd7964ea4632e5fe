package io.github.maskwatch.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserInfoTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:pa/ss@cam/1",
                "rtsp://admin:12/34@cam/1",
                "rtsp://admin:/pass@cam/1",
                "rtsp://admin:p@ss/word@cam/1",
                "rtsp://ad/min:pass@cam/1",
                "rtsp://admin:pa/s?s@cam/1",
                "postgresql://me:pa/ss@10.0.0.2/x",
                "jdbc:postgresql://me:pa/ss@db/x?user=me",
                "rtsp://cam:554/live@main"
            })
    void aSlashThatMayBeOfAPasswordIsInDoubt(String address) {
        assertThat(UserInfo.isDoubtful(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://cam/live@main",
                "http://cam/x?u=a@b",
                "http://cam:8080/x?u=a@b",
                "http://cam/x?from=12:30&u=a@b",
                "http://me:pass@cam:8080/x?u=a@b",
                "rtsp://192.168.1.20:554/live@main",
                "rtsp://me:p@ss@192.168.1.20:554/live@main",
                "rtsp://[fe80::1]:554/live@main",
                "rtsp://localhost:8554/live@main",
                "rtsp://me:p@ss@cam/1",
                "rtsp://me:pa%2Fss@cam/1",
                "postgresql://me@db1:5432,db2:5432/x?application=a@b",
                "C:/videos/me:and@you.mp4",
                "demo"
            })
    void otherAddressesAreNot(String address) {
        assertThat(UserInfo.isDoubtful(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://admin:s3cret@cam/1,                               rtsp://cam/1",
        "rtsp://admin:s3c/ret@cam/1,                              rtsp://cam/1",
        "rtsp://admin:12/34@cam/1,                                rtsp://cam/1",
        "rtsp://admin:s#3?cret@cam/1,                             rtsp://cam/1",
        "rtsp://admin:s3cret@,                                    rtsp://",
        "rtsp://cam/live@main,                                    rtsp://cam/live@main",
        "http://cam:80/x?u=a@b,                                   http://cam:80/x?u=a@b",
        "http://10.0.0.2/x?src=rtsp://admin:s3c/ret@cam/1,        http://10.0.0.2/x?src=rtsp://cam/1",
        "a@b:c.db,                                                a@b:c.db"
    })
    void whatIsShownHasNoPassword(String address, String shown) {
        assertThat(UserInfo.cut(address)).isEqualTo(shown);
    }

    @Test
    void inOthersMessagesToo() {
        assertThat(UserInfo.cutAll("no (postgresql://me:s3c/ret@db/x): see http://help/ or a@b, not rtsp://joe:pw@cam"))
                .isEqualTo("no (postgresql://db/x): see http://help/ or a@b, not rtsp://cam");
    }

    /** Whatever the password is made of: it is refused, or in front of the first slash and so cut off. */
    @Property
    void noPasswordIsShown(
            @ForAll @NotEmpty @Chars({'a', '1', '/', '@', ':', '?', '#', '%', '&', '.'}) String password) {
        String address = "rtsp://joe:x" + password + "y@cam/1";

        assertThat(UserInfo.cut(address)).isEqualTo("rtsp://cam/1");
    }
}
