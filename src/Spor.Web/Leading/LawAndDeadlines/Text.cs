using Spor.Decisions;
using Spor.Facts;
using Spor.Figures;
using Spor.Law;

namespace Spor.Web.Leading.LawAndDeadlines;

static class Text
{
    public const string Title = "Lov og frister";
    public const string Lede =
        "Her står de regler, som Spor regner efter. Kommunen kan love mere, end loven kræver, men ikke mindre. Modellens egne frister bestemmer kommunen selv.";

    public const string Deadlines = "Frister, som kommunen kan stramme";
    public const string DeadlinesNote = "Et eget tal gælder fra den dag, I vælger. Det, der begyndte før, regnes efter det gamle tal.";
    public const string What = "Regel";
    public const string Rests = "Hviler på";
    public const string LawSays = "Loven eller modellen";
    public const string Here = "Gælder her";
    public const string Change = "Ændr";
    public const string Model = "Modellen";
    public const string Unverified = "Ikke bekræftet";

    public const string Rows = "Alle regler";
    public const string WhatItSays = "Siger";
    public const string Section = "Paragraf";
    public const string Holds = "Gælder";
    public const string Sure = "Hvor sikkert er det?";

    public const string Requirements = "Krav og frister";
    public const string DecisionKinds = "Slags afgørelser";
    public const string AfterDecisions = "Det, der skal gøres efter en afgørelse";
    public const string AssessmentRows = "Undersøgelser og samtaler";
    public const string PlanRows = "Planer";
    public const string DutyRows = "Klage, tilbagemelding og flytning";
    public const string OtherRows = "Dage, mål, dimensioner, årsager og kompetence";
    public const string Saturday = "Lørdag er en hverdag";
    public const string CutOff = "Dag, hvor de tolv nøgletal tælles";
    public const string OwnAnswer = "Den unges eget svar på en rådslagning";
    public const string OwnAges = "Kommunens egne aldersgrupper";

    public static string Says(OwnAgesRow a) => $"0–{a.Youngest} og {a.Youngest + 1}–{a.Oldest} år";

    public const string Dimensions = "Dimensioner i en undersøgelse";
    public const string Cause = "Årsag til en underretning";
    public const string Authority = "Hvem må afgøre hvad, indtil kommunen sætter sine egne grænser";

    public static string RowsNote(int unverified, int all) =>
        $"{Kernel.Danish.Number(unverified)} af {Kernel.Danish.Number(all)} regler er ikke bekræftet. Lad en jurist se på dem, før I stoler på dem.";

    public static string Of(int all, int unverified) =>
        unverified == 0
            ? $"{Kernel.Danish.Number(all)}, alle bekræftet"
            : $"{Kernel.Danish.Number(all)}, {Kernel.Danish.Number(unverified)} ikke bekræftet";

    public static string Number(int number, ParameterUnit unit) => $"{Kernel.Danish.Number(number)} {Unit(number, unit)}";

    static string Unit(int number, ParameterUnit unit) =>
        (unit, number) switch
        {
            (ParameterUnit.Hours, 1) => "time",
            (ParameterUnit.Days, 1) => "dag",
            (ParameterUnit.Weekdays, 1) => "hverdag",
            (ParameterUnit.Months, 1) => "måned",
            _ => unit.Danish(),
        };

    public static string Says(Standard? standard) => standard is null ? "" : Number(standard.Number, standard.Unit);

    public static string OwnFrom(DateOnly from) => $"Kommunens eget tal fra {Kernel.Danish.Long(from)}";

    public static string Coming(ParameterFact own, Standard standard) =>
        own.Number is { } number
            ? $"{Number(number, standard.Unit)} fra {Kernel.Danish.Long(own.From)}"
            : $"Igen {Says(standard)} fra {Kernel.Danish.Long(own.From)}";

    public static string SetLede(Deadline d) =>
        d.Standard.IsLaw
            ? $"Loven siger {Says(d.Standard)} ({d.Standard.Section}). Kommunen kan sætte et lavere tal, men ikke et højere."
            : $"Modellen siger {Says(d.Standard)}. Det kan kommunen selv bestemme.";

    public static string OwnNumber(ParameterUnit unit) => $"Kommunens eget tal ({unit.Danish()})";

    public static string OwnNumberHint(Standard standard) => $"Lad feltet stå tomt for at gå tilbage til {Says(standard)}.";

    public const string HoldsFrom = "Gælder fra";
    public const string HoldsFromHint = "Tidligst i dag.";
    public const string Save = "Gem tallet";

    public static string Unsure(string mark) => $"{Unverified}. {Sureness(mark)}.";

    public static string Sureness(string mark) =>
        mark switch
        {
            "S" => "Står i en kilde",
            "I" => "Vores læsning af reglerne",
            "M" => "Almindelig viden, ikke slået op",
            _ => "Vi har ledt og ikke fundet en kilde",
        };

    /// <summary>The note in the law's file is for those who write it, and English; the page says where to look.</summary>
    public static string Source(string note)
    {
        var first = note.Split(';', ':', ',')[0].Trim();
        return first switch
        {
            _ when first.StartsWith("domain", StringComparison.Ordinal) => "Kilden er nævnt i Spors lovgrundlag",
            _ when first.StartsWith("measures.md", StringComparison.Ordinal) => "Spors egne definitioner",
            _ when first.StartsWith("issue", StringComparison.Ordinal) => "Spors egen regel",
            _ when first.StartsWith("not found", StringComparison.Ordinal) => "",
            _ when first.StartsWith("common knowledge", StringComparison.Ordinal) => "",
            _ when first.StartsWith("our reading", StringComparison.Ordinal) => "",
            _ when first.StartsWith("as extracts", StringComparison.Ordinal) => "Som kommunernes udtræk skriver det",
            _ when first.StartsWith("Model Assens", StringComparison.Ordinal) || first.StartsWith("Lejre", StringComparison.Ordinal) =>
                first,
            _ when first.StartsWith("UDSLAG", StringComparison.Ordinal) => "Statistikkens liste, " + first,
            _ => "",
        };
    }

    public static string Period(DateOnly from, DateOnly to) =>
        (from == DateOnly.MinValue, to == DateOnly.MaxValue) switch
        {
            (true, true) => "Altid",
            (true, false) => $"Til og med {Kernel.Danish.Long(to)}",
            (false, true) => $"Fra {Kernel.Danish.Long(from)}",
            _ => $"{Kernel.Danish.Long(from)} til {Kernel.Danish.Long(to)}",
        };

    public static string Says(DecisionKindInForce k) =>
        string.Join(
            ". ",
            new[]
            {
                k.Committee ? "Udvalget afgør"
                : k.Chair ? "Formanden afgør alene"
                : "",
                k.ChildHeard ? "Barnet høres først" : "",
                k.PartyAge is { } party ? $"Barnet er part fra {party} år" : "",
                k.CustodyConsent ? "Samtykke fra den, der har forældremyndigheden" : "",
                k.YoungConsentAge is { } young ? $"Den unges eget samtykke fra {young} år" : "",
                k.Assessment ? "Kræver en undersøgelse" : "",
                k.PlanBefore ? "Kræver en plan først" : "",
                k.MostMonths > 0 ? $"Højst {Number(k.MostMonths, ParameterUnit.Months)}" : "",
            }.Where(t => t.Length > 0)
        );

    public static string Says(DutyRule d) =>
        (d.Months, d.Days) switch
        {
            (> 0, _) => "Senest " + Number(d.Months, ParameterUnit.Months) + " efter",
            (_, > 0) => "Senest " + Number(d.Days, ParameterUnit.Days) + " efter",
            _ => "Straks",
        };

    public static string Says(PlanInLaw p) =>
        $"Færdig inden {Number(p.Months, ParameterUnit.Months)}"
        + (p.FromAge > 0 ? $", fra {p.FromAge} år" : "")
        + (
            p.SupportMonthsBeforeAdult > 0
                ? $"; siger {Number(p.SupportMonthsBeforeAdult, ParameterUnit.Months)} før 18 år, hvilken støtte en anbragt ung skal have bagefter"
                : ""
        );

    public static string Duty(string duty) =>
        duty switch
        {
            Duties.Complaint => "Klage over en afgørelse",
            Duties.Feedback => "Tilbagemelding til den, der underrettede",
            Duties.FileAccess => "Svar på en anmodning om aktindsigt",
            Duties.Objection => "Svar på en indsigelse eller en anmodning om berigtigelse",
            Duties.NotifyMunicipality => "Besked til en anden kommune ved flytning",
            _ => duty,
        };

    public static string Says(DutyInForce d) =>
        d.Weeks > 0 ? $"{d.Weeks} uger" + (d.Authority is { } authority ? $", til {authority}" : "")
        : d.WorkingDays > 0 ? $"{d.WorkingDays} arbejdsdage"
        : d.Months > 0 ? Number(d.Months, ParameterUnit.Months)
        : "";

    public const string RetentionRows = "Opbevaring og sletning";

    public static string Says(RetentionRule r) => r.Years > 0 ? $"{r.Says}. {Kernel.Danish.Number(r.Years)} år." : r.Says + ".";

    public static string YesNo(bool yes) => yes ? "Ja" : "Nej";

    public static string DayOf(CutOff c) => $"{c.Day}. {Kernel.Danish.Culture.DateTimeFormat.GetMonthName(c.Month)}";

    public static string Target(string figure) => "Mål: " + (KeyFigures.Find(figure)?.Name ?? figure);

    public static string Says(Target t) => $"{t.Percent} %";

    public static string Says(MonthlyTarget t) => $"{t.Least} til {t.Most} om måneden";

    public static string Says(AuthorityRow a) =>
        $"{a.Level.Said()}, {a.Kind?.Said() ?? "alle afgørelser"}, "
        + (a.MostOreAMonth is { } most ? $"højst {Kernel.Danish.Kroner(most)} om måneden" : "uden grænse");
}
