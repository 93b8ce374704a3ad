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

        var manifests = Manifests(AttributeNames.Stateless)
            .Combine(Manifests(AttributeNames.Stateful))
            .Combine(Manifests(AttributeNames.BatchJob))
            .Combine(Manifests(AttributeNames.PerNode))
            .Select(static (all, _) => WorkloadSet.Of(all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right)))
            .WithTrackingName(Steps.Workloads);

        // An implementation output: the compiler runs it, the editor does not.
        context.RegisterImplementationSourceOutput(manifests.Combine(options), static (output, set) =>
        {
            if (set.Left.Manifests.Count > 0 && set.Right.Enabled)
                output.AddSource(FileName, SourceText.From(ManifestSource.Of(set.Left, set.Right), Encoding.UTF8, SourceHashAlgorithm.Sha256));
        });

        IncrementalValueProvider<ImmutableArray<RenderedWorkload>> Manifests(string attribute) => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MetadataName(attribute),
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => WorkloadReader.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(Steps.Declarations)
            .Combine(options)
            .Combine(files)
            .Select(static (all, cancellation) => new WorkloadInputs(
                all.Left.Left, all.Left.Right, CodeFacts.None, ProjectFiles.Of(all.Left.Left, all.Left.Right.Directory, all.Right, cancellation)))
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
        public const string Inputs = nameof(Inputs);
        public const string Rendered = nameof(Rendered);
        public const string Workloads = nameof(Workloads);

        public static readonly string[] All = [Options, Declarations, Inputs, Rendered, Workloads];
    }
}
