using System.Collections.Immutable;
using SimLab.Model;

namespace SimLab.Engine.RuleQueries;

/// <summary>Spellings: <c>leasing_and_business</c>, <c>LeasingAndBusiness</c> or <c>租赁和商务服务业</c>.</summary>
public static class IndustryNames
{
    private static readonly string[][] Chinese =
    [
        ["农林牧渔业", "农业"], ["采矿业"], ["制造业"], ["电力热力燃气及水生产和供应业", "公用事业"], ["建筑业"], ["批发业"], ["零售业"],
        ["交通运输业"], ["仓储业"], ["邮政业"], ["住宿业"], ["餐饮业"], ["信息传输业"], ["软件和信息技术服务业", "软件业"],
        ["房地产开发经营", "房地产开发"], ["物业管理"], ["租赁和商务服务业"], ["科学研究和技术服务业"], ["水利环境和公共设施管理业"],
        ["居民服务业", "居民服务修理和其他服务业"], ["教育"], ["卫生和社会工作", "卫生"], ["文化体育和娱乐业"],
    ];

    /// <summary>The words in the order of <see cref="Industry"/>.</summary>
    public static ImmutableArray<FactWord> Words { get; } =
    [
        .. Enum.GetValues<Industry>().Select(industry =>
            new FactWord(
                Wording.Snake(industry), (long)industry,
                [industry.ToString(), .. Chinese[(int)industry], .. Chinese[(int)industry].Where(Long).Select(name => name[..^1])])),
    ];

    // 制造业 is also written 制造.
    private static bool Long(string name) => name.Length > 2 && name[^1] == '业';
}
