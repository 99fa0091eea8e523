using System.Globalization;
using System.Text;

namespace Spor.Cli.Extract;

public static partial class Generate
{
    /// <summary>
    /// Copies an extract as the source would deliver it a day later: about <paramref name="share"/> of the rows changed and a tenth as many
    /// new ones, every date and code still valid and no row gone. For measuring how a newer extract is compared.
    /// </summary>
    /// <param name="share">0 to 1.</param>
    /// <exception cref="FileNotFoundException">There is no <c>kommune.csv</c> in <paramref name="fromDir"/>.</exception>
    public static void Change(string fromDir, string toDir, double share, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (string.Equals(Path.GetFullPath(fromDir), Path.GetFullPath(toDir), StringComparison.Ordinal))
            throw new ArgumentException("The changed extract needs a folder of its own.", nameof(toDir));
        var municipality = File.ReadAllLines(Path.Combine(fromDir, "kommune.csv"));
        var describes = Array.FindIndex(
            municipality[0].Split(';'),
            h => h.Trim('\uFEFF', ' ').StartsWith("Opg", StringComparison.OrdinalIgnoreCase)
        );
        var day = DateOnly.ParseExact(municipality[1].Split(';')[describes], "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1);
        Directory.CreateDirectory(toDir);
        new NewerExtract(fromDir, toDir, share, seed, day).Write();
    }

    sealed class NewerExtract(string fromDir, string toDir, double share, int seed, DateOnly day)
    {
        readonly string today = Text(day);
        readonly HashSet<string> busy = [],
            running = [],
            closedNow = [],
            newChildren = [];

        public void Write()
        {
            // a case is only closed where no measure runs, and its assignment ends with it
            Scan(
                "indsatser",
                row =>
                {
                    if (row["Slut"].Length > 0)
                        return;
                    busy.Add(row["BarnId"]);
                    running.Add(row["IndsatsId"]);
                }
            );
            // children before what hangs on them, cases before their assignments
            string[] first = ["boern.csv", "sager.csv"];
            var files = Directory.GetFiles(fromDir).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);
            foreach (var file in first.Where(f => File.Exists(Path.Combine(fromDir, f))).Concat(files.Except(first)))
            {
                if (file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                    Copy(file);
                else
                    File.Copy(Path.Combine(fromDir, file), Path.Combine(toDir, file), true);
            }
        }

        void Scan(string name, Action<Row> see)
        {
            var path = Path.Combine(fromDir, name + ".csv");
            if (!File.Exists(path))
                return;
            using var reader = new StreamReader(path, Encoding.UTF8);
            var row = new Row(reader.ReadLine()!);
            while (reader.ReadLine() is { } line)
                if (row.Take(line))
                    see(row);
        }

        void Copy(string file)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            using var reader = new StreamReader(Path.Combine(fromDir, file), Encoding.UTF8);
            using var writer = new StreamWriter(Path.Combine(toDir, file), false, new UTF8Encoding(false), 1 << 18) { NewLine = "\n" };
            var headings = reader.ReadLine() ?? "";
            writer.WriteLine(headings);
            var row = new Row(headings);
            var dice = new Dice(seed, 7);
            foreach (var letter in name)
                dice.Seed(seed, letter, (long)dice.Next());
            var added = new HashSet<string>(StringComparer.Ordinal);
            while (reader.ReadLine() is { } line)
            {
                var chosen = dice.Chance(share);
                var followed = dice.Chance(share / 10);
                var needed = name is "kommune" || name == "tildelinger" && closedNow.Count > 0;
                if (!(chosen || followed || needed) || !row.Take(line))
                {
                    writer.WriteLine(line);
                    continue;
                }
                writer.WriteLine(Changed(name, row, chosen, dice) ? row.ToString() : line);
                if (followed && Added(name, row, added, dice) is { } fresh)
                    writer.WriteLine(fresh);
            }
            if (name is not ("sager" or "underretninger"))
                return;
            foreach (var child in newChildren.Order(StringComparer.Ordinal))
            {
                row.Clear();
                row["BarnId"] = child;
                if (name == "sager")
                {
                    row["SagId"] = child + "-s";
                    row["Åbnet"] = today;
                }
                else
                {
                    row["UnderretningId"] = child + "-u";
                    row["Modtaget"] = today + "T09:15";
                    row["Underretter"] = "skole";
                    row["Årsag"] = Words.Causes[0];
                }
                writer.WriteLine(row.ToString());
            }
        }

        /// <summary>Changes the row as a day's work would; false if nothing of it can change.</summary>
        bool Changed(string name, Row row, bool chosen, Dice dice)
        {
            switch (name)
            {
                case "kommune":
                    row["Opgørelsesdato"] = today;
                    return true;
                case "tildelinger":
                    if (!closedNow.Contains(row["SagId"]) || row["Til"].Length > 0)
                        return false;
                    row["Til"] = today;
                    return true;
            }
            if (!chosen)
                return false;
            switch (name)
            {
                case "boern":
                    return row.Set("Skole", Words.Place(dice.Below(140)) + " Friskole");
                case "personer":
                    return row.Set("Navn", $"{dice.Of(Words.Women)} {dice.Of(Words.Surnames)}");
                case "sager":
                    if (row["Lukket"].Length > 0 || busy.Contains(row["BarnId"]))
                        return row["Lukket"].Length > 0 && row.Set("Lukkeårsag", dice.Of(Words.Closings));
                    closedNow.Add(row["SagId"]);
                    row["Lukkeårsag"] = "afsluttet";
                    row["ForældreOrienteret"] = today;
                    return row.Set("Lukket", today);
                case "underretninger":
                    return row.Set(
                        "Tilbagemeldt",
                        row["Tilbagemeldt"].Length == 0 ? today : Earlier(row["Tilbagemeldt"], row["Modtaget"][..10])
                    );
                case "udredninger":
                    if (row["Afsluttet"].Length > 0)
                        return row["Påbegyndt"].Length > 0 && row.Set("Afsluttet", Earlier(row["Afsluttet"], row["Påbegyndt"]));
                    if (row["Påbegyndt"].Length == 0)
                        row["Påbegyndt"] = today;
                    return row.Set("Afsluttet", today);
                case "samtaler":
                    return row.Set("Formål", row["Formål"] == "undersøgelse" ? "opfølgning" : "undersøgelse");
                case "planer":
                    if (row["Færdig"].Length == 0)
                        return row["Lukket"].Length == 0 && row.Set("Færdig", today);
                    return row["Lukket"].Length == 0 ? row.Set("Lukket", today) : row.Set("Lukket", Earlier(row["Lukket"], row["Færdig"]));
                case "maal":
                    return row.Set("Tema", dice.Of(Words.Themes));
                case "maalinger":
                    return row.Set("Score", dice.Between(1, 10).ToString(CultureInfo.InvariantCulture));
                case "afgoerelser":
                    return row.Set("Niveau", dice.Of(Words.Levels));
                case "indsatser":
                    if (row["Slut"].Length == 0 && dice.Chance(0.3))
                        return row.Set("Slut", today);
                    return row.Set("Leverandør", dice.Of(Words.Providers));
                case "opfoelgninger":
                    return row.Set("NæsteSenest", Text(Date(row["Dato"]).AddDays(dice.Between(30, 170))));
                case "tilsyn":
                    return row.Set("SamtaleMedBarn", row["SamtaleMedBarn"] == "ja" ? "nej" : "ja");
                case "raadslagninger":
                    if (row["Afholdt"].Length > 0)
                        return row.Set("OpfoelgningAfholdt", today);
                    return row.Set("Svar", row["Svar"] == "ja" ? "nej" : "ja");
                case "budget" or "regnskab":
                    return row.Set(
                        "Beløb",
                        (decimal.Parse(row["Beløb"].Replace(',', '.'), CultureInfo.InvariantCulture) + dice.Between(1, 900))
                            .ToString(CultureInfo.InvariantCulture)
                            .Replace('.', ',')
                    );
                default:
                    return false;
            }
        }

        /// <summary>A new row modelled on one that is there, or none for this file.</summary>
        string? Added(string name, Row row, HashSet<string> added, Dice dice)
        {
            var key = $"{today}-{added.Count + 1}";
            switch (name)
            {
                case "boern":
                    row["BarnId"] = "b" + key;
                    row["CPR"] = "";
                    row["Fornavn"] = dice.Of(Words.Girls);
                    row["Køn"] = "pige";
                    row["Fødselsdato"] = Text(day.AddDays(-dice.Between(100, 6000)));
                    newChildren.Add(row["BarnId"]);
                    break;
                case "underretninger":
                    row["UnderretningId"] = "u" + key;
                    row["Modtaget"] = today + "T10:30";
                    row["Vurderet"] = today + "T14:05";
                    row["Kvitteret"] = row["Tilbagemeldt"] = "";
                    break;
                case "opfoelgninger":
                    if (!running.Contains(row["IndsatsId"]) || !added.Add(row["IndsatsId"]))
                        return null;
                    row["OpfoelgningId"] = "o" + key;
                    row["Dato"] = today;
                    row["Beslutning"] = "fortsæt";
                    row["NæsteSenest"] = Text(day.AddDays(90));
                    return row.ToString();
                case "maalinger":
                    if (row["Dato"] == today || !added.Add(row["MaalId"]))
                        return null;
                    row["Dato"] = today;
                    return row.ToString();
                case "samtaler":
                    row["SamtaleId"] = "t" + key;
                    row["Dato"] = today;
                    row["Undladt"] = "nej";
                    row["Begrundelse"] = "";
                    break;
                default:
                    return null;
            }
            added.Add(key);
            return row.ToString();
        }

        static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        /// <summary>The day before, though not before the other.</summary>
        static string Earlier(string text, string floor) => string.CompareOrdinal(text, floor) > 0 ? Text(Date(text).AddDays(-1)) : text;
    }

    /// <summary>A line of one file by its headings. A line with quotes, or of another length, is not taken and stays as it is.</summary>
    sealed class Row
    {
        readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        string[] values;

        public Row(string headings)
        {
            values = headings.Trim('\uFEFF').Split(';');
            for (var i = 0; i < values.Length; i++)
                columns[values[i].Trim()] = i;
        }

        public bool Take(string line)
        {
            if (line.Contains('"', StringComparison.Ordinal))
                return false;
            var parts = line.Split(';');
            if (parts.Length != columns.Count)
                return false;
            values = parts;
            return true;
        }

        public void Clear() => values = [.. values.Select(_ => "")];

        /// <summary>A column that the file does not have reads as empty and takes nothing.</summary>
        public string this[string column]
        {
            get => columns.TryGetValue(column, out var i) ? values[i] : "";
            set
            {
                if (columns.TryGetValue(column, out var i))
                    values[i] = value;
            }
        }

        /// <summary>True if the column is there and held something else.</summary>
        public bool Set(string column, string value)
        {
            if (!columns.ContainsKey(column) || this[column] == value)
                return false;
            this[column] = value;
            return true;
        }

        public override string ToString() => string.Join(';', values);
    }
}
