namespace SimLab.Model;

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

/// <summary>Array sizes and groupings of industries and titles.</summary>
public static class Places
{
    /// <summary>Length of an array by industry.</summary>
    public const int Industries = (int)Industry.CultureAndSports + 1;
    /// <summary>Length of an array by title.</summary>
    public const int Titles = (int)Title.LittleGiant + 1;

    /// <summary>The GB/T 4754 section letter of an industry.</summary>
    public static char Section(this Industry industry) => "ABCDEFFGGGHHIIKKLMNOPQR"[(int)industry];

    /// <summary>The data and information industry (数据信息产业): software and telecommunication.</summary>
    public static bool IsData(this Industry industry) => industry is Industry.Software or Industry.Telecommunication;

    /// <summary>
    /// Serves customers of its own neighbourhood: shops, building, rooms and meals, homes, and services to residents.
    /// </summary>
    public static bool IsLocal(this Industry industry) => industry is Industry.Construction or Industry.Retail
        or Industry.Accommodation or Industry.Catering or Industry.RealEstateDevelopment or Industry.PropertyManagement
        or Industry.WaterAndEnvironment or Industry.ResidentServices or Industry.Education or Industry.Health
        or Industry.CultureAndSports;

    /// <summary>工业: mining, manufacturing and utilities, the industries of the above-scale roster.</summary>
    public static bool IsIndustrial(this Industry industry) =>
        industry is Industry.Mining or Industry.Manufacturing or Industry.Utilities;
}
