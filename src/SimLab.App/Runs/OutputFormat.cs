namespace SimLab.App.Runs;

/// <summary>Output format of a command: a table for people, or one JSON document.</summary>
internal enum OutputFormat { Table, Json }
