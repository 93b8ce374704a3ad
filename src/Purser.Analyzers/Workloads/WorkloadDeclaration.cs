namespace Purser.Analyzers.Workloads;

/// <summary>One annotated class as the user wrote it: strings and numbers only, nothing defaulted, nothing judged.</summary>
/// <param name="ClassName">The class with its namespace, as a person would write it: <c>Orders.Program</c>.</param>
/// <param name="SimpleName">The class alone: <c>Program</c>.</param>
/// <param name="AssemblyName">The assembly: <c>Orders.Api</c>.</param>
/// <param name="FileName">The source file's name without folders: <c>Program.cs</c>.</param>
/// <param name="HasEntryPoint">Whether the program starts in this class.</param>
/// <param name="Attributes">Purser's attributes in source order.</param>
internal sealed record WorkloadDeclaration(
    string ClassName,
    string SimpleName,
    string AssemblyName,
    string FileName,
    bool HasEntryPoint,
    EquatableArray<DeclaredAttribute> Attributes)
{
    /// <summary>The workload attribute; the first where somebody wrote two (PUR1001), null where there is none (PUR1002).</summary>
    public DeclaredAttribute? WorkloadAttribute => Attributes.FirstOrDefault(attribute => AttributeNames.IsWorkload(attribute.Name));

    /// <summary>All attributes of one name: <c>Of("Exposed")</c>.</summary>
    public IEnumerable<DeclaredAttribute> Of(string name) => Attributes.Where(attribute => attribute.Name == name);
}

/// <summary>One attribute: <c>[Volume("/cache", Size = "1Gi")]</c> is Volume with MountPath and Size.</summary>
/// <param name="Index">Its place in <see cref="WorkloadDeclaration.Attributes"/>, by which an analyzer finds the syntax again.</param>
/// <param name="Name">Its name without the suffix: <c>Volume</c>.</param>
/// <param name="Arguments">What was given, positional arguments under the name of the property they set.</param>
internal sealed record DeclaredAttribute(int Index, string Name, EquatableArray<DeclaredArgument> Arguments)
{
    public DeclaredArgument? this[string name] => Arguments.FirstOrDefault(argument => argument.Name == name);

    /// <summary>The text of an argument, an enum's member name too; null where it is absent or null.</summary>
    public string? Text(string name) => this[name]?.Value.Text;

    public long? Number(string name) => this[name]?.Value.Number;

    public bool? Flag(string name) => this[name]?.Value.Flag;

    /// <summary>The strings of an array argument; null where it is absent or null.</summary>
    public EquatableArray<string>? Texts(string name) => this[name]?.Value.Texts;
}

/// <summary>One argument, by the name of the property it sets.</summary>
internal sealed record DeclaredArgument(string Name, DeclaredValue Value);

/// <summary>A constant: exactly one of the four is set, none for <c>null</c>.</summary>
internal sealed record DeclaredValue(string? Text = null, long? Number = null, bool? Flag = null, EquatableArray<string>? Texts = null);
