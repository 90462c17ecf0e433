using SimLab.Engine.Execution;
using SimLab.Model;
using SimLab.Model.Enterprises;

namespace SimLab.Engine.Recording;

/// <summary>enterprises.parquet: firms in business at year ends and at the end; yuan of one firm, unweighted.</summary>
internal sealed class EnterprisesTable(RunMaterials materials)
{
    private readonly Column<int> _month = new("month");
    private readonly TextColumn _arm = new("arm");
    private readonly Column<int> _replicate = new("replicate");
    private readonly Column<int> _enterprise = new("enterprise");
    private readonly Column<int> _weight = new("weight");
    private readonly TextColumn _region = new("region");
    private readonly TextColumn _industry = new("industry");
    private readonly TextColumn _stratum = new("stratum");
    private readonly TextColumn _ownId = new("own_id");
    private ParquetTable _table = null!;

    private readonly Fact<double>[] _amounts =
    [
        new("sales_this_year", (in e, _) => Fen.ToYuan(e.SalesThisYear)),
        new("sales_last_year", (in e, _) => Fen.ToYuan(e.SalesLastYear)),
        new("profit_this_year", (in e, _) => Fen.ToYuan(e.ProfitThisYear)),
        new("rnd_this_year", (in e, _) => Fen.ToYuan(e.RndThisYear)),
        new("rnd_last_year", (in e, _) => Fen.ToYuan(e.RndLastYear)),
        new("cash", (in e, _) => Fen.ToYuan(e.Cash)),
        new("loan", (in e, _) => Fen.ToYuan(e.Loan)),
        new("loan_rate", (in e, _) => e.LoanRate),
        new("public_not_due", (in e, _) => Fen.ToYuan(e.OwedByPublic.NotDue)),
        new("public_late_to_3_months", (in e, _) => Fen.ToYuan(e.OwedByPublic.LateTo3)),
        new("public_late_3_to_12_months", (in e, _) => Fen.ToYuan(e.OwedByPublic.Late3To12)),
        new("public_late_over_a_year", (in e, _) => Fen.ToYuan(e.OwedByPublic.LateOverYear)),
        new("customer_not_due", (in e, _) => Fen.ToYuan(e.OwedByCustomer.NotDue)),
        new("customer_late_to_3_months", (in e, _) => Fen.ToYuan(e.OwedByCustomer.LateTo3)),
        new("customer_late_3_to_12_months", (in e, _) => Fen.ToYuan(e.OwedByCustomer.Late3To12)),
        new("customer_late_over_a_year", (in e, _) => Fen.ToYuan(e.OwedByCustomer.LateOverYear)),
        new("payable", (in e, _) => Fen.ToYuan(e.Payable)),
        new("fixed_assets", (in e, _) => Fen.ToYuan(e.FixedAssets)),
        new("net_assets", (in e, _) => Fen.ToYuan(e.NetAssets)),
        new("demand", (in e, _) => e.Demand),
        new("knowledge", (in e, _) => e.Knowledge),
        new("capability", (in e, _) => e.Capability),
        new("digital_level", (in e, _) => e.DigitalLevel),
        new("quality_level", (in e, _) => e.QualityLevel),
        new("awareness", (in e, _) => e.Awareness),
        new("rnd_intensity", (in e, _) => e.RndIntensity),
    ];

    private readonly Fact<int>[] _counts =
    [
        new("staff", (in e, _) => e.Staff),
        new("rnd_staff", (in e, _) => e.RndStaff),
        new("class1_ip", (in e, _) => e.Class1Ip),
        new("class2_ip", (in e, _) => e.Class2Ip),
        new("age_months", (in e, _) => e.AgeMonths),
    ];

    private readonly Fact<bool>[] _facts =
    [
        .. Enum.GetValues<Title>().Select(title =>
            new Fact<bool>(Spelling.Snake(title.ToString()), (in e, month) => e.Holds(title, month))),
        new("above_scale", (in e, _) => e.Is(Standing.AboveScale)),
        new("general_vat", (in e, _) => e.Is(Standing.GeneralVat)),
        new("on_cloud", (in e, _) => e.Is(Standing.OnCloud)),
        new("quality_certified", (in e, _) => e.Is(Standing.QualityCertified)),
    ];

    public async Task<ParquetTable> Create(string file) => _table = await ParquetTable.Create(file,
    [
        _month, _arm, _replicate, _enterprise, _weight, _region, _industry, _stratum, _ownId,
        .. _amounts.Select(fact => fact.Column), .. _counts.Select(fact => fact.Column), .. _facts.Select(fact => fact.Column),
    ]);

    public async Task Add(Month month, int arm, int replicate, Enterprise[] states)
    {
        for (var i = 0; i < states.Length; i++)
        {
            ref readonly var state = ref states[i];
            if (!state.IsAlive) continue;
            var firm = materials.Population.Firms[i];
            _month.Add(Names.Number(month));
            _arm.Add(materials.Plan.Arms[arm].Name);
            _replicate.Add(replicate);
            _enterprise.Add(firm.Id);
            _weight.Add(firm.Weight);
            _region.Add(materials.Plan.Population.Province.Of(firm.Region).Name);
            _industry.Add(Names.Industries[(int)firm.Industry]);
            _stratum.Add(Names.Strata[(int)firm.Stratum]);
            _ownId.Add(materials.Population.OwnId(i));
            foreach (var fact in _amounts) fact.Add(in state, month);
            foreach (var fact in _counts) fact.Add(in state, month);
            foreach (var fact in _facts) fact.Add(in state, month);
        }
        await _table.Flush();
    }

    private delegate T Read<T>(in Enterprise state, Month month);

    /// <summary>A fact of a firm: its column and how to read it.</summary>
    private sealed class Fact<T>(string name, Read<T> read) where T : struct
    {
        public Column<T> Column { get; } = new(name);

        public void Add(in Enterprise state, Month month) => Column.Add(read(in state, month));
    }
}
