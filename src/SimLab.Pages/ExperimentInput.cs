using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>What the page of an experiment says; numbers are already written as a person reads them.</summary>
/// <param name="Name">Of the experiment.</param>
/// <param name="NameZh">The same in Chinese; null: it has none.</param>
/// <param name="Lines">Sentences under the title: what was asked and run.</param>
/// <param name="ContentAddress">What the experiment is called.</param>
/// <param name="ResultHash">What vouches for its result.</param>
/// <param name="Sentences">What came of it, in plain words.</param>
/// <param name="Pictures">What came of it, to look at.</param>
/// <param name="Tables">What came of it, in numbers.</param>
public sealed record ExperimentInput(
    string Name, string? NameZh, IReadOnlyList<string> Lines, string ContentAddress, string ResultHash,
    IReadOnlyList<string> Sentences, IReadOnlyList<Picture> Pictures, IReadOnlyList<TitledTable> Tables);

/// <summary>A table under its title.</summary>
/// <param name="More">Where rows are that the page leaves out; null: it leaves out none.</param>
public sealed record TitledTable(string Title, PageTable Table, string? More);
