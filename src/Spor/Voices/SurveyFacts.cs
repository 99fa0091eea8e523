using Spor.Facts;
using Spor.Workforce;

namespace Spor.Voices;

public enum SurveyKind
{
    [Code("spørgeskema")]
    Plain,

    /// <summary>Each group answers the questions about each other group.</summary>
    [Code("samarbejde mellem grupper")]
    Cooperation,
}

/// <summary>To whom it was promised that words are shown.</summary>
public enum WordReaders
{
    [Code("ledelsen")]
    Leaders,

    [Code("den ansvarlige")]
    TheOwner,
}

/// <summary>
/// One round of a survey with its own copy of what is asked, so that a round stays what it was when somebody asks otherwise next time. The
/// words are the municipality's, and so is the right to use them.
/// </summary>
public sealed class SurveyFact : Fact
{
    public static FactKind<SurveyFact> Described { get; } =
        new(
            "survey",
            "spørgeskema",
            "spørgeskemaer",
            c =>
                c.Value(f => f.Kind, "Slags")
                    .BySpor(f => f.First, "Første runde")
                    .BySpor(f => f.Version, "Udgave")
                    .Value(f => f.WordsFor, "Hvem må læse ordene?")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Ansvarlig")
                    .Value(f => f.LastDay, "Svares senest")
                    .Happened(f => f.ClosedOn, "Lukket")
                    .Line(f => f.Title, "Navn")
                    .Line(f => f.Licence, "Hvem har ret til spørgsmålene?")
                    .Words(f => f.Intro, "Indledning")
                    .Words(f => f.Groups, "Grupper")
                    .Words(f => f.Questions, "Spørgsmål")
                    .Words(f => f.Scale, "Svarmuligheder")
                    .Words(f => f.OwnWords, "Spørgsmål, der besvares med egne ord"),
            order: (a, b) => b.Id.CompareTo(a.Id),
            keeping: Keeping.OpenInRegister
        );

    public SurveyKind Kind { get; set; }

    /// <summary>The id of the first round: what the rounds of one survey share.</summary>
    public long First { get; set; }

    /// <summary>From 1; another one where something else is asked than in the rounds before.</summary>
    public int Version { get; set; }
    public WordReaders WordsFor { get; set; }
    public long EmployeeId { get; set; }

    /// <summary>The last day on which it is answered.</summary>
    public DateOnly LastDay { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public string? Title { get; set; }
    public string? Licence { get; set; }
    public string? Intro { get; set; }

    /// <summary>One a line, as are those below.</summary>
    public string? Groups { get; set; }
    public string? Questions { get; set; }

    /// <summary>The lowest first.</summary>
    public string? Scale { get; set; }
    public string? OwnWords { get; set; }

    public SurveySheet Sheet => new(this);
}

/// <summary>Links were given out to a group: how many, never to whom.</summary>
public sealed class SurveyLinksFact : Fact
{
    public static FactKind<SurveyLinksFact> Described { get; } =
        new(
            "survey-links",
            "links til et spørgeskema",
            "links til spørgeskemaer",
            c =>
                c.Refers<SurveyFact>(f => f.SurveyId, "Spørgeskema", bySpor: true)
                    .BySpor(f => f.GroupNo, "Gruppe")
                    .Value(f => f.Count, "Antal", range: (1, GiveSurveyLinks.MostAtOnce))
                    .Happened(f => f.GivenOn, "Givet ud"),
            order: (a, b) => a.Id.CompareTo(b.Id)
        );

    public long SurveyId { get; set; }

    /// <summary>From 1, in the order of <see cref="SurveyFact.Groups"/>.</summary>
    public int GroupNo { get; set; }
    public int Count { get; set; }
    public DateOnly GivenOn { get; set; }
}

/// <summary>
/// What a group answered, as it came out of its sealed box: five or more at a time, with the month alone. A row is nobody's sheet: each
/// question's answers were shuffled by themselves before they were laid side by side.
/// </summary>
public sealed class SurveyAnswerFact : Fact
{
    public static FactKind<SurveyAnswerFact> Described { get; } =
        new(
            "survey-answer",
            "svar på et spørgeskema",
            "svar på spørgeskemaer",
            c =>
                c.Refers<SurveyFact>(f => f.SurveyId, "Spørgeskema", bySpor: true)
                    .BySpor(f => f.GroupNo, "Gruppe")
                    .BySpor(f => f.Month, "Måned")
                    .BySpor(f => f.Values, "Svar"),
            order: (a, b) => a.Id.CompareTo(b.Id)
        );

    public long SurveyId { get; set; }
    public int GroupNo { get; set; }

    /// <summary>The first day of the month in which the box was emptied; the same for all that were in it.</summary>
    public DateOnly Month { get; set; }

    /// <summary>A mark for each column of the sheet (<see cref="SurveySheet"/>).</summary>
    public string Values { get; set; } = "";
}

/// <summary>What somebody of a group wrote. It stands by no answer.</summary>
public sealed class SurveyWordsFact : Fact
{
    public static FactKind<SurveyWordsFact> Described { get; } =
        new(
            "survey-words",
            "egne ord i et spørgeskema",
            "egne ord i spørgeskemaer",
            c =>
                c.Refers<SurveyFact>(f => f.SurveyId, "Spørgeskema", bySpor: true)
                    .BySpor(f => f.GroupNo, "Gruppe")
                    .BySpor(f => f.QuestionNo, "Spørgsmål")
                    .BySpor(f => f.Month, "Måned")
                    .Words(f => f.Said, "Ord"),
            order: (a, b) => a.Id.CompareTo(b.Id),
            keeping: Keeping.OpenInRegister
        );

    public long SurveyId { get; set; }
    public int GroupNo { get; set; }

    /// <summary>From 1, in the order of <see cref="SurveyFact.OwnWords"/>.</summary>
    public int QuestionNo { get; set; }
    public DateOnly Month { get; set; }
    public string? Said { get; set; }
}
