using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;
using Words = Spor.Web.Leading.Management.Text;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>The period and the group that the address asks for, the same words as the pages of management information. What cannot be
/// understood is said and left out.</summary>
public sealed record ConferenceQuery(DateOnly From, DateOnly To, Group Filter, DateOnly Today, IReadOnlyList<string> Messages)
{
    const int MostMonths = 120;

    /// <summary>The twelve calendar months that end with a day's own.</summary>
    public static DateOnly DefaultFrom(DateOnly to) => new DateOnly(to.Year, to.Month, 1).AddMonths(-11);

    /// <summary>What is published nearest to the question, and a word on it: a run of whole months, and one division.</summary>
    public ConferenceQuery Nearest(PublicPeriods periods)
    {
        var to = periods.NearestDay(To);
        var months = (to.Year - From.Year) * 12 + to.Month - From.Month + 1;
        var from = PublicPeriods.Run(to, periods.NearestLength(to, months)).From;
        var filter =
            Filter.TeamId is not null ? new Group(Filter.TeamId)
            : Filter.DistrictId is not null ? new Group(DistrictId: Filter.DistrictId)
            : Filter.TargetGroup is not null ? new Group(TargetGroup: Filter.TargetGroup)
            : Filter.Age is not null ? new Group(Age: Filter.Age)
            : new Group(Gender: Filter.Gender);
        return (from, to, filter) == (From, To, Filter)
            ? this
            : this with
            {
                From = from,
                To = to,
                Filter = filter,
                Messages = [.. Messages, StepLadder.Text.Nearest],
            };
    }

    public static ConferenceQuery Read(IQueryCollection query, Viewing viewing)
    {
        var messages = new List<string>();
        T? Value<T>(string key, Func<string, T?> read, string expected)
            where T : struct
        {
            if (query[key].ToString().Trim() is not { Length: > 0 } text)
                return null;
            var value = read(text);
            if (value is null)
                messages.Add(Words.NotUnderstood(key, text, expected));
            return value;
        }
        var register = viewing.Register;
        var to =
            Value("til", t => Form.Day(t) is { } d && d <= viewing.Today ? d : (DateOnly?)null, Words.DayExpected(viewing.Today))
            ?? viewing.Today;
        var from =
            Value("fra", t => Form.Day(t) is { } d && d <= to && d > to.AddMonths(-MostMonths) ? d : (DateOnly?)null, Text.FromExpected)
            ?? DefaultFrom(to);
        return new(
            from,
            to,
            new(
                Value(
                    "team",
                    t => Form.Number(t) is { } id && register.Teams.Any(x => x.TeamId == id) ? id : (long?)null,
                    Words.TeamExpected
                ),
                Value(
                    "distrikt",
                    t => Form.Number(t) is { } id && register.Districts.Any(x => x.DistrictId == id) ? id : (long?)null,
                    Words.DistrictExpected
                ),
                Value(
                    "maalgruppe",
                    t => Codes<TargetGroup>.TryDanish(t, out var g) ? g : (TargetGroup?)null,
                    Words.OneOf(Codes<TargetGroup>.AllDanish)
                ),
                Value("alder", t => Codes<AgeGroup>.TryDanish(t, out var g) ? g : (AgeGroup?)null, Words.OneOf(Codes<AgeGroup>.AllDanish)),
                Value("koen", t => Codes<Gender>.TryDanish(t, out var g) ? g : (Gender?)null, Words.OneOf(Codes<Gender>.AllDanish))
            ),
            viewing.Today,
            messages
        );
    }

    /// <summary>The question for a link, without a question mark; empty for the plain one.</summary>
    public string ToQuery()
    {
        static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
        var parts = new List<(string Key, string? Value)>
        {
            ("fra", From == DefaultFrom(To) ? null : Form.Iso(From)),
            ("til", To == Today ? null : Form.Iso(To)),
            ("team", Filter.TeamId is { } team ? N(team) : null),
            ("distrikt", Filter.DistrictId is { } district ? N(district) : null),
            ("maalgruppe", Filter.TargetGroup?.Danish()),
            ("alder", Filter.Age?.Danish()),
            ("koen", Filter.Gender?.Danish()),
        };
        return string.Join('&', parts.Where(p => p.Value is not null).Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value!)));
    }
}
