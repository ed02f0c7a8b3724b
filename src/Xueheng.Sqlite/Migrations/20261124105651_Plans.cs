using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Xueheng.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "plan_documents",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImportedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_documents", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Under = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    Edit = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_plans_plan_documents_County_Document",
                        columns: x => new { x.County, x.Document },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", nullable: true),
                    Lead = table.Column<string>(type: "TEXT", nullable: true),
                    Supporting = table.Column<string>(type: "TEXT", nullable: false),
                    Head = table.Column<string>(type: "TEXT", nullable: true),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Edit = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_items", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_plan_items_plan_items_County_Parent",
                        columns: x => new { x.County, x.Parent },
                        principalTable: "plan_items",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_plan_items_plans_County_Plan",
                        columns: x => new { x.County, x.Plan },
                        principalTable: "plans",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_reviews",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_reviews", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_plan_reviews_plans_County_Plan",
                        columns: x => new { x.County, x.Plan },
                        principalTable: "plans",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: true),
                    End = table.Column<int>(type: "INTEGER", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Comparison = table.Column<int>(type: "INTEGER", nullable: true),
                    Value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", nullable: true),
                    Deadline = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: true),
                    Town = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", nullable: true),
                    Division = table.Column<string>(type: "TEXT", nullable: true),
                    Head = table.Column<string>(type: "TEXT", nullable: true),
                    Edit = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitments", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_commitments_plan_items_County_Item",
                        columns: x => new { x.County, x.Item },
                        principalTable: "plan_items",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_plans_County_Plan",
                        columns: x => new { x.County, x.Plan },
                        principalTable: "plans",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Task = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: true),
                    FileContent = table.Column<byte[]>(type: "BLOB", nullable: true),
                    GivenBy = table.Column<string>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_evidence_plan_items_County_Task",
                        columns: x => new { x.County, x.Task },
                        principalTable: "plan_items",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_events",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Task = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    FromDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_events", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_task_events_plan_items_County_Task",
                        columns: x => new { x.County, x.Task },
                        principalTable: "plan_items",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<Guid>(type: "TEXT", nullable: false),
                    Commitment = table.Column<Guid>(type: "TEXT", nullable: true),
                    Item = table.Column<Guid>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", nullable: false),
                    Comparison = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Division = table.Column<string>(type: "TEXT", nullable: true),
                    Head = table.Column<string>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Edit = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_targets", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_targets_commitments_County_Commitment",
                        columns: x => new { x.County, x.Commitment },
                        principalTable: "commitments",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_targets_plan_items_County_Item",
                        columns: x => new { x.County, x.Item },
                        principalTable: "plan_items",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_targets_plans_County_Plan",
                        columns: x => new { x.County, x.Plan },
                        principalTable: "plans",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_County_Item",
                table: "commitments",
                columns: new[] { "County", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_County_Plan",
                table: "commitments",
                columns: new[] { "County", "Plan" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_County_Task",
                table: "evidence",
                columns: new[] { "County", "Task" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_County_Recipient_Matter",
                table: "notices",
                columns: new[] { "County", "Recipient", "Matter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_County_Due",
                table: "plan_items",
                columns: new[] { "County", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_County_Parent",
                table: "plan_items",
                columns: new[] { "County", "Parent" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_County_Plan",
                table: "plan_items",
                columns: new[] { "County", "Plan" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_reviews_County_Plan",
                table: "plan_reviews",
                columns: new[] { "County", "Plan" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_County_Document",
                table: "plans",
                columns: new[] { "County", "Document" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_County_Under",
                table: "plans",
                columns: new[] { "County", "Under" });

            migrationBuilder.CreateIndex(
                name: "IX_targets_County_Commitment",
                table: "targets",
                columns: new[] { "County", "Commitment" });

            migrationBuilder.CreateIndex(
                name: "IX_targets_County_Item",
                table: "targets",
                columns: new[] { "County", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_targets_County_Plan",
                table: "targets",
                columns: new[] { "County", "Plan" });

            migrationBuilder.CreateIndex(
                name: "IX_task_events_County_Task",
                table: "task_events",
                columns: new[] { "County", "Task" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "plan_reviews");

            migrationBuilder.DropTable(
                name: "targets");

            migrationBuilder.DropTable(
                name: "task_events");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "plan_documents");
        }
    }
}
