using Spor.Children;
using Spor.Facts;
using Spor.Reports;

namespace Spor.Tests;

/// <summary>What was corrected since, kind by kind as the descriptions list them: a kind that is described later is met without being
/// named.</summary>
public class CorrectedSinceTests
{
    const long Child = 1;
    static readonly DateOnly Day = new(2026, 6, 30);
    static readonly DateOnly Told = new(2025, 3, 1);

    /// <summary>Of what figures are made and with a day that somebody tells; the child's own row is one of them.</summary>
    public static TheoryData<string> Dated =>
        [
            .. FactKinds
                .All.Where(k => k.InRegister && k.Columns.Any(c => !c.BySpor && c.Type is (ColumnType.Day or ColumnType.Time)))
                .Select(k => k.Name),
        ];

    [Theory]
    [MemberData(nameof(Dated))]
    public void A_fact_of_each_kind_withdrawn_is_told_once(string name)
    {
        var kind = FactKinds.Named(name);
        // With the child goes all that is known of it; else one fact goes alone.
        var told = Between(Whole(), kind.IsTheChild ? new Register { Catalogue = Nothing.Catalogue, Children = [] } : Whole(without: kind));
        var found = Assert.Single(told, c => c.Kind == kind);
        Assert.NotNull(found.Before);
        Assert.Null(found.Now);
        Assert.Equal(kind.IsAboutAChild ? Child : null, found.ChildId);
        if (!kind.IsTheChild)
            Assert.Single(told);
        Assert.Equal(told.Count, told.Select(c => (c.Kind, (c.Before ?? c.Now)!.Id)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public void A_fact_of_each_kind_that_came_later_about_days_before_is_told_once(string name)
    {
        var kind = FactKinds.Named(name);
        // A new child is so by what is recorded about it.
        if (kind.IsTheChild)
            return;
        var found = Assert.Single(Between(Whole(without: kind), Whole()));
        Assert.Equal((kind, true, true), (found.Kind, found.Before is null, found.Now is not null));
        Assert.Equal(kind.IsAboutAChild ? Child : null, found.ChildId);
    }

    [Theory]
    [MemberData(nameof(Dated))]
    public void Each_value_of_each_kind_put_right_is_told_once_and_a_text_alone_is_not(string name)
    {
        var kind = FactKinds.Named(name);
        foreach (var column in kind.Columns)
        {
            var told = Between(Whole(), Whole(changed: kind, column: column));
            if (column.IsText)
            {
                Assert.True(told.Count == 0, $"{name} tells of the text {column.Name}");
                continue;
            }
            Assert.True(told.Count == 1, $"{name} tells {told.Count} times of {column.Name}");
            Assert.Equal((kind, 9L), (told[0].Kind, told[0].EntryNo));
            Assert.Equal(Value(column, 0), column.Get(told[0].Before!));
            Assert.Equal(Value(column, 1), column.Get(told[0].Now!));
        }
    }

    [Fact]
    public void Nothing_is_told_of_what_is_the_same_and_all_kinds_at_once_are_told_once_each()
    {
        Assert.Empty(Between(Whole(), Whole()));
        var told = Between(Whole(), new Register { Catalogue = Nothing.Catalogue, Children = [ChildFile.Build(TheChild(), [])] });
        Assert.Equal(
            [.. FactKinds.All.Where(k => !k.IsTheChild).Select(k => k.Name).Intersect(Dated.Select(d => d.Data)).Order()],
            told.Select(c => c.Kind.Name).Order(StringComparer.Ordinal)
        );
    }

    static readonly Register Nothing = new() { Catalogue = Interventions.Catalogue.Default, Children = [] };

    static IReadOnlyList<Correction> Between(Register then, Register now) => CorrectedSince.Between(then, now, Day);

    /// <summary>A fact of every kind, all days told before the day looked at.</summary>
    static Register Whole(FactKind? without = null, FactKind? changed = null, Column? column = null)
    {
        var facts = FactKinds.All.Where(k => k != without).Select(k => Of(k, k == changed ? column : null)).ToList();
        var child = facts.OfType<ChildFact>().Single();
        return Register.Build(
            [.. facts.Where(f => !FactKinds.Of(f).IsAboutAChild && FactKinds.Of(f).InRegister)],
            [ChildFile.Build(child, [.. facts.OfType<ChildsFact>()])]
        );
    }

    static ChildFact TheChild() => (ChildFact)Of(FactKinds.Child, null);

    static Fact Of(FactKind kind, Column? changed)
    {
        var fact = kind.New();
        foreach (var column in kind.Columns)
            column.Set(fact, Value(column, column == changed ? 1 : 0));
        fact.Id = kind.IsTheChild ? Child : 100;
        if (fact is ChildsFact of)
            of.ChildId = Child;
        fact.RecordedIn = changed is null ? 1 : 9;
        return fact;
    }

    static object Value(Column column, int which) =>
        column.ValueType switch
        {
            var t when t == typeof(DateOnly) => Told.AddDays(which),
            var t when t == typeof(DateTime) => Told.AddDays(which).ToDateTime(new(9, 0)),
            var t when t == typeof(bool) => which == 1,
            var t when t == typeof(int) => 3 + which,
            var t when t == typeof(long) => 30L + which,
            var t when t == typeof(string) => "ord " + which,
            { IsEnum: true } t => Enum.GetValues(t).GetValue(Math.Min(which, Enum.GetValues(t).Length - 1))!,
            var t => throw new InvalidOperationException(t.Name),
        };
}
