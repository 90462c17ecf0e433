namespace SimLab.Model.Messages;

/// <summary>An indicator that counts what happens in a month; months add up.</summary>
/// <param name="chinese">Chinese name.</param>
/// <param name="unit">Unit in the tally.</param>
public sealed class FlowAttribute(string chinese, string unit) : QuantityAttribute(chinese, unit);
