using Parquet;
using Parquet.Schema;

namespace Spor.Exchange.Wide;

/// <summary>A table as Parquet: one row group, every column may be null, decimals exact.</summary>
public static class ParquetFile
{
    const int Precision = 18,
        Scale = 4;

    public static async Task Write(WideTable table, Stream to)
    {
        DataField[] fields = [.. table.Columns.Select(FieldOf)];
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), to);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
        {
            var column = i;
            T?[] Values<T>()
                where T : struct => [.. table.Rows.Select(r => (T?)r[column])];
            await (
                table.Columns[i].Type switch
                {
                    WideType.Text => group.WriteAsync(fields[i], [.. table.Rows.Select(r => (string?)r[column]!)]),
                    WideType.Whole => group.WriteAsync<long>(fields[i], Values<long>()),
                    WideType.Decimal => group.WriteAsync<decimal>(fields[i], Values<decimal>()),
                    WideType.YesNo => group.WriteAsync<bool>(fields[i], Values<bool>()),
                    WideType.Day => group.WriteAsync<DateTime>(
                        fields[i],
                        (DateTime?[])[.. Values<DateOnly>().Select(d => d?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))]
                    ),
                    // The wall clock as it was, for no reader to move by a zone.
                    _ => group.WriteAsync<DateTime>(
                        fields[i],
                        (DateTime?[])
                            [.. Values<DateTime>().Select(t => t is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : (DateTime?)null)]
                    ),
                }
            );
        }
        group.CompleteValidate();
    }

    static DataField FieldOf(WideColumn column) =>
        column.Type switch
        {
            WideType.Text => new DataField<string>(column.Name, true),
            WideType.Whole => new DataField<long?>(column.Name),
            WideType.Decimal => new DecimalDataField(column.Name, Precision, Scale, isNullable: true),
            WideType.YesNo => new DataField<bool?>(column.Name),
            WideType.Day => new DateTimeDataField(column.Name, DateTimeFormat.Date, isNullable: true),
            _ => new DateTimeDataField(column.Name, DateTimeFormat.DateAndTimeMicros, isNullable: true),
        };
}
