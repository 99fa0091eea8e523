using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>The child's network on the day, and against an earlier one.</summary>
static class ShowNetwork
{
    /// <param name="dag">The earlier day; nothing = when the case began.</param>
    public static IResult Show(long child, string? dag, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "netvaerk", [child]);
                return Page(state, viewing, reader, acting.NewForm(), dag);
            }
        );

    public static IResult Page(ChildState state, Viewing viewing, ChildReader reader, FormState form, string? dag = null) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<NetworkPage>(form, new { View = new NetworkView(state, file, viewing, dag), Form = form });
}

/// <summary>What the page shows.</summary>
public sealed class NetworkView
{
    public ChildState State { get; }
    public ChildFile File { get; }
    public bool MayWork { get; }
    public DateOnly Today { get; }
    public Gathering? Gathering { get; }
    public IReadOnlyList<NetworkPlace> Now { get; }

    /// <summary>The day compared with; null when there is none to compare with.</summary>
    public DateOnly? Then { get; }
    public IReadOnlyList<NetworkPlace> Before { get; }
    public IReadOnlyList<NetworkChange> Changes { get; }

    /// <summary>Those who were around the child once.</summary>
    public IReadOnlyList<NetworkPersonFact> Gone { get; }
    public IReadOnlyList<InviteeFact> NotInNetwork { get; }

    /// <summary>The day as it was typed, and what is wrong with it.</summary>
    public string Typed { get; }
    public string? Wrong { get; }

    public NetworkView(ChildState state, ChildFile file, Viewing viewing, string? dag)
    {
        (State, File, MayWork, Today) = (state, file, viewing.MayWork, viewing.WorkClock.Today);
        Gathering = ChildNetwork.LatestGathering(file);
        Now = ChildNetwork.At(file, Today);
        Typed = dag?.Trim() ?? "";
        var chosen = Form.Day(Typed);
        if (Typed.Length > 0 && chosen is null)
            Wrong = Text.NotADay(Typed);
        else if (chosen >= Today)
        {
            Wrong = Text.DayBeforeToday;
            chosen = null;
        }
        Then = chosen ?? ChildNetwork.CaseBegan(file, Today);
        if (Then >= Today)
            Then = null;
        Before = Then is { } then ? ChildNetwork.At(file, then) : [];
        Changes = Then is { } from ? ChildNetwork.Between(file, from, Today) : [];
        Gone = [.. file.People.Where(p => !p.AroundAt(Today)).OrderByDescending(p => p.Until)];
        NotInNetwork = ChildNetwork.NotInNetwork(file);
    }

    /// <summary>What is said of those who were first placed after the day: that is no move.</summary>
    public int PlacedSince =>
        Then is not { } then
            ? 0
            : Now.Count(p => p.Closeness is not null && p.Person.AroundAt(then) && ChildNetwork.TieAt(File, p.Person.Id, then) is null);

    public static string NameOf(NetworkPersonFact person) => person.Protected ? Text.Masked : person.Name ?? Text.NoName;
}
