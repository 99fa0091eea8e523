using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Web.Staff.Allocating;

static class Text
{
    public const string Title = "Sager uden rådgiver";

    public static string Lede(int waiting) =>
        waiting switch
        {
            0 => "Alle aktive sager har en rådgiver.",
            1 => "1 barn med en aktiv sag venter på en rådgiver.",
            _ => $"{Danish.Number(waiting)} børn med en aktiv sag venter på en rådgiver.",
        };

    public const string Nothing = "Ingen venter.";
    public const string Caption = "Børn, der venter på en rådgiver, den ældste sag først";
    public const string Child = "Barn",
        Opened = "Sagen åbnet",
        Waited = "Ventet",
        District = "Distrikt",
        Team = "Team",
        Step = "Trin",
        Notice = "Næste frist",
        Allocate = "Fordel";

    public static string Days(int days) => days == 1 ? "1 dag" : $"{Danish.Number(days)} dage";

    public static string AllocateChild(string name) => $"Fordel sagen om {name}";

    public static string ChildTitle(string name) => $"Fordel sagen om {name}";

    public const string ChildLede =
        "Forslaget ser på børn pr. årsværk mod loftet, søskende, distrikt, særligt ansvar og fravær. Det siger intet om "
        + "barnet. Du bestemmer.";
    public const string OtherTeam = "får børn af sin egen leder eller koordinator";
    public const string Proposal = "Forslag";
    public const string CandidatesCaption = "Rådgivere, den nærmeste først";
    public const string Caseworker = "Rådgiver",
        Load = "Børn nu",
        After = "Børn pr. årsværk med barnet",
        Ceiling = "Loft",
        Reasons = "Taler for og imod",
        Choose = "Vælg";
    public const string From = "Fra hvilken dag?",
        Reason = "Hvorfor en anden end forslaget?",
        Save = "Fordel sagen",
        Pick = "Hvem får sagen?";
    public const string NameReason = "Hvorfor kan den, du har valgt, have barnet?";
    public const string NameReasonHint =
        "Navnet er det samme som en i barnets familie eller netværk. Skriv, at det ikke er den samme, eller hvorfor det går an.";
    public const string ReasonHint = "Kun hvis du vælger en anden end den øverste.";
    public const string None = "–";
    public const string NoCandidates = "Ingen er ansat som rådgiver i dag.";
    public const string AlreadyHas = "Barnet har en rådgiver. Skift rådgiver ved at overdrage sagen.";
    public const string HandOver = "Overdrag sagen";
    public const string ToAbsence = "Fravær, dækning og særligt ansvar";

    public static IEnumerable<string> Why(Candidate c)
    {
        if (c.HasSibling)
            yield return "har sagen om en søskende";
        if (c.Special)
            yield return "arbejder særligt med målgruppen";
        if (c.OtherSpecial)
            yield return "arbejder særligt med en anden målgruppe";
        if (c.OfDistrict)
            yield return "er i distriktets team";
        if (c.OverCeiling)
            yield return "kommer over loftet";
        else if (c.Ceiling is not null)
            yield return "holder sig under loftet";
        if (c.Away is { } a)
            yield return a.To is { } to ? $"er væk til og med {Danish.Long(to)}" : "er væk, og der er ikke sat en slutdag";
    }
}
