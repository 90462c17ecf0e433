using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SimLab.App.Console;
using SimLab.Engine.Execution.Cluster;
using SimLab.Engine.Recording;
using SimLab.Tests.App;
using Xunit;

namespace SimLab.Tests.Cluster;

/// <summary>Silos and clients with certificates of one authority talk to each other, and to nobody else.</summary>
[Slow]
public sealed class TlsTests : IDisposable
{
    private readonly SmallGansu _gansu = new();

    public void Dispose() => _gansu.Dispose();

    [Fact]
    public async Task A_run_over_TLS_leaves_the_same_result_and_a_client_without_or_with_anothers_certificate_is_refused()
    {
        await using var postgres = await TestPostgres.ForCluster();
        var (ours, strangers) = (Member("ours"), Member("strangers"));
        string[] run = ["run", _gansu.Scenario, "--months", "6", "--replicates", "2", "--cluster", postgres.Connection, "--out"];

        using var first = Silo("one");
        using var second = Silo("two");
        await Chaos.Until(() => Joined(first) && Joined(second), "both silos have joined");
        using var member = new SimlabProcess(_gansu.Folder, ours, [.. run, _gansu.In("together")]);
        await member.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(member.Exit == ExitCode.Done, member.Error);
        var alone = await Said.By(
            "run", _gansu.Scenario, "--months", "6", "--replicates", "2", "--executor", "loop", "--out", _gansu.In("alone"));
        Assert.True(alone.Exit == ExitCode.Done, alone.Error);
        Assert.Equal(
            (await RunReader.Open(_gansu.In("alone"))).Manifest.ResultHash,
            (await RunReader.Open(_gansu.In("together"))).Manifest.ResultHash);

        // Both at once: each asks for forty seconds before it gives up.
        await Task.WhenAll(Refused("without", []), Refused("stranger", strangers));
        Assert.Equal("", await Answer(Port(first)));
        Assert.False(first.Ended || second.Ended);

        async Task Refused(string name, Dictionary<string, string> certificates)
        {
            using var outsider = new SimlabProcess(_gansu.Folder, certificates, [.. run, _gansu.In(name)]);
            await outsider.WaitForExit(TimeSpan.FromMinutes(5));
            Assert.Equal(ExitCode.WrongInput, outsider.Exit);
            Assert.Contains("No silo of the cluster answers", outsider.Error, StringComparison.Ordinal);
        }

        SimlabProcess Silo(string name) => new(_gansu.Folder, ours, "silo", "--cluster", postgres.Connection, "--name", name);
    }

    [Fact]
    public void A_certificate_of_another_authority_a_missing_file_and_a_file_without_certificate_are_named()
    {
        var (ours, strangers) = (Member("ours"), Member("strangers"));
        var nothing = _gansu.In("nothing.pem");
        File.WriteAllText(nothing, "");
        AssertRefused("is not one of the authority", ours["SIMLAB_TLS_CERTIFICATE"], strangers["SIMLAB_TLS_AUTHORITY"]);
        AssertRefused("absent.pem", _gansu.In("absent.pem"), ours["SIMLAB_TLS_AUTHORITY"]);
        AssertRefused("holds no certificate", ours["SIMLAB_TLS_CERTIFICATE"], nothing);
        AssertRefused("nothing.pem", nothing, ours["SIMLAB_TLS_AUTHORITY"]);

        static void AssertRefused(string why, string certificate, string authority) =>
            Assert.Contains(
                why, Assert.Throws<ClusterException>(() => ClusterTls.Read(certificate, authority)).Message, StringComparison.Ordinal);
    }

    /// <summary>An authority of its own and a certificate of it, as the variables that name their files.</summary>
    private Dictionary<string, string> Member(string name)
    {
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest($"CN={name} authority", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var root = rootRequest.CreateSelfSigned(from, to);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).Create(root, from, to, [1, 2, 3, 4]);
        var (own, authority) = (_gansu.In($"{name}.pem"), _gansu.In($"{name}-authority.pem"));
        File.WriteAllText(own, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.WriteAllText(authority, root.ExportCertificatePem());
        return new() { ["SIMLAB_TLS_CERTIFICATE"] = own, ["SIMLAB_TLS_AUTHORITY"] = authority };
    }

    private static bool Joined(SimlabProcess silo) => silo.Ended || silo.Error.Contains("has joined", StringComparison.Ordinal);

    private static int Port(SimlabProcess silo) =>
        int.Parse(silo.Error.Split("has joined at 127.0.0.1:")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a silo says to one who speaks in clear: nothing but TLS' own alert, if that.</summary>
    private static async Task<string> Answer(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var stream = client.GetStream();
        await stream.WriteAsync("Let me in, I am a silo.\n"u8.ToArray());
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var read = await stream.ReadAsync(buffer, patience.Token);
        // 21: a TLS record of the kind alert.
        return read == 0 || buffer[0] == 21 ? "" : Encoding.UTF8.GetString(buffer, 0, read);
    }
}
