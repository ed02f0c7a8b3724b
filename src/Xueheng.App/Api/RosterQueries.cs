using System.ComponentModel;

namespace Xueheng.App.Api;

/// <summary>What can be asked of the pupils; the names are the filters of the page's list, which a test holds.</summary>
internal sealed record PupilQuery(
    string County,
    int Period,
    [property: Description("姓名、学籍号、身份证号或学校")] string? Q,
    [property: Description("学段")] string? Stage,
    [property: Description("年级码")] string? Grade,
    [property: Description("男 或 女")] string? Sex,
    [property: Description("随迁：yes 或 no")] string? Migrant,
    [property: Description("留守：yes 或 no")] string? Leftbehind,
    [property: Description("学校标识码")] string? School,
    [property: Description("户籍乡镇")] string? Hometown,
    [property: Description("班号")] string? Class,
    [property: Description("full 时证件号完整显示，否则隐去中间")] string? Numbers,
    [property: Description("排序的列，前面加 - 为倒序")] string? Sort,
    int? Page,
    int? Size);

internal sealed record TeacherQuery(
    string County,
    int Period,
    [property: Description("姓名、工号、身份证号或学校")] string? Q,
    [property: Description("任课学段")] string? Stage,
    [property: Description("学科")] string? Subject,
    [property: Description("学历码")] string? Degree,
    [property: Description("职称")] string? Title,
    [property: Description("骨干级别")] string? Backbone,
    [property: Description("本学年交流：yes 或 no")] string? Rotated,
    [property: Description("持证：yes 或 no")] string? Certified,
    [property: Description("学校标识码")] string? School,
    [property: Description("full 时证件号完整显示，否则隐去中间")] string? Numbers,
    [property: Description("排序的列，前面加 - 为倒序")] string? Sort,
    int? Page,
    int? Size);

internal sealed record ClassQuery(
    string County,
    int Period,
    [property: Description("班号、名称或学校")] string? Q,
    [property: Description("学段")] string? Stage,
    [property: Description("年级码")] string? Grade,
    [property: Description("人数超过")] string? Over,
    [property: Description("学校标识码")] string? School,
    [property: Description("排序的列，前面加 - 为倒序")] string? Sort,
    int? Page,
    int? Size);
