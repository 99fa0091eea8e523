using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Reports;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Leading.Management;

/// <summary>The Danish of management information.</summary>
static partial class Text
{
    public const string Title = "Ledelsesinformation";
    public const string Section = "Ledelse";
    public const string OwnTitle = "Mine tal";

    public static string Lede(ManagementView v) =>
        $"{Danish.Capital(v.Place)} den {Danish.Long(v.Query.To)}. Perioden er {Period(v.Query.Now)}; der sammenlignes med "
        + $"{ComparedWith(v.Query)}.";

    static string ComparedWith(ManagementQuery q) =>
        q.Other is not null ? $"{q.OtherName} i samme periode"
        : q.Baseline is { } b ? $"basislinjen »{BaselineName(b)}«: {Danish.Long(b.Day)}, {AsKnown(b)}"
        : q.FromDay is not null || q.PeriodBefore ? Period(q.Before)
        : Danish.Long(q.Compare);

    public static string Period(FigurePeriod p) => $"{Danish.Long(p.From)} til {Danish.Long(p.To)}";

    public static string Place(Group filter, Viewing viewing)
    {
        var text = filter.TeamId is { } team ? viewing.TeamName(team) : "hele kommunen";
        if (filter.DistrictId is { } district)
            text += filter.TeamId is null ? "" : ", ";
        if (filter.DistrictId is { } d)
            text = (filter.TeamId is null ? "" : text) + viewing.DistrictName(d);
        if (filter.TargetGroup is { } group)
            text += ", " + GroupName(group).ToLowerInvariant();
        if (filter.Age is { } age)
            text += ", " + AgeName(age);
        if (filter.Ages is { } ages)
            text += ", " + AgeName(ages);
        if (filter.Gender is { } gender)
            text += ", " + GenderName(gender).ToLowerInvariant();
        return text;
    }

    // --- the filter form
    public const string FilterLabel = "Vælg periode og hvilke børn tallene er om";
    public const string To = "Til og med";
    public const string SpanLabel = "Periode";
    public const string From = "Fra og med";
    public const string FromHint = "valgfri";
    public const string AgainstLabel = "Sammenlign med";
    public const string YearBefore = "det samme et år før";
    public const string BaselineLabel = "Eller med en basislinje";
    public const string CompareDayLabel = "Eller med dagen";
    public const string NoBaseline = "ingen";
    public const string OtherTime = "En anden tid";
    public const string PeriodBefore = "perioden før";
    public const string OtherChildren = "Andre børn";
    public const string AgainstExpected = "et valg fra listen »Sammenlign med«";

    public static string FromExpected(DateOnly to) => $"en dato som 01-10-2026, ikke efter {Danish.Long(to)}";

    public static string AgainstNotDay(Against against) =>
        $"Der er valgt både {(against.PeriodBefore ? PeriodBefore : against.Name)} og en dag eller en basislinje. Der sammenlignes med "
        + "dagen eller basislinjen.";

    public static string AgainstItself(Against against) =>
        $"{Danish.Capital(against.Name)} kan ikke sammenlignes med sig selv. Der sammenlignes med et år før.";

    public static string Id(BaselineFact b) => b.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string BaselineName(BaselineFact b) => b.Name ?? "uden navn";

    public static string BaselineChoice(BaselineFact b) => $"{BaselineName(b)} ({Danish.Numeric(b.Day)})";

    static string AsKnown(BaselineFact b) => $"som kendt ved registrering nr. {Danish.Number(b.EntryNo)}";

    public static string BaselineNote(BaselineFact b) =>
        $"Tallene for {Danish.Long(b.Day)} er fra basislinjen »{BaselineName(b)}«, {AsKnown(b)}. Hvad der er rettet siden, er "
        + $"ikke med i dem. Alle andre tal, også måned for måned, er som kendt nu.";

    public const string BaselineLink = "Se, hvad der er rettet siden.";

    public static string BeforeHead(ManagementQuery q) =>
        q.Other is not null ? Danish.Capital(q.OtherName) : Danish.Numeric(q.Compare) + (q.Baseline is { } b ? ", " + AsKnown(b) : "");

    public static string BeforeNote(ManagementQuery q) =>
        q.Other is not null ? $"for {q.OtherName}" : $"den {Danish.Short(q.Compare)}{(q.Baseline is null ? "" : " som kendt dengang")}";

    public const string BaselineExpected = "en basislinje på listen";

    public static string BaselineAfter(BaselineFact b, DateOnly to) =>
        $"Basislinjen »{BaselineName(b)}« er for {Danish.Long(b.Day)}, som er efter {Danish.Long(to)}. Der sammenlignes ikke med den.";

    public static string BaselineNotDay(BaselineFact b, DateOnly day) =>
        $"Der er valgt både en basislinje og en dag. Der sammenlignes med basislinjen »{BaselineName(b)}« og ikke med {Danish.Long(day)}.";

    public const string District = "Distrikt";
    public const string AllDistricts = "Alle distrikter";
    public const string Team = "Team";
    public const string AllTeams = "Alle team";
    public const string Group = "Målgruppe";
    public const string AllGroups = "Alle målgrupper";
    public const string Age = "Alder";
    public const string AllAges = "Alle aldre";
    public const string Sex = "Køn";
    public const string AllSexes = "Alle";
    public const string Show = "Vis";
    public const string Reset = "Nulstil";

    public static string SpanName(Span span) =>
        span switch
        {
            Span.Month => "1 måned",
            Span.Quarter => "3 måneder",
            Span.HalfYear => "6 måneder",
            Span.Year => "12 måneder",
            Span.TwoYears => "24 måneder",
            _ => "året til dato",
        };

    public static string GroupName(TargetGroup group) =>
        group switch
        {
            TargetGroup.Vulnerable => "Udsatte børn og unge",
            TargetGroup.Disability => "Funktionsnedsættelse",
            TargetGroup.Integration => "Integration",
            _ => "Kriminalitet",
        };

    public static string AgeName(AgeGroup age) => Workforce.Group.Years(age) is var (first, last) ? $"{first}–{last} år" : "";

    public static string AgeName(AgeSpan ages) => $"{ages.First}–{ages.Last} år";

    public const string OwnAgesNotPublished =
        "Kommunens egne aldersgrupper overlapper de andre og vises kun for den, der må se børnene. De er ikke med her.";

    public static string GenderName(Gender gender) =>
        gender switch
        {
            Gender.Girl => "Piger",
            Gender.Boy => "Drenge",
            _ => "Andet",
        };

    public static string NotUnderstood(string value, string expected) =>
        $"»{(value.Length > 40 ? value[..40] + "…" : value)}« i linket kunne ikke læses, så det er sprunget over. Der skulle stå {expected}. "
        + "Vælg det igen herunder.";

    public static string DayExpected(DateOnly today) => $"en dato som 31-10-2026, ikke efter {Danish.Long(today)}";

    public const string CompareExpected = "en dato som 31-10-2026, før perioden slutter";
    public const string TeamExpected = "et team på listen";
    public const string DistrictExpected = "et distrikt på listen";
    public const string FigureExpected = "et af tallene";

    public static string NearestDay(DateOnly asked, DateOnly given) =>
        $"Om børn, du ikke kan slå op, vises tal for månedernes sidste dag. Her er {Danish.Long(given)} i stedet for {Danish.Long(asked)}.";

    public static string NearestSpan(string asked, Span given, DateOnly to) =>
        $"Om børn, du ikke kan slå op, vises kun perioder, der ligger helt i hinanden. Her er {SpanName(given)} til og med "
        + $"{Danish.Long(to)} i stedet for {asked}.";

    public static string NearestMonths(FigurePeriod asked, FigurePeriod given) =>
        $"Om børn, du ikke kan slå op, vises hele måneder. Her er {Period(given)} i stedet for {Period(asked)}.";

    public static string SumOfPublished(bool isCalendar) =>
        "Perioden offentliggøres ikke for sig. Et tal vises, når det er summen af "
        + (isCalendar ? "måneder, kvartaler, halvår og kalenderår" : "måneder og perioder")
        + ", der er offentliggjort, og er ellers skjult"
        + (isCalendar ? ". For hele kalenderår er der flest tal at se." : ".");

    public const string OneDivision =
        "Om børn, du ikke kan slå op, kan der kun vælges én ting ad gangen: team, distrikt, målgruppe, alder eller køn. Kun den første er "
        + "med.";
    public const string BaselineAsPublished =
        "Basislinjen er brugt som dag: tallene er dem, der er offentliggjort for den dag, også hvis noget var kendt anderledes dengang.";

    public static string PublishedNote(DateOnly day, long entry) =>
        $"Tallene er offentliggjort for {Danish.Long(day)}, som de var kendt ved registrering nr. {Danish.Number(entry)}. Hvad der er rettet "
        + "siden, kommer med næste måned.";

    public static string OneOf(IEnumerable<string> values) => "en af " + string.Join(", ", values);

    // --- values
    public const string None = "–";
    public const string Hidden = "skjult";

    /// <summary>Of what happens in a month that the chosen day cuts short: drawn, it would look like a plunge.</summary>
    public const string NotOver = "ikke slut";

    public static string Value(FigureUnit unit, double value) =>
        unit switch
        {
            FigureUnit.Count => Danish.Number((long)Math.Round(value)),
            FigureUnit.Share => Danish.Number(value, 0) + " %",
            FigureUnit.FullYears => Danish.Number(value, 2),
            FigureUnit.Ore => Danish.Number((long)Math.Round(value / 100, MidpointRounding.AwayFromZero)) + " kr.",
            _ => Danish.Number(value, 1),
        };

    /// <summary>Of what no file and no form has told.</summary>
    public const string NotReported = "ikke oplyst";

    public static string Shown(KeyFigure? figure, bool hidden) =>
        figure?.Value is not { } value ? (figure is { Of.MustBeTold: true } ? NotReported : None)
        : hidden ? Hidden
        : Value(figure.Of.Unit, value);

    /// <summary>The two counts that a share is made of, »4 af 17«. For those who may not see the children where neither it nor what it
    /// leaves out is few.</summary>
    public static (long Some, long All)? Portion(KeyFigure? figure, bool hidden, bool seesBehind)
    {
        if (hidden || figure is not { Of.Unit: FigureUnit.Share, Value: { } value, All: > 0 and var all })
            return null;
        var some = (long)Math.Round(value * all / 100);
        return !seesBehind && (DisclosurePlan.IsSmall((int)some) || DisclosurePlan.IsSmall((int)(all - some))) ? null : (some, all);
    }

    public static string? Counts((long Some, long All)? portion) =>
        portion is { } p ? $"{Danish.Number(p.Some)} af {Danish.Number(p.All)}" : null;

    public const string SomeHead = "Antal",
        AllHead = "Ud af";

    public static string Change(KeyFigure? now, KeyFigure? before, bool hidden)
    {
        if (now?.Value is not { } a || before?.Value is not { } b)
            return None;
        if (hidden)
            return Hidden;
        var unit = now.Of.Unit;
        // From what is shown, so that nobody finds 41 and 43 to differ by 3.
        var change = Round(unit, a) - Round(unit, b);
        if (change == 0)
            return "±0";
        var sign = change > 0 ? "+" : "−";
        var size =
            unit == FigureUnit.Share
                ? Danish.Number((double)Math.Abs(change), 0) + " procentpoint"
                : Value(unit, (double)Math.Abs(change) * (unit == FigureUnit.Ore ? 100 : 1));
        return sign + size;
    }

    static decimal Round(FigureUnit unit, double value) =>
        unit switch
        {
            FigureUnit.Count or FigureUnit.Share => Math.Round((decimal)value, 0, MidpointRounding.AwayFromZero),
            FigureUnit.Ore => Math.Round((decimal)value / 100, 0, MidpointRounding.AwayFromZero),
            FigureUnit.FullYears => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero),
            _ => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero),
        };

    /// <summary>Only where the law or the model itself says which way is wanted.</summary>
    public static string? Direction(FigureRow row)
    {
        if (
            row.Of.Wanted == Wanted.Neither
            || row.HidesNow
            || row.HidesBefore
            || row.Now?.Value is not { } a
            || row.Before?.Value is not { } b
            || Round(row.Of.Unit, a) == Round(row.Of.Unit, b)
        )
            return null;
        return a > b == (row.Of.Wanted == Wanted.Up) ? "bedre" : "dårligere";
    }

    // --- tables
    public const string FigureHead = "Tal";
    public const string FiguresSheet = "Tal",
        MonthsSheet = "Måned for måned",
        PartHead = "Heraf",
        UnitHead = "Enhed",
        MonthHead = "Til og med";
    public const string MonthsNote = "Det, der er skjult eller ikke kan regnes ud, står tomt.";

    public static string NowHead(DateOnly to) => Danish.Numeric(to);

    public static string UnitName(FigureUnit unit) =>
        unit switch
        {
            FigureUnit.Ratio => "forhold",
            FigureUnit.Share => "procent",
            FigureUnit.Months => "måneder",
            FigureUnit.FullYears => "helår",
            FigureUnit.Ore => "kr.",
            _ => "antal",
        };

    public const string ChangeHead = "Ændring";
    public const string TrendHead = "Måned for måned";

    public static string TrendLink(string name) => $"{name}: udvikling måned for måned";

    public const string How = "Sådan regnes det";

    public static string Behind(string name, string shown) => $"{name}: {shown}. Se børnene.";

    public const string SmallNote =
        "Du ser tal om børn, som du ikke kan slå op. Tal, som færre end 5 børn står bag, er skjult, og andre med dem, hvor man "
        + "ellers kunne regne dem ud.";
    public const string OwnTeam = "Se dit eget team med alle dagens tal.";
    public const string GroupNote =
        "Team, alder og andre valg gælder barnet, som det er på periodens sidste dag. Et barn hører til det team, hvor en har "
        + "sagen; har ingen den, til det team, der betjener distriktet.";

    public static string TargetNote(int percent) => $"mål {percent} / {100 - percent}";

    // --- sections
    public const string OnPage = "På siden";
    public const string Cases = "Sager og rådgivere";
    public const string Notifications = "Underretninger";
    public const string Requirements = "Holder vi fristerne?";
    public const string RequirementsNote =
        "Lovens og kommunens egne krav står hver for sig. Til tiden: af de krav, der havde frist i perioden. Over fristen: kan "
        + "stadig nås. Ikke nået: indsatsen eller sagen er slut.";
    public const string LadderTitle = "Indsatstrappen";
    public const string LadderNote = "Ned er ikke godt i sig selv. Læs det sammen med børnenes målscore.";
    public const string Placements = "Anbringelser";
    public const string Conferences = "Netværksrådslagninger";
    public const string Money = "Økonomi";
    public const string MoneyNote = "Regnet ud fra indsatsernes pris og dage, ikke fra regnskabet.";
    public const string OnTime = "Til tiden";
    public const string Overdue = "Over fristen";
    public const string Missed = "Ikke nået";
    public const string Requirement = "Krav";
    public const string TeamOverdueTitle = "Krav over fristen, efter team";
    public const string LadderLink = "Åbn Indsatstrappen";
    public const string DeadlinesLink = "Åbn Frister";
    public const string LatenessLink = "Se, hvor mange dage kravene var for sent";
    public const string LoadLink = "Åbn Børn pr. rådgiver";

    // --- charts
    public const string AsTable = "Se tallene bag diagrammet";
    public const string NoScript = "Diagrammet tegnes med JavaScript. Tallene står i tabellen.";
    public const string Month = "Måned";
    public const string Whole = "hele kommunen";
    public const string LoadChart = "Børn pr. årsværk, måned for måned";
    public const string FlowChart = "Sager åbnet og lukket, måned for måned";
    public const string NotificationChart = "Underretninger, måned for måned";
    public const string KeptChart = "Krav opfyldt til tiden i måneden, måned for måned";
    public const string RuleChart = "Krav opfyldt til tiden i perioden, krav for krav, i procent";
    public const string MoveChart = "Hvor børnene er gået hen på trappen";
    public const string MoveWays =
        "Til venstre: trinet før. Til højre: trinet nu. Fyldte bånd er børn på vej ned, skraverede er børn på vej op, "
        + "lysegrå står på samme trin. Hvide bånd med stiplet kant er børn, der er kommet til eller har forladt trappen: de er hverken "
        + "på vej op eller ned.";

    public static string MoveCaption(FigurePeriod p) =>
        $"Række: trinet den {Danish.Long(p.After)}. Kolonne: trinet den {Danish.Long(p.To)}. Grå bånd er børn, der står på samme trin.";

    public const string MovesHidden = "Bevægelserne fra trin til trin står på siden Indsatstrappen, hvor små tal er skjult.";
    public const string StepChart = "Børn på hvert trin, måned for måned";
    public const string PlacedChart = "Anbragte børn efter form, måned for måned";
    public const string ShareChart = "Andel i plejefamilie af børn i plejefamilie og på børne- og ungehjem, måned for måned";
    public const string ConferenceChart = "Netværksrådslagninger, måned for måned";
    public const string MoneyChart = "Beregnet udgift, måned for måned";

    public static string Ceiling(string team) => "loft, " + team;

    public static string Step(int step) => step == 0 ? "Uden trin" : "Trin " + step;

    public static string UnitNote(FigureUnit unit) =>
        unit switch
        {
            FigureUnit.Share => "i procent",
            FigureUnit.Ore => "i kroner",
            FigureUnit.Months => "i måneder",
            _ => "",
        };
}
