using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>What stands there twice: measures of a child, and children.</summary>
public sealed partial class DataQuality
{
    void Twice(ChildFile file, int at)
    {
        var measures = file.Interventions;
        for (var i = 0; i < measures.Length; i++)
        {
            var later = measures[i];
            if (later.From > Day)
                break;
            of[(int)Flaw.TwinMeasure]++;
            var twin = false;
            for (var j = 0; j < i && !twin; j++)
                twin = IsTwin(measures[j], later);
            if (twin)
            {
                Add(Flaw.TwinMeasure, at, later.Id);
                Weigh(Flaw.TwinMeasure, later, file);
            }
            if (!later.RunsOn(Day) || Courses.IsPlacement(later, catalogue))
                continue;
            of[(int)Flaw.OverlappingMeasures]++;
            if (twin || Array.Find(measures[..i], m => m.Code == later.Code && m.RunsOn(Day) && !IsTwin(m, later)) is not { } earlier)
                continue;
            Add(Flaw.OverlappingMeasures, at, later.Id);
            Weigh(Flaw.OverlappingMeasures, earlier, file);
        }
    }

    static bool IsTwin(InterventionFact a, InterventionFact b) =>
        a.Code == b.Code && a.From == b.From && a.PriceOre == b.PriceOre && a.Unit == b.Unit;

    // A number that is given for the time being has 60 added to the day.
    void NumberAndBirthday(ChildFile file, int at)
    {
        if (
            file.Child is not { Unborn: false, Cpr: { Length: 10 } cpr, BornOn: var born }
            || !int.TryParse(cpr.AsSpan(0, 6), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return;
        of[(int)Flaw.NumberUnlikeBirthday]++;
        var day = number / 10_000 is > 60 and var later ? later - 60 : number / 10_000;
        if (day != born.Day || number / 100 % 100 != born.Month || number % 100 != born.Year % 100)
            Add(Flaw.NumberUnlikeBirthday, at, file.Id);
    }

    /// <summary>How many children on the ladder are there once more.</summary>
    int TwiceOnLadder()
    {
        var doubles = found[(int)Flaw.SameNumber].Concat(found[(int)Flaw.TwinChild]).Select(f => f.Child).ToHashSet();
        var extra = new HashSet<int>();
        foreach (var same in LikelySame.In(register.Children))
            extra.UnionWith(same.At.Where(a => doubles.Contains(a) && Ladder.StepAt(register.Children[a], catalogue, Day) > 0).Skip(1));
        return extra.Count;
    }

    void SameChild()
    {
        var children = register.Children;
        of[(int)Flaw.SameNumber] = children.Count(c => c.Child.CprHash is not null);
        of[(int)Flaw.TwinChild] = children.Count;
        foreach (var same in LikelySame.In(children))
        {
            // Two numbers tell two people of one name apart.
            var several = same.By == SameBy.NameAndBirthday && same.At.Count(at => children[at].Child.CprHash is not null) > 1;
            foreach (var at in same.At)
                if (!several || children[at].Child.CprHash is null)
                    Add(same.By == SameBy.Number ? Flaw.SameNumber : Flaw.TwinChild, at, children[at].Id);
        }
    }
}
