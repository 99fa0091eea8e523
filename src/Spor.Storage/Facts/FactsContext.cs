using Microsoft.EntityFrameworkCore;
using Spor.Facts;

namespace Spor.Storage.Facts;

/// <summary>
/// The facts as a query language for pages: no tracking, no navigations, nothing is ever saved. Its model costs about a second to build, so neither
/// start-up nor import touch it. Personal texts are not columns; <see cref="ChildReader"/> opens them.
/// </summary>
public sealed class FactsContext : DbContext
{
    readonly Database database;

    public FactsContext(Database database)
    {
        this.database = database;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        ChangeTracker.AutoDetectChangesEnabled = false;
    }

    /// <summary>What was held true at an entry. Read the head once and give every query of a page the same number.</summary>
    public IQueryable<T> Known<T>(long asOf)
        where T : Fact => Set<T>().Where(f => f.RecordedIn <= asOf && (f.RetractedIn == null || f.RetractedIn > asOf));

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (database.Provider == Provider.Sqlite)
            optionsBuilder.UseSqlite(database.ConnectionString);
        else
            optionsBuilder.UseNpgsql(database.Source!.CreateConnection(), contextOwnsConnection: true);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var postgres = database.Provider == Provider.Postgres;
        foreach (var kind in FactKinds.All)
        {
            var row = modelBuilder.Entity(kind.Row);
            row.ToTable(kind.Table);
            row.HasKey(nameof(Fact.Id), nameof(Fact.RecordedIn));
            var columns = kind.Shape.ToDictionary(c => c.Name);
            foreach (var property in kind.Row.GetProperties())
            {
                if (!columns.TryGetValue(property.Name, out var column))
                {
                    row.Ignore(property.Name);
                    continue;
                }
                var mapped = row.Property(property.PropertyType, property.Name).IsRequired(!column.Nullable);
                if (column.Type == ColumnType.Long)
                    mapped.ValueGeneratedNever();
                var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                if (type.IsEnum)
                    mapped.HasConversion<string>();
                else if (type == typeof(int))
                    mapped.HasConversion<long>();
                if (postgres && column.Type == ColumnType.Time)
                    mapped.HasColumnType("timestamp without time zone");
            }
        }
    }
}
