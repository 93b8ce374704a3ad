using Microsoft.CodeAnalysis;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>Types and methods of well-known libraries that take a secret at one place: there even a dictionary word is one.</summary>
/// <param name="Name">The type that is created, or the method that is called.</param>
/// <param name="Position">Of the argument; -1 is the last one.</param>
/// <param name="Namespace">The start of the namespace; compared where the symbol is known.</param>
/// <param name="Parameter">What stands there, for the message.</param>
internal sealed record Sink(string Name, int Position, string Namespace, string Parameter);

internal static class Sinks
{
    private static readonly Dictionary<string, Sink[]> Arguments = Table("""
        NetworkCredential 1 System.Net password
        PasswordDeriveBytes 0 System.Security.Cryptography password
        Rfc2898DeriveBytes 0 System.Security.Cryptography password
        Pbkdf2 0 System.Security.Cryptography password
        AesGcm 0 System.Security.Cryptography encryptionKey
        AesCcm 0 System.Security.Cryptography encryptionKey
        ChaCha20Poly1305 0 System.Security.Cryptography encryptionKey
        HMACMD5 0 System.Security.Cryptography hmacKey
        HMACSHA1 0 System.Security.Cryptography hmacKey
        HMACSHA256 0 System.Security.Cryptography hmacKey
        HMACSHA384 0 System.Security.Cryptography hmacKey
        HMACSHA512 0 System.Security.Cryptography hmacKey
        UseHttps 1 Microsoft.AspNetCore password
        DirectoryEntry 2 System.DirectoryServices password
        PrincipalContext 3 System.DirectoryServices password
        PrincipalContext 4 System.DirectoryServices password
        FtpClient 2 FluentFTP password
        AsyncFtpClient 2 FluentFTP password
        SshClient 2 Renci password
        SftpClient 2 Renci password
        ScpClient 2 Renci password
        SshClient 3 Renci password
        SftpClient 3 Renci password
        AmazonS3Client 1 Amazon secretKey
        AmazonSQSClient 1 Amazon secretKey
        AmazonDynamoDBClient 1 Amazon secretKey
        AmazonSimpleEmailServiceClient 1 Amazon secretKey
        AmazonSimpleNotificationServiceClient 1 Amazon secretKey
        AmazonSecretsManagerClient 1 Amazon secretKey
        AmazonLambdaClient 1 Amazon secretKey
        X509Certificate 1 System.Security.Cryptography password
        X509Certificate2 1 System.Security.Cryptography password
        LoadPkcs12 1 System.Security.Cryptography password
        LoadPkcs12FromFile 1 System.Security.Cryptography password
        SqlCredential 1 System.Data|Microsoft.Data password
        OracleCredential 1 Oracle password
        SymmetricSecurityKey 0 Microsoft.IdentityModel|System.IdentityModel signingKey
        InMemorySymmetricSecurityKey 0 System.IdentityModel signingKey
        ClientSecretCredential 2 Azure.Identity clientSecret
        UsernamePasswordCredential 1 Azure.Identity password
        ClientCredential 1 Microsoft.IdentityModel clientSecret
        WithClientSecret 0 Microsoft.Identity clientSecret
        AzureKeyCredential 0 Azure apiKey
        AzureSasCredential 0 Azure sharedAccessSignature
        AzureNamedKeyCredential 1 Azure sharedKey
        ApiKeyCredential 0 System.ClientModel apiKey
        StorageSharedKeyCredential 1 Azure accountKey
        TableSharedKeyCredential 1 Azure accountKey
        StorageCredentials 1 Microsoft.Azure|Microsoft.WindowsAzure accountKey
        ApiKeyServiceClientCredentials 0 Microsoft.Azure apiKey
        BasicAWSCredentials 1 Amazon secretKey
        SessionAWSCredentials 1 Amazon secretKey
        SessionAWSCredentials 2 Amazon sessionToken
        CreateCredential 2 MongoDB password
        CreateMongoCRCredential 2 MongoDB password
        CreatePlainCredential 2 MongoDB password
        PasswordAuthenticationMethod 1 Renci password
        HttpBasicAuthenticator 1 RestSharp password
        JwtAuthenticator 0 RestSharp accessToken
        BasicAuthenticationHeaderValue 1 IdentityModel|System.Net|Thinktecture password
        SetBasicAuthentication 1 System.Net|IdentityModel|Duende password
        SetBearerToken 0 System.Net|IdentityModel|Duende accessToken
        AuthenticationHeaderValue 1 System.Net authorization
        TelegramBotClient 0 Telegram botToken
        SendGridClient 0 SendGrid apiKey
        CreateAsync 1 Microsoft.AspNet password
        Create 1 Microsoft.AspNet password
        PasswordSignInAsync 1 Microsoft.AspNet password
        CheckPasswordAsync 1 Microsoft.AspNet password
        AddPasswordAsync 1 Microsoft.AspNet password
        HashPassword 1 Microsoft.AspNet password
        ChangePasswordAsync 1 Microsoft.AspNet password
        ChangePasswordAsync 2 Microsoft.AspNet newPassword
        ResetPasswordAsync 2 Microsoft.AspNet newPassword
        """);

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["Password"] = ["NetworkCredential", "SqlConnectionStringBuilder", "NpgsqlConnectionStringBuilder", "MySqlConnectionStringBuilder", "OracleConnectionStringBuilder", "DbConnectionStringBuilder", "ConnectionFactory", "ConfigurationOptions", "UriBuilder", "ProcessStartInfo"],
        ["PasswordInClearText"] = ["ProcessStartInfo"],
        ["PWD"] = ["OdbcConnectionStringBuilder", "DbConnectionStringBuilder"],
        ["Pwd"] = ["OdbcConnectionStringBuilder", "DbConnectionStringBuilder", "SqlConnectionStringBuilder", "MySqlConnectionStringBuilder"],
        ["Key"] = ["SymmetricAlgorithm", "Aes", "AesManaged", "AesCng", "AesCryptoServiceProvider", "Rijndael", "RijndaelManaged", "DES", "DESCryptoServiceProvider", "TripleDES", "TripleDESCryptoServiceProvider", "RC2", "RC2CryptoServiceProvider",
            "HMACMD5", "HMACSHA1", "HMACSHA256", "HMACSHA384", "HMACSHA512", "KeyedHashAlgorithm"],
        ["SslPassword"] = ["NpgsqlConnectionStringBuilder"],
        ["CertificatePassword"] = ["MySqlConnectionStringBuilder"],
        ["SaslPassword"] = ["ClientConfig", "ProducerConfig", "ConsumerConfig", "AdminClientConfig"],
    };

    /// <summary>The sink that a position of a call is; null where it is none.</summary>
    public static Sink? Of(string? called, int position, int count)
    {
        if (called is null || !Arguments.TryGetValue(called, out var sinks))
            return null;
        foreach (var sink in sinks)
        {
            if (sink.Position == position || (sink.Position < 0 && position == count - 1))
                return sink;
        }

        return null;
    }

    public static bool IsMember(string? type, string member) => type is not null && Members.TryGetValue(member, out var types) && Array.IndexOf(types, type) >= 0;

    public static bool HasMember(string member) => Members.ContainsKey(member);

    /// <summary>Whether a type, or one that it is derived from, takes a secret as that member.</summary>
    public static bool IsMember(ITypeSymbol? type, string member)
    {
        for (var depth = 0; type is not null && depth < 8; depth++, type = type.BaseType)
        {
            if (IsMember(type.Name, member))
                return true;
        }

        return false;
    }

    /// <summary>Whether a symbol is of the sink's library.</summary>
    public static bool Fits(Sink sink, ISymbol symbol)
    {
        var name = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        foreach (var start in sink.Namespace.Split('|'))
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static Dictionary<string, Sink[]> Table(string rows) => rows
        .Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static row => row.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        .Select(static cells => new Sink(cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2], cells[3]))
        .GroupBy(static sink => sink.Name)
        .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
}
