using System.Globalization;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class ConferenceSayings
{
    public static readonly Saying<NetworkConferenceFact> Conference = new(
        (c, _) => $"Netværksrådslagningen tilbudt {Danish.Long(c.OfferedOn)}",
        (c, _) =>
            $"En netværksrådslagning blev tilbudt {Danish.Long(c.OfferedOn)}"
            + (c.Answer is { } a ? $", familien svarede {a.Danish()}" : "")
            + (c.HeldOn is { } d ? $"; holdt {Danish.Long(d)}" : "")
    );

    public static readonly Saying<ConferenceQuestionFact> Question = new(
        (q, _) => $"Spørgsmål {q.Position} til rådslagningen",
        (q, _) => $"Spørgsmål {q.Position} til rådslagningen blev skrevet" + (q.Text is { } t ? $": {Words.Quoted(t)}" : "")
    );

    public static readonly Saying<InviteeFact> Invitee = new(
        (i, w) => $"Den inviterede {w.Invitee(i)}",
        (i, w) =>
            i.BroughtAlong ? $"{w.Invitee(i)} kom med uden at være inviteret"
            : i.MayCome ? $"{w.Invitee(i)} kom på listen over inviterede som {i.Role.Danish()}"
            : $"Det blev skrevet, at {w.Invitee(i)} ikke må komme"
    );

    public static readonly Saying<CoordinationFact> Coordination = new(
        (c, _) => $"Samordneren fra {Danish.Long(c.From)}",
        (c, w) => $"En samordner fik {w.Conference(c.ConferenceId)} fra {Danish.Long(c.From)}"
    );

    public static readonly Saying<PlanReviewFact> Review = new(
        (r, _) => $"Svaret på familiens plan {Danish.Long(r.On)}",
        (r, _) =>
            $"Familiens plan blev {(r.Accepted ? "godkendt" : "ikke godkendt")} {Danish.Long(r.On)}"
            + (r.NotSafe is { } s ? $"; ikke trygt nok: {Words.Quoted(s)}" : "")
            + (r.NotLawful is { } l ? $"; ikke lovligt: {Words.Quoted(l)}" : "")
            + (r.Wanted is { } n ? $"; det skal der til: {Words.Quoted(n)}" : "")
    );

    public static readonly Saying<AgreementFact> Agreement = new(
        (a, _) => "Aftalen" + (a.What is { } t ? " " + Words.Quoted(t) : ""),
        (a, w) =>
            $"{Danish.Capital(a.Who ?? w.Person(a.PersonId))} tog en opgave på sig{(a.What is { } t ? ": " + Words.Quoted(t) : "")}"
            + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : "")
    );

    public static readonly Saying<ConferenceEvaluationFact> Evaluation = new(
        (e, _) => $"Evalueringen fra {e.By.Danish()} {Danish.Long(e.On)}",
        (e, w) => $"{w.Conference(e.ConferenceId)} blev evalueret af {e.By.Danish()} {Danish.Long(e.On)}"
    );

    public static readonly Saying<NetworkMeetingFact> Meeting = new(
        (m, _) => $"Netværksmødet {Danish.Long(m.On)}",
        (m, _) => m.Held ? $"Et netværksmøde blev holdt {Danish.Long(m.On)}" : $"Et netværksmøde blev aftalt til {Danish.Long(m.On)}"
    );

    public static readonly Saying<NetworkTieFact> Tie = new(
        (t, w) => $"Afstanden mellem {w.Person(t.PersonId)} og barnet {Danish.Long(t.On)}",
        (t, w) => $"{w.Person(t.PersonId)} er {Closeness(t.Closeness)} barnet fra {Danish.Long(t.On)}"
    );

    static string Closeness(Spor.Children.Closeness closeness) =>
        closeness switch
        {
            Spor.Children.Closeness.Near => "tæt på",
            Spor.Children.Closeness.Between => "hverken tæt på eller langt fra",
            _ => "længere væk fra",
        };

    static string? Score(int? score) => score is { } s ? s.ToString(CultureInfo.InvariantCulture) + " af 5" : null;
}
