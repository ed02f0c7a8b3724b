using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ByModel",
                table: "commitments",
                type: "INTEGER",
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
