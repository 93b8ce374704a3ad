using System.Text;

namespace Purser.Analyzers.Workloads;

/// <summary>The name of a workload: what was given, else the class's in kebab-case; for <c>Program</c> the assembly's.</summary>
internal static class WorkloadName
{
    public static string Of(WorkloadDeclaration declaration) =>
        declaration.WorkloadAttribute?.Text("Name") ?? Default(declaration);

    public static string Default(WorkloadDeclaration declaration) =>
        KebabCase(declaration.SimpleName == "Program" ? declaration.AssemblyName : declaration.SimpleName);

    /// <summary><c>NightlyEtl</c> -> <c>nightly-etl</c>, <c>Orders.Api</c> -> <c>orders-api</c>, <c>HTTPServer2</c> -> <c>http-server2</c>.</summary>
    public static string KebabCase(string name)
    {
        var kebab = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is '.' or '_' or '-' or ' ' or '+')
            {
                Hyphen();
                continue;
            }

            var startsWord = char.IsUpper(c) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                Hyphen();
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString().Trim('-');

        void Hyphen()
        {
            if (kebab.Length > 0 && kebab[kebab.Length - 1] != '-')
                kebab.Append('-');
        }
    }
}
