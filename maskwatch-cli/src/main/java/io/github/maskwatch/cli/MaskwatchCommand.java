package io.github.maskwatch.cli;

import picocli.CommandLine.Command;

@Command(
        name = "maskwatch",
        description = "Face mask detection on the JVM, from training to a watched door.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a defect of Maskwatch; please report it",
            "2:wrong use: an option or argument is not understood",
            "3:the input cannot be used: no such file, an empty folder, a broken picture or video",
            "4:a source cannot be opened or was lost: no camera, camera busy, stream gone",
            "5:the output cannot be written: disk full, no permission, port taken",
            "6:the model file cannot be used",
            "130:stopped by Ctrl-C; everything done so far is kept"
        })
final class MaskwatchCommand {}
