namespace SimLab.Model.Populations;

/// <summary>
/// Part of the ordinary size distribution that an agent represents; larger firms are more influential, so their agents
/// carry less weight.
/// </summary>
public enum SizeBand : byte { Lower, Middle, Upper }
