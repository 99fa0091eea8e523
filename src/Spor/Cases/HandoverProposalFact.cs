using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Cases;

public enum HandoverState
{
    [Code("venter")]
    Waiting,

    [Code("sagt ja")]
    Accepted,

    [Code("sagt nej")]
    Declined,

    [Code("trukket tilbage")]
    Withdrawn,
}

/// <summary>
/// A child that somebody wants to hand over to another team. Nothing moves before that team's leader or coordinator has said yes: until
/// then whoever had the child has it.
/// </summary>
public sealed class HandoverProposalFact : ChildsFact
{
    public static FactKind<HandoverProposalFact> Described { get; } =
        new(
            "handover-proposal",
            "forslag om overdragelse",
            "forslag om overdragelse",
            c =>
                c.Refers<CaseFact>(f => f.CaseId, "Sag")
                    .Value(f => f.State, "Status")
                    .Refers<TeamFact>(f => f.ToTeamId, "Til team")
                    .Refers<EmploymentFact>(f => f.FromEmployeeId, "Fra rådgiver")
                    .Refers<EmploymentFact>(f => f.ToEmployeeId, "Til rådgiver")
                    .Happened(f => f.ProposedOn, "Foreslået")
                    .Refers<EmploymentFact>(f => f.ProposedBy, "Foreslået af")
                    .Value(f => f.On, "Dag")
                    .Value(f => f.MetFamilyOn, "Møde med familien")
                    .Happened(f => f.AnsweredOn, "Besvaret")
                    .Refers<EmploymentFact>(f => f.AnsweredBy, "Besvaret af")
                    .Words(f => f.Promised, "Det, familien er lovet")
                    .Words(f => f.NoMeetingReason, "Hvorfor intet møde")
                    .Words(f => f.Answer, "Svar"),
            order: (a, b) => a.ProposedOn.CompareTo(b.ProposedOn),
            keeping: Keeping.OwnWay
        );

    public long CaseId { get; set; }
    public HandoverState State { get; set; }

    /// <summary>The team that is asked.</summary>
    public long ToTeamId { get; set; }
    public long FromEmployeeId { get; set; }
    public long ToEmployeeId { get; set; }
    public DateOnly ProposedOn { get; set; }
    public long? ProposedBy { get; set; }

    /// <summary>The first day of the new caseworker; a later yes moves it to the day of the yes.</summary>
    public DateOnly On { get; set; }

    /// <summary>The meeting with the family, held or agreed.</summary>
    public DateOnly? MetFamilyOn { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public long? AnsweredBy { get; set; }
    public string? Promised { get; set; }
    public string? NoMeetingReason { get; set; }

    /// <summary>Why the other team said no.</summary>
    public string? Answer { get; set; }
}
