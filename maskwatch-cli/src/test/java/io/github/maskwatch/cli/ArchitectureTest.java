package io.github.maskwatch.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of docs/architecture.md and the rules of taste that a compiler does not know, on the classes of every module. */
class ArchitectureTest {
    private static final String ROOT = "io.github.maskwatch";

    /** Every module but core, whose packages are all the others. */
    private static final String[] OUTER = {
        packages("photo"),
        packages("inference"),
        packages("video"),
        packages("training"),
        packages("monitor"),
        packages("store"),
        packages("alarm"),
        packages("server"),
        packages("cli")
    };

    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(OUTER)))
            .as("core");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static String packages(String module) {
        return ROOT + "." + module + "..";
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .contains("io.github.maskwatch.image", "io.github.maskwatch.cli");
    }

    @Test
    void coreKnowsNobody() {
        check(noClasses().that(CORE).should().dependOnClassesThat(resideInAnyPackage(OUTER)));
    }

    @Test
    void coreNeedsTheJdkOnlyAndNoFileFormatThreadLogOrClock() {
        check(classes()
                .that(CORE)
                .should()
                .onlyDependOnClassesThat(CORE.or(resideInAnyPackage(
                                "java.lang..", "java.util..", "java.io..", "java.nio", "java.time.."))
                        .or(resideInAPackage("org.jspecify.annotations.."))));
        check(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.logging..", "java.util.zip..", "java.util.concurrent")
                        .or(DescribedPredicate.describe(
                                "a thread, a clock or a file",
                                type -> type.isEquivalentTo(Thread.class)
                                        || type.getName().equals("java.time.Clock")
                                        || type.getName().startsWith("java.io.File")))));
    }

    /** From each module to the ones of Maskwatch that it may see, besides core. */
    @ParameterizedTest
    @CsvSource({
        "photo,",
        "inference,",
        "monitor,",
        "training, photo",
        "video, photo",
        "store, monitor",
        "server, monitor",
        "alarm, monitor",
        "cli, photo inference video training monitor store alarm server"
    })
    void arrows(String module, String seen) {
        DescribedPredicate<JavaClass> allowed =
                CORE.or(resideInAPackage(packages(module))).or(DescribedPredicate.not(resideInAPackage(ROOT + "..")));
        for (String other : seen == null ? new String[0] : seen.split(" ")) {
            allowed = allowed.or(resideInAPackage(packages(other)));
        }
        check(classes().that().resideInAPackage(packages(module)).should().onlyDependOnClassesThat(allowed));
    }

    @Test
    void noCyclesOfPackages() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    /** Foreign libraries, and the modules at whose border they stop. */
    @ParameterizedTest
    @CsvSource({
        "org.bytedeco.pytorch.., training",
        "org.bytedeco.ffmpeg.., video",
        "org.bytedeco.., training video",
        "ai.onnxruntime.., inference",
        "org.tribuo.., training",
        "com.google.protobuf.., training",
        "ai.onnx.., training",
        "io.javalin.., server",
        "org.eclipse.jetty.., server",
        "jakarta.servlet.., server",
        "com.fasterxml.jackson.., training monitor store alarm server cli",
        "com.fasterxml.jackson.dataformat.yaml.., training monitor",
        "org.yaml.snakeyaml.., monitor",
        "java.sql.., store",
        "javax.sql.., store",
        "org.sqlite.., store",
        "org.postgresql.., store",
        "org.flywaydb.., store",
        "blue.strategic.parquet.., store",
        "org.apache.parquet.., store",
        "com.hivemq.., alarm",
        "io.netty.., alarm",
        "jakarta.mail.., alarm",
        "org.eclipse.angus.., alarm",
        "java.net.http.., alarm",
        "com.twelvemonkeys.., photo",
        "com.drew.., photo",
        "org.knowm.xchart.., training",
        "io.micrometer.., cli",
        "picocli.., cli",
        "javax.swing.., cli"
    })
    void librariesStayInTheirModules(String library, String modules) {
        String[] owners = modules.split(" ");
        for (int i = 0; i < owners.length; i++) {
            owners[i] = packages(owners[i]);
        }
        check(noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat(resideInAPackage(library)));
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminalOrEndsTheProcess() {
        check(noClasses().that().resideOutsideOfPackage(packages("cli")).should(ACCESS_STANDARD_STREAMS));
        check(noClasses().that().doNotBelongToAnyOf(Main.class).should().callMethod(System.class, "exit", int.class));
    }

    @Test
    void noPublicMutableStatics() {
        check(fields().that().arePublic().and().areStatic().should(beConstant()));
    }

    private static ArchCondition<JavaField> beConstant() {
        return new ArchCondition<>("be final and no array") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL)
                        && !field.getRawType().isArray();
                // An enum's own $VALUES is private, so what is seen here was written by hand.
                events.add(new SimpleConditionEvent(field, constant, field.getFullName() + " can be changed"));
            }
        };
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?"));
        check(noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..impl..", "..common.."));
    }

    @Test
    void nullIsTypedInEveryPackage() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(part -> assertThat(part.tryGetAnnotationOfType(NullMarked.class))
                        .as("@NullMarked on %s", part.getName())
                        .isPresent());
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
