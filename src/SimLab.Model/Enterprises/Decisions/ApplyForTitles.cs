using SimLab.Model.Chance;
using SimLab.Model.Forms;
using SimLab.Model.Papers;
using SimLab.Model.Rulebook;


namespace SimLab.Model.Enterprises.Decisions;

/// <summary>
/// Once a year, in the month the office takes applications, a firm weighs what a title is worth against what applying
/// costs, and how sure it is to pass. A file is judged by the rulebook; coaching adds points to the file.
/// </summary>
public static class ApplyForTitles
{
    private const int BotherTrait = 109;                   // address of the lasting trait

    public static readonly Month InnovativeBegins = Month.Of(2022, 8);         // 工信部企业〔2022〕63号

    public static void Decide(ref Life life)
    {
        if (!life.E.Is(Standing.DoesRnd) && life.Card.Titles == 0) return;
        switch (life.Month.OfYear)
        {
            case 3:
                Weigh(ref life, Title.TechSme, Matter.ApplyTechSme);
                Weigh(ref life, Title.Specialised, Matter.ApplySpecialised);
                break;
            case 5:
                Weigh(ref life, Title.LittleGiant, Matter.ApplyLittleGiant);
                break;
            case 8:
                Weigh(ref life, Title.HighTech, Matter.ApplyHighTech);
                break;
            case 9:
                Weigh(ref life, Title.Innovative, Matter.ApplyInnovative);
                break;
        }
    }

    private static void Weigh(ref Life life, Title title, Matter luck)
    {
        if (title == Title.Innovative && life.Month < InnovativeBegins) return;
        if (title == Title.LittleGiant && !life.Card.Holds(Title.Specialised)) return;     // as the yearly notices ask
        // Apply when the title is not held, or lapses before next year's batch is awarded.
        if (life.E.Holds(title, life.Month + 12 + RecognitionCalendar.MonthsToAward(title))) return;

        var file = NewFile(life, title);
        life.Preview(life.Desk.RecognitionFiles, ref file);
        var facts = FirmPapers.Facts(ref life, file.ScoreGain);
        var earned = TitleLaw.Earns(title, facts);

        // A firm that fails the hard conditions knows it, mostly; a near miss may try all the same.
        var hope = earned ? 0.9 : 0.05;
        var taxFacts = PayTaxes.FactsFor(life, life.E.ProfitThisYear * 12 / life.Month.OfYear);
        var value = hope * (Worth(life, title, taxFacts) + Fen.ToYuan(file.ExpectedReward)) - Fen.ToYuan(file.CostOfApplying) * Bother(life, title);
        var chance = 1 / (1 + Math.Exp(-value / (life.Habits.ApplicationScale * WeightOf(title, life.Habits))));
        // Nobody applies for what he has not heard of; a holder renewing has.
        if (life.E.Until(title) == 0) chance *= life.Habits.AppliesUnaware + (1 - life.Habits.AppliesUnaware) * life.E.Awareness;
        if (!life.Dice.Says(luck, chance)) return;

        var filed = NewFile(life, title);
        life.Pass(life.Desk.RecognitionFiles, ref filed);
        life.Pay(Indicator.ApplicationCosts, filed.CostOfApplying);
        life.E.ProfitThisYear -= filed.CostOfApplying;
        if (title == Title.HighTech) life.Count(Indicator.FilesHighTech);
        if (title == Title.Specialised) life.Count(Indicator.FilesSpecialised);
        life.File(life.Tray.TitleFiles, new JudgedFile(title, earned));
    }

    // Many firms that would pass never apply: strangers to offices, afraid of inspections, or without anybody to write. A
    // reward wins some of them. Who has held the title has the file in the drawer.
    private static double Bother(in Life life, Title title) => life.E.Until(title) != 0
        ? life.Habits.BotherOfRenewing
        : 0.5 + 0.5 * Math.Exp(Dice.BellAt(life.Trait(BotherTrait), life.Habits.BotherSpread));

    public static RecognitionFile NewFile(in Life life, Title title) => new()
    {
        Title = title,
        CostOfApplying = Fen.FromYuan(CostOf(title, life.Habits)),
    };

    /// <summary>What applying costs, yuan.</summary>
    internal static double CostOf(Title title, Habits habits) => habits.CostOfApplying * WeightOf(title, habits);

    /// <summary>What the name is worth beside tax and rewards, yuan.</summary>
    internal static double NameOf(Title title, Habits habits) => habits.TitlePrestige * (title == Title.Specialised ? habits.SpecialisedName : WeightOf(title, habits));

    /// <summary>What holding the title for its term is worth beside rewards, yuan: prestige and, for high-tech firms, tax.</summary>
    public static double Worth(in Life life, Title title, in TaxFacts facts)
    {
        var worth = NameOf(title, life.Habits);
        if (title != Title.HighTech) return worth;
        // The 15 % rate is worth nothing to a small low-profit firm, or to one in an encouraged industry of the west.
        var saved = IncomeTax.Assess(facts with { HighTech = false }).TaxFen - IncomeTax.Assess(facts with { HighTech = true }).TaxFen;
        return worth + 3 * Fen.ToYuan(saved);
    }

    private static double WeightOf(Title title, Habits habits) => title switch
    {
        Title.HighTech => 1,
        Title.Specialised => habits.SpecialisedWeight,
        Title.LittleGiant => habits.LittleGiantWeight,
        _ => habits.LightTitleWeight,
    };
}
