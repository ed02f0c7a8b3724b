using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ModelSuggestions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AskedModel",
                table: "plan_documents",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "ByModel",
                table: "commitments",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AskedModel",
                table: "plan_documents");

            migrationBuilder.DropColumn(
                name: "ByModel",
                table: "commitments");
        }
    }
}
