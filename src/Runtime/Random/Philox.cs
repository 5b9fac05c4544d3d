namespace AutoPar.Runtime;

/// <summary>
/// The Philox4x32-10 counter-based generator: a bijection of 128-bit counters for each 64-bit key (J. K. Salmon,
/// M. A. Moraes, R. O. Dror, D. E. Shaw: Parallel Random Numbers: As Easy as 1, 2, 3; SC'11).
/// </summary>
internal static class Philox
{
    public const uint Multiplier0 = 0xD2511F53;
    public const uint Multiplier1 = 0xCD9E8D57;
    public const uint Weyl0 = 0x9E3779B9; // The golden ratio and √3 − 1: how the key moves from round to round.
    public const uint Weyl1 = 0xBB67AE85;
    public const int Rounds = 10;

    /// <summary>The block of four words that belongs to a counter and a key, each given as words from the lowest.</summary>
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(uint c0, uint c1, uint c2, uint c3, uint key0, uint key1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ key0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ key1;
            c3 = (uint)product0;
            key0 = unchecked(key0 + Weyl0);
            key1 = unchecked(key1 + Weyl1);
        }

        return (c0, c1, c2, c3);
    }
}
