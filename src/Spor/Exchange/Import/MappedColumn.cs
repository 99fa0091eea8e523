namespace Spor.Exchange.Import;

/// <summary>Where one of our columns comes from in one foreign file.</summary>
sealed class MappedColumn
{
    public SourceWay Way { get; init; }
    public Takes Takes { get; init; }

    /// <summary>Joined with a mark that no part has, for the parts must be told apart.</summary>
    public bool IsKey { get; init; }
    public int[] Indexes { get; init; } = [];
    public IReadOnlyList<string> Values { get; init; } = [];
    public int Leader { get; init; } = -1;
    public CodeTable? Codes { get; init; }
    public int[] CodeFrom { get; init; } = [];
    public string? Fixed { get; init; }
    public IReadOnlySet<string>? Empty
    {
        get;
        init
        {
            field = value;
            foreach (var word in value ?? new HashSet<string>())
                lengths |= 1UL << Math.Min(word.Length, 63);
        }
    }

    ulong lengths;

    /// <summary>Some value that means empty has the length: most cells are then not looked up.</summary>
    public bool MayBeEmpty(int length) => (lengths >> Math.Min(length, 63) & 1) != 0;

    public DayForms? Days { get; init; }
    public AmountForm? Amount { get; init; }

    /// <summary>Of a column that is tied: where the child and the day stand.</summary>
    public int Child { get; set; } = -1;
    public int Day { get; set; } = -1;
}
