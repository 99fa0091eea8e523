using System.Globalization;
using System.Text.Json;
using Spor.Facts;

namespace Spor.Recovery;

/// <summary>Required, in order, late and missing; the first is the sum of the others.</summary>
public readonly record struct ElementCount(int InOrder, int Late, int Missing)
{
    public int Required => InOrder + Late + Missing;

    public static ElementCount operator +(ElementCount a, ElementState state) =>
        state switch
        {
            ElementState.InOrder => a with { InOrder = a.InOrder + 1 },
            ElementState.Late => a with { Late = a.Late + 1 },
            ElementState.Missing => a with { Missing = a.Missing + 1 },
            _ => a,
        };
}

/// <summary>The elements of a group of cases.</summary>
/// <param name="Elements">By <see cref="RecoveryElement"/>.</param>
public sealed record ElementsOf(int Cases, IReadOnlyList<ElementCount> Elements);

/// <summary>What became of an element that was to recover; the four add up to <see cref="ToRecover"/>.</summary>
/// <param name="Closed">The case is no longer active.</param>
/// <param name="Left">Required still, and still not in order.</param>
public sealed record Recovered(int ToRecover, int Closed, int NoLongerRequired, int InOrder, int Left);

/// <summary>Recovery from a start day to another (<c>measures.md</c> 2.37 and 2.38). Each element of each case is one; cases are counted,
/// not children.</summary>
public sealed class RecoveryFigures
{
    public required DateOnly Day { get; init; }
    public required DateOnly Baseline { get; init; }

    /// <summary>Active on the baseline's day, and of those no longer active on the day.</summary>
    public required (int All, int Closed) OfBaseline { get; init; }

    /// <summary>Opened after the baseline's day up to the day, and of those no longer active on the day.</summary>
    public required (int All, int Closed) Opened { get; init; }
    public required ElementsOf AtBaseline { get; init; }
    public required ElementsOf AtDay { get; init; }

    /// <summary>By team; null = of none. A case may count in two.</summary>
    public required IReadOnlyDictionary<TeamKey, ElementsOf> TeamsAtBaseline { get; init; }
    public required IReadOnlyDictionary<TeamKey, ElementsOf> TeamsAtDay { get; init; }

    /// <summary>By <see cref="RecoveryElement"/>.</summary>
    public required IReadOnlyList<Recovered> Recovery { get; init; }

    /// <summary>Required and not in order on the day without being to recover, by <see cref="RecoveryElement"/>: of cases active on the
    /// baseline's day, and of those opened since.</summary>
    public required IReadOnlyList<(int OfBaseline, int OfOpened)> NewBacklog { get; init; }

    /// <summary>A team, or none.</summary>
    public readonly record struct TeamKey(long? Id);

    public static RecoveryFigures Of(Register register, DateOnly day, DateOnly baseline)
    {
        var before = RecoveryScan.Of(register, baseline).Cases;
        var now = RecoveryScan.Of(register, day).Cases;
        var then = before.ToDictionary(s => s.Case.Id);
        var later = now.ToDictionary(s => s.Case.Id);
        var opened = register.Children.SelectMany(c => c.Cases).Where(c => baseline < c.OpenedOn && c.OpenedOn <= day).ToList();
        var recovery = new Recovered[RecoveryElements.Count];
        var backlog = new (int OfBaseline, int OfOpened)[RecoveryElements.Count];
        for (var e = 0; e < recovery.Length; e++)
        {
            var element = (RecoveryElement)e;
            var lacking = before.Where(s => s.States.Lacks(element)).ToList();
            int closed = 0,
                notRequired = 0,
                inOrder = 0,
                left = 0;
            foreach (var s in lacking)
                if (!later.TryGetValue(s.Case.Id, out var at))
                    closed++;
                else if (at.States[element] == ElementState.NotRequired)
                    notRequired++;
                else if (at.States[element] == ElementState.InOrder)
                    inOrder++;
                else
                    left++;
            recovery[e] = new(lacking.Count, closed, notRequired, inOrder, left);
            foreach (var s in now.Where(s => s.States.Lacks(element)))
                if (!then.TryGetValue(s.Case.Id, out var was))
                    backlog[e].OfOpened++;
                else if (!was.States.Lacks(element))
                    backlog[e].OfBaseline++;
        }
        return new()
        {
            Day = day,
            Baseline = baseline,
            OfBaseline = (before.Count, before.Count(s => !s.Case.ActiveAt(day))),
            Opened = (opened.Count, opened.Count(c => !c.ActiveAt(day))),
            AtBaseline = RecoveryScan.Sum(before),
            AtDay = RecoveryScan.Sum(now),
            TeamsAtBaseline = ByTeam(register, before, baseline),
            TeamsAtDay = ByTeam(register, now, day),
            Recovery = recovery,
            NewBacklog = backlog,
        };
    }

    static Dictionary<TeamKey, ElementsOf> ByTeam(Register register, IEnumerable<ScannedCase> seen, DateOnly day) =>
        seen.SelectMany(s => RecoveryScan.TeamsOf(register.Staff, s.File, s.Case, day).Select(t => (Team: t, Seen: s)))
            .GroupBy(p => p.Team)
            .ToDictionary(g => g.Key, g => RecoveryScan.Sum([.. g.Select(p => p.Seen)]));

    /// <summary>One JSON object with the keys that <c>data/README.md</c> describes.</summary>
    public void WriteJson(Utf8JsonWriter json, Register register)
    {
        var keys = register.Teams.GroupBy(t => t.TeamId).ToDictionary(g => g.Key, g => g.First().SourceKey ?? g.First().Name);
        json.WriteStartObject();
        Date("at", Day);
        Date("baseline", Baseline);
        json.WriteStartObject("cases");
        json.WriteNumber("baseline", OfBaseline.All);
        json.WriteNumber("closed_of_baseline", OfBaseline.Closed);
        json.WriteNumber("opened", Opened.All);
        json.WriteNumber("closed_of_opened", Opened.Closed);
        json.WriteNumber("at", AtDay.Cases);
        json.WriteEndObject();
        json.WriteStartObject("elements");
        Elements("baseline", AtBaseline);
        Elements("at", AtDay);
        json.WriteEndObject();
        json.WriteStartObject("teams");
        Teams("baseline", TeamsAtBaseline);
        Teams("at", TeamsAtDay);
        json.WriteEndObject();
        json.WriteStartObject("recovery");
        foreach (var element in Codes<RecoveryElement>.All)
        {
            var r = Recovery[(int)element];
            json.WriteStartObject(element.Danish());
            json.WriteNumber("to_recover", r.ToRecover);
            json.WriteNumber("closed", r.Closed);
            json.WriteNumber("no_longer_required", r.NoLongerRequired);
            json.WriteNumber("in_order", r.InOrder);
            json.WriteNumber("left", r.Left);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("new_backlog");
        foreach (var element in Codes<RecoveryElement>.All)
            Numbers(element.Danish(), NewBacklog[(int)element].OfBaseline, NewBacklog[(int)element].OfOpened);
        json.WriteEndObject();
        json.WriteEndObject();

        void Date(string name, DateOnly on) => json.WriteString(name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        void Numbers(string name, params ReadOnlySpan<int> values)
        {
            json.WriteStartArray(name);
            foreach (var v in values)
                json.WriteNumberValue(v);
            json.WriteEndArray();
        }
        void Each(ElementsOf of)
        {
            foreach (var element in Codes<RecoveryElement>.All)
            {
                var c = of.Elements[(int)element];
                Numbers(element.Danish(), c.Required, c.InOrder, c.Late, c.Missing);
            }
        }
        void Elements(string name, ElementsOf of)
        {
            json.WriteStartObject(name);
            Each(of);
            json.WriteEndObject();
        }
        void Teams(string name, IReadOnlyDictionary<TeamKey, ElementsOf> teams)
        {
            json.WriteStartObject(name);
            foreach (var (key, of) in teams.OrderBy(t => t.Key.Id ?? long.MaxValue))
            {
                json.WriteStartObject(key.Id is { } id ? keys[id] : "none");
                json.WriteNumber("cases", of.Cases);
                Each(of);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
    }
}
