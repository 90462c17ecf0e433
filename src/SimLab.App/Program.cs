using System.Runtime.InteropServices;
using System.Text;
using SimLab.App;
using SimLab.App.Console;

// Chinese names need UTF-8, whatever the locale.
System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var language = ConsoleLanguage.OfEnvironment(Environment.GetEnvironmentVariable);
return await Cli.Run(args, System.Console.Out, System.Console.Error, language, stop.Token);

// The first signal stops the run gracefully; a second one ends the process at once.
void Stop(PosixSignalContext signal)
{
    if (stop.IsCancellationRequested) return;
    signal.Cancel = true;
    stop.Cancel();
}
