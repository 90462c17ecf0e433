namespace SimLab.App.Runs;

/// <summary>How a command prints its result: for a person, or as one JSON document.</summary>
internal enum OutputFormat { Table, Json }
