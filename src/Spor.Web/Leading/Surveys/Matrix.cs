using Spor.Voices;

namespace Spor.Web.Leading.Surveys;

/// <summary>Who answers by about whom: of one question, or of all together.</summary>
public sealed class Matrix(SurveyView view, int? question)
{
    public IReadOnlyList<string> Groups => view.Sheet.Groups;
    public int Steps => view.Sheet.Scale.Count;

    /// <summary>As the page names it.</summary>
    public string Title => question is { } q ? view.Sheet.Questions[q] : Text.AllQuestions;

    /// <summary>What a group, from 0, thinks of another; null where fewer than five answered.</summary>
    public SurveyCell? Of(int from, int about) =>
        from == about ? null
        : question is { } q ? view.Results.Of(from + 1, view.Sheet.Column(q, about))
        : view.Results.About(from + 1, about);

    public double? Moved(int from, int about) =>
        view.Before is not { } before ? null
        : question is { } q ? view.Results.Moved(before, from + 1, q, about)
        : view.Results.MovedAbout(before, from + 1, about);

    public IReadOnlyList<SurveyPair> Pairs => view.Results.Pairs(question);
}
