using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Purser.Analyzers.Facts;
using Purser.Analyzers.Facts.Lifetime;
using Purser.Analyzers.Facts.Schedules;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Facts;

/// <summary>Every line of the tables of lasting calls and of schedulers finds its call: a new line is a new case.</summary>
public sealed class KnownCallTests
{
    public static TheoryData<string, string, string, string> Lasting =>
        [.. LastingCalls.Table.SelectMany(static row => row.Methods.Split(' ').Select(method => (row.Space, row.Type, method, row.Effect.ToString())))];

    public static TheoryData<string, string> Schedules => [.. LibrarySchedules.Table.SelectMany(static library => library.Schedules.Select(call => (library.Space, call)))];

    public static TheoryData<string, string> SetUps => [.. LibrarySchedules.Table.SelectMany(static library => library.SetUp.Select(call => (library.Space, call)))];

    public static TheoryData<string, string> Shared => [.. LibrarySchedules.Table.SelectMany(static library => library.Shared.Select(call => (library.Space, call)))];

    [Theory]
    [MemberData(nameof(Lasting))]
    public void A_lasting_call_s_line(string space, string type, string method, string effect)
    {
        var (name, called) = (type == "*" ? "Anything" : type, method == "*" ? "Anyhow" : method);
        var (call, model) = Call(called, $"{space}.{name}.{called}();", $"namespace {space} {{ public static class {name} {{ public static void {called}() {{ }} }} }}");
        Assert.Equal(effect, LastingCalls.Of((IInvocationOperation)model.GetOperation(call)!)?.ToString());
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_scheduler_s_call(string space, string call) => Assert.NotNull(Schedule(space, call, SetUpOf(space)));

    [Theory]
    [MemberData(nameof(SetUps))]
    public void Without_its_set_up_it_is_another_library_or_a_shared_store(string space, string setUp)
    {
        var schedule = LibrarySchedules.Table.Single(library => library.Space == space).Schedules[0];
        Assert.NotNull(Schedule(space, schedule, setUp));
        Assert.Null(Schedule(space, schedule, null));
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_store_that_the_replicas_share_makes_it_no_schedule_of_each(string space, string shared) =>
        Assert.Null(Schedule(space, LibrarySchedules.Table.Single(library => library.Space == space).Schedules[0], shared));

    private static string? SetUpOf(string space) => LibrarySchedules.Table.Single(library => library.Space == space).SetUp.FirstOrDefault();

    private static Schedule? Schedule(string space, string call, string? other)
    {
        var methods = string.Join(" ", new[] { call, other }.OfType<string>().Distinct().Select(static name => $"public static void {name}() {{ }}"));
        var (node, model) = Call(call, $"{space}.Jobs.{call}(); {(other is null ? "" : $"{space}.Jobs.{other}();")}", $"namespace {space} {{ public static class Jobs {{ {methods} }} }}");
        Assert.Contains(call, LibrarySchedules.NamesIn(model.Compilation, default));
        return LibrarySchedules.Read(node, model, default);
    }

    private static (InvocationExpressionSyntax Call, SemanticModel Model) Call(string name, string statements, string library)
    {
        var compilation = Project.Of($"class Caller {{ void Call() {{ {statements} }} }}", library).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var call = compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes()).OfType<InvocationExpressionSyntax>().First(call => SyntaxNames.Called(call) == name);
        return (call, compilation.GetSemanticModel(call.SyntaxTree));
    }
}
