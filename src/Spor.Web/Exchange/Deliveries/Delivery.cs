using System.Text.Json;
using System.Text.Json.Serialization;
using Spor.Storage;

namespace Spor.Web.Exchange.Deliveries;

public enum DeliveryState
{
    Waiting,
    TakenIn,
    TurnedAway,
}

/// <summary>
/// A delivery as it is remembered beside its files, also after they are gone: when it came, from whom, and what became of it. Neither the
/// names of its files nor anything that stands in them.
/// </summary>
public sealed record Delivery
{
    public required string Id { get; init; }

    /// <summary>The key that it came with; null = from the folder that is watched.</summary>
    public long? KeyId { get; init; }

    /// <summary>The files of the format that it may hold, with commas between; null = all.</summary>
    public string? Tables { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day described, where the sender says it beside the files.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of what was sent: the same sent again while it waits is the same delivery.</summary>
    public required string Content { get; init; }
    public DeliveryState State { get; init; }

    /// <summary>There is no child in it; known when it has been read.</summary>
    public bool Money { get; init; }

    /// <summary>When it was taken in or turned away (UTC), and by whom.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
    public string? ClosedBy { get; init; }

    /// <summary>The entries of the journal that it became.</summary>
    public long? FirstNo { get; init; }
    public long? LastNo { get; init; }

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Null if it cannot be read: a file that a stop of the machine cut.</summary>
    public static Delivery? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Delivery>(File.ReadAllBytes(file), Json);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Written beside and moved, so that it is never half there.</summary>
    public void Write(string file)
    {
        var part = file + "." + Guid.NewGuid().ToString("N")[..8];
        using (var stream = OwnFiles.Create(part))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(this, Json));
            stream.Flush(flushToDisk: true);
        }
        File.Move(part, file, overwrite: true);
    }
}
