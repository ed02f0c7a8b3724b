using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SchoolGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "planning_groups",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Scenario = table.Column<Guid>(type: "TEXT", nullable: false),
                    Leader = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Schools = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_groups", x => new { x.County, x.Scenario, x.Leader });
                });

            migrationBuilder.CreateIndex(
                name: "IX_planning_groups_County_Stage_At",
                table: "planning_groups",
                columns: new[] { "County", "Stage", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planning_groups");
        }
    }
}
