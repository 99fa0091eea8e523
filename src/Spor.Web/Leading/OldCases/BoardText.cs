using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;

namespace Spor.Web.Leading.OldCases;

/// <summary>The words of the weekly board, the six themes and the papers.</summary>
static partial class Text
{
    static int WeekNo(DateOnly monday) => ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue));

    public static string BoardTitle(DateOnly monday) => $"Ugens tavle: uge {WeekNo(monday).ToString(CultureInfo.InvariantCulture)}";

    public static string MinutesTitle(DateOnly monday) =>
        $"Referat af ugens tavle, uge {WeekNo(monday).ToString(CultureInfo.InvariantCulture)} {monday.AddDays(3).Year.ToString(CultureInfo.InvariantCulture)}";

    public static string BoardLede(BoardView v) => $"{Danish.Long(v.Monday)} til {Danish.Long(v.Monday.AddDays(6))}. {KeptOf(v.Board)}";

    public static string KeptOf(RecoveryBoard b) =>
        b.Promised == 0
            ? "Ingen havde lovet noget for ugen før."
            : $"{Danish.Number(b.Kept)} af {Danish.Number(b.Promised)} løfter fra ugen før blev holdt.";

    public const string BoardLink = "Ugens tavle",
        ThemesLink = "Seks temaer",
        StatusLink = "Status til udvalget (Word)",
        MinutesLink = "Hent referatet (Word)",
        WeekBefore = "Ugen før",
        WeekAfter = "Ugen efter",
        BoardHead = "Hvem har lovet hvad?",
        BoardNote =
            "Et løfte er en dato, man selv har sat. Tavlen viser, om løfter er holdt, og intet andet om nogen. Et løfte, der blev flyttet i sin egen "
            + "uge, er ikke holdt.",
        LastWeekHead = "Løfter fra ugen før",
        ThisWeekHead = "Lovet til denne uge",
        NothingPromised = "Ingen har lovet noget.",
        FiguresHead = "Ugens tal",
        NowHead = "Nu",
        WeekBeforeHead = "Ugen før",
        LateActionsHead = "Handlinger over datoen",
        NoLateActions = "Ingen.",
        DecisionsHead = "Beslutninger",
        NoDecisions = "Ingen beslutninger er skrevet endnu.",
        PresentLabel = "Til stede",
        PresentHint = "Navne på medarbejdere, ét på hver linje.",
        DecisionsLabel = "Hvad blev besluttet?",
        DecisionsHint = "Skriv ikke navne på børn eller forældre.",
        HeldLabel = "Holdt",
        BoardSave = "Gem referatet";

    public static string More(int count) => $"og {Danish.Number(count)} mere";

    public static string Promised(BoardPromise p) =>
        RecoveryElements.Unpack(p.Promise.Element ?? "") is [var e, ..] ? Element(e) : "alt, hvad der mangler";

    public static string Squares(BoardLine line) =>
        string.Concat(line.LastWeek.OrderByDescending(p => p.Kept == true).Select(p => p.Kept == true ? "■" : "□"));

    public static string KeptShort(BoardLine line) => $"{Danish.Number(line.Kept)} af {Danish.Number(line.LastWeek.Count)}";

    public static IReadOnlyList<(string What, string Now, string Before)> Figures(RecoveryBoard b)
    {
        string Before(Func<RecoveryStanding, int> of) => b.Before is { } before ? Danish.Number(of(before)) : "–";
        return
        [
            ("Gamle sager ikke i orden", Danish.Number(b.Now.NotInOrder), Before(s => s.NotInOrder)),
            ("Mangler tilbage", Danish.Number(b.Now.LeftInAll), Before(s => s.LeftInAll)),
            ("Gamle sager lukket i alt", Danish.Number(b.Now.OldClosed), Before(s => s.OldClosed)),
            (
                "Nyt efterslæb",
                Danish.Number(b.Now.BacklogOld.Sum() + b.Now.BacklogNew.Sum()),
                Before(s => s.BacklogOld.Sum() + s.BacklogNew.Sum())
            ),
            ("Nye sager siden start", Danish.Number(b.Now.Opened), Before(s => s.Opened)),
        ];
    }

    // The themes
    public const string ThemesTitle = "De seks temaer",
        ThemesLede = "En genopretning er mere end sager. Hver handling har en, der gør det, og en dato.",
        NoActions = "Ingen handlinger.",
        ActionAdd = "Tilføj en handling",
        ActionWhat = "Hvad skal gøres?",
        ActionWhatHint = "Handlingerne står i status til udvalget: ingen navne.",
        ActionWho = "Hvem gør det?",
        ActionBy = "Senest",
        ActionTheme = "Tema",
        ActionState = "Tilstand",
        ActionChange = "Ret handlingen",
        ActionEdit = "Ret";

    public static string StateOf(RecoveryActionFact a, DateOnly day) =>
        a.DoneOn is { } done ? $"gjort {Danish.Long(done)}"
        : a.State == Recovery.ActionState.GivenUp ? "opgivet"
        : $"{a.State.Danish()}, senest {Danish.Long(a.DueOn)}"
            + (a.DueOn < day ? $" ({Danish.Number(day.DayNumber - a.DueOn.DayNumber)} dage over)" : "");

    public static string EditAction(RecoveryActionFact a) => $"Ret »{a.What}«";

    // The committee's status
    public static string StatusTitle(RecoveryProgrammeFact p, DateOnly day) => $"Status på {ProgrammeName(p)}, {Danish.Long(day)}";

    public const string StatusTo = "Til",
        StatusCommittee = "Børne- og ungeudvalget",
        StatusDay = "Tallene er pr.",
        StatusKnown = "Kendt",
        StatusSummary = "Kort fortalt",
        StatusAhead = "Hvornår er det indhentet?",
        StatusHidden =
            "Hvor der står »skjult«, er tallet så lille, at det kunne fortælle om enkelte børn, eller det kunne regne et sådant tal ud.";

    public static string StatusKnownAt(long entry) => $"som det var kendt ved registrering nr. {Danish.Number(entry)}";

    /// <summary>In words alone where numbers of few could be told.</summary>
    public static string StatusForecast(ProgrammeView v)
    {
        if (v.Tally.Now.LeftInAll == 0)
            return "Alt det, der manglede fra start, er indhentet.";
        if (!v.Forecast.Known || v.Forecast.Bottleneck is not { } slow)
            return "Det kan ikke siges endnu: der skal være gået fire hele uger, før farten kan regnes ud.";
        return $"Det langsomste er {Element(slow.Element)}. {Ends(v)}";
    }
}
