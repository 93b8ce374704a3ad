using Microsoft.CodeAnalysis.Diagnostics;

namespace Purser.Analyzers.Workloads;

/// <summary>The project-wide MSBuild properties that the generator reads (CompilerVisibleProperty in Purser.props). Raw text, nothing defaulted but what MSBuild defaulted.</summary>
internal sealed record ProjectOptions
{
    public bool Enabled { get; init; } = true;

    public string ProjectName { get; init; } = "";

    /// <summary>Where the project file lies, to find its files among the additional ones; never written into a manifest.</summary>
    public string? Directory { get; init; }

    public string? Namespace { get; init; }

    public string? PartOf { get; init; }

    public string? System { get; init; }

    /// <summary><c>Ingress</c> or <c>Gateway</c>.</summary>
    public string Route { get; init; } = "Ingress";

    public string? Image { get; init; }

    public string? Version { get; init; }

    public string? RunAsUser { get; init; }

    public bool NetworkPolicy { get; init; } = true;

    public bool DisruptionBudget { get; init; } = true;

    /// <summary><c>Inferred</c> or <c>Explicit</c>.</summary>
    public string Configuration { get; init; } = "Inferred";

    /// <summary><c>Reference</c> or <c>ExternalSecrets</c>.</summary>
    public string Secrets { get; init; } = "Reference";

    public string? SecretStore { get; init; }

    /// <summary>Properties that are neither true nor false, and what they are.</summary>
    public EquatableArray<Entry> NoFlags { get; init; }

    /// <summary>Whether it is a project of Microsoft.NET.Sdk.Web, which listens on 8080 in the SDK's own container images.</summary>
    public bool IsWeb { get; init; }

    public static ProjectOptions Read(AnalyzerConfigOptions options)
    {
        var noFlags = new List<Entry>();
        return new ProjectOptions
        {
            Enabled = !IsFalse("PurserEnabled"),
            ProjectName = Text("MSBuildProjectName") ?? "",
            Directory = Text("ProjectDir") ?? Text("MSBuildProjectDirectory"),
            Namespace = Text("KubernetesNamespace"),
            PartOf = Text("KubernetesPartOf"),
            System = Text("KubernetesSystem"),
            Route = Text("KubernetesRoute") ?? "Ingress",
            Image = Text("KubernetesImage"),
            Version = Text("Version"),
            RunAsUser = Text("KubernetesRunAsUser"),
            NetworkPolicy = Flag("KubernetesNetworkPolicy"),
            DisruptionBudget = Flag("KubernetesDisruptionBudget"),
            Configuration = Text("PurserConfiguration") ?? "Inferred",
            Secrets = Text("KubernetesSecrets") ?? "Reference",
            SecretStore = Text("KubernetesSecretStore"),
            NoFlags = noFlags.ToEquatableArray(),
            IsWeb = string.Equals(Text("UsingMicrosoftNETSdkWeb"), "true", StringComparison.OrdinalIgnoreCase),
        };

        string? Text(string property) =>
            options.TryGetValue("build_property." + property, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

        bool Flag(string property)
        {
            if (Text(property) is { } text && !string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) && !IsFalse(property))
                noFlags.Add(new(property, text));
            return !IsFalse(property);
        }

        bool IsFalse(string property) => string.Equals(Text(property), "false", StringComparison.OrdinalIgnoreCase);
    }
}
