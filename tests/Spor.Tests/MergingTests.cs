using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>Two records of one child, as plain calls.</summary>
public sealed class MergingTests
{
    static readonly DateOnly Today = new(2026, 11, 30);

    static ChildFact Child(long id, string last, long? number = null) =>
        new()
        {
            Id = id,
            FirstName = "Ida",
            LastName = last,
            BornOn = new(2012, 3, 4),
            CprHash = number,
            Cpr = number is null ? null : "6403129901",
        };

    static CaseFact Case(long id, long child, long? continues = null) =>
        new()
        {
            Id = id,
            ChildId = child,
            OpenedOn = new(2025, 1, 1),
            ContinuesCaseId = continues,
        };

    static ChildFile File(ChildFact child, params ChildsFact[] rows) => ChildFile.Build(child, rows, alone: true);

    static Decision Merge(ChildFact kept, ChildFact gone, params ChildsFact[] rows) =>
        RecordRules.Merge(
            new(kept.Id, gone.Id, "Set i CPR", true),
            File(kept),
            File(gone, rows),
            (ChildFact)kept.Copy(),
            (ChildFact)gone.Copy(),
            Today,
            () => 99
        );

    [Fact]
    public void What_the_kept_record_lacks_is_filled_and_a_protection_of_either_holds()
    {
        var gone = Child(2, "Lind", 77);
        (gone.Protected, gone.School, gone.FamilyId) = (true, "Nordskolen", 5);
        var kept = Merge(Child(1, "Holm"), gone).Events.OfType<Corrected>().Select(e => e.Fact).OfType<ChildFact>().Single();
        Assert.Equal(("Holm", 77L, "6403129901"), (kept.LastName, kept.CprHash, kept.Cpr));
        Assert.Equal((true, "Nordskolen", 5L), (kept.Protected, kept.School, kept.FamilyId));
        // With nothing to fill, its row is left alone.
        Assert.Empty(Merge(Child(1, "Holm"), Child(2, "Lind")).Events.OfType<Corrected>());
    }

    [Fact]
    public void What_is_erased_is_neither_merged_nor_parted()
    {
        var erased = Child(2, "Lind");
        (erased.FirstName, erased.LastName) = (null, null);
        Assert.Equal("record-is-erased", Merge(Child(1, "Holm"), erased).Refusals.Single().Code);
        Assert.Equal("record-is-erased", Merge(erased, Child(1, "Holm")).Refusals.Single().Code);
        var merger = new ChildRecordFact { Id = 50, RecordId = 1 };
        var part = RecordRules.Part(
            new(2, 50, [], "To søstre"),
            File(erased, merger),
            merger,
            new(new HashSet<(FactKind, long)>(), Child(1, "Holm"), null)
        );
        Assert.Equal("record-is-erased", part.Refusals.Single().Code);
    }

    [Fact]
    public void A_row_goes_over_as_it_is_and_no_person_has_changed_it()
    {
        var row = Case(7, 2);
        (row.SourceKey, row.SourceHash, row.TextId) = ("S2", 12, 34);
        var moved = Assert.Single(Merge(Child(1, "Holm"), Child(2, "Lind"), row).Events.OfType<Corrected>());
        Assert.False(moved.ByPerson);
        var now = (CaseFact)moved.Fact;
        Assert.Equal((7L, 1L, "S2", 12L, 34L), (now.Id, now.ChildId, now.SourceKey, now.SourceHash, now.TextId));
        Assert.Equal(2, row.ChildId);
    }

    [Fact]
    public void Two_numbers_or_two_birthdays_are_two_children_unless_somebody_says_so()
    {
        Assert.True(RecordRules.Differ(Child(1, "a", 1), Child(2, "b", 2)));
        Assert.False(RecordRules.Differ(Child(1, "a", 1), Child(2, "b", 1)));
        Assert.False(RecordRules.Differ(Child(1, "a", 1), Child(2, "b")));
        var other = Child(2, "b");
        other.BornOn = other.BornOn.AddDays(1);
        Assert.True(RecordRules.Differ(Child(1, "a"), other));
        other.Unborn = true;
        Assert.False(RecordRules.Differ(Child(1, "a"), other));
    }

    [Fact]
    public void Nothing_of_the_one_points_at_the_other_after_a_parting()
    {
        var merger = new ChildRecordFact
        {
            Id = 50,
            ChildId = 1,
            RecordId = 2,
            MergedOn = Today,
        };
        var once = new HashSet<(FactKind, long)> { (FactKinds.Case, 8) };
        string Part(IReadOnlyList<string> chosen, params ChildsFact[] rows) =>
            RecordRules.Part(
                new(1, 50, chosen, "To søstre"),
                File(Child(1, "Holm"), [merger, .. rows]),
                merger,
                new(once, Child(2, "Lind"), null)
            )
                is { Refused: false } done
                ? string.Join(' ', done.Events.OfType<Corrected>().Select(e => e.Fact.Id).Order())
                : "records-hang-together";
        Assert.Equal("8", Part([], Case(7, 1), Case(8, 1)));
        // An old row of the child's own points at one that goes back.
        Assert.Equal("records-hang-together", Part([], Case(7, 1, continues: 8), Case(8, 1)));
        // What has come since goes with what it hangs on, and what was ticked goes.
        Assert.Equal("8 60", Part([], Case(7, 1), Case(8, 1), Case(60, 1, continues: 8)));
        Assert.Equal("8 61", Part(["case/61"], Case(7, 1), Case(8, 1), Case(61, 1), Case(62, 1)));
        Assert.Equal("records-hang-together", Part(["case/61"], Case(7, 1), Case(8, 1), Case(61, 1, continues: 7)));
        // A row of the child's own is not taken, whoever ticks it by hand.
        Assert.Equal("8", Part(["case/7"], Case(7, 1), Case(8, 1)));
    }

    [Fact]
    public void Likely_pairs_are_one_number_on_several_or_one_name_and_birthday_that_no_number_tells_apart()
    {
        ChildFile Of(ChildFact child) => File(child);
        var children = new[]
        {
            Of(Child(1, "Holm", 1)),
            Of(Child(2, "Lind", 1)),
            Of(Child(3, "Hólm")),
            Of(Child(4, "Holm", 2)),
            Of(Child(5, "Bøgh")),
        };
        Assert.Equal(
            [(0, 1, SameBy.Number), (0, 2, SameBy.NameAndBirthday), (2, 3, SameBy.NameAndBirthday)],
            LikelySame.Pairs(children).OrderBy(p => p.One).ThenBy(p => p.Other)
        );
    }
}
