using Spor.Facts;

namespace Spor.Web.Tests;

/// <summary>Rows of any kind, every value filled from its description.</summary>
static class Described
{
    public static Fact Row(FactKind kind, long id, long childId = 1)
    {
        var fact = kind.New();
        fact.Id = id;
        if (fact is ChildsFact of)
            of.ChildId = childId;
        foreach (var column in kind.Columns)
            column.Set(fact, Value(column, 0));
        return fact;
    }

    /// <summary>A value that is not the one that stands there.</summary>
    public static object Another(Column column, Fact fact)
    {
        var other = Value(column, 1);
        return Equals(other, column.Get(fact)) ? Value(column, 2) : other;
    }

    static object Value(Column column, int n) =>
        column.ValueType switch
        {
            var t when t == typeof(long) => 900L + n,
            var t when t == typeof(int) => 1 + n,
            var t when t == typeof(bool) => n == 0,
            var t when t == typeof(DateOnly) => new DateOnly(2026, 3, 1).AddDays(n),
            var t when t == typeof(DateTime) => new DateTime(2026, 3, 1, 9, n, 0),
            var t when t.IsEnum => Enum.GetValues(t).GetValue(n % Enum.GetValues(t).Length)!,
            _ when column.Name == "AboutKind" => n == 0 ? "plan" : "goal",
            _ => "Tekst " + n,
        };
}
