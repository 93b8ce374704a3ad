using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Purser.Analyzers.Rules.Credentials.Code;

/// <summary>Whether a text stands where an address would be connected to, and where nothing else can give another one.</summary>
internal static class AddressPlaces
{
    /// <summary>Types and methods whose argument is the name of a host.</summary>
    private static readonly Dictionary<string, int> HostArguments = new(StringComparer.Ordinal)
    {
        ["SmtpClient"] = 0, ["TcpClient"] = 0, ["DnsEndPoint"] = 0, ["MongoServerAddress"] = 0, ["LdapConnection"] = 0, ["LdapDirectoryIdentifier"] = 0, ["FtpClient"] = 0, ["SftpClient"] = 0, ["SshClient"] = 0, ["MqttTcpClient"] = 0,
        ["WithTcpServer"] = 0, ["PrimaryDomain"] = 0, ["AmqpTcpEndpoint"] = 0, ["InfluxDBClient"] = 0, ["RedisClient"] = 0, ["ImapClient"] = 0, ["Pop3Client"] = 0,
    };

    /// <summary>Members that hold the name of a host, and the types that have them.</summary>
    private static readonly Dictionary<string, string[]> HostMembers = new(StringComparer.Ordinal)
    {
        ["HostName"] = ["ConnectionFactory"],
        ["Host"] = ["SmtpClient", "NpgsqlConnectionStringBuilder"],
        ["Server"] = ["MySqlConnectionStringBuilder"],
        ["DataSource"] = ["SqlConnectionStringBuilder", "OracleConnectionStringBuilder"],
        ["BootstrapServers"] = ["ClientConfig", "ProducerConfig", "ConsumerConfig", "AdminClientConfig"],
    };

    /// <summary>Whether the member or argument takes the name of a host and nothing else; by names alone.</summary>
    public static bool TakesHost(Place place)
    {
        if (place.Argument is { NameColon: null, Parent: ArgumentListSyntax { Parent: { } call } list } argument)
            return SyntaxName.OfCalled(call) is { } called && HostArguments.TryGetValue(called, out var position) && list.Arguments.IndexOf(argument) == position && call is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax };
        return place.Name is { } name && place.Holder is { } holder && HostMembers.TryGetValue(name, out var holders) && Array.IndexOf(holders, holder) >= 0;
    }

    public static bool MayBeConnectedTo(ExpressionSyntax literal, Place place)
    {
        if (place.Use is TextUse.Compared or TextUse.Fallback || (place.Name is { } name && SpeaksOfTexts(name)))
            return false;
        foreach (var ancestor in literal.Ancestors())
        {
            switch (ancestor)
            {
                // What is given otherwise where it should be another one: a default, and what configuration is bound over.
                case AttributeSyntax or ParameterSyntax or BracketedArgumentListSyntax or ThrowExpressionSyntax or ThrowStatementSyntax or InterpolationSyntax:
                case PropertyDeclarationSyntax { Parent: BaseTypeDeclarationSyntax holder } when IsBound(holder):
                    return false;
                case VariableDeclarationSyntax { Type: var type } when SyntaxName.OfType(type) is "XNamespace" or "XName":
                    return false;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax when SyntaxName.OfCalled(ancestor) is { } called && ancestor != literal && IsForPeople(called):
                    return false;
                case StatementSyntax or MemberDeclarationSyntax:
                    return true;
            }
        }

        return true;
    }

    private static bool IsBound(BaseTypeDeclarationSyntax holder) =>
        holder.Identifier.ValueText is var name && (name.EndsWith("Options", StringComparison.Ordinal) || name.EndsWith("Settings", StringComparison.Ordinal) || name.EndsWith("Config", StringComparison.Ordinal) || name.EndsWith("Configuration", StringComparison.Ordinal));

    /// <summary>Calls that show a text, look for it or take it for a name.</summary>
    private static bool IsForPeople(string called) =>
        called.StartsWith("Write", StringComparison.Ordinal) || called.StartsWith("Log", StringComparison.Ordinal) || called.StartsWith("Contains", StringComparison.Ordinal) || called.StartsWith("IndexOf", StringComparison.Ordinal)
        || called.EndsWith("Exception", StringComparison.Ordinal) || called.StartsWith("Show", StringComparison.Ordinal) || called.StartsWith("Append", StringComparison.Ordinal) || called.StartsWith("Assert", StringComparison.Ordinal)
        || called is "Information" or "Info" or "Debug" or "Warning" or "Warn" or "Error" or "Trace" or "Verbose" or "Fatal" or "Print" or "EqualTo" or "IsEqualTo" or "Be" or "ShouldBe" or "Equals" or "Equal" or "AreEqual" or "StartsWith" or "EndsWith" or "Replace" or "Split" or "Trim" or "Regex" or "IsMatch"
            or "ProcessStartInfo" or "OpenUrl" or "OpenBrowser" or "Launch" or "LaunchUriAsync" or "OpenAsync" or "Href" or "Link" or "WithOrigins" or "Claim" or "AddNamespace" or "XNamespace" or "GetNamespace"
        || (called == "Start");

    /// <summary>A link, an identifier, an origin: it is shown or compared, and nothing connects to it.</summary>
    private static bool SpeaksOfTexts(string name)
    {
        foreach (var word in IdentifierWords.Split(name))
        {
            if (Texts.Contains(word))
                return true;
        }

        return false;
    }

    private static readonly HashSet<string> Texts = new("""
        documentation docs doc help link links href license licence wiki namespace namespaces ns xmlns xml schema schemas issuer issuers audience audiences origin origins example examples sample samples placeholder hint description title text
        message label watermark tooltip comment pattern regex mock dummy fake redirect referer referrer homepage website support terms privacy feedback about key section claim icon logo image test tests local development dev
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
