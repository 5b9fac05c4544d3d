namespace Gallery.Cases;

/// <summary>All cases, in the order of the table.</summary>
internal static class Catalog
{
    public static IReadOnlyList<GalleryCase> All { get; } =
    [
        .. ElementwiseCases.All,
        .. ReductionCases.All,
        .. GridCases.All,
        .. OrderedCases.All,
    ];
}
