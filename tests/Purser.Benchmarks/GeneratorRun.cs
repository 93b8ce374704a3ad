using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Purser.Analyzers;
using static Purser.Benchmarks.Measuring;

namespace Purser.Benchmarks;

/// <summary>
/// The generator after edits of a file that says nothing to it, beside the floor, over a checkout:
/// <c>generate folder,folder --on Program.cs --edit Other.cs [--references folder] [--runs 25]</c>.
/// </summary>
internal static class GeneratorRun
{
    public static int Run(string[] arguments)
    {
        var program = Checkout.Read(arguments);
        var edited = Path.GetFullPath(Option(arguments, "--edit")!);
        var runs = int.Parse(Option(arguments, "--runs") ?? "25", CultureInfo.InvariantCulture);
        var sides = new (string Name, Func<GeneratorDriver> Start, List<double> Cold, List<double> Edits)[]
        {
            ("floor", static () => GeneratorBenchmarks.Driver(new GeneratorBenchmarks.Floor()), [], []),
            ("Purser", static () => GeneratorBenchmarks.Driver(new ManifestGenerator()), [], []),
        };
        var drivers = sides.Select(side => side.Start().RunGenerators(program)).ToArray();
        for (var turn = 0; turn < runs + 3; turn++)
        {
            for (var i = 0; i < sides.Length; i++)
            {
                var cold = Checkout.Fresh(program);
                var first = Take(() => sides[i].Start().RunGenerators(cold)).Clock;
                var tree = program.SyntaxTrees.Single(tree => tree.FilePath == edited);
                var edit = program.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new(tree.Length, 0), $"\n// {turn}"))));
                var second = Take(() => drivers[i] = drivers[i].RunGenerators(edit)).Clock;
                if (turn < 3)
                    continue;
                sides[i].Cold.Add(first);
                sides[i].Edits.Add(second);
            }
        }

        foreach (var (name, _, cold, edits) in sides)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} cold {Median(cold) * 1000,7:0} ms, edit elsewhere {Median(edits) * 1000,7:0.0} ms"));
        return 0;
    }
}
