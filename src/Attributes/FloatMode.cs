namespace AutoPar
{
    /// <summary>What a generated form may do to floating-point arithmetic.</summary>
    public enum FloatMode
    {
        /// <summary>
        /// Element-wise code has the bits of the method as written, transcendental functions apart. Sums and products
        /// are reassociated in an order fixed by the trip count alone: the same bits on any number of
        /// threads and any vector width.
        /// </summary>
        Reproducible = 0,

        /// <summary>Bit for bit what the method as written gives: float sums and products stay sequential.</summary>
        Strict = 1,

        /// <summary>Fused multiply-add, reciprocal estimates and free reassociation are allowed.</summary>
        Fast = 2,
    }
}
