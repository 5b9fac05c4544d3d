namespace Gallery.Output;

/// <summary>An RGB picture, three bytes a pixel, row by row from the top.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>Iteration counts in colours; what never escaped is black.</summary>
    public static Picture OfCounts(int[,] counts, int most)
    {
        int height = counts.GetLength(0), width = counts.GetLength(1);
        var pixels = new byte[3 * height * width];
        int at = 0;
        foreach (int count in counts)
        {
            double brightness = count >= most ? 0 : Math.Sqrt((count + 1.0) / most);
            pixels[at++] = ToByte(brightness * 1.6 - 0.4);
            pixels[at++] = ToByte(brightness);
            pixels[at++] = ToByte(count >= most ? 0 : 0.2 + brightness);
        }

        return new(width, height, pixels);
    }

    private static byte ToByte(double value) => (byte)(255 * Math.Clamp(value, 0, 1));
}
