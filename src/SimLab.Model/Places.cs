namespace SimLab.Model;

/// <summary>The 14 prefectures (市州) of Gansu and Lanzhou New Area (兰州新区), inside Lanzhou, reported apart.</summary>
public enum Region : byte
{
    Lanzhou, LanzhouNewArea, Jiayuguan, Jinchang, Baiyin, Tianshui, Wuwei, Zhangye,
    Pingliang, Jiuquan, Qingyang, Dingxi, Longnan, Linxia, Gannan,
}

/// <summary>
/// Industries of GB/T 4754-2017 at section level, split where legal size classes or thresholds split a section.
/// </summary>
public enum Industry : byte
{
    Agriculture, Mining, Manufacturing, Utilities, Construction, Wholesale, Retail, Transport, Storage, Post,
    Accommodation, Catering, Telecommunication, Software, RealEstateDevelopment, PropertyManagement,
    LeasingAndBusiness, ResearchAndTechnical, WaterAndEnvironment, ResidentServices, Education, Health, CultureAndSports,
}

/// <summary>Statistical size class (国统字〔2017〕213号), from smallest to largest.</summary>
public enum SizeClass : byte { Micro, Small, Medium, Large }

/// <summary>A recognition of a firm; a firm can hold several.</summary>
public enum Title : byte
{
    /// <summary>High-tech enterprise (高新技术企业), 3 years.</summary>
    HighTech,
    /// <summary>Technology SME (科技型中小企业), 1 year.</summary>
    TechSme,
    /// <summary>Innovative SME (创新型中小企业), 3 years.</summary>
    Innovative,
    /// <summary>Specialised SME of the province (省级专精特新中小企业), 3 years.</summary>
    Specialised,
    /// <summary>Little giant, the national title above the specialised SME (国家级专精特新“小巨人”企业), 3 years.</summary>
    LittleGiant,
}

/// <summary>Array sizes, names and groupings of regions, industries and titles.</summary>
public static class Places
{
    /// <summary>Length of an array by region.</summary>
    public const int Regions = (int)Region.Gannan + 1;
    /// <summary>Length of an array by industry.</summary>
    public const int Industries = (int)Industry.CultureAndSports + 1;
    /// <summary>Length of an array by title.</summary>
    public const int Titles = (int)Title.LittleGiant + 1;

    private static readonly string[] RegionChinese =
    [
        "兰州市", "兰州新区", "嘉峪关市", "金昌市", "白银市", "天水市", "武威市", "张掖市",
        "平凉市", "酒泉市", "庆阳市", "定西市", "陇南市", "临夏州", "甘南州",
    ];

    /// <summary>Chinese name of a region.</summary>
    public static string Chinese(this Region region) => RegionChinese[(int)region];

    /// <summary>The GB/T 4754 section letter of an industry.</summary>
    public static char Section(this Industry industry) => "ABCDEFFGGGHHIIKKLMNOPQR"[(int)industry];

    /// <summary>The data and information industry (数据信息产业): software and telecommunication.</summary>
    public static bool IsData(this Industry industry) => industry is Industry.Software or Industry.Telecommunication;

    /// <summary>工业: mining, manufacturing and utilities, the industries of the above-scale roster.</summary>
    public static bool IsIndustrial(this Industry industry) =>
        industry is Industry.Mining or Industry.Manufacturing or Industry.Utilities;
}
