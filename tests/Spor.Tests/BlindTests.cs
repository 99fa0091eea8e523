using System.Collections;
using System.Reflection;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;

namespace Spor.Tests;

/// <summary>A coordinator sees the questions, the invitees and the practical, and nothing else that is written about a child
/// anywhere.</summary>
public class BlindTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    /// <summary>Every text of every kind of fact is a mark that says where it stands: a kind that is written later is covered the day it is
    /// written.</summary>
    static T Marked<T>(long id)
        where T : Fact => (T)Marked(FactKinds.All.First(k => k.Row == typeof(T)), id);

    static Fact Marked(FactKind kind, long id)
    {
        var fact = (Fact)Activator.CreateInstance(kind.Row)!;
        foreach (
            var p in kind
                .Row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p is { CanWrite: true } && p.PropertyType == typeof(string))
        )
            p.SetValue(fact, $"{kind.Row.Name}.{p.Name}#{id}");
        fact.Id = id;
        if (fact is ChildsFact of)
            of.ChildId = 1;
        return fact;
    }

    static ChildFile Everything(
        Action<NetworkConferenceFact>? conference = null,
        Action<List<ChildsFact>>? but = null,
        bool isProtected = false
    )
    {
        var facts = new List<ChildsFact>();
        foreach (var kind in FactKinds.All.Where(k => typeof(ChildsFact).IsAssignableFrom(k.Row)))
            for (var n = 0; n < 2; n++)
                facts.Add((ChildsFact)Marked(kind, 900 + facts.Count));
        // Of what the coordinator deals with, the one conference is the coordinator's and the other is not.
        facts.RemoveAll(f => f is NetworkConferenceFact or ConferenceQuestionFact or InviteeFact or CoordinationFact or NetworkPersonFact);
        var own = Marked<NetworkConferenceFact>(7);
        (own.Answer, own.QuestionsApprovedOn, own.PlannedAt) = (OfferAnswer.Yes, Today, new DateTime(2026, 11, 10, 16, 30, 0));
        conference?.Invoke(own);
        var other = Marked<NetworkConferenceFact>(8);
        other.Answer = OfferAnswer.Yes;
        facts.AddRange([own, other]);
        foreach (var c in new[] { 7L, 8L })
        {
            facts.Add(With(Marked<CoordinationFact>(70 + c), k => (k.ConferenceId, k.CoordinatorId) = (c, c == 7 ? 50 : 51)));
            facts.Add(With(Marked<ConferenceQuestionFact>(100 + c), q => (q.ConferenceId, q.Position) = (c, 1)));
            facts.Add(With(Marked<InviteeFact>(200 + c), i => (i.ConferenceId, i.MayCome, i.Role) = (c, true, InviteeRole.Network)));
            facts.Add(
                With(
                    Marked<InviteeFact>(300 + c),
                    i => (i.ConferenceId, i.MayCome, i.Role, i.ApartFromId) = (c, true, InviteeRole.SupportPerson, 200 + c)
                )
            );
            facts.Add(With(Marked<InviteeFact>(400 + c), i => (i.ConferenceId, i.MayCome, i.Role) = (c, false, InviteeRole.Network)));
            facts.Add(With(Marked<InviteeFact>(500 + c), i => (i.ConferenceId, i.MayCome, i.Role) = (c, true, InviteeRole.Child)));
        }
        facts.Add(Marked<NetworkPersonFact>(600));
        facts.Add(With(Marked<NetworkPersonFact>(601), p => p.Protected = true));
        but?.Invoke(facts);
        var child = Marked<ChildFact>(1);
        child.Protected = isProtected;
        return ChildFile.Build(child, facts, alone: true);
    }

    static T With<T>(T fact, Action<T> change)
    {
        change(fact);
        return fact;
    }

    static BlindConference? Blindly(ChildFile file, long coordinator = 50, long conference = 7) =>
        Blind.Of(ConferencePath.In(file, conference), file, coordinator, new Workforce.Staff([], []), new(2026, 10, 31));

    /// <summary>Every text that an object holds, however deep.</summary>
    static List<string> Texts(object? value) =>
        value switch
        {
            null => [],
            string s => [s],
            IEnumerable list => [.. list.Cast<object?>().SelectMany(Texts)],
            _ when value.GetType().Namespace?.StartsWith("Spor", StringComparison.Ordinal) == true && !value.GetType().IsEnum =>
            [
                .. value.GetType().GetProperties().SelectMany(p => Texts(p.GetValue(value))),
            ],
            _ => [],
        };

    [Fact]
    public void Of_everything_written_about_a_child_only_this_comes_through() =>
        Assert.Equal(
            [
                "ChildFact.FirstName#1",
                "ConferenceQuestionFact.Text#107",
                "InviteeFact.Address#207",
                "InviteeFact.Address#307",
                "InviteeFact.ApartHow#307",
                "InviteeFact.Name#207",
                "InviteeFact.Name#307",
                "InviteeFact.Name#407",
                "InviteeFact.Phone#207",
                "InviteeFact.Phone#307",
                "InviteeFact.Relation#207",
                "InviteeFact.Relation#307",
                "NetworkConferenceFact.ChildCare#7",
                "NetworkConferenceFact.Food#7",
                "NetworkConferenceFact.Interpreter#7",
                "NetworkConferenceFact.Place#7",
                "NetworkConferenceFact.Practical#7",
            ],
            Texts(Blindly(Everything())).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_line_of_the_list_says_when_where_and_whose()
    {
        var file = Everything();
        Assert.Equal(
            ["ChildFact.FirstName#1", "NetworkConferenceFact.Place#7"],
            Texts(Blind.Line(ConferencePath.In(file, 7), file, file.People, 50, Today)).Order(StringComparer.Ordinal)
        );
        var hidden = Everything(isProtected: true);
        Assert.Equal(["NetworkConferenceFact.Place#7"], Texts(Blind.Line(ConferencePath.In(hidden, 7), hidden, hidden.People, 50, Today)));
        var cancelled = Everything(c => c.CancelledOn = Today);
        Assert.Equal(
            ["NetworkConferenceFact.Place#7"],
            Texts(Blind.Line(ConferencePath.In(cancelled, 7), cancelled, cancelled.People, 50, Today))
        );
        Assert.Null(Blind.Line(ConferencePath.In(cancelled, 7), cancelled, cancelled.People, 50, new(2026, 11, 11)));
        Assert.Null(Blind.Line(ConferencePath.In(file, 7), file, file.People, 51, Today));
        // A place that is a protected person's address is none for the list either.
        var street = Everything(
            c => c.Place = "Hjemme hos mor, Skovvej 12",
            facts =>
                facts.Add(
                    new NetworkPersonFact
                    {
                        Id = 990,
                        ChildId = 1,
                        Protected = true,
                        Name = "Mor",
                        Address = "Skovvej 12, 8000 Aarhus",
                    }
                )
        );
        Assert.Equal("Hjemme hos mor, " + Shielded.Mark, Blind.Line(ConferencePath.In(street, 7), street, street.People, 50, Today)?.Place);
    }

    [Fact]
    public void Only_the_running_coordinator_of_an_open_conference_sees_it()
    {
        Assert.Null(Blindly(Everything(), coordinator: 51));
        Assert.Null(Blindly(Everything(), conference: 8));
        Assert.Null(Blindly(Everything(but: f => f.OfType<CoordinationFact>().First(c => c.ConferenceId == 7).To = Today)));
        Assert.Null(Blindly(Everything(c => c.CancelledOn = Today)));
        Assert.Null(Blindly(Everything(c => c.Answer = OfferAnswer.No)));
        Assert.Null(Blindly(Everything(c => (c.HeldOn, c.FollowedUpOn) = (Today, Today))));
        Assert.NotNull(Blindly(Everything(c => c.HeldOn = Today)));
    }

    [Fact]
    public void Questions_that_the_family_has_not_approved_stay_with_the_family() =>
        Assert.DoesNotContain(
            Texts(Blindly(Everything(c => c.QuestionsApprovedOn = null))),
            t => t.StartsWith("ConferenceQuestionFact", StringComparison.Ordinal)
        );

    [Fact]
    public void A_protected_person_is_neither_reached_nor_named_at_the_door()
    {
        var file = Everything(but: f =>
        {
            foreach (var i in f.OfType<InviteeFact>().Where(i => i.Id is 207 or 407))
                i.PersonId = 601;
        });
        var blind = Blindly(file)!;
        Assert.Equal([], blind.TurnAway);
        var hidden = blind.Invitees.First(i => i.Id == 207);
        Assert.Equal((true, null, null), (hidden.ContactHidden, hidden.Phone, hidden.Address));
        Assert.DoesNotContain(Texts(blind), t => t.StartsWith("NetworkPersonFact", StringComparison.Ordinal));
    }

    [Fact]
    public void The_child_stands_among_the_invitees_by_its_first_name_alone()
    {
        var child = Blindly(Everything())!.Invitees[0];
        Assert.Equal(
            (InviteeRole.Child, "ChildFact.FirstName#1", null, null, null),
            (child.Role, child.Name, child.Relation, child.Phone, child.Address)
        );
    }

    [Fact]
    public void Hver_for_sig_says_who_and_how_and_needs_both_to_come()
    {
        var pair = Assert.Single(Blindly(Everything())!.Apart);
        Assert.Equal(("InviteeFact.Name#207", "InviteeFact.Name#307", "InviteeFact.ApartHow#307"), (pair.One, pair.Other, pair.How));
        Assert.Empty(Blindly(Everything(but: f => f.OfType<InviteeFact>().First(i => i.Id == 307).MayCome = false))!.Apart);
    }
}
