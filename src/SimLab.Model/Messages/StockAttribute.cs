namespace SimLab.Model.Messages;

/// <summary>An indicator that counts what is there at the end of a month.</summary>
/// <param name="chinese">Chinese name.</param>
/// <param name="unit">Unit in the tally.</param>
public sealed class StockAttribute(string chinese, string unit) : QuantityAttribute(chinese, unit);
