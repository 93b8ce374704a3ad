using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Manifests;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers;

/// <summary>Annotated classes in, manifests out. Silent: what is wrong is the analyzers' to say, and the workload is left out.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class ManifestGenerator : IIncrementalGenerator
{
    public const string FileName = "Purser.Manifests.g.cs";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => ProjectOptions.Read(provider.GlobalOptions))
            .WithTrackingName(Steps.Options);

        var files = context.AdditionalTextsProvider.Collect().Select(static (files, _) => new ProjectTexts(files));

        var declarations = Declarations(AttributeNames.Stateless)
            .Combine(Declarations(AttributeNames.Stateful)).Select(Both)
            .Combine(Declarations(AttributeNames.BatchJob)).Select(Both)
            .Combine(Declarations(AttributeNames.PerNode)).Select(Both);

        var settings = context.AdditionalTextsProvider
            .Where(static file => AppSettingsFile.IsOne(file.Path))
            .Select(static (file, cancellation) => AppSettingsFile.Read(file, cancellation))
            .Collect()
            .Select(static (files, _) => AppSettings.Of(files.Where(static file => file is not null).Select(static file => file!)))
            .WithTrackingName(Steps.Settings);

        // What single calls say; a list of nothing for what turned out to be no such call.
        var findings = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => FactReader.IsCandidate(node),
                static (found, cancellation) => new ValueList<Finding>(FactReader.Read(found.Node, found.SemanticModel, cancellation)))
            .WithTrackingName(Steps.Calls)
            .Where(static found => found.Items.Count > 0)
            .Collect()
            .Select(static (calls, _) => new ValueList<Finding>(calls.SelectMany(static found => found.Items).ToEquatableArray()))
            .Combine(declarations)
            .Select(static (all, _) => new FindingSet(all.Left.Items, all.Right.Items.Select(WorkloadClass.Of).ToEquatableArray()))
            .WithTrackingName(Steps.Findings);

        var program = findings
            .Combine(settings.Combine(options).Select(static (both, _) => new ProjectInputs(both.Left, both.Right)))
            .Select(static (all, _) => new ProgramInputs(all.Left, all.Right));

        var manifests = declarations
            .SelectMany(static (found, _) => found.Items.Items)
            .Combine(program)
            .Select(static (all, _) => new WorkloadInputs(
                all.Left, all.Right.Project.Options, WorkloadFacts.Of(all.Left, all.Right.Findings, all.Right.Project.Settings, all.Right.Project.Options), EquatableArray<Entry>.Empty))
            .WithTrackingName(Steps.Facts)
            .Combine(files)
            .Select(static (all, cancellation) => all.Left with { Files = ProjectFiles.Of(all.Left.Declaration, all.Left.Options.Directory, all.Right.Files, cancellation) })
            .WithTrackingName(Steps.Inputs)
            .Select(static (inputs, _) => RenderedWorkload.Of(inputs))
            .WithTrackingName(Steps.Rendered)
            .Collect()
            .Select(static (workloads, _) => WorkloadSet.Of(workloads))
            .WithTrackingName(Steps.Workloads);

        // An implementation output: the compiler runs it, the editor does not.
        context.RegisterImplementationSourceOutput(manifests.Combine(options), static (output, set) =>
        {
            if (set.Left.Manifests.Count > 0 && set.Right.Enabled)
                output.AddSource(FileName, SourceText.From(ManifestSource.Of(set.Left, set.Right), Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });

        IncrementalValueProvider<ValueList<WorkloadDeclaration>> Declarations(string attribute) => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MetadataName(attribute),
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => WorkloadReader.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(Steps.Declarations)
            .Collect()
            .Select(static (found, _) => new ValueList<WorkloadDeclaration>(found));

        static ValueList<WorkloadDeclaration> Both((ValueList<WorkloadDeclaration> Left, ValueList<WorkloadDeclaration> Right) lists, CancellationToken _) =>
            new(lists.Left.Items.Concat(lists.Right.Items).ToEquatableArray());
    }

    /// <summary>
    /// A list as a class: the compiler's pipeline is generic, and every struct that goes through it has hundreds of methods compiled anew in
    /// each build. For the same reason nothing but pairs of classes is combined.
    /// </summary>
    private sealed record ValueList<T>(EquatableArray<T> Items)
        where T : IEquatable<T>;

    private sealed record ProjectInputs(AppSettings Settings, ProjectOptions Options);

    private sealed record ProgramInputs(FindingSet Findings, ProjectInputs Project);

    private sealed record ProjectTexts(ImmutableArray<AdditionalText> Files);

    /// <summary>The names of the steps, by which tests see what an edit runs again.</summary>
    public static class Steps
    {
        public const string Options = nameof(Options);
        public const string Declarations = nameof(Declarations);
        public const string Settings = nameof(Settings);
        public const string Calls = nameof(Calls);
        public const string Findings = nameof(Findings);
        public const string Facts = nameof(Facts);
        public const string Inputs = nameof(Inputs);
        public const string Rendered = nameof(Rendered);
        public const string Workloads = nameof(Workloads);

        public static readonly string[] All = [Options, Declarations, Settings, Calls, Findings, Facts, Inputs, Rendered, Workloads];
    }
}
