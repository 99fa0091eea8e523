using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Leading.Management;
using Spor.Workforce;
using Words = Spor.Web.Leading.Management.Text;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>The question of the pages of management information, with a period of whole calendar months where nothing else is asked. What
/// cannot be understood is said and left out.</summary>
public sealed record ConferenceQuery(ManagementQuery Asked, DateOnly From)
{
    const int MostMonths = 120;

    public DateOnly To => Asked.To;
    public Group Filter => Asked.Filter;
    public DateOnly Today => Asked.Today;
    public IReadOnlyList<string> Messages => Asked.Messages;

    /// <summary>The period that it is held against, and whose: another time, or other children in the same time.</summary>
    public FigurePeriod Before => (Asked with { FromDay = From }).Before;
    public Group BeforeFilter => Asked.Other ?? Filter;

    /// <summary>The twelve calendar months that end with a day's own.</summary>
    public static DateOnly DefaultFrom(DateOnly to) => new DateOnly(to.Year, to.Month, 1).AddMonths(-11);

    static DateOnly FromOf(ManagementQuery asked) => asked.FromDay ?? (asked.Span == Span.Year ? DefaultFrom(asked.To) : asked.Now.From);

    /// <summary>What is published nearest to the question, and a word on it: a run of whole months, and one division.</summary>
    public ConferenceQuery Nearest(PublicPeriods periods)
    {
        var asked = Asked.Nearest(periods);
        var months = (asked.To.Year - From.Year) * 12 + asked.To.Month - From.Month + 1;
        var from = PublicPeriods.Run(asked.To, periods.NearestLength(asked.To, months)).From;
        var said = asked.Messages.Count > Messages.Count || from == From;
        return new(
            asked with
            {
                FromDay = from == DefaultFrom(asked.To) ? null : from,
                Span = Span.Year,
                Messages = said ? asked.Messages : [.. asked.Messages, StepLadder.Text.Nearest],
            },
            from
        );
    }

    public static ConferenceQuery Read(IQueryCollection query, Viewing viewing, IReadOnlyList<Reports.BaselineFact> kept)
    {
        var asked = ManagementQuery.Read(query, viewing, kept);
        // What was known then is not counted again: the baseline is a day.
        if (asked.Baseline is { } baseline)
            asked = asked with
            {
                Baseline = null,
                CompareDay = baseline.Day < asked.To ? baseline.Day : null,
                Messages = [.. asked.Messages, Text.BaselineAsDay(Danish.Long(baseline.Day))],
            };
        if (FromOf(asked) <= asked.To.AddMonths(-MostMonths))
            asked = asked with
            {
                FromDay = null,
                Span = Span.Year,
                Messages = [.. asked.Messages, Words.NotUnderstood(query["fra"].ToString(), Text.FromExpected)],
            };
        return new(asked, FromOf(asked));
    }

    /// <summary>The question for a link, without a question mark; empty for the plain one.</summary>
    public string ToQuery() => Asked.ToQuery(withPins: false).TrimStart('?');
}
