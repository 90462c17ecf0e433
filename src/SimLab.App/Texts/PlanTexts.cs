namespace SimLab.App.Texts;

/// <summary>Texts of the Plan page.</summary>
public static class PlanTexts
{
    public static readonly Phrase Page = new("规划", "Plan");
    public static readonly Phrase Heading = new("规划：调一调政策，看全省目标怎么变", "Plan: move the policy, see the targets move");

    public static readonly Phrase StartFrom = new("起点方案", "Start from");
    public static readonly Phrase Undo = new("撤销", "Undo");
    public static readonly Phrase Redo = new("重做", "Redo");
    public static readonly Phrase Share = new("复制链接", "Copy link");
    public static readonly Phrase Copied = new("已复制", "Copied");
    public static readonly Phrase Download = new("下载方案文件", "Download file");
    public static readonly Phrase Experiment = new("研究这个方案", "Experiment with this mix");
    public static readonly Phrase ExperimentHint = new(
        "打开研究页：系统地变动这个方案，看目标取决于什么", "Opens the Experiments page: vary this mix, see what the targets depend on");
    public static readonly Phrase NotKept = new("方案无法保存：{0}", "The mix could not be kept: {0}");
    public static readonly Phrase Upload = new("上传方案文件", "Upload file");
    public static readonly Phrase UploadHint = new(
        "YAML，与命令行使用的文件相同，最大 1 MB", "YAML, the same file that the command line reads, at most 1 MB");
    public static readonly Phrase Reproduce = new("复现", "Reproduce");
    public static readonly Phrase ReproduceHint = new(
        "把方案文件下载到 scenarios 文件夹，再运行这条命令，可得到逐位相同的结果：",
            "Download the scenario file into the folder scenarios and run this; it gives the same result to the last bit:");
    public static readonly Phrase Compare = new("加入比较", "Compare");
    public static readonly Phrase Name = new("方案名称", "Name of the scenario");

    public static readonly Phrase Levers = new("政策杠杆：我的政策", "Levers: my policy");
    public static readonly Phrase LeversHint = new("{0} 条措施，点开可调整每一项", "{0} measures; open one to change its levers");
    public static readonly Phrase Assumptions = new("我的假设（不是政策）", "My assumptions (not policy)");
    public static readonly Phrase AssumptionsHint = new(
        "企业、银行和宏观环境如何表现。改动会同时改变“我的假设”基准线和政策线。",
            "How firms, banks and the world behave. A change moves both my baseline and my policy.");
    public static readonly Phrase Documented = new("恢复为官方基准的假设", "Back to those of the official baseline");
    public static readonly Phrase Macro = new("宏观环境", "The world outside");
    public static readonly Phrase Behaviour = new("企业与银行行为", "Firms and banks");
    public static readonly Phrase Clause = new("第{0}条", "Clause {0}");
    public static readonly Phrase InForce = new("实施", "In force");
    public static readonly Phrase From = new("起", "from");
    public static readonly Phrase Until = new("止", "until");
    public static readonly Phrase Lead = new("牵头：{0}", "Lead: {0}");
    public static readonly Phrase Legal = new("文件值 {0}", "as written: {0}");
    public static readonly Phrase Range = new("范围 {0} 至 {1}", "range {0} to {1}");
    public static readonly Phrase Source = new("出处", "source");
    public static readonly Phrase NoCap = new("不设上限", "no cap");
    public static readonly Phrase Back = new("恢复文件值", "Back to the value as written");
    public static readonly Phrase Changed = new("已调整", "changed");
    public static readonly Phrase YearOf = new("{0} 年", "{0}");

    public static readonly Phrase WhatChanges = new("这个方案改变了什么", "What this scenario changes");
    public static readonly Phrase ChangesNothing = new(
        "与现行法律完全相同，没有任何措施。", "The same as the law in force; no measure is added.");
    public static readonly Phrase AddsAsWritten = new(
        "在现行法律之外实施 {0} 条措施，全部按文件执行。", "{0} measures are added to the law in force, all as written.");
    public static readonly Phrase AddsChanged = new(
        "在现行法律之外实施 {0} 条措施，其中 {1} 条与文件不同：",
        "{0} measures are added to the law in force; {1} of them differ from the document:");
    public static readonly Phrase LeverChanged = new("{0}由 {1} 改为 {2}", "{0} is {2} instead of {1}");
    public static readonly Phrase DatesChanged = new("实施期为 {0}", "in force {0}");
    public static readonly Phrase LeftOut = new("未实施：{0}。", "Not in force: {0}.");
    public static readonly Phrase AssumesOtherwise = new(
        "另有 {0} 项假设与官方基准不同（不是政策）：", "{0} assumptions differ from the official baseline (not policy):");
    public static readonly Phrase AllTheTime = new("全程", "all the time");

    public static readonly Phrase Targets = new("八项目标", "Eight targets");
    public static readonly Phrase Probability = new("达标概率", "probability of being met");
    public static readonly Phrase Official = new("官方基准", "Official baseline");
    public static readonly Phrase Assumed = new("我的假设", "My assumptions");
    public static readonly Phrase Policy = new("我的政策", "My policy");
    public static readonly Phrase OfficialHint = new("现行法律、登记的假设", "law in force, assumptions as on record");
    public static readonly Phrase AssumedHint = new("现行法律、我的假设", "law in force, my assumptions");
    public static readonly Phrase PolicyHint = new("我的措施、我的假设", "my measures, my assumptions");
    public static readonly Phrase SameAsOfficial = new("与官方基准相同", "same as the official baseline");
    public static readonly Phrase Wanted = new("目标 {0}，{1} 前", "target {0}, by {1}");
    public static readonly Phrase AtLeast = new("≥ {0}", "≥ {0}");
    public static readonly Phrase About = new("约 {0}", "about {0}");
    public static readonly Phrase Above = new("高于{0}", "above {0}");
    public static readonly Phrase AboveLastYear = new("高于上年", "above last year");
    public static readonly Phrase NotBelowLastYear = new("不低于上年", "not below last year");
    public static readonly Phrase NotReached = new("模拟期未到", "the run ends before");
    public static readonly Phrase Difference = new("政策带来", "policy adds");
    public static readonly Phrase Unclear = new("变化不明显", "no clear difference");
    public static readonly Phrase NoDifference = new("没有变化", "no difference");
    public static readonly Phrase Interval = new("90% 区间", "90% interval");
    public static readonly Phrase Median = new("中位数", "median");

    public static readonly Phrase Charts = new("逐月走势", "Month by month");
    public static readonly Phrase ChartSummary = new("{0}:{1} {2},{3} {4}", "In {0}: {1} {2}, {3} {4}");
    public static readonly Phrase TwelveMonths = new("近12个月累计", "last twelve months");

    public static readonly Phrase Money = new("花多少公共资金", "What it costs the public");
    public static readonly Phrase InAll = new("合计", "In all");
    public static readonly Phrase Measure = new("措施", "Measure");
    public static readonly Phrase BaselineCost = new("基准", "Baseline");
    public static readonly Phrase PolicyCost = new("政策", "Policy");
    public static readonly Phrase OneMore = new("每多一个单位的公共成本", "What one more costs the public");
    public static readonly Phrase OneMoreHint = new(
        "直接作用于该目标的措施新增的公共成本，除以目标的变化；作用于多项目标的措施在每项中全额计入",
            "The extra public cost of the measures that act on the target directly, by what the target gains; a measure that acts on "
                + "several is charged in full with each");
    public static readonly Phrase Charged = new("计入：{0}", "charged: {0}");
    public static readonly Phrase PerPoint = new("每百分点 {0}", "{0} a percentage point");
    public static readonly Phrase PerUnit = new("每户 {0}", "{0} each");
    public static readonly Phrase PerYuan = new("每元 {0} 元", "{0} yuan per yuan");
    public static readonly Phrase Indicator = new("指标", "Indicator");
    public static readonly Phrase Around = new("就业、企业与贷款", "Jobs, firms and loans");
    public static readonly Phrase Whole = new("{0} 至 {1} 合计", "{0} to {1} in all");

    public static readonly Phrase Preview = new("即时预览", "Preview");
    public static readonly Phrase PreviewStatus = new(
        "{0} 户代表性企业 × {1} 次模拟，{2} 毫秒", "{0} representative firms × {1} draws, {2} ms");
    public static readonly Phrase Held = new("已按全量模拟校准", "held to the full run");
    public static readonly Phrase NotHeld = new("正在与全量模拟校准，数值会更新", "being held to the full run; figures will be updated");
    public static readonly Phrase CannotHold = new(
        "未校准：此方案的人口或时间不同于文件方案", "not held: other firms or months than the notice");
    public static readonly Phrase Accuracy = new(
        "预览有多准：在 {0} 个情景上与全量运行相比，{2} 个数中有 {1} 个落在全量 90% 区间内",
        "How close the preview is: against full runs of {0} scenarios, {1} of {2} figures lie inside the full run's 90% interval");
    public static readonly Phrase LargestOff = new("最大偏差", "Largest distance");
    public static readonly Phrase InsideOf = new("落在区间内", "Inside the interval");
    public static readonly Phrase Working = new("正在计算…", "working…");
    public static readonly Phrase Failed = new("这次计算没有成功：{0}", "This could not be worked out: {0}");

    public static readonly Phrase BadLink = new(
        "链接中的方案无法读取，已改用文件方案。{0}", "The scenario in the link cannot be read; the notice as written is shown instead. {0}");
    public static readonly Phrase OtherBuild = new(
        "这个链接由模型版本 {0} 生成，当前版本是 {1}；数值可能不同。",
        "This link was made with model build {0}; this is {1}. Figures may differ.");
    public static readonly Phrase BadFile = new("文件无法读取：", "The file cannot be read:");
    public static readonly Phrase PresetBroken = new("无法读取", "cannot be read");
}
