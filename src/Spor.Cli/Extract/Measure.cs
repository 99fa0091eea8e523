namespace Spor.Cli.Extract;

enum Form
{
    None,
    Family,
    Institution,
    Own,
}

/// <summary>A row of the default catalogue with a usual price (øre) and unit.</summary>
sealed record Measure(string Code, int Step, Form Form, string OldSection, string NewSection, string Account, long Price, string Unit)
{
    public bool IsPlacement => Form != Form.None;

    public static readonly Measure[] All =
    [
        new("konsulent", 2, Form.None, "11.3.1", "30.1.1", "5.28.21.017", 95_000, "uge"),
        new("gruppe", 2, Form.None, "11.3.2", "30.1.2", "5.28.21.017", 42_000, "uge"),
        new("forebyg-andet", 2, Form.None, "11.3.4", "30.1.4", "5.28.21.017", 380_000, "engang"),
        new("fritid", 2, Form.None, "11.6", "31", "5.28.21.017", 32_000, "måned"),
        new("hjem", 3, Form.None, "52.3.2", "32.1.2", "5.28.21.002", 46_500, "time"),
        new("kontaktperson", 3, Form.None, "52.3.6", "32.1.3", "5.28.21.007", 215_000, "uge"),
        new("praktik", 3, Form.None, "52.3.8", "32.1.4", "5.28.21.009", 640_000, "måned"),
        new("familiebehandling", 3, Form.None, "52.3.3", "32.1.5", "5.28.21.003", 62_500, "time"),
        new("familiedøgn", 3, Form.None, "52.3.4", "32.1.6", "5.28.21.004", 415_000, "dag"),
        new("aflastning", 3, Form.None, "52.3.5", "32.1.7", "5.28.21.005", 690_000, "måned"),
        new("støtte-andet", 3, Form.None, "52.3.9", "32.1.8", "5.28.21.010", 310_000, "måned"),
        new("netværkspleje", 4, Form.Family, "52.3.7", "46", "5.28.22.005", 62_000, "dag"),
        new("plejefamilie", 5, Form.Family, "52.3.7", "46", "5.28.22.002", 138_000, "dag"),
        new("kommunal-pleje", 5, Form.Family, "52.3.7", "46", "5.28.22.004", 171_000, "dag"),
        new("efterskole", 4, Form.Own, "52.3.7", "46", "5.28.20.004", 1_290_000, "måned"),
        new("eget-værelse", 4, Form.Own, "52.3.7", "46", "5.28.20.005", 1_450_000, "måned"),
        new("opholdssted", 6, Form.Institution, "52.3.7", "46", "5.28.20.003", 318_000, "dag"),
        new("døgninstitution", 6, Form.Institution, "52.3.7", "46", "5.28.23.002", 352_000, "dag"),
        new("sikret", 6, Form.Institution, "52.3.7", "62", "5.28.24", 890_000, "dag"),
    ];

    public static readonly int Leisure = Find("fritid"),
        Respite = Find("aflastning"),
        ContactPerson = Find("kontaktperson"),
        Foster = Find("plejefamilie");

    /// <summary>The accounts, in the catalogue's order, each once.</summary>
    public static readonly string[] Accounts = [.. All.Select(m => m.Account).Distinct()];

    /// <summary>Per measure, its number among <see cref="Accounts"/>.</summary>
    public static readonly int[] AccountOf = [.. All.Select(m => Array.IndexOf(Accounts, m.Account))];

    static int Find(string code) => Array.FindIndex(All, m => m.Code == code);
}
