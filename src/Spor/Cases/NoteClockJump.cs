using Spor.Access;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Says that the machine's clock jumped, so that an entry's time of day is not trusted more than it deserves. The program does it
/// itself.</summary>
/// <param name="What">How far and which way; no name.</param>
public sealed record NoteClockJump(string What) : ICommand<NoteClockJump>
{
    public static Verb<NoteClockJump> Verb { get; } =
        new("note-clock-jump", Capability.Settings, (_, _) => Decision.Of([])) { Reason = c => c.What };
}
