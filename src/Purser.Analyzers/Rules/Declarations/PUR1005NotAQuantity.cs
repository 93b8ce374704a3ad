using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>Amounts of CPU, memory and disk.</summary>
internal static class PUR1005NotAQuantity
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1005",
        DiagnosticSeverity.Error,
        "Not a Kubernetes quantity",
        Problem.Message,
        "Kubernetes writes amounts as a number with one of the suffixes m, k, M, G, T, P, E (1000-based) or Ki, Mi, Gi, Ti, Pi, Ei (1024-based). Others are refused, and some, such as '100m' of memory, mean next to nothing.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration) => Quantities(declaration).Select(Judge).OfType<Problem>();

    private static IEnumerable<(DeclaredAttribute Attribute, string Property, Amount Amount)> Quantities(WorkloadDeclaration declaration)
    {
        foreach (var attribute in declaration.Attributes)
        {
            if (AttributeNames.IsWorkload(attribute.Name))
            {
                yield return (attribute, "Cpu", Amount.Cores);
                yield return (attribute, "CpuLimit", Amount.Cores);
                yield return (attribute, "Memory", Amount.Bytes);
                yield return (attribute, "MemoryLimit", Amount.Bytes);
            }

            if (attribute.Name == AttributeNames.Stateful)
                yield return (attribute, "Storage", Amount.Disk);
            if (attribute.Name == AttributeNames.Volume)
                yield return (attribute, "Size", Amount.Disk);
            if (attribute.Name == AttributeNames.Scratch)
                yield return (attribute, "SizeLimit", Amount.Bytes);
        }
    }

    private static Problem? Judge((DeclaredAttribute Attribute, string Property, Amount Amount) given)
    {
        var (attribute, property, amount) = given;
        if (attribute.Text(property) is not { } text)
            return null;

        var isCpu = amount == Amount.Cores;
        var nearest = (isCpu ? NearestQuantity.OfCores(text) : NearestQuantity.OfBytes(text)).Where(candidate => candidate != text).ToArray();
        if (!Quantity.TryParse(text, out var quantity))
            return Wrong("is not a Kubernetes quantity", isCpu ? Cores(nearest) : Bytes(nearest), nearest);
        if (quantity.Sign < 0)
            return Wrong("is below zero", isCpu ? Cores([]) : Bytes([]), []);
        if (quantity.CompareTo(Quantity.Max) > 0)
            return Wrong("is more than Kubernetes can count", isCpu ? Cores([]) : Bytes([]), []);
        if (isCpu && quantity.CompareTo(Quantity.MaxCores) > 0)
            return Wrong("is more cores than any node has", Cores(nearest), nearest);
        if (isCpu && !quantity.IsMultipleOf(3))
            return Wrong("is finer than a thousandth of a core, the least that Kubernetes gives", Cores(nearest), nearest);
        if (!isCpu && !quantity.IsMultipleOf(0))
            return Wrong(text.EndsWith("m", StringComparison.Ordinal) ? "is a fraction of a byte: the suffix 'm' means thousandths" : "is a fraction of a byte", Bytes(nearest), nearest);
        if (amount == Amount.Disk && quantity.Sign == 0)
            return Wrong("is no size for a disk", Bytes([]), []);
        return null;

        Problem Wrong(string what, string accepted, IReadOnlyList<string> candidates) =>
            Problem.At(Rule, attribute, property, $"{Characters.Quote(text)} {what}", accepted)
                .FixedBy([.. candidates.Select(candidate => Fix.Write(property, candidate))]);
    }

    private static string Cores(IReadOnlyList<string> nearest) => nearest.Count > 0
        ? $"write \"{nearest[0]}\""
        : "write cores or thousandths of a core, such as \"2\" or \"250m\" (a quarter of a core)";

    private static string Bytes(IReadOnlyList<string> nearest) => nearest.Count switch
    {
        0 => "write bytes such as \"512Mi\" or \"2Gi\" (1024-based), or \"2G\" (1000-based)",
        1 => $"write \"{nearest[0]}\"",
        _ => $"write \"{nearest[0]}\" (1000-based) or \"{nearest[1]}\" (1024-based)",
    };

    private enum Amount
    {
        Cores,
        Bytes,
        Disk,
    }
}
