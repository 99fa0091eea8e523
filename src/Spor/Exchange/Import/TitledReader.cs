namespace Spor.Exchange.Import;

/// <summary>A table whose headings stand below titles.</summary>
sealed class TitledReader : TableReader
{
    readonly TableReader inner;

    public TitledReader(TableReader inner, int line)
    {
        this.inner = inner;
        Headings = inner.Headings;
        if (line <= 1)
            return;
        while (inner.Line < line)
            if (!inner.Read())
                throw new ExtractException($"Filen har ingen linje {line} med overskrifter, som kortlægningen siger");
        Headings = [.. Enumerable.Range(0, inner.Width).Select(i => inner.Cell(i).Trim())];
    }

    public override IReadOnlyList<string> Headings { get; }
    public override int Line => inner.Line;
    public override int Width => inner.Width;

    public override bool Read() => inner.Read();

    public override string Cell(int index) => inner.Cell(index);

    public override (Severity Severity, string Code, string Expected)? Oddity(int index) => inner.Oddity(index);

    public override void Dispose() => inner.Dispose();
}
