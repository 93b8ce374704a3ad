using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Reports what the rules find in a declaration at the argument that the user typed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeclarationAnalyzer() : PurserAnalyzer(
    PUR1001TwoKindsOfWorkload.Rule,
    PUR1002NoWorkload.Rule,
    PUR1003NotAName.Rule,
    PUR1004OneNameTwice.Rule,
    PUR1005NotAQuantity.Rule,
    PUR1006RequestAboveLimit.Rule,
    PUR1007NotASchedule.Rule,
    PUR1008NotATimeZone.Rule,
    PUR1009NotAPort.Rule,
    PUR1010NotARoute.Rule,
    PUR1011NotALabel.Rule,
    PUR1012OutOfRange.Rule,
    PUR1013NotAMountPath.Rule,
    PUR1014DoNotGoTogether.Rule,
    PUR1015NotAFixedImage.Rule,
    PUR1016NothingTellsThemApart.Rule,
    PUR1017NotAKey.Rule,
    PUR3007SecretInDeclaration.Rule)
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName("Purser.WorkloadAttribute").IsEmpty)
            return;
        var options = ProjectOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!options.Enabled)
            return;

        var compilation = context.Compilation;
        var across = new Lazy<ImmutableDictionary<INamedTypeSymbol, ImmutableArray<Problem>>>(() => AcrossWorkloads(compilation, options));
        context.RegisterSymbolAction(symbol => Analyze(symbol, options, across), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, ProjectOptions options, Lazy<ImmutableDictionary<INamedTypeSymbol, ImmutableArray<Problem>>> across)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = WorkloadReader.AttributesOf(type);
        if (attributes.IsEmpty)
            return;

        var declaration = WorkloadReader.Read(type, context.Compilation, context.CancellationToken);
        var files = ProjectFiles.Of(declaration, options.Directory, context.Options.AdditionalFiles, context.CancellationToken);
        var problems = DeclarationRules.Check(declaration, options, files);
        if (declaration.WorkloadAttribute is not null && across.Value.TryGetValue(type, out var more))
            problems = problems.Concat(more);
        Report(context, attributes, problems);
    }

    /// <summary>Each problem at the argument that it is about.</summary>
    public static void Report(SymbolAnalysisContext context, ImmutableArray<AttributeData> attributes, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (LocationOf(problem, attributes[problem.Attribute], context.CancellationToken) is { } location)
                context.ReportDiagnostic(Diagnostic.Create(problem.Rule, location, problem.Severity, null, Fix.ToProperties(problem.Fixes), problem.Given, problem.Accepted));
        }
    }

    /// <summary>The argument, also where its value is a constant from elsewhere; the attribute where there is none.</summary>
    private static Location? LocationOf(Problem problem, AttributeData attribute, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
            return null;
        return problem.Argument is { } property && ArgumentInSource.Find(syntax, attribute.AttributeConstructor, property, problem.Item) is { } argument
            ? ArgumentInSource.Value(argument, problem.Item).GetLocation()
            : syntax.GetLocation();
    }

    /// <summary>What only shows when all workloads of the project are looked at together: once for each compilation, when there is a workload at all.</summary>
    private static ImmutableDictionary<INamedTypeSymbol, ImmutableArray<Problem>> AcrossWorkloads(Compilation compilation, ProjectOptions options)
    {
        var types = WorkloadTypes.Of(compilation);
        var declarations = types.Select(type => WorkloadReader.Read(type, compilation, default)).ToArray();
        return PUR1004OneNameTwice.Check(declarations, options).Concat(PUR1016NothingTellsThemApart.Check(declarations))
            .GroupBy(found => found.Workload, found => found.Problem)
            .ToImmutableDictionary(found => types[found.Key], found => found.ToImmutableArray(), (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default);
    }
}
