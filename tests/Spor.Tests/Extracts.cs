using System.Text;
using Spor.Exchange.Import;

namespace Spor.Tests;

/// <summary>An extract in memory: a file name and its text.</summary>
sealed class TextSource(Dictionary<string, byte[]> files) : ExtractSource
{
    public override IReadOnlyList<string> Names => [.. files.Keys.Where(n => !n.EndsWith(".json", StringComparison.Ordinal))];

    public override TableReader Open(string name) => new CsvTableReader(() => new MemoryStream(files[name]));

    public override string? Text(string name) => files.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
}

static class Extracts
{
    public const string Municipality = "Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;2026-10-31\n";
    public const string Children =
        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-03-04;udsat\nB2;Åse;Bøgh;2014-05-06;udsat\n";
    public const string Cases = "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\nS2;B2;2024-02-03;2025-01-31\n";

    /// <summary>Two children with a case each, with some files replaced or added. A null text leaves the file out.</summary>
    public static Extract With(params (string File, string? Text)[] files) => With(new UTF8Encoding(false), files);

    public static Extract With(Encoding encoding, params (string File, string? Text)[] files)
    {
        var all = new Dictionary<string, string?>
        {
            ["kommune.csv"] = Municipality,
            ["boern.csv"] = Children,
            ["sager.csv"] = Cases,
        };
        foreach (var (file, text) in files)
            all[file] = text;
        return Read(new TextSource(all.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => encoding.GetBytes(f.Value!))));
    }

    public static Extract Read(ExtractSource source, DateOnly? day = null) =>
        Extract.Read(source, new NothingKnown(), new SourceHash(new byte[32]), day);

    /// <summary>Every problem as <c>file:line column code</c>, in the order found; a warning begins with <c>?</c>.</summary>
    public static string[] Said(this Extract extract) =>
        [
            .. extract.Problems.All.Select(p =>
                $"{(p.Severity == Severity.Warning ? "?" : "")}{p.File}:{p.Line} "
                + $"{(string.IsNullOrEmpty(p.Column) ? "" : p.Column + " ")}{p.Code}"
            ),
        ];

    public static ImportTable Table(this Extract extract, string name) => extract.Tables.First(t => t.Name == name);
}
