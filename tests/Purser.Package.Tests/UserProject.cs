namespace Purser.Package.Tests;

/// <summary>A project of a user who has the package, in a folder outside the repository.</summary>
internal sealed class UserProject
{
    public const string Console = """
        using Purser;

        System.Console.WriteLine("up");

        [Stateless(Replicas = 3)]
        [Exposed(Port = 8080, Host = "orders.example.com")]
        [Setting("Orders:PageSize", "50")]
        public partial class Program;
        """;

    private UserProject(string folder, string name)
    {
        Folder = folder;
        Name = name;
    }

    public string Folder { get; }

    public string Name { get; }

    public string Manifests => Path.Combine(Folder, "bin/Debug/net10.0/k8s");

    public static UserProject Create(PackedPurser package, string name = "Orders.Api", string program = Console, string properties = "", string sdk = "Microsoft.NET.Sdk", string frameworks = "<TargetFramework>net10.0</TargetFramework>", string? inFolder = null)
    {
        var folder = Path.Combine(inFolder ?? Path.Combine(package.Root, Guid.NewGuid().ToString("N")), name);
        Directory.CreateDirectory(folder);
        var project = new UserProject(folder, name);
        project.Write($"{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                {frameworks}
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <Version>1.4.2</Version>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Purser" Version="{PackedPurser.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        project.Write("Program.cs", program);
        return project;
    }

    /// <summary>A sample of the repository as its own project would be with the package, the repository's versions and settings beside it.</summary>
    public static UserProject CopyOfSample(PackedPurser package, string repository, string name)
    {
        var project = new UserProject(Path.Combine(package.Root, Guid.NewGuid().ToString("N"), name), name);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "samples", name)))
            project.Write(Path.GetFileName(file), File.ReadAllText(file));
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props"])
            project.Write(file, File.ReadAllText(Path.Combine(repository, file)));
        project.Write("Directory.Build.targets", $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="Purser" VersionOverride="{PackedPurser.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        return project;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public string Manifest(string file) => File.ReadAllText(Path.Combine(Manifests, file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public Task<DotNet.Result> Build(params string[] arguments) => DotNet.Run(Folder, ["build", "-v", "minimal", .. arguments]);

    /// <summary>Every manifest with the time of its last change.</summary>
    public Dictionary<string, DateTime> Snapshot() => !Directory.Exists(Manifests)
        ? []
        : Directory.EnumerateFiles(Manifests, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Manifests, file), File.GetLastWriteTimeUtc);
}
