namespace SimLab.Model;

/// <summary>
/// The industrial chain a firm belongs to; leaders place orders along it (链主). Chains are data of the province:
/// n > 0 is the chain at n − 1 in <see cref="Province.Chains"/>.
/// </summary>
public enum Chain : byte { None }
