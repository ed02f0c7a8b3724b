using Xueheng.Standards;

namespace Xueheng.Demo;

/// <summary>What the bureau of the invented county has judged so far. What is not here is left unknown.</summary>
internal static class DemoJudgements
{
    private const string Quality = "quality-balance-2017";
    private const string Preschool = "preschool-universal-2020";
    private const string Judge = "演示用户";

    private static readonly (int Period, string Standard, string Indicator, Verdict Verdict, string Evidence)[] All =
    [
        (2023, Quality, "G1", Verdict.Meets, "《云溪县中小学校布局专项规划（2021—2025 年）》（云政发〔2021〕18 号），督导室 2023 年 10 月核查。"),
        (2023, Quality, "G2", Verdict.Fails, "城乡基本装备配置标准尚未统一：竹坪乡、梅坞乡仍执行旧标准，2023 年 11 月核查。"),
        (2023, Quality, "G6", Verdict.Meets, "查 26 个教学点公用经费拨款单，均按 100 人核定。"),
        (2024, Quality, "G1", Verdict.Meets, "《云溪县中小学校布局专项规划（2021—2025 年）》年度评估报告（云教〔2024〕36 号）。"),
        (2024, Quality, "G2", Verdict.Meets, "四项标准统一文件汇编（云教〔2024〕12 号），竹坪乡、梅坞乡已换装，2024 年 10 月复核。"),
        (2024, Quality, "G6", Verdict.Meets, "查 26 个教学点 2024 年公用经费拨款单，均按 100 人核定到账。"),
        (2024, Quality, "G8", Verdict.Meets, "县人社局、财政局绩效工资总量核定文件（云人社〔2024〕9 号）。"),
        (2024, Quality, "G10", Verdict.Meets, "《2024 年秋季学期教职工编制和岗位调整方案》经县委编办备案。"),
        (2024, Quality, "G14", Verdict.Meets, "《2024 年高中阶段招生工作通知》：农村初中分配比例高于城区 6 个百分点。"),
        (2024, Quality, "G15", Verdict.Meets, "留守儿童关爱台账抽查 12 校，随迁子女入学以居住证为主要依据（云教〔2024〕20 号）。"),
        (2024, Quality, "Q3", Verdict.Meets, "全部学校章程已核准并公示，管理平台覆盖全部学校。"),
        (2024, Quality, "Q5", Verdict.Meets, "2024 年教师信息技术应用能力测评合格率 96.8%，抽查设施使用记录 20 校。"),
        (2024, Quality, "Q6", Verdict.Fails, "德育和校园文化评估中 3 所学校未达良好，整改期限 2025 年 3 月。"),
        (2024, Quality, "Q7", Verdict.Meets, "抽查课表、教案和综合实践活动记录 18 校，未发现缺开课程。"),
        (2024, Preschool, "2.1", Verdict.Meets, "县委教育工作领导小组会议纪要（2024 年第 3 期），公办园党组织全覆盖。"),
        (2024, Preschool, "2.2", Verdict.Meets, "《云溪县学前教育发展提升行动计划》及年度任务清单。"),
        (2024, Preschool, "2.3", Verdict.Meets, "13 个乡镇各有 1 所公办中心幼儿园，名单见县政府网站公示。"),
        (2024, Preschool, "2.4", Verdict.Fails, "城东片区一所小区配套幼儿园尚未移交，住建部门承诺 2025 年 6 月前完成。"),
        (2024, Preschool, "2.6", Verdict.Meets, "发改、教育、财政联合核定收费文件，2024 年秋季检查无违规收费。"),
        (2024, Preschool, "2.8", Verdict.Meets, "幼儿园安全隐患排查台账，专职保安、一键报警、视频监控均达 100%。"),
        (2024, Preschool, "2.9", Verdict.Meets, "2024 年度幼儿园年检结果公告。"),
        (2024, Preschool, "2.10", Verdict.Meets, "办园条件改善专项资金 860 万元，改造园舍 9 所。"),
        (2024, Preschool, "3.5", Verdict.Meets, "保教质量评估全覆盖，游戏活动时间抽查 15 园达标。"),
    ];

    public static IEnumerable<JudgementCommand> Of(int period) => All.Where(j => j.Period == period)
        .Select(j => new JudgementCommand(DemoCounty.Code.Value, j.Period, j.Standard, j.Indicator, j.Verdict, j.Evidence, Judge));
}
