using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules.Credentials.Files;

namespace Purser.Analyzers.Rules.Credentials;

/// <summary>PUR3005: a credential in a configuration file of the project.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PUR3005CredentialInFile() : PurserAnalyzer(Rule)
{
    /// <summary>The property that tells the fix the key.</summary>
    public const string Key = "Key";

    /// <summary>Configuration is written by hand; what is longer is data.</summary>
    private const int MaxLength = 1024 * 1024;

    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR3005",
        DiagnosticSeverity.Warning,
        "Credential in a configuration file",
        "'{0}' holds a {1}; keep it out of this file and take it from a Kubernetes Secret",
        "The file is committed and goes into the image: whoever reads either has the credential. An environment variable from a Kubernetes Secret overrides the file, so an empty value is all that has to stay here.");

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Options.AdditionalFiles.Any(static file => ConfigurationFileKind.ReaderOf(file.Path) is not null))
            context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (ConfigurationFileKind.ReaderOf(file.Path) is not { } read
            || file.GetText(context.CancellationToken) is not { Length: > 0 and <= MaxLength } text)
            return;

        var options = CredentialOptions.Of(context.Options.AnalyzerConfigOptionsProvider.GetOptions(file));
        var isForDevelopment = ConfigurationFileKind.IsForDevelopment(file.Path);
        foreach (var value in read(text.ToString()))
        {
            if (value.Span.End > text.Length || options.Filter(Classify(value, options), value.Text) is not { } finding)
                continue;
            var severity = isForDevelopment || finding.Confidence == Confidence.Low ? DiagnosticSeverity.Info : Rule.DefaultSeverity;
            var location = Location.Create(file.Path, value.Span, text.Lines.GetLinePositionSpan(value.Span));
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, severity, null, ImmutableDictionary<string, string?>.Empty.Add(Key, value.Key), value.Key, finding.What));
        }
    }

    private static Finding? Classify(FileValue value, CredentialOptions options)
    {
        if (IsAboutAValue(value.Key))
            return null;
        var context = new CredentialContext(IsConfiguration: true) { ExtraWords = options.Words };
        return value.IsNamed ? CredentialClassifier.Classify(value.Key, value.Text, context) : CredentialClassifier.ByValue(null, value.Text, context);
    }

    /// <summary>Shows what belongs somewhere else, or is encrypted by who reads it: a form's <c>placeholder</c>, a build server's <c>secure</c>.</summary>
    private static bool IsAboutAValue(string key) => key.Substring(key.LastIndexOf(':') + 1) is "placeholder" or "description" or "example" or "secure";
}
