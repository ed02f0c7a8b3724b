using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SchoolPlanVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_plans_County_Under",
                table: "plans");

            migrationBuilder.AddColumn<Guid>(
                name: "CopiedFrom",
                table: "plan_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_County_Under_School_Version",
                table: "plans",
                columns: new[] { "County", "Under", "School", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_plans_County_Under_School_Version",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "CopiedFrom",
                table: "plan_items");

            migrationBuilder.CreateIndex(
                name: "IX_plans_County_Under",
                table: "plans",
                columns: new[] { "County", "Under" });
        }
    }
}
