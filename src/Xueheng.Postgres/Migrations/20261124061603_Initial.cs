using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "census_classes",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Class = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Grade = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Declared = table.Column<int>(type: "integer", nullable: true),
                    Counted = table.Column<int>(type: "integer", nullable: true),
                    Pupils = table.Column<int>(type: "integer", nullable: true),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_classes", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_county_items",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<double>(type: "double precision", nullable: false),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_county_items", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_findings",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Run = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Severity = table.Column<int>(type: "integer", nullable: false),
                    Importance = table.Column<int>(type: "integer", nullable: false),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Sheet = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Column = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Expected = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Message = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_findings", x => new { x.County, x.Run, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_imports",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Files = table.Column<List<string>>(type: "text[]", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    Errors = table.Column<int>(type: "integer", nullable: false),
                    Warnings = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: true),
                    Message = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_imports", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "census_pupils",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Pupil = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sex = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Born = table.Column<DateOnly>(type: "date", nullable: true),
                    Identity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Class = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Grade = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Migrant = table.Column<bool>(type: "boolean", nullable: true),
                    LeftBehind = table.Column<bool>(type: "boolean", nullable: true),
                    Disability = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Attendance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InZone = table.Column<bool>(type: "boolean", nullable: true),
                    HomeTown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_pupils", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_resources",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    TeachingArea = table.Column<double>(type: "double precision", nullable: true),
                    IndoorSportsArea = table.Column<double>(type: "double precision", nullable: true),
                    OutdoorSportsArea = table.Column<double>(type: "double precision", nullable: true),
                    RentedSportsArea = table.Column<double>(type: "double precision", nullable: true),
                    EquipmentValue = table.Column<double>(type: "double precision", nullable: true),
                    MultimediaRooms = table.Column<double>(type: "double precision", nullable: true),
                    Computers = table.Column<double>(type: "double precision", nullable: true),
                    Books = table.Column<double>(type: "double precision", nullable: true),
                    MusicRooms = table.Column<double>(type: "double precision", nullable: true),
                    ArtRooms = table.Column<double>(type: "double precision", nullable: true),
                    OperatingBudget = table.Column<double>(type: "double precision", nullable: true),
                    TrainingBudget = table.Column<double>(type: "double precision", nullable: true),
                    ActivityArea = table.Column<double>(type: "double precision", nullable: true),
                    PlaygroundArea = table.Column<double>(type: "double precision", nullable: true),
                    KindergartenArea = table.Column<double>(type: "double precision", nullable: true),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_resources", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_revisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Files = table.Column<List<string>>(type: "text[]", nullable: false),
                    Schools = table.Column<int>(type: "integer", nullable: false),
                    Classes = table.Column<int>(type: "integer", nullable: false),
                    Teachers = table.Column<int>(type: "integer", nullable: false),
                    Pupils = table.Column<int>(type: "integer", nullable: false),
                    Warnings = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_revisions", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "census_schools",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UrbanRural = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Public = table.Column<bool>(type: "boolean", nullable: false),
                    Inclusive = table.Column<bool>(type: "boolean", nullable: true),
                    Town = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Founded = table.Column<int>(type: "integer", nullable: true),
                    Boarding = table.Column<bool>(type: "boolean", nullable: true),
                    Main = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_schools", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_stages",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Pupils = table.Column<double>(type: "double precision", nullable: true),
                    Classes = table.Column<double>(type: "double precision", nullable: true),
                    FullTimeTeachers = table.Column<double>(type: "double precision", nullable: true),
                    AboveDegreeTeachers = table.Column<double>(type: "double precision", nullable: true),
                    BackboneTeachers = table.Column<double>(type: "double precision", nullable: true),
                    ArtsSportsTeachers = table.Column<double>(type: "double precision", nullable: true),
                    IntermediateTitleTeachers = table.Column<double>(type: "double precision", nullable: true),
                    CertifiedTeachers = table.Column<double>(type: "double precision", nullable: true),
                    TrainedTeachers = table.Column<double>(type: "double precision", nullable: true),
                    RotationEligibleTeachers = table.Column<double>(type: "double precision", nullable: true),
                    RotatedTeachers = table.Column<double>(type: "double precision", nullable: true),
                    RotatedBackboneTeachers = table.Column<double>(type: "double precision", nullable: true),
                    MigrantPupils = table.Column<double>(type: "double precision", nullable: true),
                    InZonePupils = table.Column<double>(type: "double precision", nullable: true),
                    Graduates = table.Column<double>(type: "double precision", nullable: true),
                    EntryPupils = table.Column<double>(type: "double precision", nullable: true),
                    TransfersIn = table.Column<double>(type: "double precision", nullable: true),
                    TransfersOut = table.Column<double>(type: "double precision", nullable: true),
                    Deaths = table.Column<double>(type: "double precision", nullable: true),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_stages", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_teachers",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Teacher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sex = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Born = table.Column<DateOnly>(type: "date", nullable: true),
                    Identity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Degree = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Backbone = table.Column<int>(type: "integer", nullable: true),
                    FullTime = table.Column<bool>(type: "boolean", nullable: false),
                    StaffType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Certified = table.Column<bool>(type: "boolean", nullable: true),
                    TeachingSince = table.Column<DateOnly>(type: "date", nullable: true),
                    AtSchoolSince = table.Column<DateOnly>(type: "date", nullable: true),
                    TrainingHours = table.Column<double>(type: "double precision", nullable: true),
                    Rotated = table.Column<bool>(type: "boolean", nullable: true),
                    File = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_teachers", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "counties",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastRevision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counties", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "judgements",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Standard = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Indicator = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Verdict = table.Column<int>(type: "integer", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FileName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FileContent = table.Column<byte[]>(type: "bytea", nullable: true),
                    JudgedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    JudgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgements", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "report_prints",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Template = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PrintedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Figures = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_prints", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_census_classes_County_Revision_School_Class",
                table: "census_classes",
                columns: new[] { "County", "Revision", "School", "Class" });

            migrationBuilder.CreateIndex(
                name: "IX_census_county_items_County_Revision_Item",
                table: "census_county_items",
                columns: new[] { "County", "Revision", "Item" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_pupils_County_Revision_School_Stage",
                table: "census_pupils",
                columns: new[] { "County", "Revision", "School", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_census_resources_County_Revision_School",
                table: "census_resources",
                columns: new[] { "County", "Revision", "School" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_revisions_County_Period_State",
                table: "census_revisions",
                columns: new[] { "County", "Period", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_census_schools_County_Revision_School",
                table: "census_schools",
                columns: new[] { "County", "Revision", "School" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_stages_County_Revision_School_Stage",
                table: "census_stages",
                columns: new[] { "County", "Revision", "School", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_census_teachers_County_Revision_School_Stage",
                table: "census_teachers",
                columns: new[] { "County", "Revision", "School", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_judgements_County_Period_Standard_Indicator",
                table: "judgements",
                columns: new[] { "County", "Period", "Standard", "Indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_report_prints_County_Period_Template",
                table: "report_prints",
                columns: new[] { "County", "Period", "Template" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "census_classes");

            migrationBuilder.DropTable(
                name: "census_county_items");

            migrationBuilder.DropTable(
                name: "census_findings");

            migrationBuilder.DropTable(
                name: "census_imports");

            migrationBuilder.DropTable(
                name: "census_pupils");

            migrationBuilder.DropTable(
                name: "census_resources");

            migrationBuilder.DropTable(
                name: "census_revisions");

            migrationBuilder.DropTable(
                name: "census_schools");

            migrationBuilder.DropTable(
                name: "census_stages");

            migrationBuilder.DropTable(
                name: "census_teachers");

            migrationBuilder.DropTable(
                name: "counties");

            migrationBuilder.DropTable(
                name: "judgements");

            migrationBuilder.DropTable(
                name: "report_prints");
        }
    }
}
