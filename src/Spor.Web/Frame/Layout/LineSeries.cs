namespace Spor.Web.Frame.Layout;

/// <summary>One line of a <see cref="LineChart"/>. A point without a value breaks the line.</summary>
public sealed record LineSeries(string Label, IReadOnlyList<(DateOnly Day, double? Value)> Points);
