using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NoticeDeliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notice_deliveries",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Notice = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Claim = table.Column<Guid>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_deliveries", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_notice_deliveries_notices_County_Notice",
                        columns: x => new { x.County, x.Notice },
                        principalTable: "notices",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notice_deliveries_County_Notice_Channel_Target",
                table: "notice_deliveries",
                columns: new[] { "County", "Notice", "Channel", "Target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_deliveries_County_State_NextAt",
                table: "notice_deliveries",
                columns: new[] { "County", "State", "NextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_deliveries");
        }
    }
}
