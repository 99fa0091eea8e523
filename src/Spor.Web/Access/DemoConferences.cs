using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Frame;

namespace Spor.Web.Access;

/// <summary>
/// An extract knows the days of a conference and nothing of what happens there. In the demo the accepted ones are taken further by the same
/// rules as real ones:
/// one with a plan and promises, one whose plan waits for the caseworker, one with a coordinator and a day, one with questions.
/// </summary>
public static class DemoConferences
{
    static readonly string[] Questions =
    [
        "Hvem kan hente i skole og børnehave, når mor er på arbejde?",
        "Hvad gør vi, når der er skænderier derhjemme?",
        "Hvem kan børnene ringe til om aftenen?",
    ];

    /// <summary>Takes them further once: where somebody has written questions, nothing is added.</summary>
    /// <exception cref="InvalidOperationException">A rule refused an example.</exception>
    public static void Seed(Database database)
    {
        if (new FactReader(database).All<ConferenceQuestionFact>().Count > 0)
            return;
        var register = RegisterLoader.Load(database);
        if (register.Municipality?.ExtractDay is not { } today || register.Coordinators.Count == 0)
            return;
        var caseworkers = DemoPeople
            .Of(register, today)
            .Where(p => p.Role == ViewerRole.Caseworker && p.EmployeeId is not null)
            .ToDictionary(p => p.EmployeeId!.Value, p => p.Key);
        var waiting =
            from file in register.Children
            where !ConferenceRules.AnswersItself(file.Child, today)
            from c in file.Conferences
            where c is { Answer: OfferAnswer.Yes, HeldOn: null } && ConferencePath.IsOpen(c)
            let worker = register.Staff.WhoHas(file, today).Select(e => caseworkers.GetValueOrDefault(e)).FirstOrDefault(k => k is not null)
            where worker is not null
            orderby c.OfferedOn
            select new Example(database, register, file.Id, c.Id, c.OfferedOn, worker, today);
        foreach (var (example, i) in waiting.Take(4).Select((e, i) => (e, i)))
        {
            example.Ask(approve: i < 3);
            if (i < 3)
                example.Invite(i, held: i < 2);
            if (i < 2)
                example.Hold();
            if (i == 0)
                example.Accept();
        }
    }

    sealed class Example(Database database, Register register, long child, long id, DateOnly offered, string by, DateOnly today)
    {
        readonly ChildReader reader = new(database);
        readonly Acts acts = new(new(database));

        /// <summary>Three weeks after the offer, or ten days from now.</summary>
        DateOnly Meeting => offered.AddDays(21) < today ? offered.AddDays(21) : today;

        ChildFile File => reader.Read(child)!;

        IEnumerable<InviteeFact> Invitees => File.Invitees.Where(i => i.ConferenceId == id);

        void Do<C>(C command, DateOnly? day = null)
            where C : class, ICommand<C>
        {
            var done = acts.Do(command, Author.Program(by), new(TimeProvider.System, day ?? today));
            if (!done.Saved)
                throw new InvalidOperationException($"An example conference was refused at {C.Verb.Name}: {done.Refusals[0].Code}");
        }

        public void Ask(bool approve) =>
            Do(
                new WriteQuestions(
                    id,
                    [.. Questions.Take(approve ? 3 : 2).Select(q => new QuestionLine(null, q))],
                    approve,
                    approve ? offered : null
                )
                {
                    ChildId = child,
                }
            );

        public void Invite(int number, bool held)
        {
            var coordinator = register.Coordinators[number % register.Coordinators.Count];
            Do(new ChooseCoordinator(child, id, coordinator.Id, null, null));
            void Put(WriteInvitee who) => Do(who with { ChildId = child });
            WriteInvitee Of(InviteeRole role, string? name, NetworkPersonFact? person = null) =>
                new(
                    id,
                    null,
                    person?.Id,
                    role,
                    true,
                    name,
                    null,
                    person is { Protected: false } ? person.Phone : null,
                    person is { Protected: false } ? person.Address : null,
                    null,
                    null,
                    null,
                    person is not null && ConferenceRules.IsParentWithoutCustody(person.Relation, person.HasCustody) ? true : null,
                    null,
                    null
                );
            var known = File;
            Put(Of(InviteeRole.Child, known.Child.FirstName));
            foreach (var person in known.People.Where(p => p.Name is not null && p.Professional != true))
                Put(Of(InviteeRole.Network, person.Name, person));
            Put(
                Of(InviteeRole.Network, "Inge Kvist") with
                {
                    Relation = "moster",
                    Phone = "90 12 44 0" + number,
                    Address = "Møllevej 7, 9990 Åkær",
                    Kind = Relation.Kin,
                    IntoNetwork = true,
                }
            );
            Put(Of(InviteeRole.SupportPerson, "Tove Ravn") with { Relation = "træner i håndboldklubben", Phone = "90 12 45 0" + number });
            Put(Of(InviteeRole.Informant, "Henning Dalby") with { Relation = "klasselærer", Phone = "90 12 46 0" + number });
            if (!held)
                Put(
                    Of(InviteeRole.Network, "Kurt Revsbech") with
                    {
                        Relation = "mors tidligere kæreste",
                        MayCome = false,
                        Reason = "Han har tilhold mod mor.",
                    }
                );
            var at = (held ? Meeting : today.AddDays(10)).ToDateTime(new(16, 30));
            Do(
                new PlanPractical(
                    id,
                    at,
                    at.AddHours(3),
                    "Beboerhuset, Ågade 2",
                    "Suppe og brød til alle",
                    "To unge fra klubben passer de små",
                    null,
                    "Nøglen hentes hos viceværten."
                )
                {
                    ChildId = child,
                },
                offered
            );
            Do(new MarkInvited(id, [.. Invitees.Where(i => i.MayCome).Select(i => i.Id)], held ? offered : today) { ChildId = child });
        }

        public void Hold()
        {
            Do(
                new HoldConference(
                    id,
                    Meeting,
                    true,
                    null,
                    true,
                    [.. Invitees.Select(i => new Arrival(i.Id, i.MayCome && i.Role != InviteeRole.Informant, null))],
                    []
                )
                {
                    ChildId = child,
                }
            );
            var file = File;
            var aunt = file.People.First(p => p.Name == "Inge Kvist");
            Do(
                new WriteFamilyPlan(
                    id,
                    Meeting,
                    "Vi hjælpes ad. Inge henter to gange om ugen, og vi spiser sammen hver onsdag. Når der er "
                        + "skænderier, ringer vi til Inge, før det bliver sent.",
                    [
                        new(0, null, "Henter tirsdag og torsdag", aunt.Id, null, today.AddDays(12)),
                        new(1, null, "Ringer til Inge hver søndag", null, file.Child.FirstName ?? "Barnet", today.AddDays(20)),
                        new(2, null, "Søger om fritidspas", null, "Rådgiveren", today.AddDays(-3)),
                    ]
                )
                {
                    ChildId = child,
                }
            );
        }

        public void Accept() =>
            Do(new ReviewFamilyPlan(id, Meeting, true, null, null, null, null, today.AddDays(25), "aflastning", null) { ChildId = child });
    }
}
