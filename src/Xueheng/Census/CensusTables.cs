using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xueheng.Census;

/// <summary>Storage of the census. Row tables are keyed by county, revision and row number, so a revision is one range of each.</summary>
internal static class CensusTables
{
    private static void Rows<TRow>(EntityTypeBuilder<TRow> entity, string table)
        where TRow : CensusRow
    {
        entity.ToTable(table);
        entity.HasKey(r => new { r.County, r.Revision, r.No });
        entity.Property(r => r.County).HasMaxLength(6);
        entity.Property(r => r.No).ValueGeneratedNever();
        entity.Property(r => r.Revision).ValueGeneratedNever();
    }

    private static void Index<TRow>(EntityTypeBuilder<TRow> entity, Expression<Func<TRow, object?>> columns)
        where TRow : class => entity.HasIndex(columns);

    internal sealed class Counties : IEntityTypeConfiguration<County>
    {
        public void Configure(EntityTypeBuilder<County> builder)
        {
            builder.ToTable("counties");
            builder.HasKey(c => c.Code);
            builder.Property(c => c.Code).HasMaxLength(6);
        }
    }

    internal sealed class Revisions : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> builder)
        {
            builder.ToTable("census_revisions");
            builder.HasKey(r => new { r.County, r.Number });
            builder.Property(r => r.County).HasMaxLength(6);
            builder.Property(r => r.Number).ValueGeneratedNever();
            Index(builder, r => new { r.County, r.Period, r.State });
        }
    }

    internal sealed class Schools : IEntityTypeConfiguration<SchoolRow>
    {
        public void Configure(EntityTypeBuilder<SchoolRow> builder)
        {
            Rows(builder, "census_schools");
            builder.HasIndex(r => new { r.County, r.Revision, r.School }).IsUnique();
        }
    }

    internal sealed class Stages : IEntityTypeConfiguration<StageRow>
    {
        public void Configure(EntityTypeBuilder<StageRow> builder)
        {
            Rows(builder, "census_stages");
            builder.HasIndex(r => new { r.County, r.Revision, r.School, r.Stage }).IsUnique();
        }
    }

    internal sealed class Resources : IEntityTypeConfiguration<ResourceRow>
    {
        public void Configure(EntityTypeBuilder<ResourceRow> builder)
        {
            Rows(builder, "census_resources");
            builder.HasIndex(r => new { r.County, r.Revision, r.School }).IsUnique();
        }
    }

    internal sealed class Classes : IEntityTypeConfiguration<ClassRow>
    {
        public void Configure(EntityTypeBuilder<ClassRow> builder)
        {
            Rows(builder, "census_classes");
            Index(builder, r => new { r.County, r.Revision, r.School, r.Class });
        }
    }

    internal sealed class Teachers : IEntityTypeConfiguration<TeacherRow>
    {
        public void Configure(EntityTypeBuilder<TeacherRow> builder)
        {
            Rows(builder, "census_teachers");
            Index(builder, r => new { r.County, r.Revision, r.School, r.Stage });
        }
    }

    internal sealed class Pupils : IEntityTypeConfiguration<PupilRow>
    {
        public void Configure(EntityTypeBuilder<PupilRow> builder)
        {
            Rows(builder, "census_pupils");
            Index(builder, r => new { r.County, r.Revision, r.School, r.Stage });
        }
    }

    internal sealed class CountyItems : IEntityTypeConfiguration<CountyItemRow>
    {
        public void Configure(EntityTypeBuilder<CountyItemRow> builder)
        {
            Rows(builder, "census_county_items");
            builder.HasIndex(r => new { r.County, r.Revision, r.Item }).IsUnique();
        }
    }

    internal sealed class Runs : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> builder)
        {
            builder.ToTable("census_imports");
            builder.HasKey(r => new { r.County, r.Id });
            builder.Property(r => r.County).HasMaxLength(6);
        }
    }

    internal sealed class Findings : IEntityTypeConfiguration<Finding>
    {
        public void Configure(EntityTypeBuilder<Finding> builder)
        {
            builder.ToTable("census_findings");
            builder.HasKey(f => new { f.County, f.Run, f.No });
            builder.Property(f => f.County).HasMaxLength(6);
            builder.Property(f => f.No).ValueGeneratedNever();
        }
    }
}
