using System.Linq.Expressions;
using System.Reflection;
using Spor.Children;
using Spor.Facts;
using Spor.Storage.Facts;

namespace Spor.Storage.Tests;

/// <summary>Values for commands: mostly such as fit, sometimes none or one that is wrong. What an id is of, its name says: that of a
/// column, or of a kind.</summary>
sealed class WalkValues(Database database, WalkWorld world, Random random, DateOnly today)
{
    static readonly ILookup<string, FactKind> ByColumn = FactKinds
        .All.SelectMany(k => k.Columns.Where(c => c.RefersToOneOf.Count > 0).SelectMany(c => c.RefersToOneOf.Select(t => (c.Name, t))))
        .Distinct()
        .ToLookup(p => p.Name, p => p.t);
    static readonly string[] Measures = ["konsulent", "plejefamilie", "opholdssted", "mentor", "aflastning", "no-such"];
    readonly NullabilityInfoContext nullability = new();
    readonly long child = Open(
        database,
        world.Children[
            random.Next(10) switch
            {
                0 => 1,
                1 => 2,
                _ => 0,
            }
        ]
    );
    ChildFile? file;
    Fact? row;

    ChildFile File => file ??= new ChildReader(database).Read(child)!;

    /// <summary>The row that a command about any kind of thing is about.</summary>
    Fact Row => row ??= Pick(File.All);

    bool Rarely => random.Next(10) == 0;

    public List<Fact> Rows(FactKind kind) => Open(database, kind);

    public object Of(Type type) => Make(type);

    object Make(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([
            .. parameters.Select(p => Of(p.ParameterType, p.Name!, nullability.Create(p).WriteState == NullabilityState.Nullable, type)),
        ]);
        foreach (var p in type.GetProperties().Where(p => p.CanWrite && !parameters.Any(c => c.Name == p.Name)))
            p.SetValue(made, Of(p.PropertyType, p.Name, nullability.Create(p).WriteState == NullabilityState.Nullable, type));
        return made;
    }

    object? Of(Type type, string name, bool nullable, Type of)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return random.Next(3) == 0 ? null : Of(value, name, false, of);
        if (nullable && random.Next(4) == 0)
            return null;
        if (type == typeof(Fact))
            return Changed();
        if (type == typeof(string))
            return Rarely ? ""
                : name is "Kind" or "AboutKind" ? FactKinds.Of(Row).Name
                : name.EndsWith("Code", StringComparison.Ordinal) ? Pick(Measures)
                : Known(name);
        if (type == typeof(DateOnly))
            return today.AddDays(
                Rarely ? random.Next(-400, 400)
                : name is "NextBy" or "DueOn" or "Until" or "FollowUpOn" or "FollowUpPlannedOn" or "TargetOn" or "LastDay" or "Week"
                    ? random.Next(100)
                : -random.Next(60)
            );
        if (type == typeof(DateTime))
            return today.AddDays(random.Next(-20, 20)).ToDateTime(new(10, random.Next(60)));
        if (type == typeof(TimeOnly))
            return new TimeOnly(random.Next(24), 0);
        if (type == typeof(Guid))
            return Guid.NewGuid();
        if (type == typeof(bool))
            return random.Next(3) > 0;
        if (type.IsEnum)
            return Pick([.. Enum.GetValues(type).Cast<object>()]);
        if (type == typeof(long))
            return Number(name, of);
        if (typeof(Delegate).IsAssignableFrom(type))
            return Nothing(type);
        if (type.IsPrimitive)
            return Convert.ChangeType(random.Next(1, 11), type, System.Globalization.CultureInfo.InvariantCulture);
        if (type == typeof(byte[]))
            return "%PDF-1.4"u8.ToArray();
        if (ItemOf(type) is { } item)
            return Several(item, name, of);
        if (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
            return Activator.CreateInstance(
                type,
                [.. type.GetGenericArguments().Select((t, i) => Of(t, i == 0 ? name.TrimEnd('s') + "Id" : "", false, of))]
            );
        return Make(type);
    }

    /// <summary>What stands somewhere under that name already: a template, a section of the law, a person's key. Else any
    /// words.</summary>
    string Known(string name)
    {
        var known = FactKinds
            .All.Where(k => k.Columns.Any(c => Says(c, name)))
            .SelectMany(k => Rows(k).Select(f => k.Columns.First(c => Says(c, name)).Get(f) as string))
            .OfType<string>()
            .Where(v => v.Length > 0)
            .ToList();
        return known.Count > 0 ? Pick(known) : "Ord " + random.Next(100);
    }

    static bool Says(Column column, string name) => column is { Type: ColumnType.Text, IsText: false } && column.Name == name;

    /// <summary>A question that is answered with nothing.</summary>
    static Delegate Nothing(Type type) =>
        Expression
            .Lambda(
                type,
                Expression.Default(type.GetMethod("Invoke")!.ReturnType),
                type.GetMethod("Invoke")!.GetParameters().Select(p => Expression.Parameter(p.ParameterType))
            )
            .Compile();

    static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetInterfaces().Append(type).Any(i => i.Name is "IEnumerable`1") ? type.GetGenericArguments()[0]
        : null;

    Array Several(Type item, string name, Type of)
    {
        // Siblings are seldom named, and by a form that is made by hand twice, or as the child itself.
        var siblings = name is "Siblings" or "AlsoFor" or "Together";
        var list = Array.CreateInstance(item, siblings && random.Next(4) > 0 ? 0 : random.Next(0, 3));
        for (var i = 0; i < list.Length; i++)
            list.SetValue(siblings ? world.Children[random.Next(8) == 0 ? 0 : 1] : Of(item, name, false, of), i);
        return list;
    }

    long Number(string name, Type of)
    {
        if (name is "ChildId" or "Children")
            return child;
        if (name is "EntryNo")
            return random.Next(1, 6);
        // Another record of the child: mostly another child.
        if (name is "RecordId" && of == typeof(MergeRecords))
            return Pick(world.Children);
        if (Rarely && name.EndsWith("Id", StringComparison.Ordinal))
            return 987_654_321;
        if (name is "AboutId" || (name is "Id" && of.GetProperty("Kind") is not null))
            return Row.Id;
        var kinds = ByColumn[name]
            .Concat(FactKinds.All.Where(k => Names(name, k) || (name == "Id" && of.Name.Contains(RowName(k), StringComparison.Ordinal))));
        foreach (var kind in kinds)
        {
            var rows = Rows(kind).Where(f => f is not ChildsFact c || c.ChildId == child).ToList();
            if (rows.Count > 0)
                return ThingOf(kind, Pick(rows));
        }
        return name.EndsWith("Employee", StringComparison.Ordinal) || name is "ToId" or "FromId" or "EmployeeIds"
            ? Pick(world.Employees)
            : random.Next(1, 11);
    }

    static string RowName(FactKind kind) => kind.Row.Name[..^"Fact".Length];

    /// <summary><c>InviteeIds</c>, <c>Came</c> and the like are found by the kind's own name.</summary>
    static bool Names(string name, FactKind kind) =>
        name.TrimEnd('s') is var one
        && one.EndsWith("Id", StringComparison.Ordinal)
        && RowName(kind).EndsWith(one[..^2], StringComparison.Ordinal)
        && one.Length > 2;

    /// <summary>One of the child's rows with one thing put right.</summary>
    Fact Changed()
    {
        var changed = Row.Copy();
        var columns = FactKinds.Of(Row).Columns.Where(c => !c.BySpor && c.Name != FactKinds.Of(Row).Thing).ToList();
        if (columns.Count > 0 && Pick(columns) is var column)
            column.Set(changed, Of(column.ValueType, column.Name, column.Nullable || column.IsText, changed.GetType()));
        return changed;
    }

    T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static long ThingOf(FactKind kind, Fact fact) =>
        kind.Thing == nameof(Fact.Id) ? fact.Id : (long)kind.Columns.First(c => c.Name == kind.Thing).Get(fact)!;

    /// <summary>The child itself, or the one that its record was merged into.</summary>
    static long Open(Database database, long child) =>
        Open(database, FactKinds.ChildRecord).OfType<ChildRecordFact>().FirstOrDefault(r => r.RecordId == child)?.ChildId ?? child;

    public static List<Fact> Open(Database database, FactKind kind)
    {
        using var link = database.Rent();
        using var rows = link.Query($"{Engine.Link.Select(kind)} WHERE \"RetractedIn\" IS NULL");
        var found = new List<Fact>();
        while (rows.Next())
            found.Add(kind.ReadRow(rows));
        return found;
    }
}
