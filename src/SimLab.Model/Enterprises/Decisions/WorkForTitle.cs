using SimLab.Model.Chance;
using SimLab.Model.Messages;

namespace SimLab.Model.Enterprises.Decisions;

/// <summary>A firm on its way to a title builds up what it lacks, month by month, and pays for it.</summary>
public static class WorkForTitle
{
    /// <summary>Works and pays for a month; researchers come from the talent market (<see cref="Hire"/>).</summary>
    public static void Work(ref FirmContext context)
    {
        ref var e = ref context.State;
        if (e.TitleWork == TitleWork.None) return;
        var months = context.Behaviour.MonthsOfTitleWork;
        var u = context.Draws.Uniform(DrawId.WorkForTitle);

        if (e.TitleWork.HasFlag(TitleWork.DigitalLevel))
        {
            var level = (float)Math.Min(Enterprise.HighestDigitalLevel, e.DigitalLevel + 1 / months);
            Spend(ref context, TitleWork.DigitalLevel, level - e.DigitalLevel);
            e.DigitalLevel = level;
        }
        if (e.TitleWork.HasFlag(TitleWork.Researchers)) Spend(ref context, TitleWork.Researchers, 1 / months);
        // One draw decides on both: its lower end brings the certificate, its upper end the patent.
        if (e.TitleWork.HasFlag(TitleWork.Certificate) && !e.Is(Standing.QualityCertified) && u < 1 / months)
        {
            Spend(ref context, TitleWork.Certificate, 1);
            e.Set(Standing.QualityCertified, true);
        }
        if (e.TitleWork.HasFlag(TitleWork.Patent) && u > 1 - 1 / months)
        {
            Spend(ref context, TitleWork.Patent, 1);
            e.TitleWork &= ~TitleWork.Patent;
            e.Class1Ip = (ushort)Math.Min(ushort.MaxValue, e.Class1Ip + 1);
            context.Count(Indicator.Class1Granted);
        }
    }

    // Part of the price of one piece of work. Staff of the prefecture who coach a listed firm take over part of it.
    private static void Spend(ref FirmContext context, TitleWork work, double part)
    {
        ref var e = ref context.State;
        var price = TitlePlan.PriceOf(work, context.ExpectedSales * 12, e.Staff, e.RndStaff, context.Behaviour)
            * PrepareForTitles.ShareOfWork(context.Card.Listed, context.Behaviour);
        var paid = Fen.FromYuan(price * part);
        context.Pay(Indicator.TitleWorkCosts, paid);
        e.ProfitThisYear -= paid;
    }
}
