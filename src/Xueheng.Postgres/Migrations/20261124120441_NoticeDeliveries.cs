using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Postgres.Migrations
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
                    County = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false, collation: "C"),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Notice = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Claim = table.Column<Guid>(type: "uuid", nullable: true),
                    Error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
