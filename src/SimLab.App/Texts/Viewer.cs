namespace SimLab.App.Texts;

/// <summary>A text in both languages of the lab.</summary>
public sealed record Phrase(string Zh, string En)
{
    public string In(Language language) => language == Language.Zh ? Zh : En;
}

public enum Language { Zh, En }

/// <summary>How money is written: whichever reads best, or always in 万元 or 亿元.</summary>
public enum MoneyUnit { Auto, Wan, Yi }

public enum Theme { Auto, Light, Dark }

/// <summary>How one person wants the lab shown. Kept in cookies, so that it is there again after a reload.</summary>
/// <param name="Visitor">See <see cref="Visitor"/>.</param>
public sealed record Viewer(Language Language, MoneyUnit Money, Theme Theme, string Visitor = "")
{
    public const string LanguageCookie = "simlab-language", MoneyCookie = "simlab-money", ThemeCookie = "simlab-theme";

    public static Viewer Of(HttpContext context) => new(
        Read<Language>(context.Request.Cookies[LanguageCookie]), Read<MoneyUnit>(context.Request.Cookies[MoneyCookie]),
        Read<Theme>(context.Request.Cookies[ThemeCookie]), Texts.Visitor.Welcome(context));

    /// <summary>For the <c>lang</c> of a page.</summary>
    public string LanguageTag => Language == Language.Zh ? "zh-CN" : "en";

    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>A phrase with {0}, {1} … filled in.</summary>
    public string Say(Phrase phrase, params object[] parts) => string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase.In(Language), parts);

    /// <summary>What a scenario, a study or a run is called: its Chinese name in the Chinese view, if it has one.</summary>
    public string NameOf(string name, string? nameZh) => Language == Language.Zh && nameZh is { } zh ? zh : name;

    private static T Read<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
}
