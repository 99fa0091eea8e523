using Spor.Facts;

namespace Spor.Conferences;

/// <summary>The steps of a network conference in the order they are taken.</summary>
public enum ConferenceStep
{
    Offer,
    Questions,
    Coordinator,
    Invitees,
    Practical,
    Meeting,
    Plan,
    FollowUp,
    Evaluation,
}

public enum StepState
{
    Done,
    Now,
    Later,
    NotTaken,
}

/// <summary>How far a network conference has come. One place says it; the page, the child's page and the desk ask here.</summary>
public static class ConferencePath
{
    /// <summary>True while there is something left to do: not declined, not cancelled, not followed up.</summary>
    public static bool IsOpen(NetworkConferenceFact c) => c is { CancelledOn: null, FollowedUpOn: null } && c.Answer != OfferAnswer.No;

    /// <summary>Whether a step is done, on its facts alone. The evaluation is done with the first answer.</summary>
    public static bool IsDone(NetworkConferenceFact c, ChildFile file, ConferenceStep step) =>
        step switch
        {
            ConferenceStep.Offer => c.Answer == OfferAnswer.Yes,
            ConferenceStep.Questions => c.QuestionsApprovedOn is not null,
            ConferenceStep.Coordinator => CoordinatorOf(c.Id, file) is not null,
            // Somebody of the family's own network, beside the child, is on the list.
            ConferenceStep.Invitees => file.Invitees.Any(i => i.ConferenceId == c.Id && i is { MayCome: true, Role: InviteeRole.Network }),
            ConferenceStep.Practical => c is { PlannedAt: not null, Place: not null },
            ConferenceStep.Meeting => c.HeldOn is not null,
            ConferenceStep.Plan => c.PlanApproved == true,
            ConferenceStep.FollowUp => c.FollowedUpOn is not null,
            _ => file.Evaluations.Any(e => e.ConferenceId == c.Id),
        };

    /// <summary>Every step with its state: the first that is not done is now; a declined or cancelled conference takes no more.</summary>
    /// <param name="file">Read with everything (<see cref="ChildFile.All"/>): questions and invitees are not in the register.</param>
    public static IReadOnlyList<(ConferenceStep Step, StepState State)> Of(NetworkConferenceFact c, ChildFile file)
    {
        var found = false;
        var steps = new List<(ConferenceStep, StepState)>();
        foreach (var step in Enum.GetValues<ConferenceStep>())
        {
            // What was imported as held had its preparation elsewhere.
            var done = IsDone(c, file, step) || (c.HeldOn is not null && step < ConferenceStep.Meeting);
            var now = !done && !found && (IsOpen(c) || (step == ConferenceStep.Evaluation && c.HeldOn is not null));
            found |= now;
            steps.Add(
                (
                    step,
                    done ? StepState.Done
                    : now ? StepState.Now
                    : IsOpen(c) ? StepState.Later
                    : StepState.NotTaken
                )
            );
        }
        return steps;
    }

    /// <summary>The running coordination of a conference; null when nobody has it.</summary>
    public static CoordinationFact? CoordinatorOf(long conferenceId, ChildFile file) =>
        Array.FindLast(file.Coordinations, c => c.ConferenceId == conferenceId && c.To is null);

    /// <summary>How many conferences a coordinator has that are not held, declined or cancelled.</summary>
    public static int LoadOf(long coordinatorId, Register register)
    {
        var load = 0;
        foreach (var file in register.Children)
        foreach (var c in file.Coordinations)
            if (
                c.CoordinatorId == coordinatorId
                && c.To is null
                && Array.Exists(file.Conferences, f => f.Id == c.ConferenceId && IsOpen(f) && f.HeldOn is null)
            )
                load++;
        return load;
    }

    /// <summary>The same inside a decision, from the open coordinations and what finds their conferences.</summary>
    public static int LoadOf(
        long coordinatorId,
        IEnumerable<CoordinationFact> coordinations,
        Func<long, NetworkConferenceFact?> conference
    ) =>
        coordinations.Count(c =>
            c.CoordinatorId == coordinatorId && c.To is null && conference(c.ConferenceId) is { HeldOn: null } open && IsOpen(open)
        );

    /// <exception cref="InvalidOperationException">The conference is not in the file.</exception>
    public static NetworkConferenceFact In(ChildFile file, long conferenceId) =>
        Array.Find(file.Conferences, c => c.Id == conferenceId)
        ?? throw new InvalidOperationException($"Conference {conferenceId} is not the child's.");
}
