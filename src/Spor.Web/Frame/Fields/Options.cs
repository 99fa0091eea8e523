using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Frame.Fields;

/// <summary>The choices of a field: what is posted, and what is read.</summary>
public static class Options
{
    /// <summary>A code list, by its Danish codes, with a capital first letter on the screen.</summary>
    public static IReadOnlyList<(string Value, string Text)> Of<E>(Func<E, bool>? but = null)
        where E : struct, Enum => [.. Codes<E>.All.Where(e => but is null || but(e)).Select(e => (e.Danish(), Danish.Capital(e.Said())))];

    public static IReadOnlyList<(string Value, string Text)> YesNo { get; } = [("ja", CaseworkText.Yes), ("nej", CaseworkText.No)];

    /// <summary>The people employed on a day in some roles, by name.</summary>
    public static IReadOnlyList<(string Value, string Text)> Employees(Register register, DateOnly day, params Role[] roles) =>
        [
            .. register
                .Employments.Where(e => e.RunsOn(day) && (roles.Length == 0 || roles.Contains(e.Role)))
                .GroupBy(e => e.EmployeeId)
                .Select(g => g.Last())
                .OrderBy(e => e.Name, StringComparer.Create(Danish.Culture, false))
                .Select(e =>
                    (
                        e.EmployeeId.ToString(CultureInfo.InvariantCulture),
                        e.Name ?? e.Role.Danish() + " " + e.EmployeeId.ToString(CultureInfo.InvariantCulture)
                    )
                ),
        ];
}
