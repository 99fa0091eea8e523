using System.Reflection;

namespace Spor.Facts;

/// <summary>The Danish code of a value, as it stands in an extract (<c>import-format.md</c>), and on the screen where nothing else is
/// said.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CodeAttribute(string danish) : Attribute
{
    public string Danish { get; } = danish;

    /// <summary>What people read, where the code of an extract is not what anybody says.</summary>
    public string? Said { get; init; }
}

/// <summary>Code lists: English in code and tables, Danish in extracts and on the screen.</summary>
public static class Codes<T>
    where T : struct, Enum
{
    static readonly Dictionary<string, T> ByDanish = new(StringComparer.OrdinalIgnoreCase);
    static readonly Dictionary<string, T> ByName = new(StringComparer.Ordinal);
    static readonly string[] DanishOf;
    static readonly string[] SaidOf;
    static readonly string[] NameOf;

    static Codes()
    {
        var values = Enum.GetValues<T>();
        DanishOf = new string[values.Length];
        SaidOf = new string[values.Length];
        NameOf = new string[values.Length];
        All = values;
        foreach (var value in values)
        {
            var name = value.ToString();
            var code = typeof(T).GetField(name)!.GetCustomAttribute<CodeAttribute>();
            var danish = code?.Danish ?? name;
            var i = Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
            DanishOf[i] = danish;
            SaidOf[i] = code?.Said ?? danish;
            NameOf[i] = name;
            ByDanish[danish] = value;
            ByName[name] = value;
        }
    }

    public static IReadOnlyList<T> All { get; }
    public static IEnumerable<string> AllDanish => DanishOf;

    public static string Danish(T value) => DanishOf[Index(value)];

    public static string Said(T value) => SaidOf[Index(value)];

    public static string Name(T value) => NameOf[Index(value)];

    public static bool TryDanish(string text, out T value) => ByDanish.TryGetValue(text, out value);

    public static T FromName(string name) => ByName[name];

    static int Index(T value) => System.Runtime.CompilerServices.Unsafe.As<T, int>(ref value);
}

public static class CodeText
{
    /// <summary>The Danish code of a value, for example <c>sundhedspleje</c>.</summary>
    public static string Danish<T>(this T value)
        where T : struct, Enum => Codes<T>.Danish(value);

    /// <summary>A value as people read it: <c>sundhedspleje</c>, and <c>udsatte børn og unge</c> where an extract says
    /// <c>udsat</c>.</summary>
    public static string Said<T>(this T value)
        where T : struct, Enum => Codes<T>.Said(value);

    static readonly System.Collections.Concurrent.ConcurrentDictionary<Enum, string> Known = new();
    static readonly System.Collections.Concurrent.ConcurrentDictionary<Enum, string> KnownSaid = new();

    /// <summary>The Danish code of a value whose type is not known here.</summary>
    public static string Of(Enum value) => Known.GetOrAdd(value, v => CodeOf(v)?.Danish ?? v.ToString());

    /// <summary>A value whose type is not known here, as people read it.</summary>
    public static string SaidOf(Enum value) =>
        KnownSaid.GetOrAdd(value, v => CodeOf(v) is { } code ? code.Said ?? code.Danish : v.ToString());

    static CodeAttribute? CodeOf(Enum value) => value.GetType().GetField(value.ToString())?.GetCustomAttribute<CodeAttribute>();
}
