using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Leading.Management;

/// <summary>What figures are held against that is no day: the period before, or other children in the same period.</summary>
/// <param name="Code">As the address says it: <c>periode-foer</c>, <c>alle</c>, <c>team:3</c>.</param>
/// <param name="Name">What the other children are called.</param>
public sealed record Against(string Code, string Name, Group? Other)
{
    public const string Before = "periode-foer";
    const string Everybody = "alle";

    public bool PeriodBefore => Code == Before;

    /// <summary>Not understood.</summary>
    public bool IsWrong => !PeriodBefore && Other is null;

    /// <summary>Null where nothing was asked.</summary>
    public static Against? Read(string code, Viewing viewing) =>
        code.Length == 0 ? null : Choices(viewing).SelectMany(g => g.Choices).FirstOrDefault(c => c.Code == code) ?? new(code, "", null);

    public static string? CodeOf(ManagementQuery query) =>
        query.PeriodBefore ? Before
        : query.Other is { } other ? CodeOf(other)
        : null;

    static string CodeOf(Group group)
    {
        static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
        return group.TeamId is { } team ? "team:" + N(team)
            : group.DistrictId is { } district ? "distrikt:" + N(district)
            : group.TargetGroup is { } target ? "maalgruppe:" + target.Danish()
            : group.Age is { } age ? "alder:" + age.Danish()
            : group.Ages is { } ages ? "alder:" + ages.Code
            : group.Gender is { } gender ? "koen:" + gender.Danish()
            : Everybody;
    }

    /// <summary>All that may be chosen, by what they are: another time, then other children by one thing at a time.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<Against> Choices)> Choices(Viewing viewing)
    {
        Against Of(Group group, string name) => new(CodeOf(group), name, group);
        var order = StringComparer.Create(Kernel.Danish.Culture, false);
        yield return (Text.OtherTime, [new(Before, Text.PeriodBefore, null)]);
        yield return (Text.OtherChildren, [Of(Group.None, Text.Whole)]);
        yield return (
            Text.Team,
            [.. Caseload.TeamsOn(viewing.Register, viewing.Today).OrderBy(t => t.Name, order).Select(t => Of(new(t.Id), t.Name))]
        );
        yield return (
            Text.District,
            [
                .. viewing
                    .Register.Districts.GroupBy(d => d.DistrictId)
                    .OrderBy(g => g.Last().Name, order)
                    .Select(g => Of(new(DistrictId: g.Key), g.Last().Name)),
            ]
        );
        yield return (Text.Group, [.. Codes<TargetGroup>.All.Select(g => Of(new(TargetGroup: g), Text.GroupName(g)))]);
        yield return (
            Text.Age,
            [
                .. Codes<AgeGroup>.All.Select(a => Of(new(Age: a), Text.AgeName(a))),
                .. AgeSpan
                    .Own(viewing.Newest.Register.Bounds, viewing.Today)
                    .Select(a => Of(Workforce.Group.None with { Ages = a }, Text.AgeName(a))),
            ]
        );
        yield return (Text.Sex, [.. Codes<Gender>.All.Select(g => Of(new(Gender: g), Text.GenderName(g)))]);
    }
}
