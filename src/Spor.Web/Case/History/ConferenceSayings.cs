using System.Globalization;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class ConferenceSayings
{
    public static readonly Saying<NetworkConferenceFact> Conference = new(
        "netværksrådslagning",
        "netværksrådslagninger",
        (c, _) => $"Netværksrådslagningen tilbudt {Danish.Long(c.OfferedOn)}",
        (c, _) =>
            $"En netværksrådslagning blev tilbudt {Danish.Long(c.OfferedOn)}"
            + (c.Answer is { } a ? $", familien svarede {a.Danish()}" : "")
            + (c.HeldOn is { } d ? $"; holdt {Danish.Long(d)}" : ""),
        ("tilbudt", (c, _) => Danish.Long(c.OfferedOn)),
        ("fortalt til", (c, _) => c.OfferedTo),
        ("svaret", (c, _) => c.Answer?.Danish()),
        ("barnets svar", (c, _) => c.ChildAnswer?.Danish()),
        ("svaret den", (c, _) => Words.Day(c.AnsweredOn)),
        ("det, familien ønskede i stedet,", (c, _) => c.WishedInstead),
        ("spørgsmålene godkendt", (c, _) => Words.Day(c.QuestionsApprovedOn)),
        ("uden støtteperson", (c, _) => Words.YesNo(c.WithoutSupport)),
        ("barnets ord om en støtteperson", (c, _) => c.WithoutSupportWhy),
        ("aftalt til", (c, _) => Words.Minute(c.PlannedAt)),
        ("slut", (c, _) => Words.Minute(c.EndsAt)),
        ("stedet", (c, _) => c.Place),
        ("maden", (c, _) => c.Food),
        ("pasningen", (c, _) => c.ChildCare),
        ("tolken", (c, _) => c.Interpreter),
        ("de praktiske noter", (c, _) => c.Practical),
        ("aflyst", (c, _) => Words.Day(c.CancelledOn)),
        ("grunden til aflysningen", (c, _) => c.CancelReason),
        ("holdt", (c, _) => Words.Day(c.HeldOn)),
        ("familiens egen tid", (c, _) => Words.YesNo(c.PrivateTimeUsed)),
        ("hvorfor familien ikke havde sin egen tid,", (c, _) => c.PrivateTimeNote),
        ("planen lagt frem", (c, _) => Words.Day(c.PlanPresentedOn)),
        ("familiens plan", (c, _) => c.FamilyPlan),
        ("planen godkendt", (c, _) => Words.YesNo(c.PlanApproved)),
        (
            "indsatsen, som planen trådte i stedet for,",
            (c, w) =>
                c.ReplacedMeasureCode is { } code ? w.MeasureCode(code, c.HeldOn ?? c.OfferedOn)
                : c.ReplacedInterventionId is { } id ? w.Measure(id)
                : null
        ),
        ("opfølgning aftalt til", (c, _) => Words.Day(c.FollowUpPlannedOn)),
        ("opfølgning holdt", (c, _) => Words.Day(c.FollowedUpOn)),
        ("om opfølgningen", (c, _) => c.FollowUpNote)
    );

    public static readonly Saying<ConferenceQuestionFact> Question = new(
        "spørgsmål til en rådslagning",
        "spørgsmål til en rådslagning",
        (q, _) => $"Spørgsmål {q.Position} til rådslagningen",
        (q, _) => $"Spørgsmål {q.Position} til rådslagningen blev skrevet" + (q.Text is { } t ? $": {Words.Quoted(t)}" : ""),
        ("nummeret", (q, _) => q.Position.ToString(CultureInfo.InvariantCulture)),
        ("ordene", (q, _) => q.Text is { } t ? Words.Quoted(t) : null)
    );

    public static readonly Saying<InviteeFact> Invitee = new(
        "inviteret",
        "inviterede",
        (i, w) => $"Den inviterede {w.Invitee(i)}",
        (i, w) =>
            i.BroughtAlong ? $"{w.Invitee(i)} kom med uden at være inviteret"
            : i.MayCome ? $"{w.Invitee(i)} kom på listen over inviterede som {i.Role.Danish()}"
            : $"Det blev skrevet, at {w.Invitee(i)} ikke må komme",
        ("navnet", (i, _) => i.Name),
        ("rollen", (i, _) => i.Role.Danish()),
        ("må komme", (i, _) => Words.YesNo(i.MayCome)),
        ("grunden", (i, _) => i.Reason),
        ("må ikke være i rum med", (i, w) => i.ApartFromId is { } a ? w.Invitee(a) : null),
        ("sådan holdes de hver for sig", (i, _) => i.ApartHow),
        ("det, I gjorde, da personen kom alligevel,", (i, _) => i.Handled),
        ("enigheden hos den, der har forældremyndigheden,", (i, _) => Words.YesNo(i.HolderAgrees)),
        ("inviteret", (i, _) => Words.Day(i.InvitedOn)),
        ("svaret", (i, _) => i.Answer?.Danish()),
        ("kom", (i, _) => Words.YesNo(i.Came)),
        ("telefonen", (i, _) => i.Phone),
        ("adressen", (i, _) => i.Address)
    );

    public static readonly Saying<CoordinationFact> Coordination = new(
        "samordner på en rådslagning",
        "samordnere på rådslagninger",
        (c, _) => $"Samordneren fra {Danish.Long(c.From)}",
        (c, w) => $"En samordner fik {w.Conference(c.ConferenceId)} fra {Danish.Long(c.From)}",
        ("fra", (c, _) => Danish.Long(c.From)),
        ("til", (c, _) => Words.Day(c.To)),
        ("grunden til skiftet", (c, _) => c.Because?.Danish()),
        ("noten", (c, _) => c.Note)
    );

    public static readonly Saying<PlanReviewFact> Review = new(
        "svar på familiens plan",
        "svar på familiens plan",
        (r, _) => $"Svaret på familiens plan {Danish.Long(r.On)}",
        (r, _) =>
            $"Familiens plan blev {(r.Accepted ? "godkendt" : "ikke godkendt")} {Danish.Long(r.On)}"
            + (r.NotSafe is { } s ? $"; ikke trygt nok: {Words.Quoted(s)}" : "")
            + (r.NotLawful is { } l ? $"; ikke lovligt: {Words.Quoted(l)}" : "")
            + (r.Wanted is { } n ? $"; det skal der til: {Words.Quoted(n)}" : ""),
        ("dagen", (r, _) => Danish.Long(r.On)),
        ("godkendt", (r, _) => Words.YesNo(r.Accepted)),
        ("det, der ikke er trygt nok,", (r, _) => r.NotSafe),
        ("det, der ikke er lovligt,", (r, _) => r.NotLawful),
        ("det, der skal til,", (r, _) => r.Wanted),
        ("det, der er prøvet,", (r, _) => r.Tried),
        ("planen, som der blev svaret på,", (r, _) => r.PlanThen)
    );

    public static readonly Saying<AgreementFact> Agreement = new(
        "aftale",
        "aftaler",
        (a, _) => "Aftalen" + (a.What is { } t ? " " + Words.Quoted(t) : ""),
        (a, w) =>
            $"Det blev aftalt{(a.What is { } t ? ": " + Words.Quoted(t) : "")}, {a.Who ?? w.Person(a.PersonId)}"
            + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : ""),
        ("hvad", (a, _) => a.What),
        ("hvem", (a, _) => a.Who),
        ("senest", (a, _) => Words.Day(a.DueOn)),
        ("gjort", (a, _) => Words.Day(a.DoneOn)),
        ("spurgt", (a, _) => Words.Day(a.AskedOn)),
        ("faldt bort", (a, _) => Words.Day(a.DroppedOn)),
        ("noten", (a, _) => a.Note)
    );

    public static readonly Saying<ConferenceEvaluationFact> Evaluation = new(
        "evaluering af en rådslagning",
        "evalueringer af en rådslagning",
        (e, _) => $"Evalueringen fra {e.By.Danish()} {Danish.Long(e.On)}",
        (e, w) => $"{w.Conference(e.ConferenceId)} blev evalueret af {e.By.Danish()} {Danish.Long(e.On)}",
        ("hørt", (e, _) => Score(e.Heard)),
        ("bestemte selv", (e, _) => Score(e.Decided)),
        ("kan bruges", (e, _) => Score(e.Useful)),
        ("kommentaren", (e, _) => e.Comment)
    );

    public static readonly Saying<NetworkMeetingFact> Meeting = new(
        "netværksmøde",
        "netværksmøder",
        (m, _) => $"Netværksmødet {Danish.Long(m.On)}",
        (m, _) => m.Held ? $"Et netværksmøde blev holdt {Danish.Long(m.On)}" : $"Et netværksmøde blev aftalt til {Danish.Long(m.On)}",
        ("dagen", (m, _) => Danish.Long(m.On)),
        ("holdt", (m, _) => Words.YesNo(m.Held)),
        ("aflyst", (m, _) => Words.Day(m.CancelledOn)),
        ("formålet", (m, _) => m.Purpose),
        ("stedet", (m, _) => m.Place),
        ("det aftalte", (m, _) => m.Agreed),
        ("barnets stemme", (m, _) => m.ChildsVoice)
    );

    public static readonly Saying<NetworkTieFact> Tie = new(
        "afstand i netværket",
        "afstande i netværket",
        (t, w) => $"Hvor tæt {w.Person(t.PersonId)} var på barnet {Danish.Long(t.On)}",
        (t, w) => $"{w.Person(t.PersonId)} står {t.Closeness.Danish()} fra {Danish.Long(t.On)}",
        ("fra", (t, _) => Danish.Long(t.On)),
        ("afstanden", (t, _) => t.Closeness.Danish())
    );

    static string? Score(int? score) => score is { } s ? s.ToString(CultureInfo.InvariantCulture) + " af 5" : null;
}
