namespace SimLab.App.Texts;

/// <summary>A text in both languages of the lab.</summary>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The text in the language.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}

/// <summary>Languages of the lab.</summary>
public enum Language { Zh, En }

/// <summary>Unit of money: automatic, or always 万元 or 亿元.</summary>
public enum MoneyUnit { Auto, Wan, Yi }

/// <summary>Colour theme; automatic follows the system.</summary>
public enum Theme { Auto, Light, Dark }

/// <summary>A visitor's display settings, persisted in cookies.</summary>
/// <param name="Visitor">See <see cref="Visitor"/>.</param>
public sealed record Viewer(Language Language, MoneyUnit Money, Theme Theme, string Visitor = "")
{
    /// <summary>Names of the cookies.</summary>
    public const string LanguageCookie = "simlab-language", MoneyCookie = "simlab-money", ThemeCookie = "simlab-theme";

    /// <summary>The settings in the cookies of the request.</summary>
    public static Viewer Of(HttpContext context) => new(
        Read<Language>(context.Request.Cookies[LanguageCookie]), Read<MoneyUnit>(context.Request.Cookies[MoneyCookie]),
        Read<Theme>(context.Request.Cookies[ThemeCookie]), Texts.Visitor.Welcome(context));

    /// <summary>Value of the <c>lang</c> attribute of a page.</summary>
    public string LanguageTag => Language == Language.Zh ? "zh-CN" : "en";

    /// <summary>The phrase in the viewer's language.</summary>
    public string Say(Phrase phrase) => phrase.In(Language);

    /// <summary>A phrase with {0}, {1} … filled in.</summary>
    public string Say(Phrase phrase, params object[] parts) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, phrase.In(Language), parts);

    /// <summary>The words as a list of the viewer's language.</summary>
    public string List(IEnumerable<string> words) => string.Join(Language == Language.Zh ? "、" : ", ", words);

    /// <summary>The name of a scenario, experiment or run: Chinese in the Chinese view, if it has one.</summary>
    public string NameOf(string name, string? nameZh) => Language == Language.Zh && nameZh is { } zh ? zh : name;

    private static T Read<T>(string? word) where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : default;
}
