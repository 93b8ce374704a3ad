using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>What a pod asks for is at most what it is held to.</summary>
internal static class PUR1006RequestAboveLimit
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1006",
        DiagnosticSeverity.Error,
        "Request above its limit",
        Problem.Message,
        "The API server refuses a container that asks for more than it may use.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration)
    {
        if (declaration.WorkloadAttribute is not { } main)
            return [];
        return new[] { Compare(main, "Cpu", "CpuLimit", "100m"), Compare(main, "Memory", "MemoryLimit", "256Mi") }.OfType<Problem>();
    }

    private static Problem? Compare(DeclaredAttribute main, string request, string limit, string defaultRequest)
    {
        var isDefault = main.Text(request) is null;
        var asked = main.Text(request) ?? defaultRequest;
        if (main.Text(limit) is not { } held
            || !Quantity.TryParse(asked, out var askedQuantity) || !Quantity.TryParse(held, out var heldQuantity)
            || heldQuantity.Sign < 0 || askedQuantity.CompareTo(heldQuantity) <= 0)
            return null;

        var raise = Fix.Set(limit, asked);
        var lower = Fix.Set(request, held);
        var swap = new Fix($"Swap {request} and {limit}", EquatableArray.Of(new Edit(EditKind.Text, request, held), new Edit(EditKind.Text, limit, asked)));
        return Problem.At(
            Rule, main, isDefault ? limit : request,
            $"{request} {Characters.Quote(asked)}{(isDefault ? " (the default)" : "")} is above {limit} {Characters.Quote(held)}",
            $"a request is at most its limit, such as {request} = \"{held}\", {limit} = \"{asked}\"")
            .FixedBy(isDefault ? [lower, raise] : [swap, raise]);
    }
}
