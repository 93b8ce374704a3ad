namespace Train.Model;

/// <summary>Labelled points of a shard, drawn from one hidden truth and a little noise, so that the model has something to find.</summary>
internal sealed class Examples
{
    public const int Features = 16;

    private readonly double[] _points;
    private readonly bool[] _labels;

    private Examples(double[] points, bool[] labels) => (_points, _labels) = (points, labels);

    public int Count => _labels.Length;

    public ReadOnlySpan<double> Point(int i) => _points.AsSpan(i * Features, Features);

    public bool Label(int i) => _labels[i];

    public static Examples Generate(int seed, int shard, int count)
    {
        var truth = Draw(new Random(seed), Features);
        var random = new Random(HashCode(seed, shard));
        var points = Draw(random, count * Features);
        var labels = new bool[count];
        for (var i = 0; i < count; i++)
            labels[i] = Logistic.Dot(truth, points.AsSpan(i * Features, Features)) + 0.3 * Normal(random) > 0;
        return new Examples(points, labels);
    }

    /// <summary>Not System.HashCode: that one differs from process to process.</summary>
    private static int HashCode(int seed, int shard) => unchecked(seed * 486187739 + shard);

    private static double[] Draw(Random random, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = Normal(random);
        return values;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
