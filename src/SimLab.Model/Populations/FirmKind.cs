namespace SimLab.Model.Populations;

/// <summary>Standing of a firm by which tables of the recipe differ.</summary>
public enum FirmKind : byte
{
    /// <summary>A little giant.</summary>
    LittleGiant,
    /// <summary>Another specialised SME.</summary>
    Specialised,
    /// <summary>A high-tech enterprise without these titles.</summary>
    HighTech,
    /// <summary>An innovative firm off the roster without a title.</summary>
    Candidate,
    /// <summary>A large firm.</summary>
    Large,
    /// <summary>Any other firm.</summary>
    Other,
}
