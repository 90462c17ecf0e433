using SimLab.Engine.Execution;

namespace SimLab.Engine.Recording;

public static class ReportPage
{
    public static string Write(ReportInput input, RunResult result, string address) => $"<!doctype html><title>{input.Title}</title>{result.Hash}{address}";
}
