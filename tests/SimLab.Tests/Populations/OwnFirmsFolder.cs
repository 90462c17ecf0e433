using System.Text;
using SimLab.Engine.Populations;
using Xunit;

namespace SimLab.Tests.Populations;

/// <summary>A folder with the shipped recipe and a file of own firms that stands on top of it.</summary>
internal sealed class OwnFirmsFolder : IDisposable
{
    public const string Header = "id,region,industry,staff,sales_last_year";

    private readonly string _path = Directory.CreateTempSubdirectory("simlab-own-").FullName;

    public OwnFirmsFolder() => File.WriteAllText(In("gansu.yaml"), GansuPopulation.Text);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public string In(string name) => Path.Combine(_path, name);

    public PopulationFile With(params string[] rows) => WithBytes(Encoding.UTF8.GetBytes(string.Join('\n', rows)));

    public PopulationFile WithBytes(byte[] csv, string stand = "beside")
    {
        File.WriteAllBytes(In("firms.csv"), csv);
        return Naming("firms.csv", stand);
    }

    public PopulationFile Naming(string csv, string stand = "beside")
    {
        File.WriteAllText(In("own.yaml"), $"extends: gansu.yaml\nname: with own firms\nownFirms: {{ file: {csv}, stand: {stand} }}\n");
        return PopulationFile.Read(In("own.yaml"));
    }

    /// <summary>What is said to a file with these rows.</summary>
    public string Answer(params string[] rows) => Assert.Throws<PopulationException>(() => With(rows)).Message;
}
