using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Sqlite.Migrations
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
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Class = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Declared = table.Column<int>(type: "INTEGER", nullable: true),
                    Counted = table.Column<int>(type: "INTEGER", nullable: true),
                    Pupils = table.Column<int>(type: "INTEGER", nullable: true),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_classes", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_county_items",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_county_items", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_findings",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Run = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    Importance = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Column = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Expected = table.Column<string>(type: "TEXT", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_findings", x => new { x.County, x.Run, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_imports",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Errors = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: true),
                    Message = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_imports", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "census_pupils",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Pupil = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", nullable: false),
                    Born = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Identity = table.Column<string>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<string>(type: "TEXT", nullable: false),
                    Migrant = table.Column<bool>(type: "INTEGER", nullable: true),
                    LeftBehind = table.Column<bool>(type: "INTEGER", nullable: true),
                    Disability = table.Column<string>(type: "TEXT", nullable: true),
                    Attendance = table.Column<string>(type: "TEXT", nullable: false),
                    InZone = table.Column<bool>(type: "INTEGER", nullable: true),
                    HomeTown = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_pupils", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_resources",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    TeachingArea = table.Column<double>(type: "REAL", nullable: true),
                    IndoorSportsArea = table.Column<double>(type: "REAL", nullable: true),
                    OutdoorSportsArea = table.Column<double>(type: "REAL", nullable: true),
                    RentedSportsArea = table.Column<double>(type: "REAL", nullable: true),
                    EquipmentValue = table.Column<double>(type: "REAL", nullable: true),
                    MultimediaRooms = table.Column<double>(type: "REAL", nullable: true),
                    Computers = table.Column<double>(type: "REAL", nullable: true),
                    Books = table.Column<double>(type: "REAL", nullable: true),
                    MusicRooms = table.Column<double>(type: "REAL", nullable: true),
                    ArtRooms = table.Column<double>(type: "REAL", nullable: true),
                    OperatingBudget = table.Column<double>(type: "REAL", nullable: true),
                    TrainingBudget = table.Column<double>(type: "REAL", nullable: true),
                    ActivityArea = table.Column<double>(type: "REAL", nullable: true),
                    PlaygroundArea = table.Column<double>(type: "REAL", nullable: true),
                    KindergartenArea = table.Column<double>(type: "REAL", nullable: true),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_resources", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_revisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Files = table.Column<string>(type: "TEXT", nullable: false),
                    Schools = table.Column<int>(type: "INTEGER", nullable: false),
                    Classes = table.Column<int>(type: "INTEGER", nullable: false),
                    Teachers = table.Column<int>(type: "INTEGER", nullable: false),
                    Pupils = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_revisions", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "census_schools",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    UrbanRural = table.Column<string>(type: "TEXT", nullable: false),
                    Public = table.Column<bool>(type: "INTEGER", nullable: false),
                    Inclusive = table.Column<bool>(type: "INTEGER", nullable: true),
                    Town = table.Column<string>(type: "TEXT", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Founded = table.Column<int>(type: "INTEGER", nullable: true),
                    Boarding = table.Column<bool>(type: "INTEGER", nullable: true),
                    Main = table.Column<string>(type: "TEXT", nullable: true),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_schools", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_stages",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Pupils = table.Column<double>(type: "REAL", nullable: true),
                    Classes = table.Column<double>(type: "REAL", nullable: true),
                    FullTimeTeachers = table.Column<double>(type: "REAL", nullable: true),
                    AboveDegreeTeachers = table.Column<double>(type: "REAL", nullable: true),
                    BackboneTeachers = table.Column<double>(type: "REAL", nullable: true),
                    ArtsSportsTeachers = table.Column<double>(type: "REAL", nullable: true),
                    IntermediateTitleTeachers = table.Column<double>(type: "REAL", nullable: true),
                    CertifiedTeachers = table.Column<double>(type: "REAL", nullable: true),
                    TrainedTeachers = table.Column<double>(type: "REAL", nullable: true),
                    RotationEligibleTeachers = table.Column<double>(type: "REAL", nullable: true),
                    RotatedTeachers = table.Column<double>(type: "REAL", nullable: true),
                    RotatedBackboneTeachers = table.Column<double>(type: "REAL", nullable: true),
                    MigrantPupils = table.Column<double>(type: "REAL", nullable: true),
                    InZonePupils = table.Column<double>(type: "REAL", nullable: true),
                    Graduates = table.Column<double>(type: "REAL", nullable: true),
                    EntryPupils = table.Column<double>(type: "REAL", nullable: true),
                    TransfersIn = table.Column<double>(type: "REAL", nullable: true),
                    TransfersOut = table.Column<double>(type: "REAL", nullable: true),
                    Deaths = table.Column<double>(type: "REAL", nullable: true),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_stages", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "census_teachers",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Teacher = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", nullable: false),
                    Born = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Identity = table.Column<string>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Degree = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Backbone = table.Column<int>(type: "INTEGER", nullable: true),
                    FullTime = table.Column<bool>(type: "INTEGER", nullable: false),
                    StaffType = table.Column<string>(type: "TEXT", nullable: false),
                    Certified = table.Column<bool>(type: "INTEGER", nullable: true),
                    TeachingSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AtSchoolSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TrainingHours = table.Column<double>(type: "REAL", nullable: true),
                    Rotated = table.Column<bool>(type: "INTEGER", nullable: true),
                    File = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_census_teachers", x => new { x.County, x.Revision, x.No });
                });

            migrationBuilder.CreateTable(
                name: "counties",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    LastRevision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counties", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "judgements",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Standard = table.Column<string>(type: "TEXT", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: true),
                    FileContent = table.Column<byte[]>(type: "BLOB", nullable: true),
                    JudgedBy = table.Column<string>(type: "TEXT", nullable: false),
                    JudgedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgements", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "report_prints",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false),
                    PrintedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<byte[]>(type: "BLOB", nullable: false)
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
