using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
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
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Scenario = table.Column<Guid>(type: "uuid", nullable: false),
                    Leader = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Schools = table.Column<List<string>>(type: "text[]", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
