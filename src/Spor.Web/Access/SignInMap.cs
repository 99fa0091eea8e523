using Spor.Facts;

namespace Spor.Web.Access;

/// <summary>
/// Whom a sign-in stands for. The mapping file is read at each sign-in, so that a line taken out of it counts at once; without one the
/// claim holds the employee's number as the register knows it.
/// </summary>
static class SignInMap
{
    /// <returns>The key of somebody; null if the sign-in is nobody's here.</returns>
    /// <exception cref="SettingsException">The file cannot be read, or says two things of one.</exception>
    public static string? PersonOf(string login, string? file, Register register)
    {
        var said = login;
        if (file is not null)
        {
            var found = Lines(file)
                .Where(l => string.Equals(l.Login, login, StringComparison.OrdinalIgnoreCase))
                .Select(l => l.Person)
                .ToList();
            if (found.Count > 1)
                throw new SettingsException($"Et log ind står {found.Count} gange i {Path.GetFileName(file)}. Det må stå én gang.");
            if (found.Count == 0)
                return null;
            said = found[0];
        }
        // The analyst of the machine and the demo's people are nobody whom a provider can name.
        if (People.EmployeeOf(said) is not null || People.UserOf(said) is not null || People.CoordinatorOf(said) is not null)
            return said;
        var employees = register.Employments.Where(e => e.SourceKey == said).Select(e => e.EmployeeId).Distinct().ToList();
        return employees is [var only] ? People.EmployeeKey(only) : null;
    }

    static IEnumerable<(string Login, string Person)> Lines(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Filen {Path.GetFileName(file)} kan ikke læses.");
        }
        foreach (var line in lines)
            if (line.Split(';') is [var login, var person, ..] && login.Trim().Length > 0 && login[0] != '#')
                yield return (login.Trim(), person.Trim());
    }
}
