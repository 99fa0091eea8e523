using System.Globalization;
using Microsoft.AspNetCore.Components;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Frame.Layout;

/// <summary>One line of work: by when, whose, what, and the button that leads to it. Min dag and the child's page show the same.</summary>
/// <param name="What">What is to be done, as an order.</param>
/// <param name="Verb">The button's word.</param>
/// <param name="Href">Where it is done; null where <see cref="Button"/> does it at once, or where nobody here may.</param>
public sealed record WorkLine(string What, string? Verb, string? Href)
{
    /// <summary>The last day; null for what has none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The minute, for what runs by the clock.</summary>
    public DateTime? At { get; init; }

    /// <summary>Said instead of a day: »siden 3. maj«.</summary>
    public string? Since { get; init; }
    public ChildState? Child { get; init; }

    /// <summary>What kind of thing it is, where it is no requirement: »Opgave«.</summary>
    public string? Tag { get; init; }

    /// <summary>Said quietly after it: the law, what it is about, what else the act fulfils.</summary>
    public string? Quiet { get; init; }

    /// <summary>A form that does it at once.</summary>
    public RenderFragment? Button { get; init; }

    /// <summary>The requirement behind it; null for what is none.</summary>
    public Requirement? Owed { get; init; }

    /// <summary>Where <see cref="What"/> itself leads, where it has a page of its own.</summary>
    public string? WhatHref { get; init; }

    /// <summary>Somebody waits for it now, though no day is set.</summary>
    public bool Pressing { get; init; }

    public bool Over(DateOnly today) => Due < today;
}

/// <summary>The words of a line of work.</summary>
public static class WorkText
{
    public static string Verb(ActKind act) =>
        act switch
        {
            ActKind.AssessNotification => "Vurdér",
            ActKind.Acknowledge => "Kvittér",
            ActKind.FinishAssessment => "Åbn",
            ActKind.HearChild => "Samtale",
            ActKind.FinishPlan or ActKind.FinishYouthPlan => "Åbn planen",
            ActKind.FollowUp => "Følg op",
            ActKind.Visit => "Tilsyn",
            ActKind.InformParents => "Skriv brev",
            ActKind.WriteNote => "Skriv notat",
            _ => "Åbn",
        };

    /// <summary>From what is owed to the line that says it.</summary>
    /// <param name="subject">What of the case it is about; null where the rule says it all.</param>
    /// <param name="mayWork">Whether the viewer may do it; else there is no button.</param>
    public static WorkLine Of(PersonsAct act, ChildState child, string? subject, bool mayWork)
    {
        var rule = NationalLaw.Of(act.First.Rule, act.First.Trigger);
        var quiet = new[] { subject, Basis(rule) }
            .Concat(act.Also.Select(r => $"også {Basis(NationalLaw.Of(r.Rule, r.Trigger))} ({Danish.Short(r.Due)})"))
            .Concat(act.First.Rounds > 1 ? [ShellText.Rounds(act.First.Rounds)] : [])
            .Where(t => t is { Length: > 0 });
        return new(rule.Fulfils.TrimEnd('.'), Verb(act.Kind), mayWork ? DutyLinks.For(act.First, child.File) : null)
        {
            Due = act.First.Due,
            At = act.First.DueAt,
            Child = child,
            Owed = act.First,
            Quiet = string.Join(" · ", quiet),
        };
    }

    /// <summary>barnets lov § 20, 4 måneder</summary>
    static string Basis(RuleInForce rule)
    {
        var law = rule.IsLaw ? InSentence(PictureText.Law(rule.Section)) : "kommunens eget krav";
        var open = rule.Title.LastIndexOf('(');
        return open > 0 && rule.Title.EndsWith(')') ? $"{law}, {rule.Title[(open + 1)..^1]}" : law;
    }

    static string InSentence(string law) =>
        law.StartsWith("Barnets lov", StringComparison.Ordinal) || law.StartsWith("Serviceloven", StringComparison.Ordinal)
            ? char.ToLower(law[0], CultureInfo.InvariantCulture) + law[1..]
            : law;

    /// <summary>3 dage over; i dag; ons. 4. nov.</summary>
    public static string When(DateOnly due, DateOnly today, DateTime? at) =>
        (today.DayNumber - due.DayNumber) switch
        {
            <= 0 => Layout.When.Of(due, today, at),
            1 => "1 dag over",
            < 60 and var days => $"{days} dage over",
            < 730 and var days => $"{(int)Math.Round(days / 30.4375)} måneder over",
            var days => $"{(int)Math.Round(days / 365.25)} år over",
        };

    public const string NoDay = "uden frist";

    /// <summary>What the button does, for those who hear it alone.</summary>
    public static string Label(WorkLine line, string? child) => $"{line.Verb}: {line.What}" + (child is null ? "" : $", {child}");

    public const string Caption = "Det, der skal gøres";
}
