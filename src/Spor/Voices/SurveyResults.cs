namespace Spor.Voices;

/// <summary>The answers of a group to one column of a survey, where there are five or more.</summary>
/// <param name="Counts">How many chose each step of the scale.</param>
public sealed record SurveyCell(IReadOnlyList<int> Counts)
{
    public int Answers { get; } = Counts.Sum();

    /// <summary>Steps from 1.</summary>
    public double Mean => Counts.Select((n, i) => (double)n * (i + 1)).Sum() / Answers;

    public SurveyCell With(SurveyCell other) => new([.. Counts.Zip(other.Counts, (a, b) => a + b)]);
}

/// <summary>Two groups, from 0, and what each thinks of working with the other.</summary>
public sealed record SurveyPair(int First, int Second, double FirstAboutSecond, double SecondAboutFirst)
{
    public double Apart => FirstAboutSecond - SecondAboutFirst;
}

/// <summary>
/// What may be shown of a survey. A cell holds five answers or more, and grows by five or more: what one emptying brought to a column is
/// counted when it is five together with what waits from those before, so that two days side by side tell no more than one. Sums are of the
/// shown cells alone.
/// </summary>
public sealed class SurveyResults
{
    readonly Dictionary<(int GroupNo, int Column), SurveyCell> cells = [];
    readonly Dictionary<int, int> sheets;

    public SurveyResults(SurveyFact survey, IEnumerable<SurveyAnswerFact> answers)
    {
        Survey = survey;
        Sheet = survey.Sheet;
        var own = answers.Where(a => a.SurveyId == survey.Id).ToList();
        sheets = own.GroupBy(a => a.GroupNo).ToDictionary(g => g.Key, g => g.Count());
        foreach (var group in own.GroupBy(a => a.GroupNo))
            for (var column = 0; column < Sheet.Columns; column++)
                if (Shown(group, column) is { } cell)
                    cells[(group.Key, column)] = cell;
    }

    public SurveyFact Survey { get; }
    public SurveySheet Sheet { get; }

    SurveyCell? Shown(IEnumerable<SurveyAnswerFact> group, int column)
    {
        SurveyCell? shown = null;
        var waiting = new SurveyCell(new int[Sheet.Scale.Count]);
        foreach (var emptied in group.GroupBy(a => a.RecordedIn).OrderBy(g => g.Key))
        {
            var counts = new int[Sheet.Scale.Count];
            foreach (var answer in emptied)
                if (column < answer.Values.Length && SurveySheet.Step(answer.Values[column]) is { } step && step < counts.Length)
                    counts[step]++;
            waiting = waiting.With(new(counts));
            if (waiting.Answers < SurveySheet.Least)
                continue;
            shown = shown is null ? waiting : shown.With(waiting);
            waiting = new(new int[Sheet.Scale.Count]);
        }
        return shown;
    }

    /// <param name="groupNo">From 1.</param>
    /// <returns>Null where there are fewer than five.</returns>
    public SurveyCell? Of(int groupNo, int column) => cells.GetValueOrDefault((groupNo, column));

    /// <summary>Of the shown cells.</summary>
    public SurveyCell? OfAll(int column)
    {
        SurveyCell? sum = null;
        foreach (var (key, cell) in cells)
            if (key.Column == column)
                sum = sum is null ? cell : sum.With(cell);
        return sum;
    }

    /// <summary>All questions of a group about another together: of the shown cells, as <see cref="OfAll"/> is.</summary>
    /// <param name="about">From 0.</param>
    public SurveyCell? About(int groupNo, int about)
    {
        SurveyCell? sum = null;
        for (var question = 0; question < Sheet.Questions.Count; question++)
            if (Of(groupNo, Sheet.Column(question, about)) is { } cell)
                sum = sum is null ? cell : sum.With(cell);
        return sum;
    }

    /// <summary>
    /// Two groups about each other, where both are shown: the pairs that see it most differently first. The first of a pair is the one that
    /// the other thinks less of than it thinks of the other.
    /// </summary>
    /// <param name="question">From 0; null = all together.</param>
    public IReadOnlyList<SurveyPair> Pairs(int? question = null)
    {
        var pairs = new List<SurveyPair>();
        for (var a = 0; a < Sheet.Groups.Count && Sheet.IsCooperation; a++)
        for (var b = a + 1; b < Sheet.Groups.Count; b++)
            if (Cell(a, b) is { } there && Cell(b, a) is { } back)
                pairs.Add(there.Mean >= back.Mean ? new(a, b, there.Mean, back.Mean) : new(b, a, back.Mean, there.Mean));
        return [.. pairs.OrderByDescending(p => p.Apart).ThenBy(p => p.First).ThenBy(p => p.Second)];

        SurveyCell? Cell(int from, int about) => question is { } q ? Of(from + 1, Sheet.Column(q, about)) : About(from + 1, about);
    }

    /// <summary>Sheets of a group that are in the record; null for fewer than five.</summary>
    public int? Answered(int groupNo) => sheets.TryGetValue(groupNo, out var n) && n >= SurveySheet.Least ? n : null;

    public bool ShowsAny => cells.Count > 0;

    /// <summary>The round before one, of the same survey; null for the first.</summary>
    public static SurveyFact? Before(SurveyFact survey, IEnumerable<SurveyFact> all) =>
        all.Where(s => s.First == survey.First && s.Id < survey.Id).MaxBy(s => s.Id);

    /// <summary>How much what a group thinks of another moved, all questions together; null where either is not shown or something else was
    /// asked.</summary>
    public double? MovedAbout(SurveyResults before, int groupNo, int about) =>
        before.Sheet.IsCooperation
        && before.Sheet.Questions.SequenceEqual(Sheet.Questions)
        && before.Sheet.Scale.SequenceEqual(Sheet.Scale)
        && before.Sheet.Groups.ToList().IndexOf(Sheet.Groups[groupNo - 1]) is >= 0 and var group
        && before.Sheet.Groups.ToList().IndexOf(Sheet.Groups[about]) is >= 0 and var of
        && About(groupNo, about) is { } now
        && before.About(group + 1, of) is { } then
            ? now.Mean - then.Mean
            : null;

    /// <summary>How much a column's mean moved since another round, which asked the same of a group of the same name on as long a scale;
    /// null where either is not shown.</summary>
    public double? Moved(SurveyResults before, int groupNo, int question, int about = 0)
    {
        var group = At(before.Sheet.Groups, Sheet.Groups[groupNo - 1]);
        var asked = At(before.Sheet.Questions, Sheet.Questions[question]);
        var of = Sheet.IsCooperation ? At(before.Sheet.Groups, Sheet.Groups[about]) : 0;
        return
            before.Sheet.IsCooperation == Sheet.IsCooperation
            && before.Sheet.Scale.SequenceEqual(Sheet.Scale)
            && group >= 0
            && asked >= 0
            && of >= 0
            && Of(groupNo, Sheet.Column(question, about)) is { } now
            && before.Of(group + 1, before.Sheet.Column(asked, of)) is { } then
            ? now.Mean - then.Mean
            : null;

        static int At(IReadOnlyList<string> lines, string line) => lines.ToList().IndexOf(line);
    }
}
