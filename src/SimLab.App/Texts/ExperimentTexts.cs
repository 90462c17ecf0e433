using System.Collections.Frozen;

namespace SimLab.App.Texts;

/// <summary>Texts of the Experiments page.</summary>
public static class ExperimentTexts
{
    public static readonly Phrase Page = new("研究", "Experiments");
    public static readonly Phrase Heading = new(
        "研究：系统地变动措施与假设，看结果取决于什么", "Experiments: vary measures and assumptions, see what the outcomes depend on");
    public static readonly Phrase New = new("新建研究", "New experiment");
    public static readonly Phrase Upload = new("上传实验文件", "Upload file");
    public static readonly Phrase UploadHint = new(
        "YAML，与命令行使用的实验文件相同，最大 1 MB", "YAML, the same experiment file that the command line reads, at most 1 MB");
    public static readonly Phrase Download = new("下载实验文件", "Download file");
    public static readonly Phrase BadFile = new("文件无法读取：", "The file cannot be read:");
    public static readonly Phrase BadLink = new("链接中的研究无法读取。{0}", "The experiment in the link cannot be read. {0}");

    public static readonly Phrase Examples = new("现成的研究", "Experiments to start from");
    public static readonly Phrase ExamplesHint = new("打开后可直接运行，也可先修改。", "Open one to run it, or to change it first.");
    public static readonly Phrase NoExamples = new("情景文件夹中没有 studies 子文件夹。", "The folder of scenarios has no folder studies.");
    public static readonly Phrase Mine = new("已运行的研究", "Experiments that were run");
    public static readonly Phrase None = new(
        "还没有运行过研究。请从上面选择一项，或新建。", "No experiment has been run yet. Open one above, or make a new one.");
    public static readonly Phrase Name = new("名称", "Name");
    public static readonly Phrase Kind = new("类型", "Kind");
    public static readonly Phrase State = new("状态", "State");
    public static readonly Phrase Started = new("开始时间", "Started");
    public static readonly Phrase Open = new("打开", "Open");
    public static readonly Phrase Result = new("查看结果", "See result");
    public static readonly Phrase Broken = new("无法读取", "cannot be read");

    public static readonly Phrase Form = new("研究设置", "Settings of the experiment");
    public static readonly Phrase NameZh = new("中文名称", "Name in Chinese");
    public static readonly Phrase Scenario = new("起点方案", "Scenario");
    public static readonly Phrase ScenarioList = new(
        "参与比较的方案（第一个为比较基准）", "Scenarios (the first is what the others are compared with)");
    public static readonly Phrase Add = new("添加", "Add");
    public static readonly Phrase Remove = new("移除", "Remove");
    public static readonly Phrase Last = new("模拟到（含）", "Simulated to the end of");
    public static readonly Phrase AsScenario = new("同方案", "as in the scenario");
    public static readonly Phrase Replicates = new("每个方案的模拟次数", "Draws of luck for each");
    public static readonly Phrase Firms = new("企业总体", "Firms");
    public static readonly Phrase WholePopulation = new("全部", "all");
    public static readonly Phrase Reduced = new("约 {0} 户代表性企业（较快）", "about {0} representative firms (faster)");
    public static readonly Phrase ReducedNotice = new(
        "按约 {0} "
            + "户代表性企业模拟：用于比较，水平值与全部企业的结果会有出入（如新增规上企业、普惠小微贷款增速）。要看水平，请改为全部企业再运行。",
        "Simulated with about {0} representative firms: good for comparing; levels differ from those of all firms (new above-scale firms "
            + "and inclusive loans by most). For levels run it again with all firms.");
    public static readonly Phrase Seed = new("随机种子", "Seed");
    public static readonly Phrase Varied = new("变动什么", "What is varied");
    public static readonly Phrase VariedHint = new(
        "留空即为登记的全部范围；也可写若干取值，用逗号隔开。金额可写 20万元，比例可写 3%。",
        "Blank ends mean the whole registered range; or list values with commas. Shares may be written 3%.");
    public static readonly Phrase NothingVaried = new("这类研究不变动因素。", "This kind varies nothing.");
    public static readonly Phrase ChooseFactor = new("选择要变动的因素…", "Choose what to vary…");
    public static readonly Phrase Low = new("下限", "Low");
    public static readonly Phrase High = new("上限", "High");
    public static readonly Phrase Values = new("或取值", "or values");
    public static readonly Phrase Log = new("对数", "log");
    public static readonly Phrase InUnit = new("单位：{0}；范围 {1} 至 {2}", "in {0}; {1} to {2}");
    public static readonly Phrase FirstMonth = new("起始月份", "First month in force");
    public static readonly Phrase LastMonth = new("终止月份", "Last month in force");
    public static readonly Phrase Read = new("看哪些结果", "What is read");
    public static readonly Phrase ReadHint = new(
        "不选则为方案的全部目标、公共成本和就业。", "Without any: the scenario's targets, public cost and jobs.");
    public static readonly Phrase ChooseOutcome = new("选择结果指标…", "Choose an outcome…");
    public static readonly Phrase At = new("月份", "month");
    public static readonly Phrase From = new("起", "from");
    public static readonly Phrase To = new("止", "to");
    public static readonly Phrase BothMet = new("目标同时达标的概率", "Targets met together: probability");
    public static readonly Phrase Targets = new("八项目标", "Targets");
    public static readonly Phrase OtherOutcomes = new("其他", "Others");
    public static readonly Phrase Flows = new("逐月数据", "Monthly columns");
    public static readonly Phrase Settings = new("方法设置", "Settings of the method");
    public static readonly Phrase Until = new("算到足够准为止", "Until it is known well enough");
    public static readonly Phrase UntilNot = new("固定次数", "fixed number of draws");
    public static readonly Phrase HalfWidth = new("95% 区间半宽", "half of the 95% interval");
    public static readonly Phrase Budget = new("最多模拟次数", "most worlds");
    public static readonly Phrase ChooseWish = new("选择结果…", "Choose an outcome…");
    public static readonly Phrase Most = new("越多越好", "the more the better");
    public static readonly Phrase Least = new("越少越好", "the less the better");
    public static readonly Phrase AtLeast = new("不低于", "at least");
    public static readonly Phrase AtMost = new("不高于", "at most");
    public static readonly Phrase TheTarget = new("达到方案的目标", "as the scenario's target");
    public static readonly Phrase File = new("实验文件（YAML）", "Experiment file (YAML)");
    public static readonly Phrase Problems = new("还需更正：", "Still to be put right:");
    public static readonly Phrase Foreseeing = new("正在估算…", "estimating…");
    public static readonly Phrase Foreseen = new(
        "最多 {0} 个方案，共 {1} 次模拟（每次 {2} 户、{3} 至 {4}），最多约需 {5}。",
        "At most {0} arms, {1} worlds of {2} enterprises, {3} to {4}: at most about {5}.");
    public static readonly Phrase TooMany = new(
        "超过可运行的上限 {0}。请减少因素、步数、点数或模拟次数。",
        "More than the {0} that are run at most. Take fewer factors, steps, points or draws.");
    public static readonly Phrase Start = new("运行此研究", "Run this experiment");
    public static readonly Phrase TooManyOfOne = new(
        "您已有 {0} 项任务未完成，请等其中一项结束或取消一项。", "{0} of your runs are unfinished; wait for one, or cancel one.");

    public static readonly Phrase Waiting = new("排队中", "waiting for its turn");
    public static readonly Phrase Running = new("已完成 {0} / {1} 次模拟", "{0} of {1} worlds");
    public static readonly Phrase Left = new("约还需 {0}", "about {0} remaining");
    public static readonly Phrase Cancel = new("取消", "Cancel");
    public static readonly Phrase Done = new("已完成", "done");
    public static readonly Phrase Failed = new("未完成", "failed");
    public static readonly Phrase FailedNotice = new(
        "研究没有完成：{0} 已完成的模拟会保留，重新运行会接着做。",
        "The experiment did not finish: {0} Worlds already simulated are kept; started again, it continues from there.");
    public static readonly Phrase Cancelled = new("已取消", "cancelled");
    public static readonly Phrase CancelledNotice = new(
        "研究已取消。已完成的模拟会保留，重新运行会接着做。",
        "The experiment was cancelled. Worlds already simulated are kept; started again, it continues from there.");
    public static readonly Phrase GoOn = new("继续运行", "Go on");
    public static readonly Phrase Survives = new(
        "可以离开本页；服务器重启后会接着做。", "You may leave this page; after a restart of the server it goes on from where it was.");
    public static readonly Phrase Unknown = new(
        "没有这项研究，可能来自另一台服务器。", "There is no such experiment; the link may be from another server.");
    public static readonly Phrase Change = new("修改后再运行", "Change and run again");
    public static readonly Phrase FindingsTitle = new("结论", "What it says");
    public static readonly Phrase Charts = new("图", "Pictures");
    public static readonly Phrase TablesTitle = new("数据表", "Tables");
    public static readonly Phrase Files = new("下载", "Files");
    public static readonly Phrase Excel = new("Excel 工作簿", "Excel workbook");
    public static readonly Phrase Report = new("单页报告", "One-page report");
    public static readonly Phrase MoreRows = new(
        "仅显示前 {0} 行，共 {1} 行；其余在 CSV 中。", "The first {0} of {1} rows; the others are in the CSV.");
    public static readonly Phrase Load = new("在规划页打开", "Load into Plan");
    public static readonly Phrase Across = new("横轴", "Across");
    public static readonly Phrase Up = new("纵轴", "Upwards");
    public static readonly Phrase Reading = new("正在读取…", "reading…");
    public static readonly Phrase Interval95 = new("95% 区间", "95 %");
    public static readonly Phrase Reproduce = new(
        "复现：把实验文件下载到 scenarios/experiments 文件夹，再运行",
        "To reproduce: download the experiment file into the folder scenarios/experiments and run");

    public static readonly Phrase MixIs = new(
        "“{0}”是规划页上的方案，由本实验室保存。用命令行复现时，请把它也下载到 scenarios 文件夹：",
            "“{0}” is a mix of the Plan page, which this lab keeps. For the command line download it too, into the folder scenarios:");

    public static readonly Phrase Cost = new("公共成本", "Public cost");
    public static readonly Phrase PointOf = new("方案 {0}", "point {0}");

    public static readonly Phrase AtLowEnd = new("下限", "low end");
    public static readonly Phrase AtHighEnd = new("上限", "high end");
    public static readonly Phrase Tornado = new(
        "{0}：逐一变动各因素，与原方案（{1}）之差", "{0}: one factor at a time, change from the scenario ({1})");
    public static readonly Phrase MorrisChart = new("{0}：影响大小与交互（Morris）", "{0}: size and interplay (Morris)");
    public static readonly Phrase SobolChart = new("{0}：方差由谁造成（Sobol）", "{0}: whose variance it is (Sobol)");
    public static readonly Phrase MuStar = new("µ* 平均影响", "µ* mean effect");
    public static readonly Phrase Sigma = new("σ 影响的变化", "σ how it varies");
    public static readonly Phrase FirstOrder = new("单独作用", "alone");
    public static readonly Phrase TotalOrder = new("总作用", "in all");
    public static readonly Phrase Waterfall = new("{0}：各条措施的贡献", "{0}: what each measure adds");
    public static readonly Phrase Together = new("合计", "together");
    public static readonly Phrase Differences = new("{0}：与“{1}”相比", "{0}: against “{1}”");
    public static readonly Phrase Front = new(
        "权衡前沿：点击一个点，在规划页打开该组合", "The front: click a point to load its mix into Plan");
    public static readonly Phrase Rounds = new("搜索进展", "How the search went");
    public static readonly Phrase Round = new("轮次", "round");
    public static readonly Phrase Against = new("{0}：随“{1}”变化", "{0} against “{1}”");
    public static readonly Phrase Heat = new("{0}：颜色越深越高", "{0}: the darker, the higher");
    public static readonly Phrase Box = new("第 {0} 个区域：红点为不达标", "Box {0}: red points miss");
    public static readonly Phrase AllPoints = new("全部样本点：红点为不达标", "All points: red ones miss");
    public static readonly Phrase Miss = new("不达标", "miss");
    public static readonly Phrase Meet = new("达标", "meet");
    public static readonly Phrase Regret = new("{0}：最大遗憾值", "{0}: largest regret");
    public static readonly Phrase Enough = new("足够好的未来情景所占比例", "Share of futures in which it is good enough");

    public static readonly Phrase SwingFinding = new("{0}：逐一变动时，影响最大的是{1}。", "{0}: one at a time, it swings most with {1}.");
    public static readonly Phrase NoSwingFinding = new("{0}：没有任何因素使其变化。", "{0}: no factor moves it.");
    public static readonly Phrase VarianceFinding = new("{0}的不确定性主要来自{1}。", "Of the variance of {0}, most comes from {1}.");
    public static readonly Phrase MorrisFinding = new(
        "{0}：在整个范围内平均影响最大的是{1}。", "{0}: over the whole ranges, the largest mean effects are of {1}.");
    public static readonly Phrase DifferenceFinding = new("{0}：“{1}”比“{2}”变化 {3}{4}。", "{0}: “{1}” brings {3} against “{2}”{4}.");
    public static readonly Phrase UnclearFinding = new("，与偶然波动难以区分", ", not clear of chance");
    public static readonly Phrase SameFinding = new("{0}：“{1}”与“{2}”没有差别。", "{0}: “{1}” changes nothing against “{2}”.");
    public static readonly Phrase SharesFinding = new(
        "{0}：全部措施合计带来 {1}；贡献最大的是{2}。", "{0}: the measures together change it by {1}; the largest shares are {2}.");
    public static readonly Phrase RangeFinding = new("{0}在 {1}（{2}）与 {3}（{4}）之间。", "{0}: between {1} ({2}) and {3} ({4}).");
    public static readonly Phrase EverywhereFinding = new("{0}在每个点上都是 {1}。", "{0}: {1} at every point.");
    public static readonly Phrase PointFinding = new("{0}：{1}。", "{0}: {1}.");
    public static readonly Phrase BoxFinding = new(
        "{0}当{1}时，方案多半不能达标：该范围内 {2} 的样本点未达标，占全部未达标样本点的 {3}。",
        "{0}Where {1}, the plan mostly misses: {2} of points there miss, which is {3} of all misses.");
    public static readonly Phrase NextBox = new("其余情形中，", "Of the rest. ");
    public static readonly Phrase TiedRank = new("{0}（并列）", "{0} (tied)");
    public static readonly Phrase NotAbove = new("{0}不高于 {1}", "{0} stays at or below {1}");
    public static readonly Phrase NotBelow = new("{0}不低于 {1}", "{0} stays at or above {1}");
    public static readonly Phrase Between = new("{0}介于 {1} 与 {2} 之间", "{0} lies between {1} and {2}");
    public static readonly Phrase RegretFinding = new(
        "{0}：“{1}”的最大遗憾值最小，为 {2}。", "{0}: “{1}” has the smallest largest regret, {2}.");
    public static readonly Phrase EnoughFinding = new(
        "“{0}”最常足够好：占未来情景的 {1}（{2}）。", "“{0}” is good enough most often: in {1} of futures ({2}).");

    /// <summary>The name of each kind of experiment.</summary>
    public static Phrase KindOf(string kind) => kind switch
    {
        "compare" => new("方案比较", "Compare"),
        "sweep" => new("参数扫描", "Sweep"),
        "sensitivity" => new("敏感性分析", "Sensitivity"),
        "attribute" => new("贡献分解", "Attribution"),
        "optimise" => new("优化", "Optimise"),
        "discover" => new("失败情景发现", "Discover misses"),
        "robustness" => new("稳健性", "Robustness"),
        _ => new(kind, kind),
    };

    /// <summary>The question each kind answers, in a sentence.</summary>
    public static Phrase KindDescription(string kind) => kind switch
    {
        "compare" => new(
            "几个方案在相同运气下的差别、概率和每单位成本。",
            "Scenarios side by side with the same luck: differences, probabilities, cost per unit."),
        "sweep" => new("结果随一两个杠杆或日期如何变化。", "How outcomes change over one or two levers or dates."),
        "sensitivity" =>
            new("结果取决于哪些措施和假设：龙卷风图、Morris、Sobol。",
            "Which levers and assumptions the outcomes depend on: tornado, Morris, Sobol."),
        "attribute" =>
            new("每条措施各贡献多少（Shapley 值），以及去掉一条会少多少。",
            "Each measure's share (Shapley values), and what is lost without it."),
        "optimise" =>
            new("在预算等限制内，杠杆的最佳组合；几个目标时给出权衡前沿。",
            "The best mix of levers within limits; with several goals, the front."),
        "discover" =>
            new("在哪些假设下方案不能达标（PRIM），用一句话说清。", "Under which assumptions the plan misses (PRIM), in plain sentences."),
        "robustness" =>
            new("各方案在没有人选定的未来中表现如何：遗憾值与足够好的比例。",
            "How policies do in futures nobody chose: regret, and how often they are good enough."),
        _ => new("", ""),
    };

    /// <summary>The name of each setting.</summary>
    public static Phrase SettingOf(string key) => key switch
    {
        "permutations" => new("抽取的加入次序数", "Orders in which the measures join"),
        "methods" => new("方法", "Methods"),
        "trajectories" => new("Morris 轨迹数", "Trajectories (Morris)"),
        "levels" => new("Morris 网格层数", "Levels of the grid (Morris)"),
        "rows" => new("Sobol 设计行数", "Rows (Sobol)"),
        "design" => new("取点方式", "How points are chosen"),
        "steps" => new("网格步数", "Steps of the grid"),
        "points" => new("点数", "Points"),
        "sampling" => new("抽样方式", "Sampling"),
        "samples" => new("样本点数", "Points"),
        "boxes" => new("区域数上限", "Most boxes"),
        "futures" => new("未来情景数", "Futures"),
        "population" => new("每轮点数", "Points a round"),
        "budget" => new("搜索的模拟次数上限", "Most worlds of the search"),
        "check" => new("复核次数", "Draws for the check"),
        "goals" => new("目标", "Goals"),
        "wants" => new("怎样算足够好", "What is good enough"),
        "subjectTo" => new("限制条件", "Limits"),
        _ => new(key, key),
    };

    /// <summary>Words of settings and cells that are not names.</summary>
    internal static readonly FrozenDictionary<string, Phrase> Cells = new Dictionary<string, Phrase>
    {
        ["tornado"] = new("龙卷风图", "tornado"),
        ["morris"] = new("Morris", "Morris"),
        ["sobol"] = new("Sobol", "Sobol"),
        ["grid"] = new("网格", "grid"),
        ["latin-hypercube"] = new("拉丁超立方", "Latin hypercube"),
        ["most"] = new("越多越好", "most"),
        ["least"] = new("越少越好", "least"),
        ["kept"] = new("满足", "kept"),
        ["broken"] = new("不满足", "broken"),
        ["as it stands"] = new("原方案", "as it stands"),
        ["all together"] = new("全部措施", "all together"),
        ["everything"] = new("全部条件", "everything"),
        ["everywhere"] = new("所有样本点", "everywhere"),
        ["over the run"] = new("全程", "over the run"),
        ["in the last month"] = new("期末", "in the last month"),
        ["yes"] = new("是", "yes"),
        ["not clear of chance"] = new("不显著", "not clear of chance"),
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, string> Tables = new Dictionary<string, string>
    {
        ["scenarios"] = "各方案的结果：中位数与 90% 区间",
        ["differences"] = "相同运气下的差别：均值与 95% 区间；共用运气节省的方差",
        ["points"] = "每个点：均值与 95% 区间",
        ["tornado"] = "逐一变动：每个因素从一端到另一端",
        ["morris"] = "基本效应：因素变动整个范围时结果的变化（Morris 1991）",
        ["sobol"] = "各因素在结果方差中的份额，95% 自助区间",
        ["shares"] = "各措施在合计变化中的份额与 95% 区间；相加等于合计",
        ["direct"] = "直接作用：按第一次模拟的台账，各措施在企业单据上改动了什么",
        ["found"] = "找到的组合：用未参与挑选的运气复核的均值、95% 区间及与原方案的差别",
        ["rounds"] = "搜索过程",
        ["boxes"] = "方案多半不能达标的区域（覆盖率：占全部不达标点；密度：区域内不达标的比例）",
        ["tree"] = "分类树：各叶及其中不达标的比例",
        ["regret"] = "各方案比同一未来中最好的方案差多少",
        ["moved"] = "变化之处：相同运气下第二个减第一个，均值与 95% 区间",
        ["satisficing"] = "方案足够好的未来情景所占比例，95% 区间",
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["outcome"] = "结果",
        ["unit"] = "单位",
        ["scenario"] = "方案",
        ["mean"] = "均值",
        ["p05"] = "5% 分位",
        ["p50"] = "中位数",
        ["p95"] = "95% 分位",
        ["p90"] = "90% 分位",
        ["replicates"] = "次数",
        ["other"] = "比较对象",
        ["difference"] = "差别",
        ["variance_reduction"] = "节省的方差",
        ["higher"] = "更高的概率",
        ["cost_per_unit"] = "每多一单位（元）",
        ["why_no_cost"] = "为何没有成本",
        ["point"] = "点",
        ["factor"] = "因素",
        ["base"] = "原方案",
        ["low_value"] = "下限",
        ["at_low"] = "下限时的结果",
        ["high_value"] = "上限",
        ["at_high"] = "上限时的结果",
        ["swing"] = "摆幅",
        ["mu_star"] = "µ* 平均影响",
        ["mu_star_error"] = "µ* 误差",
        ["mu"] = "µ 均值",
        ["sigma"] = "σ 变化",
        ["effects"] = "效应数",
        ["first"] = "单独作用",
        ["total"] = "总作用",
        ["rows"] = "行数",
        ["id"] = "文件与条",
        ["measure"] = "措施",
        ["share"] = "份额",
        ["left_out"] = "去掉它的损失",
        ["alone"] = "单独实施",
        ["form"] = "单据",
        ["field"] = "栏目",
        ["change"] = "变化",
        ["papers"] = "单据数",
        ["limits"] = "限制",
        ["round"] = "轮",
        ["worlds"] = "累计模拟次数",
        ["kept"] = "满足限制的点",
        ["reached"] = "达到",
        ["box"] = "区域",
        ["coverage"] = "覆盖率",
        ["density"] = "密度",
        ["mass"] = "占全部点",
        ["low"] = "不低于",
        ["high"] = "不高于",
        ["quasi_p"] = "拟 p 值",
        ["quasi_p_low"] = "拟 p（下）",
        ["quasi_p_high"] = "拟 p（上）",
        ["leaf"] = "叶",
        ["where"] = "条件",
        ["points"] = "点数",
        ["misses"] = "不达标比例",
        ["goal"] = "方向",
        ["policy"] = "方案",
        ["most"] = "最大遗憾值",
        ["rank"] = "名次",
        ["rank_most"] = "名次",
        ["rank_p90"] = "名次",
        ["rank_best_share"] = "名次",
        ["best_share"] = "最好的比例",
        ["futures"] = "未来数",
        ["wanted"] = "要求",
        ["span"] = "时段",
        ["moved.first"] = "第一个",
        ["second"] = "第二个",
        ["relative"] = "相对第一个",
        ["clear"] = "是否明显",
        ["pairs"] = "配对数",
    }.ToFrozenDictionary();
}
