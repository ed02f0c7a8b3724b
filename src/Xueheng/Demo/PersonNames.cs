namespace Xueheng.Demo;

/// <summary>Names put together by chance. They are nobody's.</summary>
internal static class PersonNames
{
    // Frequent surnames stand more than once.
    private const string Surnames = "王王王李李李张张张刘刘陈陈杨杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江";

    private const string Boys = "子浩宇轩俊杰博文明志强建国伟峰磊鹏飞涛毅勇军辉鑫睿泽航晨阳嘉铭昊天一帆思远景瑞承恩家乐启东少华庆云海波永康";

    private const string Girls = "欣怡雨婷梓涵诗琪雅静思颖佳慧玉兰秀英美玲春燕丽娟晓梅若曦语桐可心梦瑶芷晴依诺紫萱艺珊书瑾念慈小雪海燕月华清芳";

    public static string Of(ulong chance, bool boy)
    {
        var given = boy ? Boys : Girls;
        var surname = Surnames[(int)(chance % (ulong)Surnames.Length)];
        chance /= (ulong)Surnames.Length;
        var first = given[(int)(chance % (ulong)given.Length)];
        chance /= (ulong)given.Length;
        return chance % 5 == 0 ? $"{surname}{first}" : $"{surname}{first}{given[(int)(chance / 5 % (ulong)given.Length)]}";
    }
}
