using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>What holds for every kind of fact, read from the descriptions: a kind or a column that is written later is held to it the day
/// it is written.</summary>
public class DescriptionTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    const long Nobody = 987654321;

    public static TheoryData<string> OfAChild => [.. FactKinds.OfAChild.Select(k => k.Name)];

    public static TheoryData<string> Correctable => [.. FactKinds.All.Where(k => k.IsCorrectable).Select(k => k.Name)];

    /// <summary>The least that a row must say, and references to what stands in <see cref="Everything"/>.</summary>
    static Fact Row(FactKind kind, long id)
    {
        var fact = kind.New();
        fact.Id = id;
        if (fact is ChildsFact of)
            of.ChildId = 1;
        foreach (var column in kind.Columns)
            if (column.ValueType == typeof(DateOnly))
                column.Set(fact, new DateOnly(2026, 3, 1));
            else if (column.ValueType == typeof(DateTime))
                column.Set(fact, new DateTime(2026, 3, 1, 9, 0, 0));
            else if (column.Range is { } range)
                column.Set(fact, range.Least);
            else if (column.Type == ColumnType.Text && column.ValueType == typeof(string) && !column.IsText)
                column.Set(fact, column.Meaning == Meaning.Measure ? "hjem" : "x");
        return fact;
    }

    static long IdOf(FactKind kind) => 100 + FactKinds.All.ToList().IndexOf(kind);

    /// <summary>A child with one row of every kind, each referring to the row of the kind it refers to.</summary>
    static ChildFile Everything()
    {
        var facts = new List<ChildsFact>();
        foreach (var kind in FactKinds.OfAChild)
        {
            var row = Row(kind, IdOf(kind));
            foreach (var column in kind.References)
                if (column.KindIn is { } named)
                {
                    named.Set(row, FactKinds.Plan.Name);
                    column.Set(row, IdOf(FactKinds.Plan));
                }
                else if (column.RefersTo != kind)
                    column.Set(row, IdOf(column.RefersTo!));
            facts.Add((ChildsFact)row);
        }
        return ChildFile.Build(new ChildFact { Id = 1, BornOn = new(2012, 3, 4) }, facts, alone: true);
    }

    static bool Knows(FactKind kind, long id) => id == IdOf(kind);

    [Fact]
    public void Every_column_that_ends_in_Id_refers_to_a_kind_or_is_set_by_Spor()
    {
        var columns = FactKinds.All.SelectMany(k => k.Columns.Select(c => (Kind: k, Column: c))).ToList();
        Assert.Equal(
            [],
            columns
                .Where(c => c.Column.Name.EndsWith("Id", StringComparison.Ordinal) && !c.Column.IsReference && !c.Column.BySpor)
                .Select(c => c.Kind + "." + c.Column.Name)
        );
        Assert.True(columns.Count(c => c.Column.IsReference) > 50);
    }

    [Fact]
    public void Everything_a_person_may_correct_has_a_Danish_label_and_none_twice_in_one_form()
    {
        foreach (var kind in FactKinds.All)
        {
            Assert.Equal([], kind.Columns.Where(c => c is { BySpor: false, Label.Length: 0 }).Select(c => kind + "." + c.Name));
            Assert.Equal(
                [],
                kind.Columns.Where(c => !c.BySpor).CountBy(c => c.Label).Where(c => c.Value > 1).Select(c => kind + ": " + c.Key)
            );
        }
    }

    [Fact]
    public void The_rows_of_a_kind_stand_in_its_order_and_by_id_where_that_is_equal()
    {
        var file = ChildFile.Build(
            new() { Id = 1 },
            [
                new CaseFact { Id = 3, OpenedOn = new(2026, 2, 1) },
                new CaseFact { Id = 2, OpenedOn = new(2026, 2, 1) },
                new NetworkTieFact { Id = 9 },
                new CaseFact { Id = 1, OpenedOn = new(2026, 3, 1) },
            ]
        );
        Assert.Equal([2, 3, 1], file.Of<CaseFact>().Select(c => c.Id));
        Assert.Same(file.Cases, file.Of<CaseFact>());
        // Ties stand in no register.
        Assert.Empty(file.Ties);
        Assert.Empty(file.Plans);
    }

    [Theory]
    [MemberData(nameof(Correctable))]
    public void No_reference_can_be_corrected_to_what_is_not_there(string name)
    {
        var (kind, file) = (FactKinds.Named(name), Everything());
        var row = kind.IsTheChild ? file.Child : file.Of(kind)[0];
        foreach (var reference in kind.References.Where(r => !r.BySpor))
        {
            IEnumerable<string> Codes(long to)
            {
                var corrected = row.Copy();
                reference.Set(corrected, to);
                return CorrectionRules
                    .Correct(row, corrected, "Tastefejl", file, Catalogue.Default, Knows, Deciding.Head, Today, () => 9000)
                    .Refusals.Where(r => r.Field == reference.Name)
                    .Select(r => r.Code);
            }
            Assert.Equal(["reference-unknown"], Codes(Nobody));
            if (reference.RefersTo == kind)
                Assert.Equal(["reference-unknown"], Codes(row.Id));
            else
                Assert.Empty(Codes(IdOf(reference.RefersTo!)));
        }
    }

    [Theory]
    [MemberData(nameof(Correctable))]
    public void After_a_withdrawal_nothing_points_at_what_is_gone(string name)
    {
        var (kind, file) = (FactKinds.Named(name), Everything());
        if (kind.IsTheChild)
            return;
        var decision = CorrectionRules.Withdraw(file.Of(kind)[0], file, true, "Dobbelt");
        // A decision is not taken back from under the measure it started.
        if (decision.Refusals is [{ Code: "decision-in-use" }])
            return;
        if (decision.Refused)
        {
            Assert.NotEmpty(Hanging.CarriedOnBy(file, file.Of(kind)[0]));
            return;
        }
        var left = file.All.ToDictionary(f => (FactKinds.Of(f), f.Id));
        foreach (var happened in decision.Events)
            if (happened is Withdrawn w)
                Assert.True(left.Remove((w.Kind, w.Id)), w.Kind + " is withdrawn twice");
            else if (happened is Corrected { Fact: var fact })
                left[(happened.Kind, fact.Id)] = fact;
        foreach (var fact in left.Values)
        foreach (var reference in FactKinds.Of(fact).References.Where(r => r.Bond != Bond.Outlives))
            if (reference.Points(fact) is { Kind.IsAboutAChild: true } at)
                Assert.True(left.ContainsKey(at), $"{FactKinds.Of(fact)}.{reference.Name} points at nothing after {name} is withdrawn");
    }

    [Theory]
    [MemberData(nameof(OfAChild))]
    public void A_day_that_has_happened_is_not_corrected_to_one_that_lies_ahead(string name)
    {
        var (kind, file) = (FactKinds.Named(name), Everything());
        if (!kind.IsCorrectable)
            return;
        foreach (var column in kind.Columns.Where(c => c.Happened))
        {
            var corrected = file.Of(kind)[0].Copy();
            column.Set(
                corrected,
                column.ValueType == typeof(DateOnly) ? Today.AddDays(1) : Today.AddDays(1).ToDateTime(new TimeOnly(8, 0))
            );
            Assert.Contains(
                CorrectionRules
                    .Correct(file.Of(kind)[0], corrected, "Tastefejl", file, Catalogue.Default, Knows, Deciding.Head, Today, () => 9000)
                    .Refusals,
                r => r == new Kernel.Refusal("day-in-future", column.Name)
            );
        }
    }
}
