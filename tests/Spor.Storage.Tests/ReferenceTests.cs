using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Storage.Tests;

public sealed class ReferencesOnSqlite() : ReferenceTests(Provider.Sqlite);

public sealed class ReferencesOnPostgres() : ReferenceTests(Provider.Postgres);

/// <summary>What a person's entry leaves behind holds together, whichever rule decided it.</summary>
public abstract class ReferenceTests(Provider provider) : OnADatabase(provider)
{
    static string? Act(Database database, params DomainEvent[] events) =>
        database.Journal.Act(new("x", "anna"), (_, _) => Decision.Of(events)).Refusals.SingleOrDefault()?.Code;

    static Recorded New(Fact fact) => new(FactKinds.Of(fact), fact);

    [Fact]
    public void No_kind_of_fact_is_written_with_a_reference_to_what_is_not_there()
    {
        var database = Open();
        var child = Sample.Enter(database);
        long IdOf(FactKind kind) => kind.IsTheChild ? child : 1000 + FactKinds.All.ToList().IndexOf(kind);
        // One row of each kind, each reference to the row of its kind, all in one entry.
        var rows = new List<Fact>();
        foreach (var kind in FactKinds.All.Where(k => !k.IsTheChild))
        {
            var fact = kind.New();
            fact.Id = IdOf(kind);
            if (fact is ChildsFact of)
                of.ChildId = child;
            foreach (var column in kind.Columns)
                if (column.Name == kind.Thing)
                    column.Set(fact, IdOf(kind));
                else if (column.KindIn is { } named)
                {
                    named.Set(fact, FactKinds.Plan.Name);
                    column.Set(fact, IdOf(FactKinds.Plan));
                }
                else if (column.IsReference)
                    column.Set(fact, IdOf(column.RefersTo!));
            rows.Add(fact);
        }
        Assert.Null(Act(database, [.. rows.Select(New)]));
        var before = database.HeadNo;
        foreach (var fact in rows)
        foreach (var reference in FactKinds.Of(fact).References)
        {
            var changed = fact.Copy();
            reference.Set(changed, 987654321L);
            var refusal = Assert.Single(
                database.Journal.Act(new("x", "anna"), (_, _) => new Corrected(FactKinds.Of(fact), changed)).Refusals
            );
            Assert.Equal(("reference-unknown", reference.Name), (refusal.Code, refusal.Field));
        }
        Assert.Equal(before, database.HeadNo);
    }

    [Fact]
    public void An_entry_that_says_two_things_of_one_row_is_refused_and_is_no_fault_of_the_database()
    {
        var database = Open();
        var child = Sample.Enter(database);
        var before = database.HeadNo;
        PlanFact Plan(DateOnly? closed = null) =>
            new()
            {
                Id = 900,
                ChildId = child,
                ClosedOn = closed,
            };
        Assert.Equal("named-twice", Act(database, New(Plan()), new Corrected(FactKinds.Plan, Plan(new(2026, 1, 2)))));
        Assert.Equal("named-twice", Act(database, New(Plan()), New(Plan())));
        Assert.Equal(before, database.HeadNo);
        Assert.Null(Act(database, New(Plan())));
    }

    [Fact]
    public void What_it_refers_to_is_of_the_same_child_and_may_come_in_the_same_entry()
    {
        var database = Open();
        var (one, other) = (Sample.Enter(database), Sample.Enter(database, "Bo"));
        PlanFact Plan(long id, long child) => new() { Id = id, ChildId = child };
        GoalFact Goal(long id, long child, long plan) =>
            new()
            {
                Id = id,
                ChildId = child,
                PlanId = plan,
            };
        Assert.Null(Act(database, New(Goal(601, one, 600)), New(Plan(600, one))));
        Assert.Equal("reference-unknown", Act(database, New(Goal(602, other, 600))));
        Assert.Null(Act(database, New(Goal(603, one, 600))));
        // An employee is referred to by its own number, not by the id of one of its employments.
        Assert.Null(Act(database, New(new EmploymentFact { Id = 610, EmployeeId = 611 })));
        AssignmentFact To(long employee) =>
            new()
            {
                Id = 620,
                ChildId = one,
                CaseId = 621,
                EmployeeId = employee,
            };
        var opened = New(new CaseFact { Id = 621, ChildId = one });
        Assert.Equal("reference-unknown", Act(database, opened, New(To(610))));
        Assert.Null(Act(database, opened, New(To(611))));
        Assert.True(Replay.Check(database).Agrees);
    }

    [Fact]
    public void Nothing_is_withdrawn_that_something_open_refers_to()
    {
        var database = Open();
        var child = Sample.Enter(database);
        var plan = new PlanFact { Id = 700, ChildId = child };
        var newer = new PlanFact
        {
            Id = 701,
            ChildId = child,
            ReplacesId = 700,
        };
        var file = new AttachmentFact
        {
            Id = 702,
            ChildId = child,
            AboutKind = FactKinds.Plan.Name,
            AboutId = 701,
        };
        Assert.Null(Act(database, New(plan), New(newer), New(file)));
        Assert.Equal("others-carry-it-on", Act(database, new Withdrawn(FactKinds.Plan, 700)));
        Assert.Equal("others-hang-on-it", Act(database, new Withdrawn(FactKinds.Plan, 701)));
        Assert.Equal("child-has-facts", Act(database, new Withdrawn(FactKinds.Child, child)));
        Assert.Null(Act(database, new Withdrawn(FactKinds.Attachment, 702), new Withdrawn(FactKinds.Plan, 701)));
        Assert.Null(Act(database, new Withdrawn(FactKinds.Plan, 700)));
        Assert.Null(Act(database, new Withdrawn(FactKinds.Child, child)));
    }

    [Fact]
    public void What_a_source_delivered_pointing_at_nothing_can_still_be_corrected_otherwise()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 2);
        database.Journal.Import(Sample.Run(database, entries));
        var goal = Sample.Facts(entries).OfType<GoalFact>().First();
        string? Correct(Action<GoalFact> change)
        {
            var copy = (GoalFact)goal.Copy();
            change(copy);
            return Act(database, new Corrected(FactKinds.Goal, copy));
        }
        Assert.Equal("reference-unknown", Correct(g => g.PlanId++));
        Assert.Null(Correct(g => g.Theme = Theme.Family));
    }

    [Fact]
    public void An_erased_text_is_gone_from_what_is_searched_and_from_the_register_at_once()
    {
        var database = Open();
        var child = Sample.Enter(database);
        var note = new JournalNoteFact
        {
            Id = 800,
            ChildId = child,
            Title = "Opkald",
            Body = "Det vil familien have slettet.",
        };
        Assert.Null(
            Act(
                database,
                New(note),
                New(
                    new EmploymentFact
                    {
                        Id = 810,
                        EmployeeId = 811,
                        Name = "Mona Holm",
                    }
                )
            )
        );
        var texts = new NoteTexts(database);
        var municipality = new Municipality(database);
        var kept = municipality.Current.Register.Children[0].Notes[0];
        Assert.NotNull(texts.Of(municipality.Current).Of(kept));
        var employee = municipality.Current.Register.Employments[0];
        Assert.Equal("Mona Holm", employee.Name);

        database.Journal.EraseTexts(new("erase-texts", "anna"), [kept.TextId!.Value, employee.TextId!.Value]);
        Assert.Null(texts.Of(municipality.Current).Of(kept));
        Assert.Null(municipality.Current.Register.Employments[0].Name);
        Assert.Throws<ArgumentException>(() => database.Journal.EraseTexts(new("tidy", "anna"), []));
    }
}
