using SimLab.Engine.Storage;
using SimLab.Tests.Experiments;
using Xunit;

namespace SimLab.Tests.Storage;

/// <summary>What stands in a folder before, while and after something is written there.</summary>
[Fast]
public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_is_not_there_until_it_is_committed_and_nothing_else_is_there_after()
    {
        using (var file = new AtomicFile(_place.In("plan.xlsx")))
        {
            File.WriteAllText(file.Unfinished, "half");
            Assert.Equal((".xlsx", false), (Path.GetExtension(file.Unfinished), File.Exists(_place.In("plan.xlsx"))));
            File.AppendAllText(file.Unfinished, " and half");
            file.Commit(replace: false);
        }
        Assert.Equal(["plan.xlsx"], Names());
        Assert.Equal("half and half", File.ReadAllText(_place.In("plan.xlsx")));
    }

    [Fact]
    public void A_failure_leaves_what_stood_there_and_nothing_beside_it()
    {
        _place.Write("plan.txt", "old");
        Assert.Throws<InvalidOperationException>((Action)(() =>
        {
            using var file = new AtomicFile(_place.In("plan.txt"));
            File.WriteAllText(file.Unfinished, "half");
            throw new InvalidOperationException("the disk is full");
        }));
        Assert.Equal(["plan.txt"], Names());
        Assert.Equal("old", File.ReadAllText(_place.In("plan.txt")));
    }

    [Fact]
    public void An_older_file_gives_way_only_where_it_is_to_be_replaced()
    {
        _place.Write("plan.txt", "old");
        Assert.Throws<IOException>(() => AtomicFile.WriteText(_place.In("plan.txt"), "new", replace: false));
        Assert.Equal("old", File.ReadAllText(_place.In("plan.txt")));
        AtomicFile.WriteText(_place.In("plan.txt"), "新", replace: true);
        Assert.Equal("新"u8.ToArray(), File.ReadAllBytes(_place.In("plan.txt")));
        Assert.Equal(["plan.txt"], Names());
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_and_nothing_else()
    {
        _place.Write("plan.txt", "whole");
        File.WriteAllText(new AtomicFile(_place.In("plan.txt")).Unfinished, "half");
        Assert.Equal(2, Names().Length);
        AtomicFile.RemoveLeftovers(_place.Path);
        Assert.Equal(["plan.txt"], Names());
    }

    [Fact]
    public void A_folder_appears_with_all_its_files_or_not_at_all()
    {
        using (var given = new AtomicFolder(_place.In("pictures"))) File.WriteAllText(Path.Combine(given.Unfinished, "1.png"), "one");
        Assert.Empty(Names());
        using (var folder = new AtomicFolder(_place.In("pictures")))
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Unfinished, "months")).FullName, "1.png"), "one");
            folder.Commit();
        }
        Assert.Equal(["pictures"], Names());
        Assert.Equal("one", File.ReadAllText(_place.In("pictures/months/1.png")));
        using var other = new AtomicFolder(_place.In("pictures"));
        Assert.Throws<IOException>(other.Commit);
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_place.Path).Select(entry => Path.GetFileName(entry)!)];
}
