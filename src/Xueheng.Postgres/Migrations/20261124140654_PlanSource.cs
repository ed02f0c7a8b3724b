using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PlanSource : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SourceAddress",
                table: "plans",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "SourceDate",
                table: "plans",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceTitle",
                table: "plans",
                type: "text",
                nullable: true,
                collation: "C");

            // Plans of documents imported before: where they come from stood with the document alone.
            migrationBuilder.Sql(
                """
                UPDATE plans SET
                    "SourceTitle" = (SELECT d."Title" FROM plan_documents d WHERE d."County" = plans."County" AND d."Id" = plans."Document"),
                    "SourceDate" = (SELECT d."Date" FROM plan_documents d WHERE d."County" = plans."County" AND d."Id" = plans."Document")
                WHERE "Document" IS NOT NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SourceAddress",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "SourceDate",
                table: "plans");

            migrationBuilder.DropColumn(
                name: "SourceTitle",
                table: "plans");
        }
    }
}
