using Spor.Cases;
using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Case.Cases;

static class HandoverText
{
    public const string Title = "Overdragelser mellem teams";
    public const string Lede =
        "Et barn skifter først team, når det nye teams leder eller faglige koordinator har sagt ja. Indtil da har den nuværende rådgiver barnet.";
    public const string OnMe = "Venter på dit teams svar";
    public const string NothingOnMe = "Ingen overdragelser venter på dig.";
    public const string Mine = "Venter på et andet team";
    public const string NothingMine = "Ingen af de børn, du kan se, venter på et andet team.";
    public const string Answered = "Besvaret de sidste 14 dage";
    public const string Child = "Barn";
    public const string From = "Fra";
    public const string To = "Til";
    public const string Day = "Fra dag";
    public const string Proposed = "Foreslået";
    public const string Outcome = "Svar";
    public const string Facts = "Det gælder";
    public const string Step = "Trin i dag";
    public const string Place = "Distrikt";
    public const string Group = "Målgruppe";
    public const string OpenNow = "Åbne krav";
    public const string AnswerTitle = "Tager dit team barnet?";
    public const string Yes = "Ja, barnet skifter rådgiver";
    public const string No = "Nej, barnet bliver, hvor det er";
    public const string Receiver = "Hvem får barnet?";
    public const string ReceiverHint = "Den, der er foreslået, er valgt. Du kan vælge en anden i teamet.";
    public const string Why = "Hvis nej: hvorfor?";
    public const string NameReason = "Hvorfor kan den, der er valgt, have barnet?";
    public const string NameReasonHint =
        "Navnet er det samme som en i barnets familie eller netværk. Skriv, at det ikke er den samme, eller hvorfor det går an.";
    public const string Save = "Gem svaret";
    public const string TakeBack = "Træk forslaget tilbage";
    public const string TakeBackTitle = "Skal barnet alligevel ikke overdrages?";
    public const string TakeBackNote = "Så længe der ikke er svaret, kan forslaget trækkes tilbage. Intet ændres for barnet.";
    public const string ToList = "Alle overdragelser mellem teams";
    public const string SeeProposal = "Se forslaget";

    public static string ProposalTitle(string child) => $"Overdragelse af {child} til et andet team";

    public static string AnswerLine(string child) => $"Sig ja eller nej til {child}";

    /// <summary>Fra Karen Holm (Team Nord) til Bo Dam (Team Syd), fra 3. maj 2026.</summary>
    public static string FromTo(HandoverProposalFact p, Viewing viewing)
    {
        string Who(long employee, string team) => viewing.EmployeeName(employee) + (team.Length > 0 ? $" ({team})" : "");
        var fromTeam = viewing.Register.Staff.TeamsOf(p.FromEmployeeId, viewing.Today).Select(t => viewing.TeamName(t)).FirstOrDefault();
        return $"Fra {Who(p.FromEmployeeId, fromTeam ?? "")} til {Who(p.ToEmployeeId, viewing.TeamName(p.ToTeamId))}, "
            + $"fra {Danish.Long(p.On)}.";
    }

    public static string OpenCount(int open, int overdue) =>
        open == 0 ? "ingen"
        : overdue == 0 ? Danish.Number(open)
        : $"{Danish.Number(open)}, heraf {Danish.Number(overdue)} overskredet";

    public static string State(HandoverProposalFact p, Viewing viewing) =>
        p.State switch
        {
            HandoverState.Waiting => $"Venter på svar fra {viewing.TeamName(p.ToTeamId)} siden {Danish.Long(p.ProposedOn)}.",
            HandoverState.Accepted => $"{viewing.TeamName(p.ToTeamId)} sagde ja {OnDay(p)}.",
            HandoverState.Declined => $"{viewing.TeamName(p.ToTeamId)} sagde nej {OnDay(p)}: {p.Answer}",
            _ => $"Trukket tilbage {OnDay(p)}.",
        };

    static string OnDay(HandoverProposalFact p) => p.AnsweredOn is { } on ? Danish.Long(on) : "";

    public static string WaitsNotice(HandoverProposalFact p, Viewing viewing) =>
        $"Barnet er foreslået overdraget til {viewing.EmployeeName(p.ToEmployeeId)}. {State(p, viewing)}";
}
