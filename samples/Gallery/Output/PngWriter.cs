using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gallery.Output;

/// <summary>Writes PNG files: 8 bits for each of red, green and blue, no filter.</summary>
internal static class PngWriter
{
    private static readonly byte[] s_signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] s_remainders = Remainders();

    public static void Write(Stream stream, Picture picture)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = 8; // Bits per channel.
        header[9] = 2; // RGB.

        stream.Write(s_signature);
        WriteChunk(stream, "IHDR", header);
        WriteChunk(stream, "IDAT", Compress(picture));
        WriteChunk(stream, "IEND", []);
    }

    private static byte[] Compress(Picture picture)
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            int stride = 3 * picture.Width;
            for (int row = 0; row < picture.Height; row++)
            {
                zlib.WriteByte(0); // The row's filter: none.
                zlib.Write(picture.Pixels, row * stride, stride);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream stream, string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc = s_remainders[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] Remainders()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint remainder = i;
            for (int bit = 0; bit < 8; bit++)
            {
                remainder = (remainder & 1) != 0 ? (remainder >> 1) ^ 0xEDB88320 : remainder >> 1;
            }

            table[i] = remainder;
        }

        return table;
    }
}
