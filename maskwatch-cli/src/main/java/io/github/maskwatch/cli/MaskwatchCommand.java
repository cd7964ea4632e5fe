package io.github.maskwatch.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "maskwatch",
        description = "Face mask detection on the JVM, from training to a watched door.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TrainCommand.class,
            DemoCommand.class,
            WatchCommand.class,
            MonitorCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            EvaluateCommand.class,
            AnnotateCommand.class,
            CamerasCommand.class,
            RulesCommand.class,
            CalibrateCommand.class,
            QuantizeCommand.class,
            EventsCommand.class,
            RatesCommand.class,
            AuditCommand.class,
            BenchmarkCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        footerHeading = "%nFor a start:%n",
        footer = {
            "  maskwatch demo                             see it work, without a camera",
            "  maskwatch watch 0                          the first webcam",
            "  maskwatch watch door.mp4 --output out.mp4  a video, annotated",
            "  maskwatch monitor site.yaml                a site's cameras, for months",
            "  maskwatch train photos/                    a model of your own, from a folder per class",
            "  maskwatch help COMMAND                     all options of a command",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a defect of Maskwatch, or not enough memory",
            "2:wrong use: an option or argument is not understood",
            "3:the input cannot be used: no such file, an empty folder, a broken picture or video; or doctor found something wrong",
            "4:a source cannot be opened or was lost: no camera, camera busy, stream gone",
            "5:the output cannot be written: disk full, no permission, port taken, store in another service's hands",
            "6:the model file cannot be used",
            "130:stopped by Ctrl-C; everything done so far is kept"
        })
final class MaskwatchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
