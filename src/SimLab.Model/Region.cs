namespace SimLab.Model;

/// <summary>
/// A region of the province, such as a prefecture (市州): its index in <see cref="Province.Regions"/>. Regions are data of
/// the province, so none has a name here.
/// </summary>
public enum Region : byte;
