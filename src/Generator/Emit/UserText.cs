namespace AutoPar.Generator.Emit;

/// <summary>Text that the user wrote, or that quotes it.</summary>
internal static class UserText
{
    /// <summary>A string literal.</summary>
    public static string Literal(string value) =>
        $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n")}\"";

    /// <summary>May it hold a string literal of several lines? Line ends and indentation then belong to the value.</summary>
    public static bool HasLongLiteral(string text) => text.Contains("\"\"\"") || text.Contains("@\"") || text.Contains("@$\"");
}
