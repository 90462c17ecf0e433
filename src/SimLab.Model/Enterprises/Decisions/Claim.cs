using SimLab.Model.Chance;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Does a firm that knows of support claim it? It weighs what the support is worth in a year against the paperwork, which
/// bothers some firms for life more than others. Whoever never claimed anything must learn how, and some small firms have
/// nobody who could (Cui, Hicks and Xing 2022: most optional relief goes unclaimed, more of it where firms are unsophisticated).
/// The bother is time, not cash.
/// </summary>
public static class Claim
{
    private const int HassleTrait = 104, AbleTrait = 105;  // addresses of lasting traits

    /// <param name="life">The firm.</param>
    /// <param name="worth">What the claim would bring, yuan a year.</param>
    public static bool IsWorthIt(in Life life, double worth)
    {
        if (worth <= 0) return false;
        var habits = life.Habits;
        var hassle = habits.ClaimHassle * Math.Exp(Dice.BellAt(life.Trait(HassleTrait), habits.HassleSpread));
        if (life.E.Is(Standing.HasClaimed)) return worth > hassle;
        return worth > hassle * habits.FirstClaimHassle && life.Trait(AbleTrait) < Able(life.E.Staff, habits);
    }

    /// <summary>Share of firms of that many people that have somebody able to write a first claim.</summary>
    public static double Able(int staff, Habits habits) =>
        Math.Min(1, habits.AbleAlone + habits.AblePerTenfold * Math.Log10(Math.Max(1, staff)));
}
