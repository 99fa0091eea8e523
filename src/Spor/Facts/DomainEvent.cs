namespace Spor.Facts;

/// <summary>Something that happened, in the past tense. Its name in the journal comes from <see cref="FactKinds"/>; its payload is the fact
/// row.</summary>
public abstract record DomainEvent(FactKind Kind);

/// <summary><c>{kind}-recorded</c>: a new thing is known.</summary>
public sealed record Recorded(FactKind Kind, Fact Fact) : DomainEvent(Kind);

/// <summary><c>{kind}-corrected</c>: what is known of a thing is replaced.</summary>
public sealed record Corrected(FactKind Kind, Fact Fact) : DomainEvent(Kind)
{
    /// <summary>False where no value of it is changed by anybody: the row goes over to another record of the same child, or back. Not part
    /// of the event.</summary>
    public bool ByPerson { get; init; } = true;
}

/// <summary><c>{kind}-withdrawn</c>: it was not so.</summary>
public sealed record Withdrawn(FactKind Kind, long Id) : DomainEvent(Kind);

/// <summary>One change of a fact table: retract the open row of an id, add a row, or both in that order.</summary>
/// <param name="Retract">The id whose open row ends; null for none.</param>
/// <param name="Add">The row to add, with <c>RecordedIn</c> set; null for none.</param>
public readonly record struct RowChange(FactKind Kind, long? Retract, Fact? Add);

public static class Apply
{
    /// <summary>Pure: what an event of entry <paramref name="no"/> does to the fact tables.</summary>
    public static RowChange To(DomainEvent happened, long no)
    {
        switch (happened)
        {
            case Recorded r:
                return new(r.Kind, null, In(r.Fact, no));
            case Corrected c:
                return new(c.Kind, c.Fact.Id, In(c.Fact, no));
            case Withdrawn w:
                return new(w.Kind, w.Id, null);
            default:
                throw new InvalidOperationException("No rule applies " + happened.GetType().Name);
        }
    }

    static Fact In(Fact fact, long no)
    {
        fact.RecordedIn = no;
        fact.RetractedIn = null;
        return fact;
    }
}
