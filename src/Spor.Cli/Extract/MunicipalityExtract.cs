namespace Spor.Cli.Extract;

/// <summary>
/// One municipality being written. First every child's cases are thrown (few numbers a child), so that teams and caseworkers can be sized
/// by the active cases; then each child's facts stream into all files. Days are <see cref="DateOnly.DayNumber"/>; 0 is no day.
/// </summary>
sealed class MunicipalityExtract : IDisposable
{
    static readonly int Begin = Generate.FirstDay.DayNumber,
        End = Generate.LastDay.DayNumber,
        NewLaw = new DateOnly(2024, 1, 1).DayNumber;
    static readonly int[] Ages = [5, 150, 200, 270, 280, 95];
    static readonly (int Low, int High)[] AgeDays = [(-110, -20), (0, 1094), (1095, 2554), (2555, 4380), (4381, 5840), (5841, 6500)];
    static readonly int[] NotificationCounts = [570, 220, 115, 50, 30, 15];
    static readonly string[] Notifiers =
    [
        "skole",
        "dagtilbud",
        "sundhedspleje",
        "sygehus",
        "læge",
        "politi",
        "kommune",
        "forælder",
        "barnet selv",
        "borger",
        "anonym",
        "anden",
    ];
    static readonly int[] NotifierShares = [210, 70, 75, 90, 31, 125, 150, 85, 10, 64, 60, 30];

    /// <summary>How far a case goes: 0 only looking, 1 step 2, 2 step 3, 3 placement.</summary>
    static readonly int[] LevelShares = [280, 230, 350, 140];
    static readonly (int Low, int High)[] CaseDays = [(30, 240), (110, 560), (250, 1650), (500, 3200)];
    static readonly int[] TargetShares = [700, 200, 40, 60];
    static readonly string[] Targets = ["udsat", "funktionsnedsættelse", "integration", "kriminalitet"];

    /// <summary>Shares of a first placement, by the catalogue from <c>netværkspleje</c> on: 65 per cent in families.</summary>
    static readonly int[] PlacementShares = [120, 330, 110, 50, 40, 185, 158, 7];
    static readonly int FirstPlacement = Array.FindIndex(Measure.All, m => m.IsPlacement);

    const double ModelLoad = 27,
        OtherLoad = 36;
    const int LedgerDetailMonths = 24;

    struct Life
    {
        public int First,
            Born,
            Family;
        public int Open1,
            Close1,
            Open2,
            Close2;
        public byte Level,
            Target;
        public bool Boy;
    }

    /// <summary>One caseworker's chair in a team: the people who sat in it one after another.</summary>
    sealed class Chair
    {
        public int From;
        public double Share;
        public double Load;
        public List<(long Person, int From, int To)> People = [];
    }

    readonly string name;
    readonly int number,
        children;
    readonly long seed;
    readonly Action<string>? progress;
    readonly Dice dice = new();
    readonly Life[] lives;

    /// <summary>Per case (child × 2 + 0 or 1) its chair in the team; −1 = nobody.</summary>
    readonly int[] chairOf;
    List<Chair>[] chairs = [];
    int teams,
        districts;
    readonly int months;
    readonly long[,] spent;
    readonly List<(int Month, int Account, long Measure, long Ore)> detail = [];
    readonly Dictionary<int, int> cprCounters = [];
    long cases,
        people,
        notifications,
        assessments,
        conversations,
        plans,
        goals,
        decisions,
        measures,
        followUps,
        visits,
        conferences,
        workers;

    readonly Sheet municipalitySheet,
        teamSheet,
        districtSheet,
        workerSheet,
        childSheet,
        personSheet,
        caseSheet,
        assignmentSheet,
        notificationSheet,
        assessmentSheet,
        conversationSheet,
        planSheet,
        goalSheet,
        scoreSheet,
        decisionSheet,
        measureSheet,
        followUpSheet,
        visitSheet,
        conferenceSheet,
        budgetSheet,
        ledgerSheet,
        catalogueSheet;
    readonly List<Sheet> sheets = [];

    public MunicipalityExtract(string dir, int number, string name, int children, int seed, Action<string>? progress)
    {
        this.number = number;
        this.name = name;
        this.children = children;
        this.seed = seed;
        this.progress = progress;
        lives = new Life[children];
        chairOf = new int[children * 2];
        months = MonthOf(End) - MonthOf(Begin) + 1;
        spent = new long[Measure.Accounts.Length, months];

        Sheet Open(string file, string headings)
        {
            var sheet = new Sheet(dir, file, headings);
            sheets.Add(sheet);
            return sheet;
        }

        municipalitySheet = Open("kommune", "Kommunenr;Navn;Opgørelsesdato");
        teamSheet = Open("teams", "TeamId;Navn;Loft;Fra;Til");
        districtSheet = Open("distrikter", "DistriktId;Navn;TeamId;Model;Fra;Til");
        workerSheet = Open("medarbejdere", "MedarbejderId;Navn;Rolle;TeamId;Årsværk;Fra;Til");
        childSheet = Open("boern", "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Køn;DistriktId;Skole;Målgruppe;FamilieId;Beskyttet");
        personSheet = Open("personer", "PersonId;BarnId;Navn;Relation;Forældremyndighed;Professionel;Beskyttet");
        caseSheet = Open("sager", "SagId;BarnId;Åbnet;Lukket;Lukkeårsag;ForældreOrienteret");
        assignmentSheet = Open("tildelinger", "SagId;MedarbejderId;Fra;Til");
        notificationSheet = Open(
            "underretninger",
            "UnderretningId;BarnId;Modtaget;Underretter;Årsag;Vurderet;Kvitteret;Tilbagemeldt;Udfald"
        );
        assessmentSheet = Open("udredninger", "UdredningId;BarnId;Type;Kendt;Påbegyndt;Afsluttet");
        conversationSheet = Open("samtaler", "SamtaleId;BarnId;Dato;Formål;Undladt;Begrundelse");
        planSheet = Open("planer", "PlanId;BarnId;Type;Besluttet;Færdig;Lukket");
        goalSheet = Open("maal", "MaalId;PlanId;Beskrivelse;Tema");
        scoreSheet = Open("maalinger", "MaalId;Dato;Score");
        decisionSheet = Open("afgoerelser", "AfgoerelseId;BarnId;Dato;Lovgrundlag;Niveau;Partshørt;Klagevejledt");
        measureSheet = Open(
            "indsatser",
            "IndsatsId;BarnId;AfgoerelseId;Ydelse;Lovgrundlag;Leverandør;Start;Slut;ForventetSlut;Pris;Enhed;Antal"
        );
        followUpSheet = Open("opfoelgninger", "OpfoelgningId;IndsatsId;Dato;Beslutning;NæsteSenest");
        visitSheet = Open("tilsyn", "TilsynId;IndsatsId;Dato;SamtaleMedBarn");
        conferenceSheet = Open("raadslagninger", "RaadslagningId;BarnId;Tilbudt;Svar;Afholdt;PlanGodkendt;OpfoelgningAfholdt");
        budgetSheet = Open("budget", "Konto;Måned;Beløb");
        ledgerSheet = Open("regnskab", "Konto;Måned;Beløb;IndsatsId");
        catalogueSheet = Open("ydelser", "Ydelse;Navn;Trin;Anbringelse;Konto;Fra;Til");
    }

    public void Write()
    {
        ThrowLives();
        SizeTeams();
        WriteHouse();
        for (var i = 0; i < children; i++)
        {
            WriteChild(i);
            if (progress is not null && (i + 1) % 10_000 == 0)
                progress($"{name}: {i + 1} af {children} børn");
        }
        WriteEconomy();
        progress?.Invoke($"{name}: {children} børn, {sheets.Sum(s => s.Rows)} rækker");
    }

    public void Dispose()
    {
        foreach (var sheet in sheets)
            sheet.Dispose();
    }

    static int MonthOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.Year * 12 + date.Month - 1;
    }

    static int FirstOfMonth(int month) => new DateOnly(month / 12, month % 12 + 1, 1).DayNumber;

    /// <summary>The day, or none if it lies after the extract's.</summary>
    static int Known(int day) => day > End ? 0 : day;

    /// <summary>The last day before a birthday.</summary>
    static int Before(int birthday, int born) => DateOnly.FromDayNumber(born).AddYears(birthday).DayNumber - 1;

    // --- lives ------------------------------------------------------------------------------------------------------------------

    void ThrowLives()
    {
        int family = 0,
            siblings = 0;
        for (var i = 0; i < children; i++)
        {
            dice.Seed(seed, number, i, 1);
            ref var life = ref lives[i];
            var age = AgeDays[dice.Weighted(Ages)];
            var first = dice.Between(Begin, End - 3);
            var days = dice.Between(age.Low, age.High);
            if (siblings > 0)
            {
                siblings--;
                // a worry about one child is often a worry about the household
                var elder = lives[i - 1];
                if (dice.Chance(0.55))
                {
                    var apart = dice.Between(300, 1900) * (dice.Chance(0.5) ? 1 : -1);
                    first = elder.First;
                    days = Math.Clamp(first - elder.Born + apart, 0, 6400);
                }
            }
            else
            {
                family++;
                siblings = dice.Weighted([660, 240, 80, 20]);
            }
            life.Family = family;
            life.First = first;
            life.Born = first - days;
            life.Boy = dice.Chance(0.53);
            life.Target = (byte)dice.Weighted(TargetShares);
            life.Level = (byte)dice.Weighted(LevelShares);
            if (!dice.Chance(0.88))
                continue;

            life.Open1 = Math.Min(End, first + dice.Between(0, 8));
            life.Close1 = Close(ref life, life.Open1, CaseDays[life.Level]);
            if (life.Close1 == 0 || !dice.Chance(0.17))
                continue;
            var open = life.Close1 + dice.Between(30, 900);
            if (open > End || open > Before(18, life.Born) - 150)
                continue;
            life.Open2 = open;
            life.Close2 = Close(ref life, open, (60, 700));
        }
    }

    int Close(ref Life life, int open, (int Low, int High) days)
    {
        var close = open + dice.Between(days.Low, days.High);
        var adult = Before(18, life.Born);
        if (close > adult)
            close = life.Level >= 2 && dice.Chance(0.3) ? Math.Min(close, Before(dice.Between(19, 22), life.Born)) : adult;
        close = Math.Max(close, open + 5);
        return Known(close);
    }

    // --- teams and caseworkers --------------------------------------------------------------------------------------------------

    bool IsModel(int team) => team * 5 < teams * 2;

    int DistrictOf(int family) => (int)((uint)family * 2654435761u >> 8) % districts;

    int TeamOf(int family) => DistrictOf(family) / 2;

    void SizeTeams()
    {
        var active = 0;
        foreach (var life in lives)
        {
            if (life.Open1 != 0 && life.Close1 == 0)
                active++;
            if (life.Open2 != 0 && life.Close2 == 0)
                active++;
        }
        teams = Math.Max(2, active / 260);
        districts = teams * 2;
        chairs = new List<Chair>[teams];
        var events = new List<(int Day, int Opens, int Case)>[teams];
        for (var t = 0; t < teams; t++)
        {
            chairs[t] = [];
            events[t] = [];
        }
        for (var i = 0; i < children; i++)
        {
            var list = events[TeamOf(lives[i].Family)];
            Add(list, lives[i].Open1, lives[i].Close1, i * 2);
            Add(list, lives[i].Open2, lives[i].Close2, i * 2 + 1);
        }
        static void Add(List<(int, int, int)> list, int open, int close, int which)
        {
            if (open == 0)
                return;
            list.Add((open, 1, which));
            if (close != 0)
                list.Add((close + 1, 0, which));
        }

        dice.Seed(seed, number, 2);
        for (var t = 0; t < teams; t++)
        {
            // each case goes to the least burdened chair; a new chair when the team is above its load
            var load = IsModel(t) ? ModelLoad : OtherLoad;
            events[t].Sort();
            var running = 0;
            var hired = 0.0;
            foreach (var (day, opens, which) in events[t])
            {
                if (opens == 0)
                {
                    running--;
                    if (chairOf[which] >= 0)
                        chairs[t][chairOf[which]].Load--;
                    continue;
                }
                running++;
                if (running > load * hired || hired == 0)
                {
                    var share = dice.Chance(0.2) ? 0.86 : 1.0;
                    chairs[t].Add(new Chair { From = hired == 0 ? Begin : day, Share = share });
                    hired += share;
                }
                var best = 0;
                for (var c = 1; c < chairs[t].Count; c++)
                    if (chairs[t][c].Load / chairs[t][c].Share < chairs[t][best].Load / chairs[t][best].Share)
                        best = c;
                chairOf[which] = dice.Chance(0.006) ? -1 : best;
                if (chairOf[which] >= 0)
                    chairs[t][best].Load++;
            }
        }
    }

    void WriteHouse()
    {
        municipalitySheet.Number(number).Text(name).Day(End).End();
        // step and form of boarding schools are a local choice, changed once: the one code with rows of its own
        catalogueSheet
            .Text("efterskole")
            .Text("Kost- eller efterskole")
            .Number(3)
            .Text("egen")
            .Text("5.28.20.004")
            .Day(new DateOnly(2000, 1, 1).DayNumber)
            .Day(new DateOnly(2019, 12, 31).DayNumber)
            .End();
        catalogueSheet
            .Text("efterskole")
            .Text("Kost- eller efterskole")
            .Number(4)
            .Text("egen")
            .Text("5.28.20.004")
            .Day(new DateOnly(2020, 1, 1).DayNumber)
            .Day(0)
            .End();

        dice.Seed(seed, number, 3);
        for (var t = 0; t < teams; t++)
        {
            var model = IsModel(t);
            var changed = new DateOnly(2020, 1, 1).DayNumber;
            teamSheet
                .Key('t', t + 1)
                .Text((model ? "Modelteam " : "Team ") + Words.Place(t * 2))
                .Number(model ? 30 : 45)
                .Day(Begin)
                .Day(changed - 1)
                .End();
            teamSheet
                .Key('t', t + 1)
                .Text((model ? "Modelteam " : "Team ") + Words.Place(t * 2))
                .Number(model ? 25 : 35)
                .Day(changed)
                .Day(0)
                .End();
            for (var d = t * 2; d < t * 2 + 2; d++)
            {
                var late = model && d % 4 == 3; // some districts joined the model later
                if (late)
                    District(d, t, false, Begin, changed - 1);
                District(d, t, model, late ? changed : Begin, 0);
            }
            foreach (var chair in chairs[t])
                Seat(chair, t);
            Other("faglig koordinator", t, 1);
            if (t % 2 == 0)
                Other("psykolog", t, 0.5);
            if (t % 2 == 1)
                Other("sundhedsplejerske", t, 0.5);
            if (t % 3 == 0)
                Other("leder", t, 1);
            if (t % 4 == 0)
                Other("administrativ", t, 1);
        }

        void District(int d, int t, bool model, int from, int to) =>
            districtSheet.Key('d', d + 1).Text(Words.Place(d)).Key('t', t + 1).YesNo(model).Day(from).Day(to).End();

        void Other(string role, int t, double share)
        {
            var left = dice.Chance(0.4) ? dice.Between(Begin + 400, End - 200) : 0;
            Row(++workers, Grown(), role, t, share, Begin, left);
            if (left != 0)
                Row(++workers, Grown(), role, t, share, left + dice.Between(1, 60), 0);
        }
    }

    void Row(long person, string who, string role, int team, double share, int from, int to) =>
        workerSheet
            .Key('m', person)
            .Text(who)
            .Text(role)
            .Key('t', team + 1)
            .Text(
                share switch
                {
                    1 => "1,0",
                    0.86 => "0,86",
                    0.8 => "0,8",
                    _ => "0,5",
                }
            )
            .Day(from)
            .Day(to)
            .End();

    string Grown() => $"{(dice.Chance(0.8) ? dice.Of(Words.Women) : dice.Of(Words.Men))} {dice.Of(Words.Surnames)}";

    void Seat(Chair chair, int team)
    {
        var from = chair.From;
        while (from <= End)
        {
            var to = Known(from + dice.Between(400, 3200));
            var person = ++workers;
            var who = Grown();
            chair.People.Add((person, from, to));
            var last = to == 0 ? End : to;
            if (chair.Share == 1.0 && last - from > 500 && dice.Chance(0.12))
            {
                var change = dice.Between(from + 200, last - 200);
                Row(person, who, "rådgiver", team, 1, from, change - 1);
                Row(person, who, "rådgiver", team, 0.8, change, to);
            }
            else
            {
                Row(person, who, "rådgiver", team, chair.Share, from, to);
            }
            if (to == 0)
                return;
            if (to < End && dice.Chance(0.08))
                Row(person, who, "faglig koordinator", team, 1, to + 1, 0);
            from = to + (dice.Chance(0.75) ? 1 : dice.Between(5, 40));
        }
    }

    // --- one child --------------------------------------------------------------------------------------------------------------

    long child;
    Life me;

    void WriteChild(int i)
    {
        dice.Seed(seed, number, i, 4);
        me = lives[i];
        child = i + 1;
        var names = new Dice(seed, number, me.Family, 5);
        var surname = names.Of(Words.Surnames);
        var district = DistrictOf(me.Family);
        var sheltered = names.Chance(0.004);
        var age = (End - me.Born) / 365;
        var target = Targets[me.Target];
        if (target == "kriminalitet" && (me.First - me.Born) / 365 < 12)
            target = "udsat";

        childSheet
            .Key('b', child)
            .Text(me.Born > End ? "" : Cpr())
            .Text(dice.Of(me.Boy ? Words.Boys : Words.Girls))
            .Text(surname)
            .Day(me.Born)
            .Text(
                me.Born > End ? ""
                : me.Boy ? "dreng"
                : "pige"
            )
            .Key('d', district + 1)
            .Text(age is < 6 or > 17 ? "" : Words.Place(district) + "skolen")
            .Text(target)
            .Key('f', me.Family)
            .Text(sheltered ? "ja" : "")
            .End();
        People(names, surname, sheltered);
        Notifications();
        if (me.Open1 != 0)
            Case(i * 2, me.Open1, me.Close1, me.Level, target);
        if (me.Open2 != 0)
            Case(i * 2 + 1, me.Open2, me.Close2, dice.Below(3), target);
    }

    /// <summary>Day of birth + 60, a form that belongs to nobody; the last digit says the sex and the seventh the century. No two
    /// alike.</summary>
    string Cpr()
    {
        var born = DateOnly.FromDayNumber(me.Born);
        var key = me.Born * 2 + (me.Boy ? 1 : 0);
        var count = cprCounters.GetValueOrDefault(key);
        cprCounters[key] = count + 1;
        var (low, room) = born.Year >= 2000 ? (4000, 3000) : (0, 2000);
        var serial = low + 2 * (int)(((long)key * 48271 + count * 7919L) % room) + (me.Boy ? 1 : 0);
        return $"{born.Day + 60:00}{born.Month:00}{born.Year % 100:00}-{serial:0000}";
    }

    void People(Dice names, string surname, bool sheltered)
    {
        var custody = names.Chance(0.62);
        var mother = names.Of(Words.Women);
        var father = names.Of(Words.Men);
        var other = names.Of(Words.Surnames);
        if (dice.Chance(0.96))
            Person($"{mother} {surname}", "mor", "ja", false);
        if (dice.Chance(0.72))
            Person($"{father} {other}", "far", custody ? "ja" : "nej", false);
        if (me.Open1 == 0)
            return;
        if (dice.Chance(0.3))
            Person($"{dice.Of(Words.Women)} {surname}", "bedsteforælder", "nej", false);
        if (dice.Chance(0.12))
            Person($"{dice.Of(Words.Men)} {other}", "slægt", "nej", false);
        if (dice.Chance(0.08))
            Person($"{dice.Of(Words.Girls)} {dice.Of(Words.Surnames)}", "ven", "", false);
        if (dice.Chance(0.04))
            Person(Grown(), "frivillig", "", false);
        var age = (me.First - me.Born) / 365;
        if (age < 2 ? dice.Chance(0.5) : dice.Chance(0.55))
            Person(
                Grown(),
                age < 2 ? "sundhedsplejerske"
                    : age < 6 ? "pædagog"
                    : "lærer",
                "nej",
                true
            );

        void Person(string who, string relation, string hasCustody, bool professional) =>
            personSheet
                .Key('p', ++people)
                .Key('b', child)
                .Text(who)
                .Text(relation)
                .Text(hasCustody)
                .YesNo(professional)
                .Text(sheltered && !professional ? "ja" : "")
                .End();
    }

    void Notifications()
    {
        var count = dice.Weighted(NotificationCounts) + 1;
        Span<int> days = stackalloc int[count];
        days[0] = me.First;
        var last = Math.Min(End, Before(18, me.Born));
        for (var n = 1; n < count; n++)
        {
            var until = Math.Max(me.First, Math.Min(last, dice.Chance(0.6) ? me.First + 400 : End));
            days[n] = n == 1 && me.Open2 != 0 ? me.Open2 - dice.Between(0, 3) : dice.Between(me.First, until);
        }
        days.Sort();
        foreach (var day in days)
        {
            var who = dice.Weighted(NotifierShares);
            var received = day * 1440L + (dice.Chance(0.9) ? dice.Between(7 * 60, 17 * 60) : dice.Between(17 * 60, 23 * 60 + 59));
            // nothing between two and three at night, the hour that the clock change skips or repeats
            var assessed = received + (dice.Chance(0.93) ? dice.Between(20, 1380) : dice.Between(1500, 5800));
            if (assessed / 60 % 24 == 2)
                assessed += 60;
            if (assessed / 1440 > End || (day > End - 20 ? dice.Chance(0.06) : dice.Chance(0.004)))
                assessed = 0;
            var acknowledged =
                who == 10 || dice.Chance(0.03) ? 0 : Known(day + (dice.Chance(0.93) ? dice.Between(0, 7) : dice.Between(9, 25)));
            var told = who is < 7 && dice.Chance(0.4) ? Known(day + dice.Between(8, 35)) : 0;
            var running = Runs(me.Open1, me.Close1, day) || Runs(me.Open2, me.Close2, day);
            var outcome =
                assessed == 0 ? ""
                : running ? "eksisterende sag"
                : me.Open1 == 0 || day > me.Open1 && day < me.Open2 - 10 ? "ingen sag"
                : dice.Chance(0.03) ? "akut"
                : me.Level >= 2 || day < NewLaw && me.Level == 1 ? "undersøgelse"
                : day >= NewLaw && dice.Chance(0.4) ? "afdækning"
                : "screening";
            var cause = dice.Below(Words.Causes.Length);
            notificationSheet
                .Key('u', ++notifications)
                .Key('b', child)
                .Minute(received)
                .Text(Notifiers[who])
                .Text(
                    dice.Chance(0.4)
                        ? $"{Words.Causes[cause]},{Words.Causes[(cause + dice.Between(1, 8)) % Words.Causes.Length]}"
                        : Words.Causes[cause]
                )
                .Minute(assessed)
                .Day(acknowledged)
                .Day(told)
                .Text(outcome)
                .End();
            if (running && day + 10 <= End && dice.Chance(0.25))
                Conversation(day + dice.Between(1, 10), "underretning");
        }
    }

    static bool Runs(int open, int close, int day) => open != 0 && open < day && (close == 0 || day <= close);

    void Conversation(int day, string purpose)
    {
        if (day > End || day < me.Born)
            return;
        var omitted = day - me.Born < 730 ? dice.Chance(0.6) : dice.Chance(0.04);
        var reason =
            !omitted || dice.Chance(0.1) ? ""
            : day - me.Born < 730 ? Words.Omissions[0]
            : dice.Of(Words.Omissions);
        conversationSheet.Key('t', ++conversations).Key('b', child).Day(day).Text(purpose).YesNo(omitted).Text(reason).End();
    }

    void Assessment(string type, int known, int begun, int finished) =>
        assessmentSheet
            .Key('v', ++assessments)
            .Key('b', child)
            .Text(type)
            .Day(known)
            .Day(Known(begun))
            .Day(Known(begun) == 0 ? 0 : Known(finished))
            .End();

    // --- one case ---------------------------------------------------------------------------------------------------------------

    int open,
        close,
        limit;
    int firstPlaced,
        lastPlaced;

    void Case(int which, int opened, int closed, int level, string target)
    {
        open = opened;
        close = closed;
        limit = close == 0 ? End : close;
        firstPlaced = lastPlaced = 0;
        var number = ++cases;
        var informed = close != 0 && dice.Chance(0.87) ? Math.Max(open, close - dice.Between(0, 14)) : 0;
        caseSheet
            .Key('s', number)
            .Key('b', child)
            .Day(open)
            .Day(close)
            .Text(
                close == 0 ? ""
                : close == Before(18, me.Born) ? "fyldt 18 år"
                : dice.Of(Words.Closings)
            )
            .Day(informed)
            .End();
        if (chairOf[which] >= 0)
        {
            foreach (var (person, from, to) in chairs[TeamOf(me.Family)][chairOf[which]].People)
            {
                if (from > limit || to != 0 && to < open)
                    continue;
                var until = close != 0 && (to == 0 || close <= to) ? close : to;
                assignmentSheet.Key('s', number).Key('m', person).Day(Math.Max(from, open)).Day(until).End();
            }
        }

        if (
            dice.Chance(
                level switch
                {
                    3 => 0.95,
                    2 => 0.92,
                    1 => 0.5,
                    _ => 0.3,
                }
            )
        )
        {
            var begun = open + dice.Between(1, 15);
            var finished = dice.Chance(0.02) ? 0 : open + (dice.Chance(0.82) ? dice.Between(45, 119) : dice.Between(120, 260));
            if (finished > limit)
                finished = close != 0 && close > begun ? close : 0;
            Assessment("bfu", open, begun, finished);
            if (dice.Chance(0.8))
                Conversation(begun + dice.Between(3, 40), "undersøgelse");
        }
        else
        {
            var begun = open + dice.Between(0, 5);
            Assessment(open >= NewLaw && dice.Chance(0.35) ? "afdækning" : "screening", open, begun, begun + dice.Between(2, 40));
        }
        if (target == "funktionsnedsættelse" && dice.Chance(0.85))
        {
            var begun = open + dice.Between(5, 40);
            Assessment("målgruppevurdering", open, begun, begun + dice.Between(20, 130));
        }

        Track(level);
        Plans(level);

        if (firstPlaced != 0)
        {
            var sixteen = Before(16, me.Born) + 1;
            if (lastPlaced >= sixteen && firstPlaced <= sixteen + 540 && dice.Chance(0.6))
            {
                var known = Math.Max(sixteen, firstPlaced) + dice.Between(0, 200);
                if (known <= End)
                    Assessment("revisitation", known, known + dice.Between(1, 30), known + dice.Between(31, 150));
            }
        }
        if (
            dice.Chance(
                level switch
                {
                    3 => 0.3,
                    2 => 0.17,
                    1 => 0.05,
                    _ => 0.01,
                }
            )
        )
            Conference();
    }

    void Conference()
    {
        var offered = open + dice.Between(10, dice.Chance(0.7) ? 60 : 400);
        if (offered > limit)
            return;
        var answer = dice.Weighted([620, 300, 80]);
        var held = answer == 0 && dice.Chance(0.9) ? Known(offered + dice.Between(14, 50)) : 0;
        var again = held != 0 && dice.Chance(0.7) ? Known(held + dice.Between(60, 110)) : 0;
        conferenceSheet
            .Key('n', ++conferences)
            .Key('b', child)
            .Day(offered)
            .Text(
                answer switch
                {
                    0 => "ja",
                    1 => "nej",
                    _ => "",
                }
            )
            .Day(held)
            .Text(
                held == 0 ? ""
                : dice.Chance(0.85) ? "ja"
                : "nej"
            )
            .Day(again)
            .End();
    }

    /// <summary>The measures of a case, one after another up the ladder and sometimes down again.</summary>
    void Track(int level)
    {
        var cursor = open + dice.Between(10, 80);
        if (level == 0)
        {
            if (dice.Chance(0.15))
                Next(ref cursor, dice.Below(4), 90, true);
            return;
        }
        if (level == 1)
        {
            if (dice.Chance(0.4))
                Next(ref cursor, dice.Below(4), dice.Between(60, 200), false);
            Next(ref cursor, dice.Below(4), 400, true);
            return;
        }
        if (dice.Chance(0.35))
            Next(ref cursor, dice.Below(4), dice.Between(60, 240), false);
        var home = level == 2 ? dice.Weighted([420, 380, 200]) : dice.Weighted([450, 400, 150]) - 1;
        for (var n = 0; n < home; n++)
            Next(ref cursor, Home(), dice.Between(90, 360), false);
        if (level == 2)
        {
            var from = cursor;
            Next(ref cursor, Home(), 900, true);
            if (from < limit - 150 && dice.Chance(0.25))
                Beside(from, dice.Chance(0.5) ? Measure.Leisure : Measure.ContactPerson);
            return;
        }

        var moves = dice.Weighted([600, 280, 120]);
        var back = dice.Chance(0.25);
        for (var n = 0; n <= moves; n++)
        {
            var from = cursor;
            var last = n == moves && !back;
            Next(ref cursor, Away(cursor), dice.Between(150, 1000), last);
            if (from < limit - 200 && dice.Chance(0.3))
                Beside(from, dice.Chance(0.6) ? Measure.Respite : Measure.ContactPerson);
        }
        if (back)
            Next(ref cursor, Home(), 500, true);
    }

    int Home() => 4 + dice.Weighted([220, 260, 30, 300, 25, 110, 55]);

    int Away(int day)
    {
        var kind = FirstPlacement + dice.Weighted(PlacementShares);
        return (day - me.Born) / 365 < 15 && (Measure.All[kind].Form == Form.Own || Measure.All[kind].Code == "sikret")
            ? Measure.Foster
            : kind;
    }

    void Beside(int from, int kind)
    {
        var start = from + dice.Between(20, 120);
        var end = start + dice.Between(60, 500);
        if (end >= limit)
            end = close == 0 ? 0 : close;
        if (start < limit)
            Add(kind, start, end);
    }

    void Next(ref int cursor, int kind, int days, bool last)
    {
        if (cursor > limit - 7)
            return;
        var start = cursor;
        int end;
        if (last)
            end =
                close != 0 ? Math.Max(start, close - dice.Between(0, 40))
                : dice.Chance(0.85) ? 0
                : Known(start + days);
        else
            end = start + days;
        if (end > limit || end == 0)
            end = close;
        Add(kind, start, end);
        cursor = end == 0 ? End + 1 : end + (Measure.All[kind].IsPlacement || dice.Chance(0.3) ? 1 : dice.Between(2, 45));
    }

    void Add(int kind, int start, int end)
    {
        var measure = Measure.All[kind];
        var number = ++measures;
        var decided = 0L;
        if (measure.Step >= 3 || dice.Chance(0.7))
        {
            var day = Math.Max(open, start - dice.Between(1, 21));
            decided = ++decisions;
            decisionSheet
                .Key('a', decided)
                .Key('b', child)
                .Day(day)
                .Text(day < NewLaw ? measure.OldSection : measure.NewSection)
                .Text(measure.IsPlacement ? Words.Levels[dice.Between(2, 4)] : Words.Levels[dice.Weighted([450, 350, 150, 50])])
                .YesNo(dice.Chance(0.9))
                .YesNo(dice.Chance(0.95))
                .End();
            if (measure.Step >= 3 && dice.Chance(0.9))
                Conversation(Math.Max(open, day - dice.Between(1, dice.Chance(0.92) ? 60 : 230)), "afgørelse");
        }
        var price = dice.Chance(0.012) ? 0 : measure.Price * dice.Between(80, 125) / 100 / 50 * 50;
        var hours = measure.Unit == "time" ? dice.Between(2, 8) : 0;
        var provider = measure.Form switch
        {
            Form.Family => $"Familien {dice.Of(Words.Surnames)}",
            Form.Institution => dice.Of(Words.Homes),
            _ => dice.Of(Words.Providers),
        };
        measureSheet
            .Key('i', number)
            .Key('b', child)
            .Key('a', decided)
            .Text(measure.Code)
            .Text(start < NewLaw ? measure.OldSection : measure.NewSection)
            .Text(provider)
            .Day(start)
            .Day(end)
            .Day(dice.Chance(0.85) ? start + (measure.IsPlacement ? 365 : 182) : 0);
        if (price == 0)
            measureSheet.Empty().Empty().Empty().End();
        else if (hours == 0)
            measureSheet.Money(price).Text(measure.Unit).Empty().End();
        else
            measureSheet.Money(price).Text(measure.Unit).Number(hours).End();

        FollowUps(number, measure, start, end);
        if (measure.IsPlacement)
        {
            firstPlaced = firstPlaced == 0 ? start : Math.Min(firstPlaced, start);
            lastPlaced = Math.Max(lastPlaced, end == 0 ? End : end);
            var day = start + dice.Between(90, 190);
            var last = end == 0 ? End : end;
            while (day <= last)
            {
                var spoken = dice.Chance(0.88);
                visitSheet.Key('y', ++visits).Key('i', number).Day(day).YesNo(spoken).End();
                if (spoken && dice.Chance(0.15))
                    Conversation(day, "tilsyn");
                day += dice.Chance(0.8) ? dice.Between(110, 182) : dice.Between(183, 320);
            }
        }
        if (price != 0)
            Spend(kind, number, measure, start, end == 0 ? End : end, price, hours);
    }

    void FollowUps(long measureNumber, Measure measure, int start, int end)
    {
        if (measure.Step == 2 && dice.Chance(0.2))
            return;
        var last = end == 0 ? End : end;
        var (low, high) = measure.IsPlacement ? (75, 121) : (55, 91);
        var lax = dice.Chance(0.18) ? 2.2 : 1.0; // where follow-ups slip, they slip again and again
        var day = start + (dice.Chance(0.9) ? dice.Between(40, 90) : dice.Between(91, 170));
        while (day <= last)
        {
            var next = day + (int)(dice.Between(low, high) * (dice.Chance(0.85) ? 1 : 1.5) * lax);
            var final = end != 0 && next > end;
            var outcome =
                final
                    ? dice.Weighted([300, 100, 250, 100, 250]) switch
                    {
                        0 => "fortsæt",
                        1 => "justér",
                        2 => "trin ned",
                        3 => "trin op",
                        _ => "afslut",
                    }
                : dice.Chance(0.8) ? "fortsæt"
                : "justér";
            var by = outcome == "afslut" || dice.Chance(0.12) ? 0 : day + dice.Between(low + 20, high + 50);
            followUpSheet.Key('o', ++followUps).Key('i', measureNumber).Day(day).Text(outcome).Day(by).End();
            if (measure.Step >= 3 && dice.Chance(0.1))
                Conversation(day, "opfølgning");
            day = next;
        }
    }

    void Spend(int kind, long measureNumber, Measure measure, int start, int end, long price, int hours)
    {
        var account = Measure.AccountOf[kind];
        var firstMonth = MonthOf(Begin);
        for (int month = MonthOf(start), last = MonthOf(end); month <= last; month++)
        {
            int from = FirstOfMonth(month),
                to = FirstOfMonth(month + 1) - 1;
            var days = Math.Min(end, to) - Math.Max(start, from) + 1;
            var ore = measure.Unit switch
            {
                "dag" => price * days,
                "uge" => price * days / 7,
                "måned" => price * days / (to - from + 1),
                "time" => price * hours * days / 7,
                _ => month == MonthOf(start) ? price : 0,
            };
            if (ore == 0)
                continue;
            ore = ore * dice.Between(97, 103) / 100;
            if (measure.Step >= 3 && month - firstMonth >= months - LedgerDetailMonths)
                detail.Add((month, account, measureNumber, ore));
            else
                spent[account, month - firstMonth] += ore;
        }
    }

    void Plans(int level)
    {
        if (
            !dice.Chance(
                level switch
                {
                    3 => 0.97,
                    2 => 0.56,
                    1 => 0.22,
                    _ => 0,
                }
            )
        )
            return;
        var decided = firstPlaced != 0 ? Math.Max(open, firstPlaced - dice.Between(-40, 20)) : open + dice.Between(30, 150);
        var sixteen = Before(16, me.Born) + 1;
        while (decided <= limit)
        {
            var youth = decided >= NewLaw && decided >= sixteen;
            var type =
                youth ? "ungeplan"
                : decided < NewLaw ? "handleplan"
                : "barnets plan";
            var finished = dice.Chance(0.04) ? 0 : decided + (dice.Chance(0.8) ? dice.Between(0, 75) : dice.Between(76, 170));
            // a plan of the old law is replaced within the first year of the new one, and a child's plan by one for the young
            var until = decided + dice.Between(500, 1400);
            if (decided < NewLaw && until > NewLaw)
                until = NewLaw + dice.Between(0, 365);
            if (type == "barnets plan" && until > sixteen + 60)
                until = Math.Max(sixteen + dice.Between(-60, 60), decided + 30);
            var closed = until <= limit ? until : close;
            if (finished > limit || closed != 0 && finished > closed)
                finished = 0;
            if (finished == 0)
                closed = 0;
            plans++;
            planSheet.Key('h', plans).Key('b', child).Text(type).Day(decided).Day(finished).Day(closed).End();
            Goals(finished, closed == 0 ? limit : closed);
            decided = until + dice.Between(1, 30);
        }
    }

    void Goals(int finished, int until)
    {
        for (int n = 0, count = dice.Weighted([130, 330, 350, 190]) + 1; n < count; n++)
        {
            var theme = dice.Below(Words.Themes.Length);
            goals++;
            goalSheet.Key('g', goals).Key('h', plans).Text(dice.Of(Words.Goals[theme])).Text(Words.Themes[theme]).End();
            if (finished == 0)
                continue;
            var score = dice.Between(2, 6);
            var gap = dice.Between(40, 95);
            for (var day = finished + dice.Between(0, 40); day <= until; day += dice.Between(gap, gap + 40))
            {
                scoreSheet.Key('g', goals).Day(day).Number(score).End();
                score = Math.Clamp(score + dice.Weighted([200, 400, 320, 80]) - 1, 1, 10);
            }
        }
    }

    // --- economy ----------------------------------------------------------------------------------------------------------------

    void WriteEconomy()
    {
        dice.Seed(seed, number, 6);
        var firstMonth = MonthOf(Begin);
        detail.Sort();
        var total = (long[,])spent.Clone();
        foreach (var d in detail)
            total[d.Account, d.Month - firstMonth] += d.Ore;
        var at = 0;
        for (var m = 0; m < months; m++)
        {
            for (var a = 0; a < Measure.Accounts.Length; a++)
            {
                if (spent[a, m] != 0)
                    Amount(ledgerSheet, a, m, spent[a, m]).Empty().End();
                for (; at < detail.Count && detail[at].Month == firstMonth + m && detail[at].Account == a; at++)
                    Amount(ledgerSheet, a, m, detail[at].Ore).Key('i', detail[at].Measure).End();
            }
        }
        // a year's budget is what the year cost, missed by some per cent; the last year's runs to December
        for (var year = Generate.FirstDay.Year; year <= Generate.LastDay.Year; year++)
        {
            int from = Math.Max(0, year * 12 - firstMonth),
                to = Math.Min(months - 1, year * 12 + 11 - firstMonth);
            for (var a = 0; a < Measure.Accounts.Length; a++)
            {
                long sum = 0;
                for (var m = from; m <= to; m++)
                    sum += total[a, m];
                var monthly = sum / (to - from + 1) * dice.Between(92, 106) / 100 / 100_000 * 100_000;
                if (monthly == 0)
                    continue;
                for (var m = from; m <= year * 12 + 11 - firstMonth; m++)
                    Amount(budgetSheet, a, m, monthly).End();
            }
        }

        Sheet Amount(Sheet sheet, int account, int month, long ore)
        {
            var date = DateOnly.FromDayNumber(FirstOfMonth(firstMonth + month));
            return sheet.Text(Measure.Accounts[account]).Text($"{date.Year:0000}-{date.Month:00}").Money(ore);
        }
    }
}
