namespace SimLab.Model.Messages;

/// <summary>Who exchanges money with the firms of the model.</summary>
public enum Sector
{
    /// <summary>The firms themselves, with what is on its way between them.</summary>
    Firms,

    /// <summary>Households of the province: workers, owners, and customers.</summary>
    Households,

    /// <summary>Government of the province, with its funds and public bodies.</summary>
    Government,

    /// <summary>Banks and guarantors.</summary>
    Banks,

    /// <summary>The centre, other provinces, and all in the province that the model leaves out.</summary>
    Outside,
}
