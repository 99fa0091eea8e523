using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Exchange.Research;

/// <param name="Recipient">Who gets it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="WithProtected">Children with a protected name are in it too; otherwise they are not.</param>
public sealed record TakeResearchExtract(string? Recipient, string? Purpose, bool WithProtected = false) : ICommand<TakeResearchExtract>
{
    public static Verb<TakeResearchExtract> Verb { get; } =
        new("take-research-extract", Capability.Research, (c, _) => ResearchRules.Take(c)) { Reason = ResearchRules.Reason };
}

public static class ResearchRules
{
    /// <summary>Nothing in the register changes; the entry itself is the record of who took it and why.</summary>
    public static Decision Take(TakeResearchExtract c)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Recipient))
            refusals.Add(new Refusal("research-recipient-missing", nameof(c.Recipient)));
        if (string.IsNullOrWhiteSpace(c.Purpose))
            refusals.Add(new Refusal("research-purpose-missing", nameof(c.Purpose)));
        return refusals.Count > 0 ? Decision.No(refusals) : Decision.Of([]);
    }

    /// <summary>The reason as the journal keeps it.</summary>
    public static string Reason(TakeResearchExtract c) =>
        $"{c.Purpose} (til {c.Recipient}{(c.WithProtected ? ", med beskyttede børn" : "")})";
}

/// <summary>
/// A register as an extract for evaluators: the import format's files, so that Spor or any other program can read it again, without
/// anything that names a person. Identities are keyed hashes made for this extract alone; a birthday is the first of its month; names, CPR
/// numbers, schools, causes, reasons, providers and every other free text are left out or replaced by a word that is the same for all. Rows
/// stand in the order of their pseudonyms, so that their place tells nothing. What is not hidden, and what it can be put together with,
/// <see cref="ReadMe"/> says.
/// </summary>
public static partial class ResearchExtract
{
    public const int KeyLength = 32;

    /// <summary>A value of sex or target group carried by fewer children than this is not told.</summary>
    public const int Rare = 5;
    static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="key">The pseudonyms' key, 32 bytes. Who has it and the register can tell whose each is; an extract made again with it
    /// has the same ones.</param>
    /// <param name="withProtected">Children with a protected name are left out unless somebody asks for them.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public static byte[] Zip(Register register, byte[] key, bool withProtected = false)
    {
        if (key.Length < KeyLength)
            throw new ArgumentException("A key of at least 32 bytes.", nameof(key));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, lines) in new Writer(register, key, withProtected).Files())
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var text = new StreamWriter(entry.Open(), new UTF8Encoding(false)) { NewLine = "\n" };
                foreach (var line in lines)
                    text.WriteLine(line);
            }
        return bytes.ToArray();
    }

    /// <summary>The extract's files, a heading and then the rows, without the zip around them.</summary>
    public static IEnumerable<(string Name, IEnumerable<string> Lines)> Files(Register register, byte[] key, bool withProtected = false) =>
        key.Length < KeyLength
            ? throw new ArgumentException("A key of at least 32 bytes.", nameof(key))
            : new Writer(register, key, withProtected).Files();

    /// <summary>Goes with the extract: what is protected and what is not.</summary>
    public const string ReadMe = """
        Afidentificeret udtræk fra Spor, i importformatets form.

        Det er skjult:
        - Børn, familier, medarbejdere, sager og alt andet har pseudonymer, lavet til dette udtræk alene. To udtræk kan ikke lægges sammen, medmindre de er lavet med samme nøgle.
        - Fødselsdato er den første i fødselsmåneden.
        - Navne, CPR-numre, skoler, netværkspersoner, årsager, begrundelser, leverandører, notater, breve og al anden fritekst er ikke med. Hvor formatet kræver et navn, står det samme ord hos alle.
        - Børn med beskyttet navn og adresse er ikke med, medmindre der er bedt om dem. Er de med, er de ikke markeret.
        - Klokkeslæt er ikke med. En underretning står kl. 12 på sin dag. En vurdering står kl. 12, eller kl. 13, når den først kom efter 24 timer og dagene ikke viser det.
        - Køn og målgruppe, som færre end 5 børn har, står ikke. Målgruppen er da »udsat«, men funktionsnedsættelse står altid, for et krav afhænger af den.
        - En familie med kun ét barn har intet familienummer.

        Det er ikke skjult, og derfor er udtrækket stadig personoplysninger:
        - Kommunen er nævnt.
        - Datoer for underretninger, sager, indsatser, afgørelser og opfølgninger er de rigtige. Den, der kender en dato i et barns liv, kan måske finde barnet.
        - Sjældne indsatser, sjældne underrettere (for eksempel barnet selv) og priser er de rigtige, for at tallene er de samme.
        - Distrikter, team og medarbejdere har pseudonymer, men den, der kender afdelingen, kan ofte se, hvem der er hvem.
        - Søskende har samme familienummer.

        Hvor mange børn der kan kendes på en sjælden sammensætning, står nederst i udtrækkets egen laes-mig.txt.

        Tallene er de samme som i Spor, når ingen børn er udeladt, undtagen dem, der afhænger af den nøjagtige fødselsdag: krav ved 16, 17½ og 18 år.
        """;

    sealed partial class Writer(Register register, byte[] key, bool withProtected)
    {
        readonly IReadOnlyList<ChildFile> children = withProtected
            ? register.Children
            : [.. register.Children.Where(c => !c.Child.Protected)];

        string? Of(string kind, long? id)
        {
            if (id is not { } n)
                return null;
            Span<byte> hash = stackalloc byte[32];
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {n}")), hash);
            return kind[0] + Convert.ToHexStringLower(hash[..8]);
        }

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        static string? Day(DateOnly? day) => day is { } d ? Day(d) : null;

        /// <summary>The day alone; a point of time on it is noon, for the format wants one.</summary>
        static string Noon(DateTime at) => at.ToString("yyyy-MM-ddT12:00:00", CultureInfo.InvariantCulture);

        /// <summary>The day of an assessment. Whether it came within 24 hours is told by the hour alone: noon, or an hour after the
        /// deadline
        /// where the days do not tell that it was late.</summary>
        static string? Assessed(DateTime received, DateTime? at)
        {
            if (at is not { } assessed)
                return null;
            var late = DanishCalendar.ToUtc(assessed) > DanishCalendar.ToUtc(received).AddHours(24);
            var due = DanishCalendar.HoursAfter(received.Date.AddHours(12), 24);
            var told = assessed.Date.AddHours(12);
            // On the two days a year when the clocks change, noon is 23 or 25 hours after noon.
            if (late && told <= due)
                told = due.AddHours(1);
            else if (!late && told > due)
                told = due;
            return told.ToString("yyyy-MM-ddTHH:00:00", CultureInfo.InvariantCulture);
        }

        static string? YesNo(bool? yes) =>
            yes is { } y
                ? y
                    ? "ja"
                    : "nej"
                : null;

        static string? Parts(long? value, int of) =>
            value is { } v ? (v / (decimal)of).ToString(CultureInfo.InvariantCulture).Replace('.', ',') : null;

        static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

        static string? Code<T>(T? code)
            where T : struct, Enum => code is { } c ? c.Danish() : null;

        /// <summary>A section as sources write them; anything longer could be a sentence.</summary>
        static string Section(string text) => SectionLike().IsMatch(text) ? text : "andet";

        [GeneratedRegex(@"^(§ ?)?\d{1,3}( ?[a-z])?([. ,]+(stk\.?|nr\.?)? ?\d{1,2}){0,3}$", RegexOptions.IgnoreCase)]
        private static partial Regex SectionLike();

        static IEnumerable<string> Table(string headings, IEnumerable<string?[]> rows) =>
            rows.Select(r => string.Join(';', r.Select(c => c ?? ""))).Order(StringComparer.Ordinal).Prepend(headings);

        IEnumerable<string> OfChildren(string headings, Func<ChildFile, IEnumerable<string?[]>> rows) =>
            Table(headings, children.SelectMany(rows));

        /// <summary>Districts, teams and employees are numbered in the order of their pseudonyms, for a name that can be read.</summary>
        Dictionary<long, string> Named(string word, string kind, IEnumerable<long> ids) =>
            ids.Distinct()
                .OrderBy(id => Of(kind, id), StringComparer.Ordinal)
                .Select((id, i) => (id, i))
                .ToDictionary(p => p.id, p => string.Create(CultureInfo.InvariantCulture, $"{word} {p.i + 1}"));

        public IEnumerable<(string Name, IEnumerable<string> Lines)> Files()
        {
            var teams = Named("Team", "team", register.Teams.Select(t => t.TeamId));
            var districts = Named("Distrikt", "distrikt", register.Districts.Select(d => d.DistrictId));
            var employees = Named("Medarbejder", "medarbejder", register.Employments.Select(e => e.EmployeeId));
            string? Team(long? id) => id is { } t && teams.ContainsKey(t) ? Of("team", t) : null;

            yield return ("laes-mig.txt", [.. ReadMe.ReplaceLineEndings("\n").Split('\n'), "", .. RareCombinations.Said(children)]);
            if (register.Municipality is { } m)
                yield return (
                    "kommune.csv",
                    Table(
                        "Kommunenr;Navn;Opgørelsesdato",
                        [
                            [m.Number, m.Name.Replace(";", ",", StringComparison.Ordinal), Day(m.ExtractDay)],
                        ]
                    )
                );
            yield return (
                "teams.csv",
                Table(
                    "TeamId;Navn;Loft;Fra;Til",
                    register.Teams.Select(t =>
                        new[] { Of("team", t.TeamId), teams[t.TeamId], Parts(t.CeilingHundredths, 100), Day(t.From), Day(t.To) }
                    )
                )
            );
            yield return (
                "distrikter.csv",
                Table(
                    "DistriktId;Navn;TeamId;Model;Fra;Til",
                    register.Districts.Select(d =>
                        new[]
                        {
                            Of("distrikt", d.DistrictId),
                            districts[d.DistrictId],
                            Team(d.TeamId),
                            YesNo(d.Model),
                            Day(d.From),
                            Day(d.To),
                        }
                    )
                )
            );
            yield return (
                "medarbejdere.csv",
                Table(
                    "MedarbejderId;Navn;Rolle;TeamId;Årsværk;Fra;Til",
                    register.Employments.Select(e =>
                        new[]
                        {
                            Of("medarbejder", e.EmployeeId),
                            employees[e.EmployeeId],
                            e.Role.Danish(),
                            Team(e.TeamId),
                            Parts(e.FteTenThousandths, 10000),
                            Day(e.From),
                            Day(e.To),
                        }
                    )
                )
            );
            // Only what is the municipality's own; a name there can be anything, so the code stands for it.
            var own = register
                .Catalogue.Codes.Where(c => !register.Catalogue.RowsOf(c).SequenceEqual(Catalogue.Default.RowsOf(c)))
                .ToList();
            if (own.Count > 0)
                yield return (
                    "ydelser.csv",
                    Table(
                        "Ydelse;Navn;Trin;Anbringelse;Konto;Fra;Til",
                        own.SelectMany(c => register.Catalogue.RowsOf(c).ToArray())
                            .Select(r =>
                                new[]
                                {
                                    r.Code,
                                    r.Code,
                                    r.Step.ToString(CultureInfo.InvariantCulture),
                                    r.Form.Danish(),
                                    r.Account,
                                    Day(r.From),
                                    r.To == DateOnly.MaxValue ? null : Day(r.To),
                                }
                            )
                    )
                );

            var genders = children.GroupBy(c => c.Child.Gender).Where(g => g.Count() < Rare).Select(g => g.Key).ToHashSet();
            var groups = children
                .GroupBy(c => c.Child.TargetGroup)
                .Where(g => g.Key != TargetGroup.Disability && g.Count() < Rare)
                .Select(g => g.Key)
                .ToHashSet();
            var families = children
                .Where(c => c.Child.FamilyId is not null)
                .GroupBy(c => c.Child.FamilyId!.Value)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
                .ToHashSet();
            yield return (
                "boern.csv",
                OfChildren(
                    "BarnId;Fornavn;Efternavn;Fødselsdato;Køn;DistriktId;Målgruppe;FamilieId",
                    f =>
                        [
                            [
                                Of("barn", f.Id),
                                "Barn",
                                "Pseudonym",
                                Day(new DateOnly(f.Child.BornOn.Year, f.Child.BornOn.Month, 1)),
                                genders.Contains(f.Child.Gender) ? null : Code(f.Child.Gender),
                                f.Child.DistrictId is { } d && districts.ContainsKey(d) ? Of("distrikt", d) : null,
                                (groups.Contains(f.Child.TargetGroup) ? TargetGroup.Vulnerable : f.Child.TargetGroup).Danish(),
                                f.Child.FamilyId is { } family && families.Contains(family) ? Of("familie", family) : null,
                            ],
                        ]
                )
            );
            yield return (
                "sager.csv",
                OfChildren(
                    "SagId;BarnId;Åbnet;Lukket;ForældreOrienteret",
                    f =>
                        f.Cases.Select(c =>
                            new[] { Of("sag", c.Id), Of("barn", f.Id), Day(c.OpenedOn), Day(c.ClosedOn), Day(c.ParentsInformedOn) }
                        )
                )
            );
            yield return (
                "tildelinger.csv",
                OfChildren(
                    "SagId;MedarbejderId;Fra;Til",
                    f =>
                        f.Assignments.Where(a => Array.Exists(f.Cases, c => c.Id == a.CaseId) && employees.ContainsKey(a.EmployeeId))
                            .Select(a => new[] { Of("sag", a.CaseId), Of("medarbejder", a.EmployeeId), Day(a.From), Day(a.To) })
                )
            );
            yield return (
                "underretninger.csv",
                OfChildren(
                    "UnderretningId;BarnId;Modtaget;Underretter;Vurderet;Kvitteret;Tilbagemeldt;Udfald",
                    f =>
                        f.Notifications.Select(n =>
                            new[]
                            {
                                Of("underretning", n.Id),
                                Of("barn", f.Id),
                                Noon(n.ReceivedAt),
                                n.Notifier.Danish(),
                                Assessed(n.ReceivedAt, n.AssessedAt),
                                Day(n.AcknowledgedOn),
                                Day(n.FeedbackOn),
                                Code(n.Outcome),
                            }
                        )
                )
            );
            yield return (
                "udredninger.csv",
                OfChildren(
                    "UdredningId;BarnId;Type;Kendt;Påbegyndt;Afsluttet",
                    f =>
                        f.Assessments.Select(a =>
                            new[]
                            {
                                Of("udredning", a.Id),
                                Of("barn", f.Id),
                                a.Kind.Danish(),
                                Day(a.KnownOn),
                                Day(a.StartedOn),
                                Day(a.FinishedOn),
                            }
                        )
                )
            );
            // A rule asks whether there is a reason, not which.
            yield return (
                "samtaler.csv",
                OfChildren(
                    "SamtaleId;BarnId;Dato;Formål;Undladt;Begrundelse",
                    f =>
                        f.Conversations.Select(c =>
                            new[]
                            {
                                Of("samtale", c.Id),
                                Of("barn", f.Id),
                                Day(c.On),
                                c.Purpose.Danish(),
                                YesNo(c.LeftOut),
                                c.HasReason ? "begrundet" : null,
                            }
                        )
                )
            );
            yield return (
                "planer.csv",
                OfChildren(
                    "PlanId;BarnId;Type;Besluttet;Færdig;Lukket",
                    f =>
                        f.Plans.Select(p =>
                            new[]
                            {
                                Of("plan", p.Id),
                                Of("barn", f.Id),
                                p.Kind.Danish(),
                                Day(p.DecidedOn),
                                Day(p.FinishedOn),
                                Day(p.ClosedOn),
                            }
                        )
                )
            );
            yield return (
                "maal.csv",
                OfChildren(
                    "MaalId;PlanId;Beskrivelse;Tema",
                    f =>
                        f.Goals.Where(g => Array.Exists(f.Plans, p => p.Id == g.PlanId))
                            .Select(g => new[] { Of("mål", g.Id), Of("plan", g.PlanId), "(ikke med)", Code(g.Theme) })
                )
            );
            yield return (
                "maalinger.csv",
                OfChildren(
                    "MaalId;Dato;Score",
                    f =>
                        f.Measurements.Where(x =>
                                Array.Exists(f.Goals, g => g.Id == x.GoalId && Array.Exists(f.Plans, p => p.Id == g.PlanId))
                            )
                            .Select(x => new[] { Of("mål", x.GoalId), Day(x.On), x.Score.ToString(CultureInfo.InvariantCulture) })
                )
            );
            yield return (
                "afgoerelser.csv",
                OfChildren(
                    "AfgoerelseId;BarnId;Dato;Lovgrundlag;Niveau;Partshørt;Klagevejledt",
                    f =>
                        f.Decisions.Select(d =>
                            new[]
                            {
                                Of("afgørelse", d.Id),
                                Of("barn", f.Id),
                                Day(d.On),
                                Section(d.LegalBasis),
                                Code(d.Level),
                                YesNo(d.PartiesHeard),
                                YesNo(d.ComplaintGuidanceGiven),
                            }
                        )
                )
            );
            yield return (
                "indsatser.csv",
                OfChildren(
                    "IndsatsId;BarnId;AfgoerelseId;Ydelse;Lovgrundlag;Start;Slut;ForventetSlut;Pris;Enhed;Antal",
                    f =>
                        f.Interventions.Select(i =>
                            new[]
                            {
                                Of("indsats", i.Id),
                                Of("barn", f.Id),
                                i.DecisionId is { } by && Array.Exists(f.Decisions, d => d.Id == by) ? Of("afgørelse", by) : null,
                                i.Code,
                                Section(i.LegalBasis),
                                Day(i.From),
                                Day(i.To),
                                Day(i.ExpectedTo),
                                Parts(i.PriceOre, 100),
                                Code(i.Unit),
                                Parts(i.QuantityHundredths, 100),
                            }
                        )
                )
            );
            bool Runs(ChildFile f, long measure) => Array.Exists(f.Interventions, i => i.Id == measure);
            if (children.Any(f => f.Prices.Length > 0))
                yield return (
                    "priser.csv",
                    OfChildren(
                        "IndsatsId;Fra;Pris;Enhed;Antal",
                        f =>
                            f.Prices.Where(p => Runs(f, p.InterventionId))
                                .Select(p =>
                                    new[]
                                    {
                                        Of("indsats", p.InterventionId),
                                        Day(p.From),
                                        Parts(p.PriceOre, 100),
                                        Code<PriceUnit>(p.Unit),
                                        Parts(p.QuantityHundredths, 100),
                                    }
                                )
                    )
                );
            yield return (
                "opfoelgninger.csv",
                OfChildren(
                    "OpfoelgningId;IndsatsId;Dato;Beslutning;NæsteSenest",
                    f =>
                        f.FollowUps.Where(u => Runs(f, u.InterventionId))
                            .Select(u =>
                                new[] { Of("opfølgning", u.Id), Of("indsats", u.InterventionId), Day(u.On), Code(u.Outcome), Day(u.NextBy) }
                            )
                )
            );
            yield return (
                "tilsyn.csv",
                OfChildren(
                    "TilsynId;IndsatsId;Dato;SamtaleMedBarn",
                    f =>
                        f.Visits.Where(v => Runs(f, v.InterventionId))
                            .Select(v => new[] { Of("tilsyn", v.Id), Of("indsats", v.InterventionId), Day(v.On), YesNo(v.SpokeWithChild) })
                )
            );
            yield return (
                "raadslagninger.csv",
                OfChildren(
                    "RaadslagningId;BarnId;Tilbudt;Svar;Afholdt;PlanGodkendt;OpfoelgningAfholdt",
                    f =>
                        f.Conferences.Select(c =>
                            new[]
                            {
                                Of("rådslagning", c.Id),
                                Of("barn", f.Id),
                                Day(c.OfferedOn),
                                Code(c.Answer),
                                Day(c.HeldOn),
                                YesNo(c.PlanApproved),
                                Day(c.FollowedUpOn),
                            }
                        )
                )
            );
            if (register.Budget.Count > 0)
                yield return (
                    "budget.csv",
                    Table("Konto;Måned;Beløb", register.Budget.Select(b => new[] { b.Account, Month(b.Month), Parts(b.AmountOre, 100) }))
                );
            if (register.Ledger.Count == 0)
                yield break;
            var measures = children.SelectMany(f => f.Interventions).Select(i => i.Id).ToHashSet();
            yield return (
                "regnskab.csv",
                Table(
                    "Konto;Måned;Beløb;IndsatsId",
                    register.Ledger.Select(l =>
                        new[]
                        {
                            l.Account,
                            Month(l.Month),
                            Parts(l.AmountOre, 100),
                            l.InterventionId is { } i && measures.Contains(i) ? Of("indsats", i) : null,
                        }
                    )
                )
            );
        }
    }
}
