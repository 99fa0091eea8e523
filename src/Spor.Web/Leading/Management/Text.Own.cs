using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;

namespace Spor.Web.Leading.Management;

/// <summary>An own view, one figure, and a figure that is sent to others.</summary>
static partial class Text
{
    // --- an own view
    public const string OwnMenu = "Mine tal";
    public const string OwnLede = "Vælg de tal, du vil følge. Gem dem under et navn, så er de her næste gang.";
    public const string OwnViews = "Dine gemte visninger";
    public const string Pinned = "Dine tal";
    public const string Choose = "Vælg tal";
    public const string ChooseNote = "Sæt kryds ved de tal, siden skal vise. Valget af periode, team og andet følger med.";
    public const string ShowChosen = "Vis de valgte tal";
    public const string SaveTitle = "Gem visningen";
    public const string SaveNote =
        "Tal og valg gemmes under navnet. Bruger du et navn igen, bliver den gamle visning erstattet. Adressen på siden kan "
        + "sendes til en kollega; den viser kun det, modtageren må se.";
    public const string NameLabel = "Navn";
    public const string NameMissing = "Skriv et navn til visningen.";
    public const string Save = "Gem";

    public static string Remove(string name) => $"Slet visningen »{name}«";

    public const string PinIt = "Sæt tallet på min side";

    // --- one figure
    public const string Back = "Tilbage til Ledelsesinformation";

    public static string FigureLede(ManagementView v, FigureRow row) =>
        $"{Danish.Capital(v.Place)}: {row.Shown}{Of(row)} {When(row.Of.Time, v.Query.Now)}, {row.ShownBefore}{OfBefore(row)} "
        + (v.Query.Other is not null ? $"for {v.Query.OtherName}" : When(row.Of.Time, v.Query.Before))
        + $"{(v.Query.Baseline is { } b ? ", " + AsKnown(b) : "")}.";

    static string OfBefore(FigureRow row) => row.CountsBefore is { } counts ? $" ({counts})" : "";

    static string Of(FigureRow row) => row.Counts is { } counts ? $" ({counts})" : "";

    public static string When(FigureTime time, FigurePeriod p) =>
        time switch
        {
            FigureTime.Day => "den " + Danish.Long(p.To),
            FigureTime.Month => "i " + Danish.Month(SpendingFigures.MonthOf(p.To)),
            FigureTime.YearBefore => $"i {p.To.Year - 1}",
            FigureTime.Between => $"fra {Danish.Long(p.After)} til {Danish.Long(p.To)}",
            _ => $"fra {Period(p)}",
        };

    /// <summary>Which month the figures of a month are of: the day's own only where the day is its last.</summary>
    public static string MonthsOf(ManagementQuery q) =>
        q.Other is not null
            ? Danish.Month(SpendingFigures.MonthOf(q.To))
            : $"{Danish.Month(SpendingFigures.MonthOf(q.To))} og {Danish.Month(SpendingFigures.MonthOf(q.Compare))}";

    // --- sent to others
    public const string SendTitle = "Send tallet";
    public const string SendPicture = "Hent som billede";
    public const string SendNote = "Markér sætningen, og kopiér den. Billede og sætning viser det samme som siden her, og ikke mere.";

    public static string SendLabel(FigureRow row, string kind) => $"Hent »{FullName(row)}« som billede ({kind})";

    public static string FullName(FigureRow row) =>
        row.Part is null ? row.Of.Name
        // On one's own page the row says both already.
        : row.Name.StartsWith(row.Of.Name, StringComparison.Ordinal) ? row.Name
        : $"{row.Of.Name}: {row.Name.ToLower(Danish.Culture)}";

    static string Municipality(ManagementView v) => v.Viewing.Register.Municipality?.Name is { Length: > 0 } name ? name + ", " : "";

    public static string SentFrom(ManagementView v) => Municipality(v) + v.Place;

    /// <summary>What it is held against, and by how much it differs.</summary>
    public static string SentBefore(ManagementView v, FigureRow row) =>
        $"{row.ShownBefore} {(v.Query.Other is not null ? "for " + v.Query.OtherName : When(row.Of.Time, v.Query.Before))}"
        + (row.Change is None or Hidden ? "" : $" ({row.Change})");

    public static string SentMost(Figure of, double most) => "højest " + Value(of.Unit, most);

    public static string SentKnown(ManagementView v) => $"Kendt ved registrering nr. {Danish.Number(v.Viewing.Register.EntryNo)}. Spor.";

    /// <summary>The figure as a sentence with its definition and the entry it is known by.</summary>
    public static string SendSentence(ManagementView v, FigureRow row) =>
        $"{Danish.Capital(SentFrom(v))}. {FullName(row)}: {row.Shown}{Of(row)} {When(row.Of.Time, v.Query.Now)} mod {SentBefore(v, row)}. "
        + $"{row.Of.Definition} {Measure(row.Of.Measure)}. {SentKnown(v)}";

    public const string Definition = "Sådan regnes det";
    public const string PartsTitle = "Delt op";
    public const string TrendTitle = "Måned for måned, fra den første sag";
    public const string SeeChildren = "Se børnene bag tallet";

    public static string Measure(string number) => number == "1" ? "Definitionerne, afsnit 1 (krav)" : $"Definitionerne, afsnit {number}";

    public static string Rests(Figure of, int rests) =>
        of.AboutChildren ? $"Tallet hviler på {(rests == 1 ? "1 barn" : Danish.Number(rests) + " børn")}." : "";

    public const string NotFound = "Det tal findes ikke";
}
