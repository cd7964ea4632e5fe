package io.github.maskwatch.monitor.rules;

import static io.github.maskwatch.mask.MaskState.WITHOUT_MASK;
import static io.github.maskwatch.mask.MaskState.WITH_MASK;
import static io.github.maskwatch.mask.MaskState.WORN_INCORRECTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.maskwatch.event.AlarmRaised;
import io.github.maskwatch.event.EventId;
import org.junit.jupiter.api.Test;

class RuleEngineTest {

    @Test
    void aStateIsToldAtOnceAndOncePerPerson() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask"));

        door.appears(0, 1).is(1, 1, WITHOUT_MASK).is(2, 1, WITH_MASK).is(3, 1, WITHOUT_MASK);
        door.appears(4, 2).is(5, 2, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("bare 1 1.0", "bare 2 5.0");
        assertThat(door.alarms().get(0))
                .extracting(AlarmRaised::camera, AlarmRaised::state, AlarmRaised::zone, AlarmRaised::text)
                .containsExactly(Door.CAMERA, WITHOUT_MASK, null, "bare: without mask at door");
    }

    @Test
    void anAlarmIsDatedToTheMomentItWasDue() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 3 s"));

        door.is(1, 1, WITHOUT_MASK).until(3.9);
        assertThat(door.told()).isEmpty();
        door.until(60);
        assertThat(door.told()).containsExactly("bare 1 4.0");
    }

    @Test
    void whatCountsGoesOnFromStateToState() {
        Door door = new Door(RuleText.rule("name: bare, when: [without_mask, mask_worn_incorrectly], for: 3 s"));

        door.is(0, 1, WITHOUT_MASK).is(2, 1, WORN_INCORRECTLY).until(9);

        assertThat(door.told()).containsExactly("bare 1 3.0");
        assertThat(door.alarms().get(0).state()).isEqualTo(WORN_INCORRECTLY);
    }

    @Test
    void aBreakBeginsItAgain() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 3 s"));

        door.is(0, 1, WITHOUT_MASK).is(2.9, 1, null).is(3, 1, WITHOUT_MASK).until(5.9);
        assertThat(door.told()).isEmpty();
        door.leaves(5.9, 1, WITHOUT_MASK).until(60);
        assertThat(door.told()).isEmpty();
    }

    @Test
    void cannotTellIsAStateOfItsOwn() {
        Door door = new Door(RuleText.rule("name: unseen, when: cannot_tell, for: 10 s, text: '{state} at {camera}'"));

        door.appears(0, 1).appears(0, 2).is(1, 2, WITH_MASK).until(60);

        assertThat(door.told()).containsExactly("unseen 1 10.0");
        assertThat(door.alarms().get(0).text()).isEqualTo("cannot tell at door");
    }

    @Test
    void onlyInItsZone() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 2 s, zone: mat"));

        door.is(0, 1, WITHOUT_MASK).enters(1, 1, "hatch").enters(5, 1, "mat").leavesZone(6.9, 1, "mat", WITHOUT_MASK);
        door.enters(8, 1, "mat").until(60);

        assertThat(door.told()).containsExactly("bare 1 10.0");
        assertThat(door.alarms().get(0).zone()).isEqualTo("mat");
    }

    @Test
    void onlyAtItsCameras() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, cameras: [hall, ward 7]"));

        door.is(0, 1, WITHOUT_MASK);
        door.other("ward 7").is(1, 2, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("bare 2 1.0");
    }

    @Test
    void aCrowdIsToldOnceUntilItIsNone() {
        Door door = new Door(RuleText.rule(
                "name: crowd, when: [without_mask, with_mask, mask_worn_incorrectly, cannot_tell], people: 3, for: 5 s,"
                        + " text: '{count} people'"));

        door.appears(0, 1).appears(1, 2).appears(2, 3).until(8).appears(9, 4).is(10, 4, WITH_MASK);
        door.leaves(11, 1, null).leaves(12, 2, null).appears(13, 5).until(30);

        assertThat(door.told()).containsExactly("crowd - 7.0", "crowd - 18.0");
        assertThat(door.alarms()).extracting(AlarmRaised::text).containsOnly("3 people");
        assertThat(door.alarms()).extracting(AlarmRaised::track).containsOnlyNulls();
    }

    @Test
    void onlyInCompany() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, present: 2, for: 2 s"));

        door.is(0, 1, WITHOUT_MASK).until(10).is(10, 2, WITH_MASK).until(20);
        assertThat(door.told()).containsExactly("bare 1 12.0");

        Door short1 = new Door(RuleText.rule("name: bare, when: without_mask, present: 2, for: 2 s"));
        short1.is(0, 1, WITHOUT_MASK)
                .is(10, 2, WITH_MASK)
                .leaves(11, 2, WITH_MASK)
                .until(20);
        assertThat(short1.told()).isEmpty();
    }

    @Test
    void aShareOfThoseThatPassed() {
        Door door = new Door(
                RuleText.rule("name: few, when: with_mask, share: 'below 80 % over 10 min, of at least 3 people',"
                        + " text: '{share} of {count} at {camera}'"));

        door.leaves(1, 1, WITH_MASK).leaves(2, 2, null).leaves(3, 3, WITH_MASK).until(4);
        assertThat(door.told()).isEmpty();
        door.leaves(5, 4, WITHOUT_MASK);
        assertThat(door.told()).containsExactly("few - 5.0");
        assertThat(door.alarms().get(0).text()).isEqualTo("66.7 % of 3 at door");
        // It stays silent for its time, and then looks again at those who passed since.
        door.leaves(6, 5, WITHOUT_MASK)
                .leaves(300, 6, WITHOUT_MASK)
                .leaves(601, 7, WITHOUT_MASK)
                .until(604);
        assertThat(door.told()).containsExactly("few - 5.0");
        door.leaves(604.5, 8, WITHOUT_MASK).until(605);
        assertThat(door.told()).containsExactly("few - 5.0", "few - 605.0");
        assertThat(door.alarms().get(1).text()).isEqualTo("0 % of 4 at door");
    }

    @Test
    void aShareOfThoseThatLeftAZone() {
        Door door = new Door(
                RuleText.rule("name: many, when: [without_mask, cannot_tell], zone: mat, share: above 50 % over 1 h"));

        door.leaves(1, 1, WITHOUT_MASK).leavesZone(2, 2, "hatch", WITHOUT_MASK).leavesZone(3, 3, "mat", WITH_MASK);
        assertThat(door.told()).isEmpty();
        door.appears(3, 4).enters(4, 4, "mat").leavesZone(5, 4, "mat", null).leavesZone(5, 4, "mat", null);
        assertThat(door.told()).isEmpty();
        door.leavesZone(6, 5, "mat", null);
        assertThat(door.told()).containsExactly("many - 6.0");
        assertThat(door.alarms().get(0).text()).isEqualTo("many: 66.7 % of 3 people at door, mat");
    }

    @Test
    void onlyOnItsSchedule() {
        Door door = new Door(
                RuleText.rule(
                        "name: bare, when: without_mask, for: 2 s, schedule: {days: wed, hours: ['00:01-00:02', '00:10-00:11']}"));

        door.is(58.5, 1, WITHOUT_MASK).until(61);
        assertThat(door.told()).isEmpty();
        door.until(62).is(119, 2, WITHOUT_MASK).until(599);
        assertThat(door.told()).containsExactly("bare 1 62.0");
        door.until(700);
        assertThat(door.told()).containsExactly("bare 1 62.0", "bare 2 602.0");
    }

    @Test
    void aTimeZoneMovesTheSchedule() {
        Door door = new Door(RuleText.rules("""
                time_zone: Europe/Berlin
                rules:
                  - {name: bare, when: without_mask, schedule: {hours: "01:00-02:00"}}
                """));

        door.is(1, 1, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("bare 1 1.0");
    }

    @Test
    void whileItCoolsDownItWaits() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, cool_down: 30 s"));

        door.is(0, 1, WITHOUT_MASK)
                .is(1, 2, WITHOUT_MASK)
                .is(2, 3, WITHOUT_MASK)
                .leaves(3, 3, WITHOUT_MASK);
        door.other("hall").is(4, 9, WITHOUT_MASK);
        door.until(100);

        assertThat(door.told()).containsExactly("bare 1 0.0", "bare 9 4.0", "bare 2 30.0");
    }

    @Test
    void aStormIsHeldBackAndToldAsOne() {
        Door door = new Door(RuleText.rules("""
                storm_limit: {alarms: 3, within: 1 min}
                rules:
                  - {name: bare, when: without_mask, channels: [light, mail]}
                  - {name: any, when: [without_mask, with_mask], channels: [page, light]}
                """));

        door.is(1, 1, WITHOUT_MASK).is(2, 2, WITHOUT_MASK).is(3, 3, WITH_MASK).until(200);

        assertThat(door.told()).containsExactly("bare 1 1.0", "any 1 1.0", "bare 2 2.0", "storm-limit - 61.0");
        assertThat(door.alarms().get(3).text()).isEqualTo("2 more alarms were held back since 00:00:02: any 2");
        assertThat(door.alarms().get(3).camera()).isNull();
    }

    @Test
    void channels() {
        RuleSet rules = RuleText.rules("""
                rules:
                  - {name: bare, when: without_mask, channels: [light, mail]}
                  - {name: any, when: with_mask, channels: page}
                """);

        assertThat(rules.channelsOf("bare")).containsExactly("light", "mail");
        assertThat(rules.channelsOf(Rule.STORM)).containsExactly("light", "mail", "page");
        assertThat(rules.channelsOf("gone")).isEmpty();
    }

    @Test
    void aSnoozeIsSilentAndWhatGoesOnIsToldThen() {
        Door door = new Door(RuleText.rules("""
                rules:
                  - {name: bare, when: without_mask}
                  - {name: any, when: [without_mask, with_mask]}
                """));

        door.snooze(0, "bare", 60)
                .is(1, 1, WITHOUT_MASK)
                .is(2, 2, WITHOUT_MASK)
                .leaves(3, 2, WITHOUT_MASK)
                .until(100);
        assertThat(door.told()).containsExactly("any 1 1.0", "any 2 2.0", "bare 1 60.0");
    }

    @Test
    void aSnoozeOfAllAndItsEndBeforeTime() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask"));

        door.snooze(0, null, 60)
                .is(1, 1, WITHOUT_MASK)
                .until(10)
                .snooze(20, null, 20)
                .until(100);
        door.snooze(100, "nobody", 200).is(101, 2, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("bare 1 20.0", "bare 2 101.0");
    }

    @Test
    void anEndOfAllEndsThoseOfSingleRules() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask"));

        door.snooze(0, "bare", 60).is(1, 1, WITHOUT_MASK).snooze(5, null, 5).until(100);

        assertThat(door.told()).containsExactly("bare 1 5.0");
    }

    @Test
    void afterAStartNobodyIsThere() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 5 s"));

        door.is(0, 1, WITHOUT_MASK).started(3).until(60);

        assertThat(door.told()).isEmpty();
    }

    @Test
    void beforeALostCameraNobodyIsThereButAPassageCounts() {
        Door door = new Door(RuleText.rules("""
                rules:
                  - {name: bare, when: without_mask, for: 5 s}
                  - {name: few, when: with_mask, share: "below 50 % over 1 h"}
                """));

        door.is(0, 1, WITHOUT_MASK).lost(3).until(60).leaves(61, 1, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("few - 61.0");
    }

    @Test
    void whatComesLateCountsFromItsOwnTime() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 3 s"));

        door.until(10).is(9.5, 1, WITHOUT_MASK).until(60);
        assertThat(door.told()).containsExactly("bare 1 12.5");

        door.until(70).is(66, 2, WITHOUT_MASK);
        assertThat(door.told()).containsExactly("bare 1 12.5", "bare 2 70.0");
    }

    @Test
    void outOfOrderTheLaterTimeHolds() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 1 s, zone: mat"));

        door.enters(1, 1, "mat").is(3, 1, WITH_MASK).is(2.9, 1, WITHOUT_MASK).until(10);
        door.leaves(11, 1, WITH_MASK)
                .is(10.9, 1, WITHOUT_MASK)
                .enters(10.9, 1, "mat")
                .until(20);
        door.is(21, 2, WITHOUT_MASK)
                .leavesZone(23, 2, "mat", WITHOUT_MASK)
                .enters(22.9, 2, "mat")
                .until(30);

        assertThat(door.told()).isEmpty();
    }

    @Test
    void someoneWhoseComingWasMissedIsThere() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, zone: mat"));

        door.enters(1, 1, "mat").is(2, 1, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("bare 1 2.0");
    }

    @Test
    void thoseWhoNeverLeaveAreForgotten() {
        Door door = new Door(RuleText.rule("name: crowd, when: cannot_tell, people: 1000"));

        for (int i = 0; i < 5000; i++) {
            door.appears(i, i);
        }

        assertThat(door.told()).containsExactly("crowd - 999.0");
    }

    @Test
    void alarmsHaveNamesOfTheirOwn() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask"));

        door.is(0, 1, WITHOUT_MASK).is(0, 2, WITHOUT_MASK);

        assertThat(door.alarms().stream().map(AlarmRaised::id).distinct()).hasSize(2);
        assertThat(door.alarms().get(0).id()).isNotEqualTo(EventId.parse(Door.ID.toString()));
    }

    @Test
    void aClockThatIsSetBackNeitherEndsNorProlongsWhatIsWaitedFor() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 10 s"));

        door.is(3596, 1, WITHOUT_MASK).until(3600).setBack(1000);
        door.until(1005.9);
        assertThat(door.told()).isEmpty();
        door.until(1006);
        assertThat(door.told()).containsExactly("bare 1 1006.0");
        door.is(1007, 1, WITH_MASK).is(1008, 1, WITHOUT_MASK).until(1100);
        assertThat(door.told()).as("told once").hasSize(1);
    }

    @Test
    void whatChangesAfterTheClockWasSetBackCounts() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, for: 10 s, zone: mat"));

        door.is(3590, 1, WITHOUT_MASK).enters(3595, 1, "mat").until(3600).setBack(1000);
        door.leavesZone(1004, 1, "mat", WITHOUT_MASK).until(1100);
        assertThat(door.told()).isEmpty();
        door.enters(1100, 1, "mat").until(1105).is(1106, 1, WITH_MASK).until(1200);
        assertThat(door.told()).isEmpty();
    }

    @Test
    void aCoolDownIsAsLongAsItIsWhateverTheClockDoes() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask, cool_down: 60 s"));

        door.is(3590, 1, WITHOUT_MASK).until(3600).setBack(1000);
        door.is(1010, 2, WITHOUT_MASK).until(1100);

        assertThat(door.told()).containsExactly("bare 1 3590.0", "bare 2 1050.0");
    }

    @Test
    void aScheduleGoesByTheNewClock() {
        Door door = new Door(RuleText.rule(
                "name: bare, when: without_mask, for: 10 s, schedule: {days: daily, hours: '01:00-02:00'}"));

        door.is(3650, 1, WITHOUT_MASK).until(3655).setBack(3500);
        door.until(3609);
        assertThat(door.told()).as("before its hours").isEmpty();
        door.until(3700);
        assertThat(door.told()).containsExactly("bare 1 3610.0");
    }

    @Test
    void aStormEndsAfterItsTimeWhateverTheClockDoes() {
        Door door = new Door(RuleText.rules("""
                storm_limit: {alarms: 1, within: 1 min}
                rules: [{name: bare, when: without_mask}]
                """));

        door.is(3590, 1, WITHOUT_MASK).is(3595, 2, WITHOUT_MASK).until(3600).setBack(1000);
        door.until(1049.9);
        assertThat(door.told()).hasSize(1);
        door.until(1050);
        assertThat(door.told()).containsExactly("bare 1 3590.0", "storm-limit - 1050.0");
    }

    @Test
    void aShareIsOfThoseOfItsTimeWhateverTheClockDoes() {
        Door door = new Door(
                RuleText.rule("name: few, when: with_mask, share: 'below 50 % over 60 s, of at least 2 people'"));

        door.leaves(3590, 1, WITHOUT_MASK).until(3600).setBack(1000).leaves(1005, 2, WITHOUT_MASK);

        assertThat(door.told()).containsExactly("few - 1005.0");
    }

    @Test
    void nothingIsSetBackToLater() {
        Door door = new Door(RuleText.rule("name: bare, when: without_mask")).until(10);

        assertThatIllegalArgumentException().isThrownBy(() -> door.setBack(11));
    }
}
