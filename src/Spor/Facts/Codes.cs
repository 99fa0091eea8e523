using System.Reflection;

namespace Spor.Facts;

/// <summary>The Danish code of a value, as it stands in an extract and on the screen (<c>import-format.md</c>).</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CodeAttribute(string danish) : Attribute
{
    public string Danish { get; } = danish;
}

/// <summary>Code lists: English in code and tables, Danish in extracts and on the screen.</summary>
public static class Codes<T>
    where T : struct, Enum
{
    static readonly Dictionary<string, T> ByDanish = new(StringComparer.OrdinalIgnoreCase);
    static readonly Dictionary<string, T> ByName = new(StringComparer.Ordinal);
    static readonly string[] DanishOf;
    static readonly string[] NameOf;

    static Codes()
    {
        var values = Enum.GetValues<T>();
        DanishOf = new string[values.Length];
        NameOf = new string[values.Length];
        All = values;
        foreach (var value in values)
        {
            var name = value.ToString();
            var danish = typeof(T).GetField(name)!.GetCustomAttribute<CodeAttribute>()?.Danish ?? name;
            var i = Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
            DanishOf[i] = danish;
            NameOf[i] = name;
            ByDanish[danish] = value;
            ByName[name] = value;
        }
    }

    public static IReadOnlyList<T> All { get; }
    public static IEnumerable<string> AllDanish => DanishOf;

    public static string Danish(T value) => DanishOf[Index(value)];

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

    static readonly System.Collections.Concurrent.ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The Danish code of a value whose type is not known here.</summary>
    public static string Of(Enum value) =>
        Known.GetOrAdd(value, v => v.GetType().GetField(v.ToString())?.GetCustomAttribute<CodeAttribute>()?.Danish ?? v.ToString());
}
