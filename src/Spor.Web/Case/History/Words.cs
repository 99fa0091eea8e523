using System.Text.RegularExpressions;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;

namespace Spor.Web.Case.History;

/// <summary>Names of the things that sentences about a child refer to, also of things that are known no longer.</summary>
sealed partial class Words
{
    static readonly DateOnly ChildrensActInForce = new(2024, 1, 1);
    readonly Dictionary<(Type, long), Fact> things = [];
    readonly Catalogue catalogue;
    readonly Func<long?, string> employee;
    readonly Func<long?, string> district;

    /// <param name="facts">What is known now should come last: of a thing's rows the last one gives its name.</param>
    public Words(Catalogue catalogue, Func<long?, string> employee, Func<long?, string> district, IEnumerable<Fact> facts)
    {
        (this.catalogue, this.employee, this.district) = (catalogue, employee, district);
        foreach (var fact in facts)
            things[(fact.GetType(), fact.Id)] = fact;
    }

    /// <summary>What stands in a column, as people read it; null if nothing does.</summary>
    public string? Value(Column column, Fact fact) =>
        column.Get(fact) switch
        {
            null => null,
            long when column.IsReference && column.Points(fact) is { } at => Thing(column, at.Kind, at.Id),
            DateOnly day => Day(day),
            DateTime at => Minute(at),
            bool yes => YesNo(yes),
            Enum code => CodeText.SaidOf(code),
            long ore when column.Meaning == Meaning.Money => Danish.Kroner(ore),
            long n when column.Meaning == Meaning.Hundredths => Danish.Number(n / 100.0, n % 100 == 0 ? 0 : 2),
            long n when column.Meaning == Meaning.TenThousandths => Danish.Number(n / 10000.0, n % 10000 == 0 ? 0 : 2),
            long n => Danish.Number(n),
            int n => Danish.Number(n),
            string { Length: 0 } => null,
            string code when column.Shown is { } shown => shown(code),
            string basis when column.Meaning == Meaning.Section => Section(basis, DayOf(fact) ?? DateOnly.MaxValue),
            string code when column.Meaning == Meaning.Measure => catalogue.NameOf(code, DayOf(fact) ?? DateOnly.MaxValue),
            string text => text,
            var other => other.ToString(),
        };

    /// <summary>The first day that a fact tells.</summary>
    public static DateOnly? DayOf(Fact fact)
    {
        foreach (var column in FactKinds.Of(fact).Columns)
            if (column.Get(fact) is DateOnly day)
                return day;
            else if (column.Get(fact) is DateTime at)
                return DateOnly.FromDateTime(at);
        return null;
    }

    string Thing(Column column, FactKind kind, long id)
    {
        if (kind == FactKinds.Employment)
            return Employee(id);
        if (kind == FactKinds.District)
            return District(id) ?? "et distrikt, der ikke kendes mere";
        foreach (var of in column.KindIn is null ? column.RefersToOneOf : [kind])
            if (things.TryGetValue((of.Row, id), out var fact))
                return Small(Saying.Of(of).Thing(fact, this));
        return kind.One + ", der ikke kendes mere";
    }

    /// <summary>With a small letter first.</summary>
    public static string Small(string text) => text.Length == 0 ? text : char.ToLower(text[0], Danish.Culture) + text[1..];

    T? Find<T>(long id)
        where T : Fact => things.GetValueOrDefault((typeof(T), id)) as T;

    public string Measure(InterventionFact m) => catalogue.NameOf(m.Code, m.From);

    public string MeasureCode(string code, DateOnly on) => catalogue.NameOf(code, on);

    public string Measure(long id) => Find<InterventionFact>(id) is { } m ? Measure(m) : "en indsats, der ikke kendes mere";

    public string Goal(long id) => Find<GoalFact>(id) is { } g ? Goal(g) : "et mål, der ikke kendes mere";

    public static string Goal(GoalFact g) =>
        g.Description is { } text ? $"»{text}«"
        : g.Theme is { } theme ? "om " + theme.Danish()
        : "uden beskrivelse";

    public string Plan(long id) => Find<PlanFact>(id) is { } p ? Plan(p) : "en plan, der ikke kendes mere";

    /// <summary>»handleplanen fra 3. maj 2026«, inside a sentence.</summary>
    public string InPlan(long id) =>
        Find<PlanFact>(id) is { } p ? $"{Definite(p.Kind)} fra {Danish.Long(p.DecidedOn)}" : "en plan, der ikke kendes mere";

    public static string Plan(PlanFact p) => $"{p.Kind.Danish()} fra {Danish.Long(p.DecidedOn)}";

    /// <summary>»handleplanen«, »barnets plan«.</summary>
    public static string Definite(PlanKind kind) => kind == PlanKind.ChildsPlan ? kind.Danish() : kind.Danish() + "en";

    /// <summary>»teamlederen«: whoever decided.</summary>
    public static string Definite(AuthorityLevel level) =>
        level switch
        {
            AuthorityLevel.Caseworker => "rådgiveren",
            AuthorityLevel.Team => "teamlederen",
            AuthorityLevel.Committee => "børne- og ungeudvalget",
            AuthorityLevel.Chair => "formanden",
            AuthorityLevel.Leader => "afdelingslederen",
            _ => "den faglige koordinator",
        };

    public string? Decision(long? id) =>
        id is not { } d ? null
        : Find<DecisionRecordFact>(d) is { } found ? "afgørelsen fra " + Danish.Long(found.On)
        : "en afgørelse, der ikke kendes mere";

    public string Person(long? id) =>
        id is not { } p ? "en person, der kun er her"
        : Find<NetworkPersonFact>(p) is { Name: { } name } ? name
        : "en person uden navn";

    public string Invitee(long id) => Find<InviteeFact>(id) is { } i ? Invitee(i) : "en, der ikke kendes mere";

    public string Invitee(InviteeFact i) => i.Name ?? (i.PersonId is { } p ? Person(p) : i.Role.Danish());

    public string Conference(long? id) =>
        id is { } c && Find<NetworkConferenceFact>(c) is { } found
            ? $"rådslagningen tilbudt {Danish.Long(found.OfferedOn)}"
            : "en rådslagning, der ikke kendes mere";

    public string Meeting(long? id) =>
        id is { } m && Find<NetworkMeetingFact>(m) is { } found
            ? $"netværksmødet {Danish.Long(found.On)}"
            : "et netværksmøde, der ikke kendes mere";

    public string Employee(long id) => employee(id) is { Length: > 0 } name ? name : "en medarbejder uden navn";

    public string? District(long? id) => district(id) is { Length: > 0 } name ? name : null;

    /// <summary>»fra en skole«, »fra politiet«: whom a notification comes from, in a sentence.</summary>
    public static string From(Spor.Notifications.Notifier notifier) =>
        notifier switch
        {
            Spor.Notifications.Notifier.School => "en skole",
            Spor.Notifications.Notifier.DayCare => "et dagtilbud",
            Spor.Notifications.Notifier.HealthVisitor => "sundhedsplejen",
            Spor.Notifications.Notifier.Hospital => "et sygehus",
            Spor.Notifications.Notifier.Doctor => "en læge",
            Spor.Notifications.Notifier.Police => "politiet",
            Spor.Notifications.Notifier.Municipality => "en anden kommune",
            Spor.Notifications.Notifier.Parent => "en forælder",
            Spor.Notifications.Notifier.ChildItself => "barnet selv",
            Spor.Notifications.Notifier.Citizen => "en borger",
            Spor.Notifications.Notifier.Anonymous => "en anonym",
            _ => "en anden",
        };

    /// <summary>What the assessment of a notification led to.</summary>
    public static string Result(Spor.Notifications.NotificationOutcome outcome) =>
        outcome switch
        {
            Spor.Notifications.NotificationOutcome.NoCase => "ingen sag",
            Spor.Notifications.NotificationOutcome.ExistingCase => "indgår i den sag, der er i gang",
            Spor.Notifications.NotificationOutcome.Assessment => "børnefaglig undersøgelse",
            var other => other.Danish(),
        };

    /// <summary>Who decides at a level.</summary>
    public static string DecidedBy(AuthorityLevel level) =>
        level switch
        {
            AuthorityLevel.Caseworker => "rådgiveren",
            AuthorityLevel.Team => "teamlederen",
            AuthorityLevel.ProfessionalCoordinator => "den faglige koordinator",
            AuthorityLevel.Leader => "afdelingslederen",
            AuthorityLevel.Committee => "børne- og ungeudvalget",
            _ => "udvalgets formand",
        };

    /// <summary>»…«</summary>
    public static string Quoted(string text) => $"»{text.TrimEnd('.')}«";

    public static string? Day(DateOnly? day) => day is { } d ? Danish.Long(d) : null;

    public static string? Minute(DateTime? at) =>
        at is { } t ? $"{Danish.Long(DateOnly.FromDateTime(t))} kl. {t.ToString("HH.mm", Danish.Culture)}" : null;

    public static string? YesNo(bool? value) =>
        value switch
        {
            true => "ja",
            false => "nej",
            null => null,
        };

    /// <summary>3.002 kr. pr. dag</summary>
    public static string? Price(InterventionFact m) =>
        m.PriceOre is not { } ore
            ? null
            : Danish.Kroner(ore)
                + m.Unit switch
                {
                    null => "",
                    PriceUnit.Once => Per(PriceUnit.Once),
                    PriceUnit.Hour when m.QuantityHundredths is { } q =>
                        $" pr. time, {Danish.Number(q / 100.0, q % 100 == 0 ? 0 : 1)} timer om ugen",
                    { } unit when m.QuantityHundredths is { } q and not 100 =>
                        $" pr. {unit.Danish()}, {Danish.Number(q / 100.0, q % 100 == 0 ? 0 : 2)} gange",
                    { } unit => Per(unit),
                };

    /// <summary>» pr. dag«, and » i alt« of what is paid once.</summary>
    public static string Per(PriceUnit unit) => unit == PriceUnit.Once ? " i alt" : " pr. " + unit.Danish();

    /// <summary>A section as sources write it (<c>52.3.7</c>), as a lawyer says it: Serviceloven § 52, stk. 3, nr. 7. The day says which
    /// law.</summary>
    public static string Section(string basis, DateOnly on)
    {
        var law = on < ChildrensActInForce ? "Serviceloven" : "Barnets lov";
        if (basis.Length == 0)
            return law;
        var parts = basis.Split('.');
        if (!SectionForm().IsMatch(basis))
            return basis;
        return $"{law} § {parts[0]}{(parts.Length > 1 ? ", stk. " + parts[1] : "")}{(parts.Length > 2 ? ", nr. " + parts[2] : "")}";
    }

    [GeneratedRegex(@"^\d+[a-z]?(\.\d+){0,2}$")]
    private static partial Regex SectionForm();
}
