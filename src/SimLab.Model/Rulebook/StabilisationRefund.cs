namespace SimLab.Model.Rulebook;

/// <summary>Refund of last year's unemployment-insurance premium to firms that retain their staff (失业保险稳岗返还).</summary>
public static class StabilisationRefund
{
    private const string Highest = "Highest shares; the file of the province says how much it refunds.";

    /// <summary>Refund as a share of last year's premium.</summary>
    public readonly record struct RefundShares(double Large, double SmallAndMedium);

    /// <summary>The most a province may refund, by month; what it refunds where its file says nothing.</summary>
    public static readonly Dated<RefundShares> Shares = new(
        new("stabilisation-refund", "Stabilisation refund", "失业保险稳岗返还"),
        new Step<RefundShares>("2021-01", "2021-12", "人社部发〔2021〕29号", "第一条", SourceTag.Known, new(0.3, 0.6), Highest),
        new Step<RefundShares>(
            "2022-01", "2022-12", "国发〔2022〕12号; 人社部发〔2022〕37号", "第一条", SourceTag.Known, new(0.5, 0.9), Highest),
        new Step<RefundShares>("2023-01", "2023-12", "国办发〔2023〕11号", "稳岗返还", SourceTag.Known, new(0.3, 0.6), Highest),
        new Step<RefundShares>("2024-01", "2024-12", "人社部发〔2024〕40号", "第一条", SourceTag.Known, new(0.3, 0.6), Highest),
        new Step<RefundShares>("2025-01", "2025-12", "国办发〔2025〕25号", "第一条", SourceTag.Known, new(0.5, 0.9), Highest));

    /// <summary>Refund to large firms, share of last year's premium.</summary>
    public static readonly LocalRule ToLarge = new(
        "refundToLarge", "Stabilisation refund to large firms", "大型企业稳岗返还比例", month => Shares.At(month).Large)
    { National = month => Shares.At(month).Large };

    /// <summary>Refund to small and medium firms, share of last year's premium.</summary>
    public static readonly LocalRule ToSmallAndMedium = new(
        "refundToSmallAndMedium", "Stabilisation refund to small and medium firms", "中小微企业稳岗返还比例",
        month => Shares.At(month).SmallAndMedium)
    { National = month => Shares.At(month).SmallAndMedium };

    /// <summary>Maximum lay-off rate, and the higher one for firms with few insured people.</summary>
    public readonly record struct LayoffLimits(double Usual, double Few, int FewInsured);

    /// <summary>Lay-off limits by month.</summary>
    public static readonly Dated<LayoffLimits> Layoffs = new(
        new("stabilisation-refund.layoffs", "Lay-off limit of the stabilisation refund", "稳岗返还裁员率"),
        new Step<LayoffLimits>(
            "2021-01", null, "甘政办发〔2023〕60号", "稳岗返还", SourceTag.Verified, new(0.055, 0.20, 30),
            "Gansu's text of the national limit; VERIFIED for 2023, taken for the other years."));

    /// <summary>Share of wages paid as unemployment insurance, firm and worker together (阶段性降低失业保险费率, KNOWN).</summary>
    public const double PremiumShare = 0.01;

    /// <summary>Whether a firm's lay-off rate, 0 to 1, entitles it to the refund.</summary>
    public static bool Earns(Month month, int insured, double layoffRate)
    {
        ref readonly var limits = ref Layoffs.At(month);
        return layoffRate <= (insured <= limits.FewInsured ? limits.Few : limits.Usual);
    }

    /// <summary>Refund in fen on last year's premium in fen.</summary>
    public static long Refund(Month month, LocalLaw law, SizeClass size, int insured, double layoffRate, long lastYearsPremiumFen) =>
        Earns(month, insured, layoffRate) ? Exactly.Share(lastYearsPremiumFen, Share(month, law, size != SizeClass.Large)) : 0;

    /// <summary>Refund as a share of last year's premium.</summary>
    public static double Share(Month month, LocalLaw law, bool sme) => law.At(sme ? ToSmallAndMedium : ToLarge, month);
}
