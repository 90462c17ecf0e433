using SimLab.Pages.Charts;

namespace SimLab.Pages;

/// <summary>Content of the page of an experiment; numbers are already formatted for people.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="NameZh">Chinese name; null: none.</param>
/// <param name="Lines">Sentences under the title: question and design.</param>
/// <param name="ContentAddress">Identifies the experiment by its inputs.</param>
/// <param name="ResultHash">Hash of its result.</param>
/// <param name="Sentences">Results in plain words.</param>
/// <param name="Pictures">Results as charts.</param>
/// <param name="Tables">Results as tables.</param>
public sealed record ExperimentInput(
    string Name, string? NameZh, IReadOnlyList<string> Lines, string ContentAddress, string ResultHash,
    IReadOnlyList<string> Sentences, IReadOnlyList<Picture> Pictures, IReadOnlyList<TitledTable> Tables);

/// <summary>A table under its title.</summary>
/// <param name="More">Where the omitted rows are; null: none are omitted.</param>
public sealed record TitledTable(string Title, PageTable Table, string? More);
