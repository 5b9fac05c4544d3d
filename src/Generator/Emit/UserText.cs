namespace AutoPar.Generator.Emit;

/// <summary>Questions about text that the user wrote.</summary>
internal static class UserText
{
    /// <summary>May it hold a string literal of several lines? Line ends and indentation then belong to the value.</summary>
    public static bool HasLongLiteral(string text) => text.Contains("\"\"\"") || text.Contains("@\"") || text.Contains("@$\"");
}
