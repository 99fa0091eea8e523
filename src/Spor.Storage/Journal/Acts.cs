using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Verbs;

namespace Spor.Storage.Journal;

/// <summary>One press of a button.</summary>
/// <param name="Token">The form's: the same command of the same author twice changes nothing the second time, and anything else is
/// refused.</param>
/// <param name="Seen">The entry that the form was read at.</param>
public readonly record struct Press(Guid? Token, long Seen)
{
    /// <summary>No form: the command line, the demo.</summary>
    public static Press None { get; } = new(null, long.MaxValue);
}

/// <summary>Does verbs: the one way to write what people do. Forms, the command line and the demo all come through here.</summary>
public sealed class Acts(Municipality municipality)
{
    /// <summary>
    /// Asks whether the author may, loads what is known, refuses what changed meanwhile, decides, and writes one entry; or nothing.
    /// </summary>
    /// <param name="clock">The day that the rule sees.</param>
    /// <exception cref="StorageException">The database could not be written; nothing was.</exception>
    public Done Do<C>(C command, Author author, Clock clock, Press? press = null)
        where C : class, ICommand<C> => Do(command, author, clock, press ?? Press.None, null);

    /// <param name="beside">Writes what lies outside replay (a report's bytes) in the same transaction: the link, the entry's number, what
    /// was decided.</param>
    internal Done Do<C>(C command, Author author, Clock clock, Press press, Action<Link, long, Decision>? beside)
        where C : class, ICommand<C>
    {
        var verb = C.Verb;
        Now? now = null;
        var content = press.Token is null ? null : CommandHash.Of(municipality.Database.Keys, verb.Name, author.Key, command);
        var result = municipality.Database.Journal.Act(
            new Pressing(
                new Pressed(press.Token, content, author.Key, verb.Names, Verb<C>.ChildOfCommand(command)),
                (facts, ids) =>
                {
                    // The register knows what is committed, so it is not asked behind others' entries of the same transaction.
                    now = new(
                        facts,
                        () => facts.BehindOthers ? throw new NotWithOthersException() : municipality.Current.Register,
                        clock.Now,
                        author,
                        ids.Next,
                        press.Seen
                    );
                    var decision = verb.Decide(command, now);
                    if (decision.Refused)
                        return (new(verb.Name, author.Key), decision);
                    var (name, child) = verb.EntryOf(command, now);
                    return (new(name, author.Key, child, press.Token, verb.Reason?.Invoke(command)), decision);
                },
                beside,
                erases: Erasing.Of(command)
            )
        );
        return new(result.No, result.Events, result.Refusals, result.Repeated) { Meanwhile = now?.Meanwhile };
    }
}
