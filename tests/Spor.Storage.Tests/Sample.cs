using System.Text;
using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

/// <summary>Made-up facts that fill every column of every kind, the same ones for the same seed.</summary>
static class Sample
{
    public static Fact Of(FactKind kind, long id, long childId, Random random, bool sometimesNull = true)
    {
        var fact = (Fact)Activator.CreateInstance(kind.Row)!;
        foreach (var property in kind.Row.GetProperties().Where(p => p.CanWrite))
        {
            if (property.Name is "RecordedIn" or "RetractedIn" or "TextId")
                continue;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var nullable =
                type != property.PropertyType
                || (
                    type == typeof(string)
                    && new System.Reflection.NullabilityInfoContext().Create(property).WriteState
                        == System.Reflection.NullabilityState.Nullable
                );
            if (nullable && sometimesNull && random.Next(3) == 0)
                continue;
            property.SetValue(
                fact,
                type switch
                {
                    // Things are numbered in four bytes.
                    _ when type == typeof(long) => random.NextInt64(1, IsNumberOfAThing(property.Name) ? int.MaxValue : 1L << 40),
                    _ when type == typeof(int) => random.Next(1, 7),
                    _ when type == typeof(bool) => random.Next(2) == 0,
                    _ when type == typeof(DateOnly) => new DateOnly(2015, 1, 1).AddDays(random.Next(4000)),
                    _ when type == typeof(DateTime) => new DateTime(2016, 3, 27, 2, 30, 0).AddMinutes(random.Next(4_000_000)),
                    _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
                    _ when type == typeof(string) => "Blåbærgrød \"nr\" " + random.Next(1000),
                    _ => throw new InvalidOperationException(type.Name),
                }
            );
        }
        fact.Id = id;
        if (fact is ChildsFact of)
            of.ChildId = childId;
        return fact;
    }

    static bool IsNumberOfAThing(string name) => name.EndsWith("Id", StringComparison.Ordinal);

    /// <summary>An entry for what has no child, then so many children with two facts of every kind.</summary>
    public static List<ImportEntry> Municipality(Database database, int children, int seed = 1)
    {
        var random = new Random(seed);
        var next = database.Journal.ReserveIds(children * 40 + 100);
        var entries = new List<ImportEntry>
        {
            new(null, [.. FactKinds.All.Where(k => !k.IsAboutAChild).Select(k => new Recorded(k, Of(k, next++, 0, random)))]),
        };
        for (var i = 0; i < children; i++)
        {
            var child = Of(FactKinds.Child, next++, 0, random);
            var events = new List<DomainEvent> { new Recorded(FactKinds.Child, child) };
            foreach (var kind in FactKinds.All.Where(k => k.IsAboutAChild && k != FactKinds.Child))
                for (var n = 0; n < 2; n++)
                    events.Add(new Recorded(kind, Of(kind, next++, child.Id, random)));
            entries.Add(new(child.Id, events));
        }
        return entries;
    }

    public static ImportRun Run(Database database, IReadOnlyList<ImportEntry> entries) => Run(database, entries, entries.Count);

    public static ImportRun Run(Database database, IEnumerable<ImportEntry> entries, int count) =>
        new()
        {
            Author = "anna",
            MunicipalityNumber = "999",
            ExtractDay = new(2026, 10, 31),
            Report = "{\"program\":\"0\"}",
            ExpectedHeadNo = database.HeadNo,
            EntryCount = count,
            Entries = entries,
        };

    public static List<Fact> Facts(IEnumerable<ImportEntry> entries) =>
        [.. entries.SelectMany(e => e.Events).OfType<Recorded>().Select(r => r.Fact)];

    public static ImportResult Import(Database database, int children, int seed = 1) =>
        database.Journal.Import(Run(database, Municipality(database, children, seed)));

    public static ChildFact Child(long id, string first = "Ida") =>
        new()
        {
            Id = id,
            BornOn = new(2012, 5, 4),
            FirstName = first,
            LastName = "Holm",
            Cpr = "0405121234",
            School = "Aakær Skole",
        };

    /// <summary>Writes what no rule would: made-up facts refer to nothing.</summary>
    public static ActResult ActAsIs(this JournalWriter journal, Intent intent, Func<OpenFacts, IdGiver, Decision> decide) =>
        journal.Act(intent, decide, holdsTogether: false);

    /// <summary>A child by an intent of its own.</summary>
    public static long Enter(Database database, string first = "Ida")
    {
        long id = 0;
        database.Journal.Act(new("enter-child", "anna"), (_, ids) => new Recorded(FactKinds.Child, Child(id = ids.Next(), first)));
        return id;
    }

    /// <summary>Every value of a row, texts included, for comparing.</summary>
    public static string Text(Fact fact, bool withSource = true, bool withText = true)
    {
        var sink = new Lines(withSource, withText);
        var kind = FactKinds.Of(fact);
        kind.WriteRow(fact, sink);
        return kind.Name + sink + (withText ? kind.PackText(fact) : "");
    }

    sealed class Lines(bool withSource, bool withText) : IValueSink
    {
        readonly StringBuilder text = new();

        void Add(string column, object value)
        {
            if ((withSource || !column.StartsWith("Source", StringComparison.Ordinal)) && (withText || column != "TextId"))
                text.Append($" {column}={value}");
        }

        public void Null(string column) => Add(column, "null");

        public void Long(string column, long value) => Add(column, value);

        public void Text(string column, string value) => Add(column, value);

        public void Bool(string column, bool value) => Add(column, value);

        public void Day(string column, DateOnly value) => Add(column, value.ToString("O"));

        public void Time(string column, DateTime value) => Add(column, value.ToString("yyyy-MM-ddTHH:mm:ss"));

        public override string ToString() => text.ToString();
    }
}
