using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;

namespace Spor.Letters;

/// <summary>A letter knows its reader: the child reads »du«, and a parent, a teacher and an interpreter are not invited in the same
/// words.</summary>
public static class Readers
{
    public const string AboutChild = "om barnet",
        ChildOrYou = "barnet eller du",
        ChildOrDig = "barnet eller dig",
        Opening = "invitationen",
        Parts = "mødets tre dele",
        Who = "hvem der er med";

    /// <summary>The fields that are filled for each recipient by who it is.</summary>
    public static readonly IReadOnlyList<string> Fields = [AboutChild, ChildOrYou, ChildOrDig, Opening, Parts, Who];

    /// <summary>What the fields say to one recipient.</summary>
    public static IReadOnlyDictionary<string, string?> For(ChildFile file, Recipient to)
    {
        var child = file.Child;
        var (first, whole) = (child.FirstName ?? child.Name, child.Name);
        var isChild = to.Key == Recipients.Child;
        var role =
            isChild ? InviteeRole.Child
            : Array.Find(file.Invitees, i => i.Id == to.InviteeId) is { } invitee ? invitee.Role
            : InviteeRole.Network;
        return new Dictionary<string, string?>
        {
            [AboutChild] = isChild ? "om dig" : "om " + whole,
            [ChildOrYou] = isChild ? "du" : first,
            [ChildOrDig] = isChild ? "dig" : first,
            [Opening] = OpeningTo(role, first, to.Relation is Relation.Mother or Relation.Father),
            [Parts] = "Mødet har tre dele.\n\n" + string.Join('\n', PartsTo(role, first).Select(p => "- " + p)),
            [Who] = WhoTo(role),
        };
    }

    /// <summary>The first words of an invitation to a conference.</summary>
    public static string OpeningTo(InviteeRole role, string child, bool parent) =>
        role switch
        {
            InviteeRole.Child =>
                "Du og din familie holder et møde med de mennesker, I selv har valgt. Mødet handler om dig, og det, du siger, "
                    + "tæller. Du bestemmer selv, hvor meget du vil være med.",
            InviteeRole.SupportPerson =>
                $"Du er inviteret som støtteperson for {child} til en netværksrådslagning. Du er der kun for {child}. "
                    + "Du hjælper med at sige det, der er svært, og passer på pauserne.",
            InviteeRole.Informant =>
                $"Familien til {child} holder netværksrådslagning og vil gerne have, at du fortæller det, du ved. Du er "
                    + "med i den første del.",
            InviteeRole.Interpreter => "Du er bestilt som tolk til et møde. Du har tavshedspligt om alt, hvad du hører.",
            _ when parent =>
                $"Du er inviteret til netværksrådslagningen om {child}. Det er familiens eget møde. I laver selv en plan sammen "
                    + "med de mennesker, I stoler på.",
            _ => $"Du er inviteret til en netværksrådslagning om {child}. Her laver familien selv en plan sammen med de "
                + $"mennesker, den stoler på. Du er valgt, fordi du betyder noget for {child}.",
        };

    /// <summary>The three parts of a conference.</summary>
    public static IEnumerable<string> PartsTo(InviteeRole role, string child) =>
        [
            role == InviteeRole.Informant
                ? "Først fortæller du og andre fagpersoner kort det, familien har brug for at vide. Familien må spørge."
                : "Først fortæller nogle fagpersoner kort det, I har brug for at vide. Alle må spørge.",
            role == InviteeRole.Informant
                ? "Så går fagpersonerne. Familien har tid for sig selv og laver planen."
                : "Så går fagpersonerne ud. I har tid for jer selv og laver planen. Det er jeres egen tid, og den varer, så "
                    + "længe I har brug for.",
            role == InviteeRole.Child
                ? "Til sidst læser I planen op. Rådgiveren siger ja, hvis planen er tryg for dig og inden for loven."
                : $"Til sidst læser familien planen op. Rådgiveren siger ja, hvis planen er tryg for {child} og inden for loven.",
        ];

    /// <summary>Who else comes.</summary>
    public static string WhoTo(InviteeRole role) =>
        role switch
        {
            InviteeRole.Child => "Med til mødet er din familie og jeres netværk. Du kan have en voksen med, som kun er der for dig.",
            InviteeRole.Informant or InviteeRole.Interpreter => "Med til mødet er familien og dens netværk.",
            _ => "Med til mødet er familien og de mennesker, familien har valgt.",
        };

    /// <summary>What an acknowledgement may say: a parent and the child itself are no outsiders.</summary>
    public static string MayBeTold(Notifier notifier) =>
        notifier is Notifier.Parent or Notifier.ChildItself
            ? "Vi kontakter dig, når vi har vurderet underretningen."
            : "Vi har tavshedspligt. Derfor kan vi ikke fortælle dig om barnet og familien.";
}
