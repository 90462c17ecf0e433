namespace SimLab.App.Texts;

/// <summary>Texts common to all pages. Each page has its own texts beside it.</summary>
public static class LabTexts
{
    public static readonly Phrase Title = new("甘肃中小企业政策实验室", "Gansu small-firm policy lab");
    public static readonly Phrase SkipToContent = new("跳到正文", "Skip to content");
    public static readonly Phrase Navigation = new("页面导航", "Pages");
    public static readonly Phrase Language = new("English 界面", "中文界面 (Chinese)");
    public static readonly Phrase Theme = new("明暗", "Theme");
    public static readonly Phrase ThemeAuto = new("随系统", "As the system");
    public static readonly Phrase ThemeLight = new("浅色", "Light");
    public static readonly Phrase ThemeDark = new("深色", "Dark");
    public static readonly Phrase Money = new("金额单位", "Money in");
    public static readonly Phrase MoneyAuto = new("自动", "Automatic");
    public static readonly Phrase MoneyWan = new("万元", "10,000 yuan");
    public static readonly Phrase MoneyYi = new("亿元", "100 million yuan");
    public static readonly Phrase Build = new("模型版本", "Model build");
    public static readonly Phrase Footer = new(
        "结果由模拟得出，带有不确定性，不是预测承诺。", "Results come from a simulation and are uncertain; they are not a promise.");
    public static readonly Phrase Failed = new("这一页出错了。", "This page failed.");
    public static readonly Phrase Reload = new("重新载入", "Reload");
    public static readonly Phrase FailedHint = new(
        "您的方案保存在网址中，重新载入不会丢失。", "Your scenario is kept in the address; reloading loses nothing.");
    public static readonly Phrase NotFound = new("没有这个页面", "There is no such page");
    public static readonly Phrase NotFoundHint = new("请从上方导航选择一个页面。", "Choose a page from the navigation above.");
    public static readonly Phrase Reconnecting = new(
        "与服务器的连接中断，正在重新连接…", "The connection to the server broke; reconnecting…");
    public static readonly Phrase Lost = new(
        "服务器已重启。重新载入后，方案会恢复。", "The server was restarted. Reload, and your scenario comes back.");
    public static readonly Phrase SaveSvg = new("保存为 SVG", "Save as SVG");
    public static readonly Phrase SavePng = new("保存为 PNG", "Save as PNG");
    public static readonly Phrase ShowNumbers = new("查看数据表", "Show as a table");
    public static readonly Phrase Month = new("月份", "Month");
}
