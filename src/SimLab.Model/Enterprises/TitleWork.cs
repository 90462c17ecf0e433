namespace SimLab.Model.Enterprises;

/// <summary>What a firm can build up for a title within about a year.</summary>
[Flags]
public enum TitleWork : ushort
{
    None = 0,
    /// <summary>A certificate of quality management (ISO 9001).</summary>
    Certificate = 1,
    /// <summary>One digital level more.</summary>
    DigitalLevel = 2,
    /// <summary>One invention patent more, from results at hand.</summary>
    Patent = 4,
    /// <summary>Researchers up to the tenth of staff that titles ask for.</summary>
    Researchers = 8,
    /// <summary>As much R&amp;D in a year, as reported, as the provincial title asks for; part of it is relabelled.</summary>
    Research = 16,
}
