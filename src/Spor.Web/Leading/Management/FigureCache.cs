using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Insight;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Workforce;

namespace Spor.Web.Leading.Management;

/// <summary>Every figure of each period of a row, a month each or one period alone.</summary>
public sealed class FigureSeries
{
    // Periods with as many figures have them in the same places: it is the teams that come to be there.
    readonly Dictionary<int, Dictionary<(string Code, string? Part), int>> places = [];
    readonly Lazy<FigureDisclosure[]> hides;

    public FigureSeries(FigureAnswer answer)
    {
        Answer = answer;
        foreach (var figures in Months)
        {
            if (places.ContainsKey(figures.Count))
                continue;
            var at = places[figures.Count] = new(figures.Count);
            for (var i = 0; i < figures.Count; i++)
                at[(figures[i].Of.Code, figures[i].Part)] = i;
        }
        hides = new(() => [.. Months.AsParallel().AsOrdered().Select(m => new FigureDisclosure(m))]);
    }

    public FigureAnswer Answer { get; }
    public IReadOnlyList<FigurePeriod> Periods => Answer.Periods;
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Months => Answer.Figures;

    /// <summary>What must be hidden, period by period, from those who may not see the children.</summary>
    public IReadOnlyList<FigureDisclosure> Hides => hides.Value;

    /// <summary>A figure, or a part of it, in one period; null if it did not have it, for example before a team was there.</summary>
    public KeyFigure? Of(int period, FigureDefinition of, string? part) =>
        places[Months[period].Count].TryGetValue((of.Code, part), out var place) ? Months[period][place] : null;

    /// <summary>A figure, or a part of it, month by month.</summary>
    public KeyFigure?[] Of(FigureDefinition of, string? part)
    {
        var found = new KeyFigure?[Months.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = Of(i, of, part);
        return found;
    }
}

/// <summary>What a page of management information asks: two periods and every month up to a day, for one group.</summary>
public sealed record FigureQuestion(Group Filter, DateOnly To, FigurePeriod Now, FigurePeriod Before);

/// <param name="Now">The period, alone.</param>
/// <param name="Before">The period compared with, alone, as known now.</param>
/// <param name="Months">From the first case.</param>
public sealed record FigureAnswers(FigureSeries Now, FigureSeries Before, FigureSeries Months);

/// <summary>
/// The columns of the newest register and the last answers given from them. After an entry the columns are made from those before, and what was answered
/// before is counted on rather than anew, so that a correction or a new follow-up shows in the next page at little cost.
/// </summary>
public sealed class FigureCache(Municipality municipality)
{
    const int Most = 12,
        MostAsKnown = 48;
    readonly Lock gate = new(),
        pastGate = new();
    volatile Held? held;

    // Of the last baseline asked for. Its register is large and is let go.
    volatile Past? asKnown;

    sealed class Held(FigureColumns columns, Held? before)
    {
        readonly Lock gate = new();
        readonly List<(FigureQuestion Question, Lazy<FigureAnswers> Answers)> last = [];

        // What was answered from columns before these; each is let go when it has been answered again.
        IReadOnlyList<(FigureQuestion Question, FigureAnswers Answers)> earlier = before?.All() ?? [];

        public FigureColumns Columns => columns;

        List<(FigureQuestion, FigureAnswers)> All()
        {
            lock (gate)
            {
                List<(FigureQuestion Question, FigureAnswers)> all =
                [
                    .. last.Where(l => l.Answers.IsValueCreated).Select(l => (l.Question, l.Answers.Value)),
                ];
                all.AddRange(earlier.Where(e => all.TrueForAll(a => a.Question != e.Question)).Take(Most - all.Count));
                return all;
            }
        }

        public FigureAnswers Of(FigureQuestion question)
        {
            Lazy<FigureAnswers> answers;
            lock (gate)
            {
                var at = last.FindIndex(l => l.Question == question);
                var mine = at >= 0 ? last[at] : (question, new(() => Answer(question)));
                if (at >= 0)
                    last.RemoveAt(at);
                else if (last.Count == Most)
                    last.RemoveAt(0);
                last.Add(mine);
                answers = mine.Item2;
            }
            return answers.Value;
        }

        FigureAnswers Answer(FigureQuestion question)
        {
            var months = columns.Months(question.To);
            FigureAnswers? known;
            lock (gate)
            {
                known = earlier.FirstOrDefault(e => e.Question == question).Answers;
                if (known is not null)
                    earlier = [.. earlier.Where(e => e.Question != question)];
            }
            if (
                known is not null
                && known.Months.Periods.SequenceEqual(months)
                && known.Now.Answer.After(columns) is { } now
                && known.Before.Answer.After(columns) is { } before
                && known.Months.Answer.After(columns) is { } series
            )
                return new(new(now), new(before), new(series));
            var asked = columns.Ask(
                [
                    [question.Now],
                    [question.Before],
                    months,
                ],
                question.Filter
            );
            return new(new(asked[0]), new(asked[1]), new(asked[2]));
        }
    }

    sealed record Past(FigureColumns Columns)
    {
        public ConcurrentDictionary<(FigurePeriod, Group), Lazy<FigureSeries>> Periods { get; } = [];
    }

    public FigureColumns Columns(Overview overview) => HeldOf(overview).Columns;

    Held HeldOf(Overview overview)
    {
        var (register, day) = (overview.Register, overview.Day);
        if (held is { } now && ReferenceEquals(now.Columns.Register, register) && now.Columns.Until == day)
            return now;
        lock (gate)
        {
            if (held is { } known && ReferenceEquals(known.Columns.Register, register) && known.Columns.Until == day)
                return known;
            return held = new(FigureColumns.Of(register, day, held?.Columns), held);
        }
    }

    public FigureAnswers Of(Overview overview, FigureQuestion question) => HeldOf(overview).Of(question);

    /// <summary>The figures of one period as they were known at an entry.</summary>
    /// <param name="until">The last day looked at.</param>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public FigureSeries AsKnown(long entryNo, DateOnly until, FigurePeriod period, Group filter)
    {
        bool Is(Past? p) => p is not null && p.Columns.Register.EntryNo == entryNo && p.Columns.Until == until;
        var then = asKnown;
        if (!Is(then))
            lock (pastGate)
            {
                then = asKnown;
                if (!Is(then))
                    asKnown = then = new(FigureColumns.Of(municipality.At(entryNo, until).Register, until).WithoutChildren());
            }
        if (then!.Periods.Count >= MostAsKnown)
            then.Periods.Clear();
        return then
            .Periods.GetOrAdd(
                (period, filter),
                _ =>
                    new(() =>
                        new(
                            then.Columns.Ask(
                                [
                                    [period],
                                ],
                                filter
                            )[0]
                        )
                    )
            )
            .Value;
    }
}
