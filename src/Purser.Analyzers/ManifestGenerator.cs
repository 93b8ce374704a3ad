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

        var files = context.AdditionalTextsProvider.Collect();

        var stateless = Declarations(AttributeNames.Stateless);
        var stateful = Declarations(AttributeNames.Stateful);
        var batchJobs = Declarations(AttributeNames.BatchJob);
        var perNode = Declarations(AttributeNames.PerNode);

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
                static (found, cancellation) => FactReader.Read(found.Node, found.SemanticModel, cancellation))
            .WithTrackingName(Steps.Calls)
            .Where(static found => found.Count > 0)
            .Collect()
            .Combine(Classes(stateless).Combine(Classes(stateful)).Combine(Classes(batchJobs)).Combine(Classes(perNode)))
            .Select(static (all, _) => new FindingSet(
                all.Left.SelectMany(static found => found).ToEquatableArray(),
                all.Right.Left.Left.Left.Concat(all.Right.Left.Left.Right).Concat(all.Right.Left.Right).Concat(all.Right.Right).ToEquatableArray()))
            .WithTrackingName(Steps.Findings);

        var manifests = Manifests(stateless)
            .Combine(Manifests(stateful))
            .Combine(Manifests(batchJobs))
            .Combine(Manifests(perNode))
            .Select(static (all, _) => WorkloadSet.Of(all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right)))
            .WithTrackingName(Steps.Workloads);

        // An implementation output: the compiler runs it, the editor does not.
        context.RegisterImplementationSourceOutput(manifests.Combine(options), static (output, set) =>
        {
            if (set.Left.Manifests.Count > 0 && set.Right.Enabled)
                output.AddSource(FileName, SourceText.From(ManifestSource.Of(set.Left, set.Right), Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });

        IncrementalValuesProvider<WorkloadDeclaration> Declarations(string attribute) => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MetadataName(attribute),
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => WorkloadReader.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(Steps.Declarations);

        IncrementalValueProvider<ImmutableArray<WorkloadClass>> Classes(IncrementalValuesProvider<WorkloadDeclaration> declarations) =>
            declarations.Select(static (declaration, _) => WorkloadClass.Of(declaration)).Collect();

        IncrementalValueProvider<ImmutableArray<RenderedWorkload>> Manifests(IncrementalValuesProvider<WorkloadDeclaration> declarations) => declarations
            .Combine(findings.Combine(settings).Combine(options))
            .Select(static (all, _) => (Declaration: all.Left, Facts: WorkloadFacts.Of(all.Left, all.Right.Left.Left, all.Right.Left.Right, all.Right.Right)))
            .WithTrackingName(Steps.Facts)
            .Combine(options)
            .Combine(files)
            .Select(static (all, cancellation) => new WorkloadInputs(
                all.Left.Left.Declaration, all.Left.Right, all.Left.Left.Facts, ProjectFiles.Of(all.Left.Left.Declaration, all.Left.Right.Directory, all.Right, cancellation)))
            .WithTrackingName(Steps.Inputs)
            .Select(static (inputs, _) => RenderedWorkload.Of(inputs))
            .WithTrackingName(Steps.Rendered)
            .Collect();
    }

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
