using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Web.Leading.Management;

/// <summary>Every figure of each period of a row, a month each or one period alone.</summary>
public sealed class FigureSeries
{
    // Periods with as many figures have them in the same places: it is the teams that come to be there.
    readonly Dictionary<int, Dictionary<(string Code, string? Part), int>> places = [];

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
    }

    public FigureAnswer Answer { get; }
    public IReadOnlyList<FigurePeriod> Periods => Answer.Periods;
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Months => Answer.Figures;

    /// <summary>A figure, or a part of it, in one period; null if it did not have it, for example before a team was there.</summary>
    public KeyFigure? Of(int period, Figure of, string? part) =>
        places[Months[period].Count].TryGetValue((of.Code, part), out var place) ? Months[period][place] : null;

    /// <summary>A figure, or a part of it, month by month.</summary>
    public KeyFigure?[] Of(Figure of, string? part)
    {
        var found = new KeyFigure?[Months.Count];
        var (count, place) = (-1, -1);
        for (var i = 0; i < found.Length; i++)
        {
            var month = Months[i];
            if (month.Count != count)
                (count, place) = (month.Count, places[month.Count].TryGetValue((of.Code, part), out var at) ? at : -1);
            if (place >= 0)
                found[i] = month[place];
        }
        return found;
    }
}

/// <summary>What a page of management information asks: two periods and every month up to a day, for one group.</summary>
public sealed record FigureQuestion(Group Filter, DateOnly To, FigurePeriod Now, FigurePeriod Before);

/// <summary>
/// The answers given to pages of management information. They hang on the snapshot; after an entry what was answered before is counted on
/// rather than anew, so that a correction or a new follow-up shows in the next page at little cost.
/// </summary>
/// <param name="Now">The period, alone.</param>
/// <param name="Before">The period compared with, alone, as known now.</param>
/// <param name="Months">From the first case.</param>
public sealed record FigureAnswers(FigureSeries Now, FigureSeries Before, FigureSeries Months)
{
    static readonly Derived<FigureQuestion, FigureAnswers> Answers = new(
        12,
        (s, question, before) => Answer(s.Get(KeyFigures.Engine), question, before)
    );

    static readonly Derived<(FigurePeriod Period, Group Filter), FigureSeries> Alone = new(
        48,
        (s, question) => new(s.Get(KeyFigures.Engine).Ask(KeyFigures.All, [question.Period], question.Filter))
    );

    public static FigureAnswers Of(Snapshot snapshot, FigureQuestion question) => snapshot.Get(Answers, question);

    /// <summary>One period alone, as an earlier snapshot knew it.</summary>
    public static FigureSeries Of(Snapshot then, FigurePeriod period, Group filter) => then.Get(Alone, (period, filter));

    static FigureAnswers Answer(FigureEngine engine, FigureQuestion question, FigureAnswers? known)
    {
        var months = engine.Months(question.To);
        if (
            known is not null
            && known.Months.Periods.SequenceEqual(months)
            && known.Now.Answer.After(engine) is { } now
            && known.Before.Answer.After(engine) is { } before
            && known.Months.Answer.After(engine) is { } series
        )
            return new(new(now), new(before), new(series));
        var asked = engine.AskAll(
            KeyFigures.All,
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
