using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Workloads;

namespace Purser.Analyzers.Rules.Declarations;

/// <summary>All rules about one declaration. Pure: the analyzer reports what they find, the generator leaves out a workload with an error.</summary>
internal static class DeclarationRules
{
    /// <param name="declaration">What the attributes say.</param>
    /// <param name="options">What MSBuild says.</param>
    /// <param name="files">The files of [MountedConfig] that are there, by the path in the attribute; null where nobody looked.</param>
    public static IEnumerable<Problem> Check(WorkloadDeclaration declaration, ProjectOptions options, EquatableArray<Entry>? files) =>
    [
        .. PUR1001TwoKindsOfWorkload.Check(declaration),
        .. PUR1002NoWorkload.Check(declaration),
        .. PUR1003NotAName.Check(declaration, options),
        .. PUR1005NotAQuantity.Check(declaration),
        .. PUR1006RequestAboveLimit.Check(declaration),
        .. PUR1007NotASchedule.Check(declaration),
        .. PUR1008NotATimeZone.Check(declaration),
        .. PUR1009NotAPort.Check(declaration),
        .. PUR1010NotARoute.Check(declaration),
        .. PUR1011NotALabel.Check(declaration, options),
        .. PUR1012OutOfRange.Check(declaration, options),
        .. PUR1013NotAMountPath.Check(declaration),
        .. PUR1014DoNotGoTogether.Check(declaration, options),
        .. PUR1015NotAFixedImage.Check(declaration, options),
        .. PUR1017NotAKey.Check(declaration, files),
        .. PUR3007SecretInDeclaration.Check(declaration),
    ];

    /// <summary>Whether the workload can be written.</summary>
    public static bool IsSound(WorkloadDeclaration declaration, ProjectOptions options, EquatableArray<Entry>? files) =>
        declaration.WorkloadAttribute is not null && !Check(declaration, options, files).Any(problem => problem.IsError);
}
