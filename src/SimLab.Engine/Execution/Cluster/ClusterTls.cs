using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace SimLab.Engine.Execution.Cluster;

/// <summary>
/// Mutual TLS between silos, and between silos and clients. A certificate of the cluster's authority makes its holder a
/// member; names in certificates are not compared, because addresses of silos are not known in advance.
/// </summary>
public sealed class ClusterTls
{
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _authority;

    private ClusterTls(X509Certificate2 own, X509Certificate2Collection authority) => (_own, _authority) = (own, authority);

    /// <summary>Reads and checks the certificates.</summary>
    /// <param name="certificateFile">PEM: this member's certificate and its private key.</param>
    /// <param name="authorityFile">PEM: the certificate, or certificates, that all members' certificates are signed by.</param>
    /// <exception cref="ClusterException">A file is missing or invalid, or the authority did not sign the certificate,
    /// or the certificate has expired.</exception>
    public static ClusterTls Read(string certificateFile, string authorityFile)
    {
        var authority = new X509Certificate2Collection();
        X509Certificate2 own;
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(certificateFile);
            // As PKCS #12 the key stays valid after the PEM text is gone, on every platform.
            own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
            authority.ImportFromPemFile(authorityFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new ClusterException(
                $"The certificate \"{certificateFile}\" or the authority \"{authorityFile}\" cannot be used: {e.Message.TrimEnd('.')}. "
                + $"Both are PEM files; the first holds the certificate and its private key.", e);
        }
        if (authority.Count == 0) throw new ClusterException(
            $"\"{authorityFile}\" holds no certificate. It has to be a PEM file with the certificate of the cluster's authority.");
        var tls = new ClusterTls(own, authority);
        return tls.IsMember(own) ? tls
            : throw new ClusterException(
            $"The certificate in \"{certificateFile}\" is not one of the authority in \"{authorityFile}\", or has expired (it is valid "
            + $"until {own.NotAfter.ToUniversalTime():yyyy-MM-dd}).");
    }

    internal void Secure(ISiloBuilder silo) => silo.UseTls(Configure);

    internal void Secure(IClientBuilder client) => client.UseTls(Configure);

    private void Configure(TlsOptions options)
    {
        options.LocalCertificate = _own;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => IsMember(certificate);
        // SslStream requires a name, although it is never compared.
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = "simlab";
    }

    private bool IsMember(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
