using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Orleans.Configuration;
using Orleans.Hosting;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// TLS between silos, and between silos and clients, both sides with a certificate. Who holds one of the cluster's authority
/// belongs to the cluster; names in certificates are not compared, because silos come and go at addresses nobody knew.
/// (Orleans has a package for it, Microsoft.Orleans.Connections.Security, that could not be restored.)
/// </summary>
public sealed class ClusterTls
{
    /// <summary>A peer that does not get through the handshake in this time is no peer.</summary>
    private static readonly TimeSpan HandshakePatience = TimeSpan.FromSeconds(10);

    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _authority;

    private ClusterTls(X509Certificate2 own, X509Certificate2Collection authority) => (_own, _authority) = (own, authority);

    /// <param name="certificateFile">PEM: this member's certificate and its private key.</param>
    /// <param name="authorityFile">PEM: the certificate, or certificates, that all members' certificates are signed by.</param>
    /// <exception cref="ClusterException">A file is missing or is not what it should be, or one is not signed by the other.</exception>
    public static ClusterTls Read(string certificateFile, string authorityFile)
    {
        var authority = new X509Certificate2Collection();
        X509Certificate2 own;
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(certificateFile);
            // As PKCS #12 the key outlives the PEM text on every platform.
            own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
            authority.ImportFromPemFile(authorityFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new ClusterException($"The certificate \"{certificateFile}\" or the authority \"{authorityFile}\" cannot be used: {e.Message.TrimEnd('.')}. Both are PEM files; the first holds the certificate and its private key.", e);
        }
        if (authority.Count == 0) throw new ClusterException($"\"{authorityFile}\" holds no certificate. It has to be a PEM file with the certificate of the cluster's authority.");
        var tls = new ClusterTls(own, authority);
        return tls.IsMember(own) ? tls : throw new ClusterException($"The certificate in \"{certificateFile}\" is not one of the authority in \"{authorityFile}\", or has expired (it is valid until {own.NotAfter.ToUniversalTime():yyyy-MM-dd}).");
    }

    internal void Secure(ISiloBuilder silo) => silo.Configure<SiloConnectionOptions>(options =>
    {
        options.ConfigureSiloInboundConnection(Answer);
        options.ConfigureGatewayInboundConnection(Answer);
        options.ConfigureSiloOutboundConnection(Call);
    });

    internal void Secure(IClientBuilder client) => client.Configure<ClientConnectionOptions>(options => options.ConfigureConnection(Call));

    private void Answer(IConnectionBuilder connection) => Wrap(connection, (stream, cancel) => stream.AuthenticateAsServerAsync(
        new SslServerAuthenticationOptions
        {
            ServerCertificate = _own,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => IsMember(certificate),
        },
        cancel));

    private void Call(IConnectionBuilder connection) => Wrap(connection, (stream, cancel) => stream.AuthenticateAsClientAsync(
        new SslClientAuthenticationOptions
        {
            TargetHost = "simlab",
            ClientCertificates = [_own],
            RemoteCertificateValidationCallback = (_, certificate, _, _) => IsMember(certificate),
        },
        cancel));

    private static void Wrap(IConnectionBuilder connection, Func<SslStream, CancellationToken, Task> shakeHands) => connection.Use(next => async context =>
    {
        await using var stream = new SslStream(new Duplex(context.Transport));
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(context.ConnectionClosed))
        {
            patience.CancelAfter(HandshakePatience);
            await shakeHands(stream, patience.Token);
        }
        var plain = context.Transport;
        var secured = new Pipes(PipeReader.Create(stream, new(leaveOpen: true)), PipeWriter.Create(stream, new(leaveOpen: true)));
        context.Transport = secured;
        try
        {
            await next(context);
        }
        finally
        {
            await secured.Input.CompleteAsync();
            await secured.Output.CompleteAsync();
            context.Transport = plain;
        }
    });

    private bool IsMember(X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 shown) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>The two pipes of a connection as the one stream that TLS wants.</summary>
    private sealed class Duplex(IDuplexPipe pipes) : Stream
    {
        private readonly Stream _in = pipes.Input.AsStream(leaveOpen: true), _out = pipes.Output.AsStream(leaveOpen: true);

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => _in.Read(buffer, offset, count);
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _in.ReadAsync(buffer, cancellationToken);
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _in.ReadAsync(buffer, offset, count, cancellationToken);
        public override void Write(byte[] buffer, int offset, int count) => _out.Write(buffer, offset, count);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _out.WriteAsync(buffer, cancellationToken);
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _out.WriteAsync(buffer, offset, count, cancellationToken);
        public override void Flush() => _out.Flush();
        public override Task FlushAsync(CancellationToken cancellationToken) => _out.FlushAsync(cancellationToken);
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
