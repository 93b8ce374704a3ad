using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Declarations.Values;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>The container image: a reference, and one that stays the same.</summary>
internal static class PUR1015NotAFixedImage
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR1015",
        DiagnosticSeverity.Warning,
        "Image without a fixed tag, or no image reference",
        Problem.Message,
        "Without a tag, or with 'latest', two pods of one Deployment may run different programs and a rollback brings nothing back. What is no reference at all is an error: the pod would stay in InvalidImageName.");

    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options)
    {
        if (declaration.WorkloadAttribute is not { } main)
            return [];
        return main.Text("Image") is { } image ? Judge(main, "Image", image) : options.Image is { } project ? Judge(main, null, project) : [];
    }

    private static IEnumerable<Problem> Judge(DeclaredAttribute main, string? argument, string image)
    {
        var subject = argument is null ? $"the MSBuild property KubernetesImage {Characters.Quote(image)}" : Characters.Quote(image);
        if (ImageReference.Parse(image, out var wrong) is not { } reference)
        {
            var nearest = ImageReference.Nearest(image);
            yield return Problem.At(Rule, main, argument, $"{subject} is not an image reference: {wrong}", $"write registry, name and tag such as \"{nearest ?? "registry.example.com/orders-api:1.4.2"}\"")
                .FixedBy(argument is null ? null : Fix.Write("Image", nearest)) with { Severity = DiagnosticSeverity.Error };
        }
        else if (reference.Digest is null && reference.Tag is null or "latest")
        {
            yield return Problem.At(Rule, main, argument, $"{subject} {(reference.Tag is null ? "has no tag, which means 'latest'" : "moves: 'latest' is another image tomorrow")}", $"write the version, such as \"{Characters.Quote(reference.Name).Trim('\'')}:1.4.2\"");
        }
    }
}
