namespace Spor.Web.Network;

static class Text
{
    public const string Title = "En person omkring barnet";
    public static string Lede(string child) => $"{child}: forældre, slægt, venner og fagpersoner. Den, der har forældremyndighed, skal samtykke og have brevene.";
    public const string Relation = "Hvem er det for barnet?", Name = "Navn", Custody = "Har forældremyndighed?", Professional = "Er fagperson (lærer, pædagog, læge …)", Protected = "Har beskyttet navn eller adresse", Phone = "Telefon", Address = "Adresse";
    public const string ProtectedHint = "Adressen skrives ikke i breve til andre.";
    public const string Save = "Gem personen";
}
