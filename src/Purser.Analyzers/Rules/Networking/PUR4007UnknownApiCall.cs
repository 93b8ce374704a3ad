using Microsoft.CodeAnalysis;
using Purser.Analyzers.Facts;

namespace Purser.Analyzers.Rules.Networking;

/// <summary>A call of the Kubernetes API whose permissions nobody can read from the code.</summary>
internal static class PUR4007UnknownApiCall
{
    public static readonly DiagnosticDescriptor Rule = Descriptors.Create(
        "PUR4007",
        DiagnosticSeverity.Warning,
        "API call whose permissions cannot be known",
        "'{0}' asks the Kubernetes API for a resource that only shows at run time, so the Role does not allow it; write the group and the plural as constants, or bind a Role of your own to the ServiceAccount",
        "The Role of a workload allows exactly the calls that its code makes. A call whose group or plural is not in the code as a constant is missing from it, and the API server answers 403 Forbidden.");

    public static bool IsBroken(IEnumerable<Finding> findings) => findings.Any(static finding => finding is ApiFinding { Call: null });
}
