using SimLab.App.Texts;
using SimLab.Engine.Execution;
using SimLab.Model;
using Spectre.Console;

namespace SimLab.App.Console;

/// <summary>Shows the progress and remaining time of a run: a bar on a terminal, periodic lines in a log.</summary>
internal static class ProgressOnError
{
    public static Task<T> Show<T>(Screen screen, int months, Func<IProgress<RunProgress>, Task<T>> run) =>
        screen.Bars() is { } console
            ? console.Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => run(new Bar(context.AddTask(ConsoleTexts.Say($"starting"), maxValue: months))))
            : run(new Lines(screen));

    /// <summary>"2022-07, month 7 of 36", and the batch if there are several.</summary>
    private static Sentence Where(RunProgress at) => at.Batches == 1
        ? Sentence.Of($"{at.Month}, month {at.MonthsDone} of {at.MonthsInAll}")
        : $"{at.Month}, month {at.MonthsDone} of {at.MonthsInAll} (turn {at.Batch} of {at.Batches})";

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.MaxValue = value.MonthsInAll;
            task.Value = value.MonthsDone;
            task.Description = ConsoleTexts.Say(Where(value));
        }
    }

    private sealed class Lines(Screen screen) : IProgress<RunProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
        private TimeSpan said = TimeSpan.Zero;

        public void Report(RunProgress value)
        {
            if (value.Elapsed - said < Pause || value.MonthsDone == value.MonthsInAll) return;
            said = value.Elapsed;
            var left = value.Elapsed / value.MonthsDone * (value.MonthsInAll - value.MonthsDone);
            screen.Report($"{Where(value)}: {value.Elapsed.TotalSeconds:0} s elapsed, about {left.TotalSeconds:0} s remaining.");
        }
    }
}
