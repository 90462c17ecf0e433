using SimLab.App.Console;
using Xunit;

namespace SimLab.Tests.App;

[Fast]
public sealed class OutputFolderTests
{
    [Fact]
    public void The_default_folder_is_named_for_scenario_and_content_and_numbered_when_it_exists()
    {
        var address = Guid.NewGuid().ToString("N");
        var expected = Path.Combine("runs", $"gansu-{address[..8]}");
        Assert.Equal(expected, OutputFolder.Choose(null, "/x/gansu.yaml", address));
        Directory.CreateDirectory(expected);
        try
        {
            Assert.Equal(expected + "-2", OutputFolder.Choose(null, "/x/gansu.yaml", address));
        }
        finally
        {
            Directory.Delete(expected);
        }
    }

    [Theory]
    [InlineData("2GB", 2L << 30)]
    [InlineData("500 MB", 500L << 20)]
    [InlineData("1.5g", 3L << 29)]
    [InlineData("2GiB", 2L << 30)]
    public void Memory_is_read_as_people_write_it(string text, long bytes) => Assert.Equal(bytes, MemorySize.Read(text));

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    [InlineData("-2GB")]
    [InlineData("0GB")]
    [InlineData("2 GB 3")]
    [InlineData("9999999999GB")]
    public void What_is_no_memory_is_none(string text) => Assert.Null(MemorySize.Read(text));
}
