using System.Text.Json;
using System.Text.Json.Serialization;
using Gallery.Measuring;

namespace Gallery.Output;

/// <summary>The results for programs.</summary>
internal static class JsonReport
{
    public static void Write(string path, IReadOnlyList<Measurement> measurements)
    {
        using FileStream file = File.Create(path);
        JsonSerializer.Serialize(file, measurements, ReportContext.Default.IReadOnlyListMeasurement);
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(IReadOnlyList<Measurement>))]
internal sealed partial class ReportContext : JsonSerializerContext;
