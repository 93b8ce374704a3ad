namespace Train.Model;

/// <summary>Logistic regression by stochastic gradient descent.</summary>
internal static class Logistic
{
    /// <summary>One pass over the examples in an order of its own; returns the mean loss.</summary>
    public static double Epoch(double[] weights, Examples examples, int count, double rate, Random order)
    {
        var sequence = Enumerable.Range(0, count).ToArray();
        order.Shuffle(sequence);
        double loss = 0;
        foreach (var i in sequence)
        {
            var point = examples.Point(i);
            var predicted = Probability(weights, point);
            var error = (examples.Label(i) ? 1 : 0) - predicted;
            for (var f = 0; f < weights.Length; f++)
                weights[f] += rate * error * point[f];
            loss -= Math.Log(Math.Max(1e-12, examples.Label(i) ? predicted : 1 - predicted));
        }
        return loss / count;
    }

    /// <summary>The share of right answers on the examples from <paramref name="first"/> on.</summary>
    public static double Accuracy(double[] weights, Examples examples, int first)
    {
        var right = 0;
        for (var i = first; i < examples.Count; i++)
            right += Probability(weights, examples.Point(i)) > 0.5 == examples.Label(i) ? 1 : 0;
        return (double)right / (examples.Count - first);
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static double Probability(ReadOnlySpan<double> weights, ReadOnlySpan<double> point) => 1 / (1 + Math.Exp(-Dot(weights, point)));
}
