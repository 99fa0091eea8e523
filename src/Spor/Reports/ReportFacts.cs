using Spor.Facts;

namespace Spor.Reports;

/// <summary>A day and an entry of the journal, kept under a name to compare with. Who kept it, when and why is its entry's.</summary>
public sealed class BaselineFact : Fact
{
    public static FactKind<BaselineFact> Described { get; } =
        new(
            "baseline",
            "udgangspunkt",
            "udgangspunkter",
            c => c.Value(f => f.Day, "Dag").Value(f => f.EntryNo, "Journalnummer").Line(f => f.Name, "Navn"),
            keeping: Keeping.OutOfRegister
        );

    public DateOnly Day { get; set; }

    /// <summary>What was known then: the journal up to and with this number.</summary>
    public long EntryNo { get; set; }
    public string? Name { get; set; }
}

/// <summary>What kind of report.</summary>
public enum ReportForm
{
    [Code("rådets rapport")]
    Council,
}

public enum ReportState
{
    [Code("kladde")]
    Draft,

    [Code("færdig")]
    Final,
}

/// <summary>
/// A printed report. Its bytes lie beside the facts, outside replay, and are named here by their hashes, so that the journal's chain also
/// guards them.
/// It is a function of what stands here and the program: (<see cref="From"/>, <see cref="To"/>, <see cref="BaselineDay"/>,
/// <see cref="StandsOn"/>).
/// </summary>
public sealed class ReportFact : Fact
{
    public static FactKind<ReportFact> Described { get; } =
        new(
            "report",
            "rapport",
            "rapporter",
            c =>
                c.Value(f => f.Form, "Rapport")
                    .Value(f => f.State, "Status")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.BaselineDay, "Sammenlignes med")
                    .Refers<BaselineFact>(f => f.BaselineId, "Udgangspunkt", bond: Bond.Outlives)
                    .Value(f => f.StandsOn, "Bygger på journalnummer")
                    .Value(f => f.Program, "Program")
                    .Refers<ReportDueFact>(f => f.DueId, "Frist", bond: Bond.Outlives)
                    .Value(f => f.PageHash, "Sidens aftryk")
                    .Value(f => f.WordHash, "Word-filens aftryk")
                    .Value(f => f.ExcelHash, "Excel-filens aftryk")
                    .Value(f => f.FiguresHash, "Tallenes aftryk"),
            keeping: Keeping.OutOfRegister
        );

    public ReportForm Form { get; set; }
    public ReportState State { get; set; }

    /// <summary>The period's first day.</summary>
    public DateOnly From { get; set; }

    /// <summary>The period's last day, which figures of a day are of.</summary>
    public DateOnly To { get; set; }

    /// <summary>The day compared with; the period before it is as long as the report's own.</summary>
    public DateOnly BaselineDay { get; set; }

    /// <summary>The baseline chosen; null if a day was.</summary>
    public long? BaselineId { get; set; }

    /// <summary>The entry whose knowledge it is printed from.</summary>
    public long StandsOn { get; set; }

    /// <summary>The version of the program that printed it.</summary>
    public string Program { get; set; } = "";

    /// <summary>The row of the annual wheel it was made for.</summary>
    public long? DueId { get; set; }

    /// <summary>SHA-256 in hexadecimal of the page, the Word file, the Excel file and the figures as JSON.</summary>
    public string PageHash { get; set; } = "";
    public string WordHash { get; set; } = "";
    public string ExcelHash { get; set; } = "";
    public string FiguresHash { get; set; } = "";
}

/// <summary>A row of the annual wheel: a report due to a committee on a day.</summary>
public sealed class ReportDueFact : Fact
{
    public static FactKind<ReportDueFact> Described { get; } =
        new(
            "report-due",
            "frist for en rapport",
            "frister for rapporter",
            c =>
                c.Value(f => f.DueOn, "Senest")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.BaselineDay, "Sammenlignes med")
                    .Refers<BaselineFact>(f => f.BaselineId, "Udgangspunkt", bond: Bond.Outlives)
                    .Value(f => f.DraftDaysBefore, "Udkast så mange dage før")
                    .Line(f => f.Title, "Titel")
                    .Line(f => f.Committee, "Udvalg"),
            keeping: Keeping.OutOfRegister
        );

    public DateOnly DueOn { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public DateOnly BaselineDay { get; set; }
    public long? BaselineId { get; set; }

    /// <summary>The draft is made so many days before it is due.</summary>
    public long DraftDaysBefore { get; set; }
    public string? Title { get; set; }
    public string? Committee { get; set; }
    public DateOnly DraftOn => DueOn.AddDays(-(int)DraftDaysBefore);
}
