using SimLab.App.Lab.Plan;
using Xunit;

namespace SimLab.Tests.Lab;

[Fast]
public class PlanHistoryTests
{
    [Fact]
    public void A_new_step_after_an_undo_forgets_what_was_undone()
    {
        var past = new PlanHistory();
        foreach (var link in new[] { "a", "b", "c" }) past.Push(link);
        Assert.Equal("b", past.Undo());
        past.Push("d");
        Assert.False(past.CanRedo);
        Assert.Equal("b", past.Undo());
        Assert.Equal("d", past.Redo());
    }

    [Fact]
    public void The_same_step_twice_is_one_step()
    {
        var past = new PlanHistory();
        past.Push("a");
        past.Push("a");
        Assert.False(past.CanUndo);
    }

    [Fact]
    public void What_the_browser_kept_is_the_history_it_was()
    {
        var past = new PlanHistory();
        past.Push("a");
        past.Push("b");
        past.Undo();
        var read = PlanHistory.Read(past.Write())!;
        Assert.Equal(("a", true, false), (read.Now, read.CanRedo, read.CanUndo));
        Assert.Null(PlanHistory.Read("not json"));
        Assert.Null(PlanHistory.Read("{\"Steps\":[\"a\"],\"At\":5}"));
    }
}
