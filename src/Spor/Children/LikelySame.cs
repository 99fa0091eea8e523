using Spor.Facts;
using Spor.Kernel;

namespace Spor.Children;

/// <summary>Why several records may be one child.</summary>
public enum SameBy
{
    [Code("samme CPR-nummer")]
    Number,

    [Code("samme navn og fødselsdag")]
    NameAndBirthday,
}

/// <summary>Records that may be one child. Nothing is ever merged because of it: a leader looks, and says so.</summary>
/// <param name="At">Their places in the list of children, in its order.</param>
public sealed record LikelySame(SameBy By, IReadOnlyList<int> At)
{
    /// <summary>What looks alike among some children: a CPR number that stands on several, a name and birthday that several have.</summary>
    public static IReadOnlyList<LikelySame> In(IReadOnlyList<ChildFile> children)
    {
        var byNumber = new Dictionary<long, List<int>>();
        var byName = new Dictionary<(string, DateOnly), List<int>>();
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i].Child;
            if (child.CprHash is { } number)
                Add(byNumber, number, i);
            if (child.FirstName is not null && !child.Unborn)
                Add(byName, (Folded.Of(child.Name).Text, child.BornOn), i);
        }
        return
        [
            .. byNumber.Values.Where(g => g.Count > 1).Select(g => new LikelySame(SameBy.Number, g)),
            .. byName.Values.Where(g => g.Count > 1).Select(g => new LikelySame(SameBy.NameAndBirthday, g)),
        ];
    }

    /// <summary>Two and two, each once. Two different numbers tell two people of one name apart.</summary>
    public static IReadOnlyList<(int One, int Other, SameBy By)> Pairs(IReadOnlyList<ChildFile> children)
    {
        var pairs = new Dictionary<(int, int), SameBy>();
        foreach (var same in In(children))
            for (var i = 0; i < same.At.Count; i++)
            for (var j = i + 1; j < same.At.Count; j++)
                if (children[same.At[i]].Child.CprHash is not { } a || children[same.At[j]].Child.CprHash is not { } b || a == b)
                    pairs.TryAdd((same.At[i], same.At[j]), same.By);
        return [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value))];
    }

    static void Add<T>(Dictionary<T, List<int>> groups, T of, int at)
        where T : notnull => (groups.TryGetValue(of, out var group) ? group : groups[of] = []).Add(at);
}
