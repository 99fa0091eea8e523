using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spor.Facts;

namespace Spor.Storage.Journal;

/// <summary>
/// What a form's token was used for: a keyed hash of the verb, the author and every value of the command. Keyed, because a command holds
/// names and free text, and who has only the database must not be able to guess them from it.
/// </summary>
static class CommandHash
{
    static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        Converters = { new JsonStringEnumConverter(), new FactValues() },
    };

    public static byte[] Of(KeyRing keys, string verb, string author, object command) =>
        keys.Mac(JsonSerializer.SerializeToUtf8Bytes(new object[] { verb, author, command }, Options));

    /// <summary>A fact by its own values, whatever it is declared as. Where it stands in the record is no part of what was meant.</summary>
    sealed class FactValues : JsonConverter<Fact>
    {
        public override bool CanConvert(Type type) => typeof(Fact).IsAssignableFrom(type);

        public override Fact Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                if (property.Name is nameof(Fact.RecordedIn) or nameof(Fact.RetractedIn) or nameof(Fact.TextId) or nameof(Fact.Touched))
                    continue;
                writer.WritePropertyName(property.Name);
                JsonSerializer.Serialize(writer, property.GetValue(value), property.PropertyType, options);
            }
            writer.WriteEndObject();
        }
    }
}
