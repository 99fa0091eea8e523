using Spor.Kernel;
using Spor.Requirements;

namespace Spor.Web.Day.Calendar;

static class Text
{
    public const string Title = "Kalender";

    // These words leave Spor. They are the same whomever they are about.
    public const string OwnTask = "Egen opgave";
    public const string PlanTask = "Aftale i en plan";
    public const string Agreement = "Aftale fra et møde";
    public const string Conference = "Netværksrådslagning";
    public const string NetworkMeeting = "Netværksmøde";
    public const string AfterDecision = "Opgave efter en afgørelse";

    public static string Of(ActKind act) =>
        act switch
        {
            ActKind.AssessNotification => "Underretning skal vurderes",
            ActKind.Acknowledge => "Kvittering for en underretning",
            ActKind.FinishAssessment => "Undersøgelse skal være færdig",
            ActKind.HearChild => "Samtale med et barn",
            ActKind.FinishPlan => "Plan skal være færdig",
            ActKind.FollowUp => "Opfølgning",
            ActKind.Visit => "Tilsyn",
            ActKind.Revisit => "Ny vurdering af en anbringelse",
            ActKind.FinishYouthPlan => "Ungeplan skal være færdig",
            ActKind.AssessTargetGroup => "Målgruppe skal vurderes",
            ActKind.InformParents => "Forældre skal have besked",
            ActKind.WriteNote => "Notat i en sag",
            _ => "Frist",
        };

    public static string Kind(ItemKind kind) =>
        kind switch
        {
            ItemKind.Meeting => "Møde",
            ItemKind.Visit => "Tilsyn",
            ItemKind.Deadline => "Frist",
            _ => "Opgave",
        };

    /// <summary>Uge 45: 2. november 2026 til 8. november 2026</summary>
    public static string Week(DateOnly monday) =>
        $"Uge {System.Globalization.ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue))}: {Danish.Long(monday)} til {Danish.Long(monday.AddDays(6))}";

    /// <summary>tirsdag 3. november</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d. MMMM", Danish.Culture);

    public static string At(CalendarItem i) =>
        i.At is not { } at ? ""
        : i.Until is { } until ? $"kl. {at:HH.mm}–{until:HH.mm}"
        : $"kl. {at:HH.mm}";

    public const string Before = "Ugen før";
    public const string ThisWeek = "Denne uge";
    public const string After = "Ugen efter";
    public const string Nothing = "Intet.";
    public const string What =
        "Kalenderen viser møder, tilsyn, frister og opgaver for dine børn. Det, der er gjort, står i barnets journal.";
    public const string FeedTitle = "Kalenderen i Outlook";
    public const string FeedWhat =
        "Du kan få en privat adresse, som Outlook kan hente din kalender fra. Outlook får kun dage, klokkeslæt og ord som »Opfølgning« og "
        + "»Netværksmøde«. Der står ikke navne, CPR-numre eller hvilket barn det er.";
    public const string FeedKeep =
        "Alle, der har adressen, kan læse kalenderen. Giv den ikke til andre. Adressen virker, til du lukker den, eller til din ansættelse slutter.";
    public const string OnlyHere = "Spor er kun sat op til denne maskine. Adressen virker derfor kun her.";
    public const string NoJob = "Du står ikke som medarbejder i Spor og har derfor ingen kalender her.";
    public const string Open = "Lav en privat adresse";
    public const string OpenAnew = "Lav en ny adresse, og luk den gamle";
    public const string Close = "Luk adressen";
    public const string Address = "Adressen til din kalender";
    public const string How = "I Outlook: Tilføj kalender, vælg »Abonner fra internettet«, og sæt adressen ind.";
}
